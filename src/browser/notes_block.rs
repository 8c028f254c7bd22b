//! The notes inside the page: base64 of gzip of JSON, in a script element that does not run.

use std::fmt;

use js_sys::{JSON, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::vault::NoteFile;

use super::BrowserError;
use super::error::{document, window};
use super::unpack::{self, Format};

/// The form of the block that this page knows.
const VERSION: u32 = 1;

/// Why the notes inside the page cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum NotesBlockError {
    /// A newer program made the page.
    Version(u32),
    /// It was cut off or changed: what the browser said.
    Damaged(BrowserError),
}

#[derive(Deserialize)]
struct Block {
    v: u32,
    #[serde(default)]
    notes: Vec<PackedNote>,
}

#[derive(Deserialize)]
struct PackedNote {
    path: String,
    text: String,
}

/// The notes of this page; none where it holds no block, or an empty one.
///
/// # Errors
/// [`NotesBlockError`] when there is a block that cannot be read.
pub async fn read() -> Result<Vec<NoteFile>, NotesBlockError> {
    let block = document().ok().and_then(|document| document.get_element_by_id("skillreel-notes"));
    let text = block.and_then(|block| block.text_content()).unwrap_or_default();
    match text.trim() {
        "" => Ok(Vec::new()),
        packed => decode(packed).await,
    }
}

/// The notes in the text of a block.
///
/// # Errors
/// [`NotesBlockError`] when it cannot be read.
pub async fn decode(packed: &str) -> Result<Vec<NoteFile>, NotesBlockError> {
    let json = unpack(packed).await.map_err(NotesBlockError::Damaged)?;
    let block = parse(&json).map_err(NotesBlockError::Damaged)?;
    if block.v != VERSION {
        return Err(NotesBlockError::Version(block.v));
    }
    Ok(block.notes.into_iter().map(|note| NoteFile::new(note.path, note.text)).collect())
}

async fn unpack(packed: &str) -> Result<String, BrowserError> {
    // `atob` returns one character a byte.
    let bytes: Vec<u8> =
        window()?.atob(packed)?.chars().filter_map(|c| u8::try_from(c).ok()).collect();
    let stream = unpack::stream(&Uint8Array::from(bytes.as_slice()), Format::Gzip)?;
    let text = Response::new_with_opt_readable_stream(Some(&stream))?.text()?;
    let text: JsValue = JsFuture::from(text).await?;
    text.as_string().ok_or(BrowserError::Missing("text in the notes block"))
}

fn parse(json: &str) -> Result<Block, BrowserError> {
    Ok(serde_wasm_bindgen::from_value(JSON::parse(json)?.unchecked_into())?)
}

impl fmt::Display for NotesBlockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(v) => {
                write!(f, "a newer program wrote them (form {v}, expected {VERSION})")
            }
            Self::Damaged(error) => write!(f, "they are damaged ({error})"),
        }
    }
}

impl std::error::Error for NotesBlockError {}

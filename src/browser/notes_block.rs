//! The notes inside the page: base64 of gzip of JSON, in a script element that does not run.

use std::fmt;

use js_sys::JSON;
use serde::Deserialize;
use wasm_bindgen::JsCast;

use crate::export::look::Look;
use crate::export::pack::VERSION;
use crate::vault::NoteFile;

use super::BrowserError;
use super::error::document;
use super::unpack::unpack_text;

/// Why the notes inside the page cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum NotesBlockError {
    /// A newer program made the page.
    Version(u32),
    /// It was cut off or changed: what the browser said.
    Damaged(BrowserError),
}

/// What a page holds: its notes, and how it looks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageNotes {
    /// The notes.
    pub notes: Vec<NoteFile>,
    /// What the page's maker chose.
    pub look: Look,
}

#[derive(Deserialize)]
struct Block {
    v: u32,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    accent: Option<String>,
    #[serde(default)]
    view: String,
    #[serde(default)]
    notes: Vec<PackedNote>,
}

#[derive(Deserialize)]
struct PackedNote {
    path: String,
    text: String,
}

/// The notes of this page, and how it looks; none where it holds no block, or an empty one.
///
/// # Errors
/// [`NotesBlockError`] when there is a block that cannot be read.
pub async fn read() -> Result<PageNotes, NotesBlockError> {
    let block = document().ok().and_then(|document| document.get_element_by_id("skillreel-notes"));
    let text = block.and_then(|block| block.text_content()).unwrap_or_default();
    match text.trim() {
        "" => Ok(PageNotes::default()),
        packed => decode(packed).await,
    }
}

/// What the text of a block holds.
///
/// # Errors
/// [`NotesBlockError`] when it cannot be read.
pub async fn decode(packed: &str) -> Result<PageNotes, NotesBlockError> {
    let json = unpack_text(packed).await.map_err(NotesBlockError::Damaged)?;
    let block = parse(&json).map_err(NotesBlockError::Damaged)?;
    if block.v != VERSION {
        return Err(NotesBlockError::Version(block.v));
    }
    let Block { title, accent, view, notes, .. } = block;
    let notes = notes.into_iter().map(|note| NoteFile::new(note.path, note.text)).collect();
    // What is no colour is no reason to lose the notes beside it.
    let accent = accent.and_then(|accent| accent.parse().ok());
    Ok(PageNotes { notes, look: Look { title, accent, view } })
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

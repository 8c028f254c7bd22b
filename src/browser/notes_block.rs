//! The notes inside the page: base64 of gzip of JSON, in a script element that does not run.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use js_sys::{Array, JsString, Reflect};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::export::look::Look;
use crate::export::pack::VERSION;
use crate::vault::NoteFile;

use super::BrowserError;
use super::error::document;
use super::turn::Slices;
use super::unicode;
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
    /// Left as it is, so that making notes of them can be done in slices.
    #[serde(default, with = "serde_wasm_bindgen::preserve")]
    notes: Array,
}

#[derive(Deserialize)]
struct PackedNote {
    path: String,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    text: JsString,
    /// The file's bytes as base64, where the text cannot give them back.
    #[serde(default)]
    original: Option<String>,
}

impl From<PackedNote> for NoteFile {
    fn from(note: PackedNote) -> Self {
        let PackedNote { path, text, original } = note;
        // Bytes that cannot be read are no reason to lose the text beside them.
        match original.and_then(|bytes| STANDARD.decode(bytes).ok()) {
            Some(bytes) => Self::from_bytes(path, &bytes),
            None => Self::new(path, unicode::string(&text)),
        }
    }
}

/// The notes of this page, and how it looks; none where it holds no block, or an empty one.
///
/// # Errors
/// [`NotesBlockError`] when there is a block that cannot be read.
pub async fn read() -> Result<PageNotes, NotesBlockError> {
    let block = document().ok().and_then(|document| document.get_element_by_id("skillreel-notes"));
    let Some(block) = block else { return Ok(PageNotes::default()) };
    // Not by web-sys, which would make a text of Rust of it.
    let text = Reflect::get(&block, &JsValue::from_str("textContent"));
    let packed = text.map(|text| unicode::utf8(&text.unchecked_into())).unwrap_or_default();
    match packed.trim_ascii() {
        [] => Ok(PageNotes::default()),
        packed => decode(packed).await,
    }
}

/// What the text of a block holds.
///
/// # Errors
/// [`NotesBlockError`] when it cannot be read.
pub async fn decode(packed: &[u8]) -> Result<PageNotes, NotesBlockError> {
    let json = unpack_text(packed).await.map_err(NotesBlockError::Damaged)?;
    let mut slices = Slices::start();
    let block: Block = parsed(&json).map_err(NotesBlockError::Damaged)?;
    if block.v != VERSION {
        return Err(NotesBlockError::Version(block.v));
    }
    let Block { title, accent, view, notes: packed, .. } = block;
    let mut notes = Vec::with_capacity(usize::try_from(packed.length()).unwrap_or(0));
    for note in packed.iter() {
        let note: PackedNote = value(note).map_err(NotesBlockError::Damaged)?;
        notes.push(note.into());
        slices.breathe().await;
    }
    // What is no colour is no reason to lose the notes beside it.
    let accent = accent.and_then(|accent| accent.parse().ok());
    Ok(PageNotes { notes, look: Look { title, accent, view } })
}

fn parsed(json: &JsString) -> Result<Block, BrowserError> {
    // The browser's own parser, which takes a string of its own as it is.
    value(parse(json)?)
}

fn value<T: DeserializeOwned>(value: JsValue) -> Result<T, BrowserError> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}

/// `JSON.parse`, which js-sys offers for texts of Rust alone: seven megabytes would be copied twice.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(json: &JsString) -> Result<JsValue, JsValue>;
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

//! The notes inside the page: base64 of gzip of JSON, in a script element that does not run.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use js_sys::{Array, JsString, Reflect, Uint8Array};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::error::document;
use crate::browser::page::scheduler::Slices;
use crate::browser::{BrowserError, unicode};
use crate::export::page::beside::BesideTexts;
use crate::export::page::look::PageLook;
use crate::export::page::notes_block::BLOCK_VERSION;
use crate::export::page::snapshot::{self, Checksum, KnownNotes, Prepared};
use crate::vault::NoteFile;

use super::unpack::{decoded, unpack_bytes, unpack_text};

/// The names of the elements that hold them, and what was found out about them.
const NOTES: &str = "skillreel-notes";
const SNAPSHOT: &str = "skillreel-catalog";

/// From how many characters on a block holds more notes than a snapshot tells of before they are read
/// (`vault::PackedVault`): packed they take about half of their bytes.
const LARGE_CHARS: u32 = 96 * 1024;

/// Why the notes inside the page cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum NotesBlockError {
    /// A newer program made the page.
    Version(u32),
    /// It was cut off or changed: what the browser said.
    Damaged(BrowserError),
    /// They lie beside the page, which says of them what another program understands.
    OtherProgram,
}

/// What a page holds: its notes, and how it looks.
#[derive(Debug, Default)]
pub struct PageNotes {
    /// Each with its path and its text, not yet read.
    pub notes: Vec<NoteFile>,
    /// What the page's maker chose.
    pub look: PageLook,
    /// What was found out about them, where that stands in the page.
    pub prepared: Option<Prepared>,
    /// Where their texts come from, when they lie beside the page.
    pub beside: Option<BesideTexts>,
}

#[derive(Deserialize)]
struct NotesBlockJson {
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
struct PackedNoteJson {
    path: String,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    text: JsString,
    /// The file's bytes as base64, where the text cannot give them back.
    #[serde(default)]
    original: Option<String>,
}

impl From<PackedNoteJson> for NoteFile {
    fn from(note: PackedNoteJson) -> Self {
        let PackedNoteJson { path, text, original } = note;
        // Bytes that cannot be read are no reason to lose the text beside them.
        match original.and_then(|bytes| STANDARD.decode(bytes).ok()) {
            Some(bytes) => Self::from_bytes(path, &bytes),
            None => Self::new(path, unicode::string(&text)),
        }
    }
}

/// Whether the page holds no notes, nor knows of any.
#[must_use]
pub fn is_empty() -> bool {
    text_of(NOTES).trim().length() == 0 && text_of(SNAPSHOT).trim().length() == 0
}

/// Whether the page's notes are so many that they will surely have to be read before it shows something.
#[must_use]
pub fn is_large() -> bool {
    text_of(NOTES).length() > LARGE_CHARS
}

/// The notes of this page with all that was found out about them beforehand; `None` where that has to be
/// found out by [`read`].
pub async fn prepared() -> Option<PageNotes> {
    let snapshot = text_of(SNAPSHOT);
    if snapshot.length() == 0 {
        return None;
    }
    let block = text_of(NOTES);
    if block.trim().length() == 0 {
        let snapshot = unpack_bytes(&decoded(&snapshot).ok()?).await.ok()?.to_vec();
        return of_known(snapshot::unpack_beside(&snapshot)?);
    }
    of_known(known(&decoded(&block).ok()?, &snapshot).await?)
}

/// The notes of this page, and how it looks; none where it holds no block, or an empty one.
///
/// # Errors
/// [`NotesBlockError`] when there is a block that cannot be read.
pub async fn read() -> Result<PageNotes, NotesBlockError> {
    let block = text_of(NOTES);
    match block.trim().length() {
        0 if text_of(SNAPSHOT).length() > 0 => Err(NotesBlockError::OtherProgram),
        0 => Ok(PageNotes::default()),
        _ => unprepared(&decoded(&block).map_err(NotesBlockError::Damaged)?).await,
    }
}

fn of_known(known: KnownNotes) -> Option<PageNotes> {
    let KnownNotes { notes, look, prepared, beside } = known;
    Some(PageNotes { notes, look, prepared: Some(prepared), beside })
}

/// The text of an element; empty where there is none.
fn text_of(id: &str) -> JsString {
    let element = document().ok().and_then(|document| document.get_element_by_id(id));
    // Not by web-sys, which would make a text of Rust of it.
    let text = element.and_then(|of| Reflect::get(&of, &JsValue::from_str("textContent")).ok());
    text.map_or_else(|| JsString::from(""), JsCast::unchecked_into)
}

/// What the text of a block holds, and what a snapshot, which may be empty, knows of it.
///
/// # Errors
/// [`NotesBlockError`] when the block cannot be read. What is wrong with a snapshot is no error: then the
/// notes have to be read.
pub async fn decode(block: &JsString, snapshot: &JsString) -> Result<PageNotes, NotesBlockError> {
    let gzip = decoded(block).map_err(NotesBlockError::Damaged)?;
    match known(&gzip, snapshot).await.and_then(of_known) {
        Some(known) => Ok(known),
        None => unprepared(&gzip).await,
    }
}

/// What a block holds of which nothing is known.
async fn unprepared(gzip: &Uint8Array) -> Result<PageNotes, NotesBlockError> {
    let json = unpack_text(gzip).await.map_err(NotesBlockError::Damaged)?;
    let mut slices = Slices::start();
    let block: NotesBlockJson = parsed(&json).map_err(NotesBlockError::Damaged)?;
    if block.v != BLOCK_VERSION {
        return Err(NotesBlockError::Version(block.v));
    }
    let NotesBlockJson { title, accent, view, notes: packed, .. } = block;
    let mut notes = Vec::with_capacity(usize::try_from(packed.length()).unwrap_or(0));
    for note in packed.iter() {
        let note: PackedNoteJson = value(note).map_err(NotesBlockError::Damaged)?;
        notes.push(note.into());
        slices.breathe().await;
    }
    // What is no colour is no reason to lose the notes beside it.
    let accent = accent.and_then(|accent| accent.parse().ok());
    let look = PageLook { title, accent, view };
    Ok(PageNotes { notes, look, prepared: None, beside: None })
}

/// What a snapshot knows of the notes that were packed so.
async fn known(gzip: &Uint8Array, snapshot: &JsString) -> Option<KnownNotes> {
    if snapshot.length() == 0 {
        return None;
    }
    let end = gzip.length();
    let checksum = Checksum::of_gzip(&gzip.slice(end.saturating_sub(8), end).to_vec())?;
    let snapshot = unpack_bytes(&decoded(snapshot).ok()?).await.ok()?.to_vec();
    if !snapshot::is_of(&snapshot, checksum) {
        return None;
    }
    let json = unpack_bytes(gzip).await.ok()?.to_vec();
    snapshot::unpack(&snapshot, &json.into(), checksum)
}

fn parsed(json: &JsString) -> Result<NotesBlockJson, BrowserError> {
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
                write!(f, "a newer program wrote them (form {v}, expected {BLOCK_VERSION})")
            }
            Self::Damaged(error) => write!(f, "they are damaged ({error})"),
            Self::OtherProgram => {
                f.write_str("they lie beside the page, and were packed by another program")
            }
        }
    }
}

impl std::error::Error for NotesBlockError {}

//! Files that a reader hands to the page: chosen, or dropped, with their folders and archives.
//!
//! Nothing of them leaves the machine. They are looked at first, by name and size alone, and read
//! one by one when it is clear what is to become of them.

mod archive;
mod file_bytes;
mod folder;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, DataTransferItem, File, HtmlInputElement};

use crate::browser::page::address;
use crate::note::web_page::is_own_page;
use crate::note::{is_text, is_worth_reading};
use crate::vault::files::skipped::{LARGE_BYTES, MOST_BYTES, MOST_FILES, SkipReason, Skipped};
use crate::vault::{FileKind, MAX_DEPTH, NoteFile, common_folder};

use archive::ArchivedNote;
use file_bytes::{bytes, size_bytes, unreadable};

pub use folder::{Folder, GoOn};

/// Something that was handed to the page, not yet looked at.
#[derive(Clone, Debug)]
pub enum PickedItem {
    /// A file, and its path below what was chosen.
    File(String, File),
    /// All files below a folder.
    Folder(Folder),
}

/// A note that was found in what was handed to the page, not yet read.
#[derive(Debug)]
pub struct Picked {
    /// From the chosen folder to the file, with `/` between its parts.
    pub path: String,
    /// In an archive: of the note itself, as the archive says, not as it is packed.
    pub size_bytes: u64,
    source: FileSource,
}

#[derive(Debug)]
enum FileSource {
    File(File),
    Packed(ArchivedNote),
}

/// What was found in what was handed to the page.
#[derive(Debug, Default)]
pub struct Selection {
    /// The notes, in the order of their paths, none twice.
    pub notes: Vec<Picked>,
    /// What is not read.
    pub skipped: Vec<Skipped>,
}

/// The files that were chosen in an input, or the files of the folder that was.
#[must_use]
pub fn chosen(input: &HtmlInputElement) -> Vec<PickedItem> {
    let Some(files) = input.files() else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.get(index)).map(item).collect()
}

/// What was dropped. It has to be asked for while the event is handled: later there is nothing.
#[must_use]
pub fn dropped(transfer: &DataTransfer) -> Vec<PickedItem> {
    let items = transfer.items();
    let dropped_items: Vec<PickedItem> = (0..items.length())
        .filter_map(|index| items.get(index))
        .filter(|item| item.kind() == "file")
        .filter_map(|dropped_item| match dropped_item.webkit_get_as_entry().ok().flatten() {
            Some(entry) if entry.is_directory() => {
                let is_from_file = address::origin().is_none();
                let handle = if is_from_file { handle_of(&dropped_item) } else { None };
                Some(PickedItem::Folder(handle.map_or(Folder::Entry(entry), Folder::Handle)))
            }
            _ => dropped_item.get_as_file().ok().flatten().map(item),
        })
        .collect();
    if !dropped_items.is_empty() {
        return dropped_items;
    }
    let Some(files) = transfer.files() else { return dropped_items };
    (0..files.length()).filter_map(|index| files.get(index)).map(item).collect()
}

/// The folder as only Chromium hands it over. The binding has no stable word for it.
fn handle_of(dropped_item: &DataTransferItem) -> Option<Promise> {
    let ask = Reflect::get(dropped_item, &JsValue::from_str("getAsFileSystemHandle")).ok()?;
    ask.dyn_ref::<Function>()?.call0(dropped_item).ok()?.dyn_into().ok()
}

fn item(file: File) -> PickedItem {
    // Only files of a chosen folder have a path; the binding has no word for it.
    let path = Reflect::get(&file, &JsValue::from_str("webkitRelativePath"));
    let path = path.ok().and_then(|path| path.as_string()).filter(|path| !path.is_empty());
    PickedItem::File(path.unwrap_or_else(|| file.name()), file)
}

impl Selection {
    /// Looks through what was handed to the page; `None` where `go_on`, which is told how many
    /// files were seen, said no.
    pub async fn gather(items: Vec<PickedItem>, go_on: GoOn<'_>) -> Option<Self> {
        let mut selection = Self::default();
        let mut files: Vec<(String, File)> = Vec::new();
        for item in items {
            match item {
                PickedItem::File(path, file) => files.push((path, file)),
                PickedItem::Folder(folder) => {
                    folder::walk(folder, &mut files, &mut selection.skipped, go_on).await?;
                }
            }
        }
        if files.len() > MOST_FILES {
            let rest = files.split_off(MOST_FILES);
            selection.skip_all(rest.into_iter().map(|(path, _)| path), &SkipReason::TooMuch);
        }
        for (path, file) in files {
            selection.add(path, file, go_on).await?;
        }
        selection.settle();
        Some(selection)
    }

    /// Sorts a file by its name. An archive that was chosen is opened; one inside of what was
    /// chosen is somebody's attachment.
    async fn add(&mut self, path: String, file: File, go_on: GoOn<'_>) -> Option<()> {
        if path.split('/').count() > MAX_DEPTH {
            self.skip(path, SkipReason::TooDeep);
            return Some(());
        }
        match FileKind::of(&path) {
            FileKind::Hidden => {}
            FileKind::Note => {
                let size_bytes = size_bytes(&file);
                let picked = Picked { path, size_bytes, source: FileSource::File(file) };
                // What a text is stands in it, and nowhere else.
                let is_asked = is_text(&picked.path) && !picked.is_large();
                if is_asked && picked.read().await.err() == Some(SkipReason::NoTranscript) {
                    self.skip(picked.path, SkipReason::NoTranscript);
                } else {
                    self.notes.push(picked);
                }
            }
            FileKind::Archive if !path.contains('/') => {
                if !go_on(self.notes.len()) {
                    return None;
                }
                self.add_archive(path, &file).await;
            }
            FileKind::Archive | FileKind::Other => {
                let reason = SkipReason::of_name(&path);
                self.skip(path, reason);
            }
        }
        Some(())
    }

    /// Adds the notes of an archive, in a folder named as the archive.
    async fn add_archive(&mut self, path: String, file: &File) {
        match archive::open(&path, file).await {
            Ok(opened) => {
                let picked = opened.notes.into_iter().map(|(path, size_bytes, note)| Picked {
                    path,
                    size_bytes,
                    source: FileSource::Packed(note),
                });
                self.notes.extend(picked);
                self.skipped.extend(opened.skipped);
            }
            Err(reason) => self.skip(path, reason),
        }
    }

    /// Puts the notes in order. What all paths share at their start is left out of them; of notes
    /// with the same path the last stays.
    fn settle(&mut self) {
        let shared =
            common_folder(self.notes.iter().map(|note| note.path.as_str())).map_or(0, str::len);
        if shared > 0 {
            for note in &mut self.notes {
                note.path.drain(..shared);
            }
        }
        self.notes.sort_by(|left, right| left.path.split('/').cmp(right.path.split('/')));
        let mut kept: Vec<Picked> = Vec::with_capacity(self.notes.len());
        let mut total_bytes: u64 = 0;
        for note in std::mem::take(&mut self.notes) {
            total_bytes = total_bytes.saturating_add(note.size_bytes);
            if total_bytes > MOST_BYTES {
                self.skip(note.path, SkipReason::TooMuch);
            } else if let Some(same) = kept.last_mut().filter(|last| last.path == note.path) {
                let hidden = std::mem::replace(same, note);
                self.skip(hidden.path, SkipReason::SamePath);
            } else {
                kept.push(note);
            }
        }
        self.notes = kept;
    }

    fn skip(&mut self, path: String, reason: SkipReason) {
        self.skipped.push(Skipped { path, reason });
    }

    fn skip_all(&mut self, paths: impl Iterator<Item = String>, reason: &SkipReason) {
        self.skipped.extend(paths.map(|path| Skipped { path, reason: reason.clone() }));
    }

    /// The notes that are read only if the reader wants them to.
    pub fn large(&self) -> impl Iterator<Item = &Picked> {
        self.notes.iter().filter(|note| note.is_large())
    }

    /// Leaves those out.
    pub fn leave_out_large(&mut self) {
        let (large, notes): (Vec<Picked>, Vec<Picked>) =
            std::mem::take(&mut self.notes).into_iter().partition(Picked::is_large);
        self.notes = notes;
        self.skip_all(large.into_iter().map(|note| note.path), &SkipReason::TooLarge);
    }
}

impl Picked {
    /// Whether it takes seconds to read.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.size_bytes > LARGE_BYTES
    }

    /// Reads the note's file.
    ///
    /// # Errors
    /// [`SkipReason`] when it was changed or removed meanwhile, or is damaged.
    pub async fn read(&self) -> Result<NoteFile, SkipReason> {
        let bytes = match &self.source {
            FileSource::File(file) => bytes(file).await.map_err(unreadable)?.to_vec(),
            FileSource::Packed(note) => note.unpack().await?,
        };
        if is_own_page(&self.path, &bytes) {
            return Err(SkipReason::OwnPage);
        }
        let file = NoteFile::from_bytes(self.path.as_str(), &bytes);
        if !is_worth_reading(&file.path, &file.text.read()) {
            return Err(SkipReason::NoTranscript);
        }
        Ok(file)
    }
}

//! The files of a folder that was dropped
//! (<https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryReader/readEntries>).

use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

use crate::browser::turn::Slices;
use crate::browser::{BrowserError, promise};
use crate::vault::skipped::{MOST_FILES, Reason, Skipped};
use crate::vault::{FileKind, MAX_DEPTH, is_hidden};

use super::{GoOn, unreadable};

/// Finds the files below an entry, folder by folder, without recursion; `None` where `go_on` said
/// no. Hidden folders are not entered, files that are no notes are not opened.
pub(super) async fn walk(
    entry: FileSystemEntry,
    files: &mut Vec<(String, File)>,
    skipped: &mut Vec<Skipped>,
    go_on: GoOn<'_>,
) -> Option<()> {
    let mut slices = Slices::start();
    let mut open = vec![entry];
    while let Some(entry) = open.pop() {
        let path = path_of(&entry);
        let mut skip = |reason| skipped.push(Skipped { path: path.clone(), reason });
        if is_hidden(&entry.name()) {
            continue;
        }
        if files.len() > MOST_FILES {
            skip(Reason::TooMuch);
        } else if entry.is_directory() {
            if path.split('/').count() > MAX_DEPTH {
                skip(Reason::TooDeep);
                continue;
            }
            match entries(entry.unchecked_ref()).await {
                Ok(mut entries) => open.append(&mut entries),
                Err(error) => skip(unreadable(error)),
            }
        } else if FileKind::of(&path) == FileKind::Other {
            skip(Reason::NotMarkdown);
        } else {
            match file(entry.unchecked_ref()).await {
                Ok(file) => files.push((path, file)),
                Err(error) => skip(unreadable(error)),
            }
        }
        if slices.breathe().await && !go_on(files.len()) {
            return None;
        }
    }
    Some(())
}

/// The path below what was dropped.
fn path_of(entry: &FileSystemEntry) -> String {
    let path = entry.full_path();
    path.strip_prefix('/').unwrap_or(&path).to_owned()
}

/// The entries of a folder. Browsers hand them out in portions, the last of which is empty.
async fn entries(folder: &FileSystemDirectoryEntry) -> Result<Vec<FileSystemEntry>, BrowserError> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let portion = promise::settled(|resolve, reject| ask(&reader, &resolve, &reject)).await?;
        let portion: Array = portion.unchecked_into();
        if portion.length() == 0 {
            return Ok(entries);
        }
        entries.extend(portion.iter().map(JsCast::unchecked_into));
    }
}

fn ask(reader: &FileSystemDirectoryReader, resolve: &Function, reject: &Function) {
    if let Err(error) = reader.read_entries_with_callback_and_callback(resolve, reject) {
        // Nothing listens to what the function returns.
        let _ = reject.call1(&JsValue::NULL, &error);
    }
}

async fn file(entry: &FileSystemFileEntry) -> Result<File, BrowserError> {
    let file = promise::settled(|resolve, reject| {
        entry.file_with_callback_and_callback(&resolve, &reject);
    });
    Ok(file.await?.unchecked_into())
}

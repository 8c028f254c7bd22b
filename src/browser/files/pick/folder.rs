//! The files of a folder that was dropped.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    File, FileSystemDirectoryEntry, FileSystemDirectoryHandle, FileSystemEntry,
    FileSystemFileEntry, FileSystemFileHandle, FileSystemHandle, FileSystemHandleKind,
};

use crate::browser::page::scheduler::Slices;
use crate::browser::{BrowserError, promise};
use crate::vault::files::skipped::{MOST_FILES, SkipReason, Skipped};
use crate::vault::{FileKind, MAX_DEPTH, is_hidden};

use super::file_bytes::unreadable;

/// Told how far something is; answers whether to go on.
pub type GoOn<'a> = &'a dyn Fn(usize) -> bool;

/// A folder as drag and drop hands it over.
#[derive(Clone, Debug)]
pub enum Folder {
    /// As all browsers do
    /// (<https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryEntry>).
    Entry(FileSystemEntry),
    /// As Chromium does besides, for pages from files, which may not read the other kind
    /// (<https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryHandle>).
    Handle(Promise),
}

/// A file or folder in it.
enum Node {
    Entry(FileSystemEntry),
    Handle(FileSystemHandle),
}

/// Finds the files of a folder, without recursion; `None` where `go_on` said no. Hidden folders are
/// not entered, files that are no notes are not opened.
pub(super) async fn walk(
    folder: Folder,
    files: &mut Vec<(String, File)>,
    skipped: &mut Vec<Skipped>,
    go_on: GoOn<'_>,
) -> Option<()> {
    let root = match folder {
        Folder::Entry(entry) => Node::Entry(entry),
        Folder::Handle(handle) => match JsFuture::from(handle).await {
            Ok(handle) => Node::Handle(handle.unchecked_into()),
            Err(error) => {
                skipped.push(Skipped { path: String::new(), reason: unreadable(error.into()) });
                return Some(());
            }
        },
    };
    let mut slices = Slices::start();
    let mut open = vec![(root.name(), root)];
    while let Some((path, node)) = open.pop() {
        if is_hidden(&node.name()) {
            continue;
        }
        let mut skip = |reason| skipped.push(Skipped { path: path.clone(), reason });
        if files.len() > MOST_FILES {
            skip(SkipReason::TooMuch);
        } else if node.is_folder() {
            if path.split('/').count() > MAX_DEPTH {
                skip(SkipReason::TooDeep);
                continue;
            }
            match node.children().await {
                Ok(children) => open.extend(children.into_iter().map(|child| {
                    let path = [&path, "/", &child.name()].concat();
                    (path, child)
                })),
                Err(error) => skip(unreadable(error)),
            }
        } else if FileKind::of(&path) == FileKind::Other {
            skip(SkipReason::of_name(&path));
        } else {
            match node.file().await {
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

impl Node {
    fn name(&self) -> String {
        match self {
            Self::Entry(entry) => entry.name(),
            Self::Handle(handle) => handle.name(),
        }
    }

    fn is_folder(&self) -> bool {
        match self {
            Self::Entry(entry) => entry.is_directory(),
            Self::Handle(handle) => handle.kind() == FileSystemHandleKind::Directory,
        }
    }

    async fn file(&self) -> Result<File, BrowserError> {
        let file: JsValue = match self {
            Self::Entry(entry) => {
                let entry: &FileSystemFileEntry = entry.unchecked_ref();
                promise::settled(|resolve, reject| {
                    entry.file_with_callback_and_callback(&resolve, &reject);
                })
                .await?
            }
            Self::Handle(handle) => {
                let handle: &FileSystemFileHandle = handle.unchecked_ref();
                JsFuture::from(handle.get_file()).await?
            }
        };
        Ok(file.unchecked_into())
    }

    async fn children(&self) -> Result<Vec<Self>, BrowserError> {
        match self {
            Self::Entry(entry) => entries(entry.unchecked_ref()).await,
            Self::Handle(handle) => handles(handle.unchecked_ref()).await,
        }
    }
}

/// Browsers hand entries out in portions, the last of which is empty.
async fn entries(folder: &FileSystemDirectoryEntry) -> Result<Vec<Node>, BrowserError> {
    let reader = folder.create_reader();
    let mut nodes = Vec::new();
    loop {
        let portion = promise::settled(|resolve, reject| {
            if let Err(error) = reader.read_entries_with_callback_and_callback(&resolve, &reject) {
                // Nothing listens to what the function returns.
                let _ = reject.call1(&JsValue::NULL, &error);
            }
        });
        let portion: Array = portion.await?.unchecked_into();
        if portion.length() == 0 {
            return Ok(nodes);
        }
        nodes.extend(portion.iter().map(|entry| Node::Entry(entry.unchecked_into())));
    }
}

async fn handles(folder: &FileSystemDirectoryHandle) -> Result<Vec<Node>, BrowserError> {
    let values = folder.values();
    let mut nodes = Vec::new();
    loop {
        let next: JsValue = JsFuture::from(values.next()?).await?;
        if Reflect::get(&next, &JsValue::from_str("done"))?.is_truthy() {
            return Ok(nodes);
        }
        let handle = Reflect::get(&next, &JsValue::from_str("value"))?;
        nodes.push(Node::Handle(handle.unchecked_into()));
    }
}

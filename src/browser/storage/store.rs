//! Text kept under keys: in the browser's storage where it lets us, else in memory.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use rustc_hash::FxHashMap;
use wasm_bindgen::JsCast;
use web_sys::Storage;

use crate::browser::BrowserError;
use crate::browser::error::window;

/// How long what is stored is to last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageScope {
    /// Until the reader clears it.
    Always,
    /// As long as the tab is open.
    Tab,
}

/// A store of texts that never fails to read back what was written to it.
///
/// Storage throws in frames of other sites, with cookies blocked and when it is full, so it is
/// tried once when the store opens, and what cannot be written stays in memory.
#[derive(Debug)]
pub struct Store {
    storage: Option<Storage>,
    /// What was written in this tab and may not be in `storage`.
    memory: RefCell<FxHashMap<String, String>>,
}

impl Store {
    /// Opens the browser's storage, or one in memory where the browser refuses.
    #[must_use]
    pub fn open(scope: StorageScope) -> Self {
        let storage = window().ok().and_then(|window| {
            let storage = match scope {
                StorageScope::Always => window.local_storage(),
                StorageScope::Tab => window.session_storage(),
            };
            storage.ok().flatten()
        });
        Self::over(storage)
    }

    /// A store over some storage, if that works.
    #[must_use]
    pub fn over(storage: Option<Storage>) -> Self {
        // A full storage cannot be written but can still be read, so reading is what decides.
        let storage = storage.filter(|storage| storage.get_item("skillreel").is_ok());
        Self { storage, memory: RefCell::default() }
    }

    /// Whether what is written outlasts the tab, as far as can be told without writing.
    #[must_use]
    pub fn lasts(&self) -> bool {
        self.storage.is_some()
    }

    /// The text under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<String> {
        if let Some(text) = self.memory.borrow().get(key) {
            return Some(text.clone());
        }
        self.storage.as_ref()?.get_item(key).ok().flatten()
    }

    /// Writes a text under a key. Even when that fails, the text is what [`Store::get`] returns
    /// from now on, and what is in the browser's storage stays as it was.
    ///
    /// # Errors
    /// [`BrowserError`] when the text will not outlast the tab: storage is refused or full.
    pub fn set(&self, key: &str, text: &str) -> Result<(), BrowserError> {
        let written = match &self.storage {
            Some(storage) => storage.set_item(key, text).map_err(BrowserError::from),
            None => Err(BrowserError::Missing("storage for this page")),
        };
        let mut memory = self.memory.borrow_mut();
        match written {
            Ok(()) => memory.remove(key),
            Err(_) => memory.insert(key.to_owned(), text.to_owned()),
        };
        written
    }

    /// Forgets the text under a key.
    pub fn forget(&self, key: &str) {
        self.memory.borrow_mut().remove(key);
        if let Some(storage) = &self.storage {
            // Storage that can be read but not written keeps the old text; nothing is lost by it.
            let _ = storage.remove_item(key);
        }
    }
}

/// Asks the browser not to clear on its own what this page keeps, as some do after days without a
/// visit. It may refuse, and need not say so.
/// <https://developer.mozilla.org/en-US/docs/Web/API/StorageManager/persist>
pub fn ask_to_last() {
    let ask = || -> Result<(), BrowserError> {
        let storage = Reflect::get(&window()?.navigator(), &"storage".into())?;
        let persist = Reflect::get(&storage, &"persist".into())?;
        let persist: Function =
            persist.dyn_into().map_err(|_| BrowserError::Missing("lasting storage"))?;
        persist.call0(&storage)?;
        Ok(())
    };
    // What it keeps it keeps either way, for as long as it does.
    let _ = ask();
}

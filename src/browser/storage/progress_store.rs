//! What a reader rated, kept over visits: one record for the notes of a page.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use crate::browser::BrowserError;
use crate::browser::error::window;
use crate::progress::Record;
use crate::view_state::Form;

use super::store::{StorageScope, Store};

/// The place where a page's record is kept. A page is known by its path.
#[derive(Debug)]
pub struct ProgressStore {
    store: Store,
    tab: Store,
    key: String,
    received_key: String,
}

/// What there is to say about a record that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredRecordWarning {
    /// It cannot be read. It is put aside under another key, and another one begins.
    Unreadable(String),
    /// A newer version of the page wrote it: it is shown as far as it is understood, and not written over.
    Newer,
    /// So many parts of it cannot be read. They are kept.
    Unread(usize),
}

impl ProgressStore {
    /// The place for this page. In another page's frame it is about what stands there, and has a place of its own.
    #[must_use]
    pub fn open(form: Form) -> Self {
        let path = window().and_then(|window| Ok(window.location().pathname()?));
        let path = path.map(|path| match form {
            Form::Full => path,
            Form::Embedded => [&path, "#embedded"].concat(),
        });
        Self::over(
            Store::open(StorageScope::Always),
            Store::open(StorageScope::Tab),
            &path.unwrap_or_default(),
        )
    }

    /// The place for the page of this path, in these stores.
    #[must_use]
    pub fn over(store: Store, tab: Store, path: &str) -> Self {
        let key = ["skillreel.progress:", path].concat();
        let received_key = ["skillreel.received:", path].concat();
        Self { store, tab, key, received_key }
    }

    /// Whether something is kept.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.store.get(&self.key).is_some()
    }

    /// Empty where none is kept or none can be read; what cannot be read is put aside under `….bak`.
    #[must_use]
    pub fn load(&self) -> (Record, Option<StoredRecordWarning>) {
        let Some(text) = self.store.get(&self.key) else { return (Record::default(), None) };
        match Record::from_json(&text) {
            Ok(read) if read.is_newer => (read.record, Some(StoredRecordWarning::Newer)),
            Ok(read) => {
                let warning = (read.unread > 0).then_some(StoredRecordWarning::Unread(read.unread));
                (read.record, warning)
            }
            Err(error) => {
                // Whoever wrote it may want it back.
                let aside = [&self.key, ".bak"].concat();
                let _ = self.store.set(&aside, &text);
                (Record::default(), Some(StoredRecordWarning::Unreadable(error.to_string())))
            }
        }
    }

    /// Keeps a record together with what another tab has kept meanwhile, and returns both as one.
    ///
    /// # Errors
    /// [`BrowserError`] beside it when it will not outlast the tab.
    pub fn merge_in(&self, mut record: Record) -> (Record, Result<(), BrowserError>) {
        let (kept, warning) = self.load();
        record.merge(&kept);
        if warning == Some(StoredRecordWarning::Newer) {
            let why = "a newer version of this page keeps the ratings".to_owned();
            return (record, Err(BrowserError::Refused(why)));
        }
        let written = self.store.set(&self.key, &record.to_json());
        (record, written)
    }

    /// Ratings, names and list; what another person's link brought stays.
    pub fn forget(&self) {
        self.store.forget(&self.key);
    }

    /// Whether what is kept outlasts the tab, as far as can be told without writing.
    #[must_use]
    pub fn lasts(&self) -> bool {
        self.store.lasts()
    }

    /// The link of another person's ratings that was opened in this tab.
    #[must_use]
    pub fn received(&self) -> Option<String> {
        self.tab.get(&self.received_key)
    }

    /// Keeps the link of another person's ratings as long as the tab is open, or forgets it.
    pub fn keep_received(&self, link: Option<&str>) {
        match link {
            // What cannot be kept is there until the page is loaded again.
            Some(link) => drop(self.tab.set(&self.received_key, link)),
            None => self.tab.forget(&self.received_key),
        }
    }

    /// Calls back whenever another tab changes the record; with whether it was forgotten.
    #[must_use]
    pub fn on_change(&self, call: impl Fn(bool) + 'static) -> Option<EventListener> {
        let key = self.key.clone();
        let window = window().ok()?;
        Some(EventListener::new(&window, "storage", move |event| {
            let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
            if event.key().as_deref() == Some(&*key) {
                call(event.new_value().is_none());
            }
        }))
    }
}

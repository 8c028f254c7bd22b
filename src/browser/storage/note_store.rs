//! Notes kept over reloads, in the browser's database
//! (<https://developer.mozilla.org/docs/Web/API/IndexedDB_API>).
//!
//! What a reader adds in one go is a layer. Its notes are written first, in parts of about a
//! megabyte; then one record says which layers count, so that a page that is closed half-way comes
//! back as it was before. All pages from files share one database in some browsers: so every key
//! begins with the page's own path.

use js_sys::{Array, Math, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdbKeyRange;

use crate::browser::BrowserError;
use crate::browser::error::window;
use crate::vault::{Layer, Mode, NoteFile};

use super::database::{self, Database};

/// The database of all pages of one origin.
const DATABASE: &str = "skillreel";

/// Notes, in parts, by page, layer and number.
const PART_STORE: &str = "parts";

/// Which layers count, in their order, by page.
const PAGE_STORE: &str = "pages";

/// The size from which a part is full, in bytes of text.
const PART_BYTES: usize = 1 << 20;

/// The place where a page's notes are kept.
#[derive(Clone, Debug)]
pub struct NoteStore {
    database: Database,
    page: String,
}

/// Asks for that place at once; it is there when the future is, so that the page can read what it
/// came with meanwhile. A page is known by its path.
pub fn open() -> impl Future<Output = Result<NoteStore, BrowserError>> {
    let path = window().and_then(|window| Ok(window.location().pathname()?));
    open_for(path.unwrap_or_default())
}

/// Asks for the place of the page of this name.
pub fn open_for(page: String) -> impl Future<Output = Result<NoteStore, BrowserError>> {
    let request = database::request(DATABASE, &[PART_STORE, PAGE_STORE]);
    async move { Ok(NoteStore { database: request?.await?, page }) }
}

/// A name for a new layer.
#[must_use]
pub fn new_id() -> String {
    Math::random().to_bits().to_string()
}

impl NoteStore {
    /// Whether there are layers that count.
    ///
    /// # Errors
    /// [`BrowserError`] when that cannot be read.
    pub async fn holds_layers(&self) -> Result<bool, BrowserError> {
        let names = self.database.read(PAGE_STORE, |store| store.get(&self.page_key())).await?;
        Ok(names.dyn_into::<Array>().is_ok_and(|names| names.length() > 0))
    }

    /// The layers that count, from the bottom; none where none were kept.
    ///
    /// # Errors
    /// [`BrowserError`] when they cannot be read.
    pub async fn layers(&self) -> Result<Vec<Layer>, BrowserError> {
        let names = self.database.read(PAGE_STORE, |store| store.get(&self.page_key())).await?;
        let mut layers = Vec::new();
        for name in names.dyn_into::<Array>().unwrap_or_default().iter() {
            let name: Array = name.unchecked_into();
            let id = name.get(0).as_string().unwrap_or_default();
            let mode = Mode::from_name(&name.get(1).as_string().unwrap_or_default());
            let notes = self.notes(&id).await?;
            layers.push(Layer { id, mode, notes });
        }
        Ok(layers)
    }

    /// Part by part: all at once would hold up the page.
    async fn notes(&self, id: &str) -> Result<Vec<NoteFile>, BrowserError> {
        let range = self.range(id)?;
        let keys =
            self.database.read(PART_STORE, |store| store.get_all_keys_with_key(&range)).await?;
        let mut notes = Vec::new();
        for key in keys.unchecked_into::<Array>().iter() {
            let part = self.database.read(PART_STORE, |store| store.get(&key)).await?;
            notes.extend(part.unchecked_into::<Array>().iter().filter_map(|row| note_of(&row)));
        }
        Ok(notes)
    }

    /// Writes the notes of a layer. They do not count before [`NoteStore::count`] says so.
    ///
    /// # Errors
    /// [`BrowserError`] when there is no room, among others. What was kept before stays.
    pub async fn write(&self, layer: &Layer) -> Result<(), BrowserError> {
        let mut notes = layer.notes.as_slice();
        let mut number = 0;
        while !notes.is_empty() {
            let (part, rest) = notes.split_at(part_length(notes));
            let key = Array::of3(
                &JsValue::from_str(&self.page),
                &JsValue::from_str(&layer.id),
                &JsValue::from_f64(f64::from(number)),
            );
            let rows: Array = part.iter().map(row_of).collect();
            self.database
                .change(&[PART_STORE, PAGE_STORE], |transaction| {
                    transaction.object_store(PART_STORE)?.put_with_key(&rows, &key)?;
                    Ok(())
                })
                .await?;
            (notes, number) = (rest, number + 1);
        }
        Ok(())
    }

    /// Says which layers count from now on. Of the others those named in `spare` stay written, so
    /// that they can be made to count again.
    ///
    /// # Errors
    /// [`BrowserError`] when that cannot be written.
    pub async fn count(&self, layers: &[(&str, Mode)], spare: &[&str]) -> Result<(), BrowserError> {
        let start = Array::of1(&JsValue::from_str(&self.page));
        // Lists stand behind texts in the order of keys.
        let end = Array::of2(&JsValue::from_str(&self.page), &Array::new());
        let range = IdbKeyRange::bound(&start, &end)?;
        let keys =
            self.database.read(PART_STORE, |store| store.get_all_keys_with_key(&range)).await?;
        let stays = |key: &JsValue| {
            let id = key.unchecked_ref::<Array>().get(1).as_string().unwrap_or_default();
            layers.iter().any(|(layer, _)| *layer == id) || spare.contains(&id.as_str())
        };
        let names: Array = layers
            .iter()
            .map(|(id, mode)| Array::of2(&JsValue::from_str(id), &JsValue::from_str(mode.as_str())))
            .collect();
        self.database
            .change(&[PART_STORE, PAGE_STORE], |transaction| {
                let pages = transaction.object_store(PAGE_STORE)?;
                if layers.is_empty() {
                    pages.delete(&self.page_key())?;
                } else {
                    pages.put_with_key(&names, &self.page_key())?;
                }
                let parts = transaction.object_store(PART_STORE)?;
                for key in keys.unchecked_ref::<Array>().iter().filter(|key| !stays(key)) {
                    parts.delete(&key)?;
                }
                Ok(())
            })
            .await
    }

    /// Whether the notes of a layer are written: another tab may have removed them.
    ///
    /// # Errors
    /// [`BrowserError`] when the database cannot be read.
    pub async fn holds(&self, id: &str) -> Result<bool, BrowserError> {
        let range = self.range(id)?;
        let number = self.database.read(PART_STORE, |store| store.count_with_key(&range)).await?;
        Ok(number.as_f64().is_some_and(|number| number > 0.0))
    }

    fn page_key(&self) -> JsValue {
        JsValue::from_str(&self.page)
    }

    /// The keys of a layer's parts.
    fn range(&self, id: &str) -> Result<IdbKeyRange, BrowserError> {
        let (page, id) = (JsValue::from_str(&self.page), JsValue::from_str(id));
        Ok(IdbKeyRange::bound(&Array::of2(&page, &id), &Array::of3(&page, &id, &Array::new()))?)
    }
}

/// How many of these notes make a part.
fn part_length(notes: &[NoteFile]) -> usize {
    let mut bytes = 0;
    let is_full = |note: &NoteFile| {
        bytes += note.text.about_bytes();
        bytes >= PART_BYTES
    };
    notes.iter().position(is_full).map_or(notes.len(), |last| last + 1)
}

/// A note as a row: its path and its text, or its bytes where the text cannot give them back.
fn row_of(note: &NoteFile) -> JsValue {
    let content = match note.original() {
        Some(bytes) => Uint8Array::from(&**bytes).into(),
        None => JsValue::from_str(&note.text.read()),
    };
    Array::of2(&JsValue::from_str(&note.path), &content).into()
}

fn note_of(row: &JsValue) -> Option<NoteFile> {
    let row: &Array = row.dyn_ref()?;
    let (path, content) = (row.get(0).as_string()?, row.get(1));
    Some(match content.dyn_ref::<Uint8Array>() {
        Some(bytes) => NoteFile::from_bytes(path, &bytes.to_vec()),
        None => NoteFile::new(path, content.as_string()?),
    })
}

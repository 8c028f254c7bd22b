//! Notes kept over reloads, in the browser's database
//! (<https://developer.mozilla.org/docs/Web/API/IndexedDB_API>).
//!
//! What a reader adds in one go is a layer. Its notes are written first, in parts of about a
//! megabyte; then one record says which layers count, so that a page that is closed half-way comes
//! back as it was before. All pages from files share one database in some browsers: so every key
//! begins with the page's own path.

use js_sys::{Array, Function, Math};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use crate::vault::{Layer, Mode, NoteFile};

use super::error::window;
use super::{BrowserError, promise};

/// The database of all pages of one origin.
const DATABASE: &str = "skillreel";

/// The version of its shape.
const VERSION: u32 = 1;

/// Notes, in parts, by page, layer and number.
const PARTS: &str = "parts";

/// Which layers count, in their order, by page.
const PAGES: &str = "pages";

/// The size from which a part is full, in bytes of text.
const PART_BYTES: usize = 1 << 20;

/// How long the database may take to open before the page starts without it, in milliseconds.
const PATIENCE_MS: i32 = 3000;

/// The place where a page's notes are kept.
#[derive(Clone, Debug)]
pub struct Kept {
    database: IdbDatabase,
    page: String,
}

/// A database that is being opened, while the page reads what it came with.
#[derive(Debug)]
pub struct Opening {
    opened: Result<JsFuture, BrowserError>,
    page: String,
}

impl Opening {
    /// Asks for the database. It is known by the path of the page.
    #[must_use]
    pub fn start() -> Self {
        let path = window().and_then(|window| Ok(window.location().pathname()?));
        Self::of(path.unwrap_or_default())
    }

    /// Asks for the database, for the page of this name.
    #[must_use]
    pub fn of(page: String) -> Self {
        Self { opened: request().map(|request| opened(&request)), page }
    }

    /// The database, once it is there.
    ///
    /// # Errors
    /// [`BrowserError`] where the browser refuses it, or takes too long.
    pub async fn finish(self) -> Result<Kept, BrowserError> {
        let database: JsValue = self.opened?.await?;
        Ok(Kept { database: database.unchecked_into(), page: self.page })
    }
}

fn request() -> Result<IdbOpenDbRequest, BrowserError> {
    let factory = window()?.indexed_db()?.ok_or(BrowserError::Missing("database for pages"))?;
    Ok(factory.open_with_u32(DATABASE, VERSION)?)
}

fn opened(request: &IdbOpenDbRequest) -> JsFuture {
    let promise = promise::of(|resolve, reject| {
        let asked = request.clone();
        let create = Closure::once_into_js(move || create(&asked));
        request.set_onupgradeneeded(Some(create.unchecked_ref()));
        let asked = request.clone();
        let done = Closure::once_into_js(move || match asked.result() {
            Ok(database) => {
                // Another tab may need it in another shape, or gone: this one must not be in the
                // way. What is written afterwards fails, and the page says so.
                let held: IdbDatabase = database.clone().unchecked_into();
                let let_go = Closure::once_into_js(move || held.close());
                let held: &IdbDatabase = database.unchecked_ref();
                held.set_onversionchange(Some(let_go.unchecked_ref()));
                call(&resolve, &database);
            }
            Err(_) => call(&resolve, &JsValue::NULL),
        });
        request.set_onsuccess(Some(done.unchecked_ref()));
        let asked = request.clone();
        let late = reject.clone();
        let fail = Closure::once_into_js(move || call(&reject, &error_of(&asked)));
        request.set_onerror(Some(fail.unchecked_ref()));
        let message = JsValue::from_str("it took too long to open");
        let give_up = Closure::once_into_js(move || call(&late, &message));
        let _ = window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(
                give_up.unchecked_ref(),
                PATIENCE_MS,
            )
        });
    });
    JsFuture::from(promise)
}

fn create(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result() else { return };
    let database: IdbDatabase = database.unchecked_into();
    // Where this fails, opening does.
    let _ = database.create_object_store(PARTS);
    let _ = database.create_object_store(PAGES);
}

/// A name for a new layer.
#[must_use]
pub fn new_id() -> String {
    Math::random().to_bits().to_string()
}

impl Kept {
    /// The layers that count, from the bottom; none where none were kept.
    ///
    /// # Errors
    /// [`BrowserError`] when they cannot be read.
    pub async fn layers(&self) -> Result<Vec<Layer>, BrowserError> {
        let names = self.read(PAGES, |store| store.get(&self.page_key())).await?;
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
        let keys = self.read(PARTS, |store| store.get_all_keys_with_key(&range)).await?;
        let mut notes = Vec::new();
        for key in keys.unchecked_into::<Array>().iter() {
            let part = self.read(PARTS, |store| store.get(&key)).await?;
            notes.extend(part.unchecked_into::<Array>().iter().filter_map(|row| note_of(&row)));
        }
        Ok(notes)
    }

    /// Writes the notes of a layer. They do not count before [`Kept::count`] says so.
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
            self.change(|transaction| {
                transaction.object_store(PARTS)?.put_with_key(&rows, &key)?;
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
        let keys = self.read(PARTS, |store| store.get_all_keys_with_key(&range)).await?;
        let stays = |key: &JsValue| {
            let id = key.unchecked_ref::<Array>().get(1).as_string().unwrap_or_default();
            layers.iter().any(|(layer, _)| *layer == id) || spare.contains(&id.as_str())
        };
        let names: Array = layers
            .iter()
            .map(|(id, mode)| Array::of2(&JsValue::from_str(id), &JsValue::from_str(mode.as_str())))
            .collect();
        self.change(|transaction| {
            let pages = transaction.object_store(PAGES)?;
            if layers.is_empty() {
                pages.delete(&self.page_key())?;
            } else {
                pages.put_with_key(&names, &self.page_key())?;
            }
            let parts = transaction.object_store(PARTS)?;
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
        let number = self.read(PARTS, |store| store.count_with_key(&range)).await?;
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

    async fn read(
        &self,
        store: &str,
        ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
    ) -> Result<JsValue, BrowserError> {
        let request = ask(&self.database.transaction_with_str(store)?.object_store(store)?)?;
        promise::settled(|resolve, reject| {
            let asked = request.clone();
            let done = Closure::once_into_js(move || {
                call(&resolve, &asked.result().unwrap_or_default());
            });
            request.set_onsuccess(Some(done.unchecked_ref()));
            let asked = request.clone();
            let fail = Closure::once_into_js(move || call(&reject, &error_of(&asked)));
            request.set_onerror(Some(fail.unchecked_ref()));
        })
        .await
    }

    /// Changes both stores, all or nothing.
    async fn change(
        &self,
        edit: impl FnOnce(&IdbTransaction) -> Result<(), JsValue>,
    ) -> Result<(), BrowserError> {
        let stores = Array::of2(&JsValue::from_str(PARTS), &JsValue::from_str(PAGES));
        let transaction = self
            .database
            .transaction_with_str_sequence_and_mode(&stores, IdbTransactionMode::Readwrite)?;
        if let Err(error) = edit(&transaction) {
            // It has ended by itself where it cannot be ended.
            let _ = transaction.abort();
            return Err(error.into());
        }
        promise::settled(|resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            let ended = transaction.clone();
            let fail = Closure::once_into_js(move || {
                call(&reject, &ended.error().map_or(JsValue::NULL, JsValue::from));
            });
            // A lack of room shows here, and not at any of the requests.
            transaction.set_onabort(Some(fail.unchecked_ref()));
        })
        .await?;
        Ok(())
    }
}

/// How many of these notes make a part.
fn part_length(notes: &[NoteFile]) -> usize {
    let mut bytes = 0;
    let is_full = |note: &NoteFile| {
        bytes += note.text.len();
        bytes >= PART_BYTES
    };
    notes.iter().position(is_full).map_or(notes.len(), |last| last + 1)
}

/// A note as a row: path, text, and what decoding lost, as line and message.
fn row_of(note: &NoteFile) -> JsValue {
    let row = Array::of2(&JsValue::from_str(&note.path), &JsValue::from_str(&note.text));
    if let Some(lost) = &note.lost {
        row.push(&JsValue::from_f64(f64::from(lost.line)));
        row.push(&JsValue::from_str(&lost.message));
    }
    row.into()
}

fn note_of(row: &JsValue) -> Option<NoteFile> {
    let row: &Array = row.dyn_ref()?;
    let note = NoteFile::new(row.get(0).as_string()?, row.get(1).as_string()?);
    Some(match (row.get(2).as_f64(), row.get(3).as_string()) {
        (Some(line), Some(message)) => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it saturates"
            )]
            let line = line as u32;
            note.with_loss(line, message)
        }
        _ => note,
    })
}

fn error_of(request: &IdbRequest) -> JsValue {
    request.error().ok().flatten().map_or(JsValue::NULL, JsValue::from)
}

fn call(function: &Function, value: &JsValue) {
    // Nothing listens to what the function returns.
    let _ = function.call1(&JsValue::NULL, value);
}

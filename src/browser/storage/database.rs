//! The browser's database, awaited
//! (<https://developer.mozilla.org/docs/Web/API/IndexedDB_API>).

use js_sys::{Array, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

use crate::browser::error::window;
use crate::browser::{BrowserError, promise};

/// How long the database may take to open before the page goes on without it, in milliseconds.
const PATIENCE_MS: i32 = 3000;

/// The version of the shape that databases have here: stores without keys of their own.
const DATABASE_VERSION: u32 = 1;

/// An open connection to the page's IndexedDB.
#[derive(Clone, Debug)]
pub(in crate::browser) struct Database(IdbDatabase);

/// Asks for a database with these stores, at once; it is there when the future is.
pub(in crate::browser) fn request(
    name: &str,
    stores: &'static [&'static str],
) -> Result<impl Future<Output = Result<Database, BrowserError>> + use<>, BrowserError> {
    let factory = window()?.indexed_db()?.ok_or(BrowserError::Missing("database for pages"))?;
    let request = factory.open_with_u32(name, DATABASE_VERSION)?;
    // Looked after from now on: it may fail before anybody waits for it, and browsers then report it
    // as an error that nobody caught.
    let opened =
        JsFuture::from(promise::of(|resolve, reject| listen(&request, stores, &resolve, &reject)));
    Ok(async move { Ok(Database(opened.await?.dyn_into()?)) })
}

fn listen(
    request: &IdbOpenDbRequest,
    stores: &'static [&'static str],
    resolve: &Function,
    reject: &Function,
) {
    let asked = request.clone();
    let create = Closure::once_into_js(move || {
        let database = asked.result().ok().and_then(|made| made.dyn_into::<IdbDatabase>().ok());
        for store in stores {
            // Where this fails, opening does.
            let _ = database.as_ref().map(|database| database.create_object_store(store));
        }
    });
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    let (asked, resolve) = (request.clone(), resolve.clone());
    let done = Closure::once_into_js(move || {
        let result = asked.result().unwrap_or_default();
        if let Some(database) = result.dyn_ref::<IdbDatabase>() {
            // Another tab may need it in another shape, or gone: this one must not be in the way.
            // What is asked afterwards fails, and the page says so.
            let connection = database.clone();
            // A browser may say it again while the first time is still being answered.
            let let_go = Closure::<dyn Fn()>::new(move || connection.close()).into_js_value();
            database.set_onversionchange(Some(let_go.unchecked_ref()));
        }
        call(&resolve, &result);
    });
    request.set_onsuccess(Some(done.unchecked_ref()));
    let (asked, refused) = (request.clone(), reject.clone());
    let fail = Closure::once_into_js(move || call(&refused, &error_of(&asked)));
    request.set_onerror(Some(fail.unchecked_ref()));
    let (late, message) = (reject.clone(), JsValue::from_str("it took too long to open"));
    let give_up = Closure::once_into_js(move || call(&late, &message));
    // Without a window there is no database either.
    let _ = window().map(|window| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(
            give_up.unchecked_ref(),
            PATIENCE_MS,
        )
    });
}

impl Database {
    /// What a store answers to a request.
    pub(in crate::browser) async fn read(
        &self,
        store: &str,
        ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
    ) -> Result<JsValue, BrowserError> {
        let request = ask(&self.0.transaction_with_str(store)?.object_store(store)?)?;
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

    /// Changes stores, all or nothing.
    pub(in crate::browser) async fn change(
        &self,
        stores: &[&str],
        edit: impl FnOnce(&IdbTransaction) -> Result<(), JsValue>,
    ) -> Result<(), BrowserError> {
        let stores: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
        let transaction = self
            .0
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

fn error_of(request: &IdbRequest) -> JsValue {
    request.error().ok().flatten().map_or(JsValue::NULL, JsValue::from)
}

fn call(function: &Function, value: &JsValue) {
    // Nothing listens to what the function returns.
    let _ = function.call1(&JsValue::NULL, value);
}

//! Files that lie beside a hosted page, fetched and checked.

use std::cell::RefCell;

use js_sys::{Promise, Uint8Array};
use rustc_hash::FxHashMap;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{RequestCache, RequestInit, Response};

use crate::browser::BrowserError;
use crate::browser::error::window;
use crate::export::page::beside::VaultPiece;

use super::unpack::unpack_bytes;

/// A file on its way.
#[derive(Clone, Debug)]
pub struct Coming(Promise);

thread_local! {
    /// The files that were asked for and have not come: whoever else asks waits for the same.
    static ASKED: RefCell<FxHashMap<VaultPiece, Promise>> = RefCell::default();
}

impl Coming {
    /// Asks for a file.
    #[must_use]
    pub fn of(file: VaultPiece) -> Self {
        let asked = ASKED.with(|asked| asked.borrow().get(&file).cloned());
        Self(asked.unwrap_or_else(|| {
            let promise = future_to_promise(async move {
                let fetched = fetched(&file).await;
                ASKED.with(|asked| asked.borrow_mut().remove(&file));
                fetched
            });
            ASKED.with(|asked| asked.borrow_mut().insert(file, promise.clone()));
            promise
        }))
    }

    /// Its bytes, unpacked.
    ///
    /// # Errors
    /// [`BrowserError`] when it did not come, or another one came: which file, and what was wrong.
    pub async fn bytes(self) -> Result<Vec<u8>, BrowserError> {
        let bytes = JsFuture::from(self.0).await?;
        Ok(bytes.unchecked_into::<Uint8Array>().to_vec())
    }
}

async fn fetched(file: &VaultPiece) -> Result<JsValue, JsValue> {
    let packed = match packed(file, RequestCache::Default).await {
        Ok(packed) => packed,
        // A cache may hold a broken copy: ask past it, once.
        Err(_) => packed(file, RequestCache::Reload).await?,
    };
    Ok(unpack_bytes(&packed).await.map_err(|error| told(file, &error))?.into())
}

async fn packed(file: &VaultPiece, cache: RequestCache) -> Result<Uint8Array, JsValue> {
    let fetched = async {
        let answer = answered(asked(file, cache)?).await?;
        let bytes = JsFuture::from(answer.array_buffer()?).await?;
        Ok(Uint8Array::new(&bytes))
    };
    fetched.await.map_err(|error| told(file, &error))
}

/// Asks the host for a file, which the browser checks as it comes.
///
/// # Errors
/// [`BrowserError`] where the page can ask for nothing.
pub fn asked(file: &VaultPiece, cache: RequestCache) -> Result<Promise, BrowserError> {
    let init = RequestInit::new();
    init.set_integrity(&integrity(file)?);
    init.set_cache(cache);
    Ok(window()?.fetch_with_str_and_init(&file.address(), &init))
}

/// What the host answered to [`asked`].
///
/// # Errors
/// [`BrowserError`] when nothing came, or not that file.
pub async fn answered(asked: Promise) -> Result<Response, BrowserError> {
    let answer: Response = JsFuture::from(asked)
        .await?
        .dyn_into()
        .map_err(|_| BrowserError::Missing("answer to a request"))?;
    if !answer.ok() {
        let status = answer.status().to_string();
        return Err(BrowserError::Refused(["the host answered ", &status].concat()));
    }
    Ok(answer)
}

/// By which the browser checks it. Source: <https://www.w3.org/TR/SRI/>.
fn integrity(file: &VaultPiece) -> Result<String, BrowserError> {
    let bytes: String = file.digest().iter().map(|byte| char::from(*byte)).collect();
    Ok(["sha256-", &window()?.btoa(&bytes)?].concat())
}

fn told(file: &VaultPiece, error: &BrowserError) -> JsValue {
    js_sys::Error::new(&[&file.address(), ": ", &error.to_string()].concat()).into()
}

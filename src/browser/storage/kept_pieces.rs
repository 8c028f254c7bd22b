//! The files beside a page that the browser keeps for a time without a network: what `src/installed/sw.js` keeps by use,
//! and what a reader wanted kept.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, RequestCache, Response};

use crate::browser::BrowserError;
use crate::browser::error::window;
use crate::browser::files::beside::{answered, asked};
use crate::export::page::beside::VaultPiece;

/// The cache, as `src/installed/sw.js` calls it.
const CACHE: &str = "skillreel-pieces";

/// Where in it stands which files are to stay, however many others come: addresses, as JSON.
const STAYING: &str = "pieces/staying.json";

/// The files that are kept.
#[derive(Clone, Debug)]
pub struct KeptPieces(Cache);

/// A file that was not kept.
#[derive(Clone, Debug, PartialEq)]
pub enum NotKept {
    /// It did not come.
    Fetched(BrowserError),
    /// The browser did not take it, which is nearly always for want of room.
    Stored(BrowserError),
}

impl KeptPieces {
    /// Whether this browser keeps files for this page. From a file, and in some private windows, it does not.
    #[must_use]
    pub fn can_be() -> bool {
        window().is_ok_and(|window| window.caches().is_ok_and(|caches| caches.is_object()))
    }

    /// Opens them.
    ///
    /// # Errors
    /// [`BrowserError`] where the browser keeps none.
    pub async fn open() -> Result<Self, BrowserError> {
        let opened = JsFuture::from(window()?.caches()?.open(CACHE)).await?;
        opened.dyn_into().map(Self).map_err(|_| BrowserError::Missing("place to keep files"))
    }

    /// Says which files stay from now on, however many others are kept by use.
    ///
    /// # Errors
    /// [`BrowserError`] where there is no room for it.
    pub async fn let_stay(&self, pieces: &[VaultPiece]) -> Result<(), BrowserError> {
        let addresses: Array = pieces.iter().map(|piece| JsValue::from(piece.address())).collect();
        addresses.push(&STAYING.into());
        let text = js_sys::JSON::stringify(&addresses)?.as_string();
        let answer = Response::new_with_opt_str(text.as_deref())?;
        JsFuture::from(self.0.put_with_str(STAYING, &answer)).await?;
        Ok(())
    }

    /// Keeps some files, all on their way at a time. Those that are kept already are not fetched.
    ///
    /// # Errors
    /// [`NotKept`] for the first that was not; the others are tried.
    pub async fn keep(&self, pieces: &[VaultPiece]) -> Result<(), NotKept> {
        let mut coming: Vec<(&VaultPiece, Promise)> = Vec::new();
        for piece in pieces {
            let kept = JsFuture::from(self.0.match_with_str(&piece.address())).await;
            if kept.is_ok_and(|kept| kept.is_undefined()) {
                // What a cache has of it may be broken, and is asked for past all caches if so.
                let asked = asked(piece, RequestCache::Default).map_err(NotKept::Fetched)?;
                coming.push((piece, asked));
            }
        }
        let mut all_kept = Ok(());
        for (piece, promise) in coming {
            if let Err(error) = self.put(piece, promise).await {
                all_kept = Err(error);
            }
        }
        all_kept
    }

    async fn put(&self, piece: &VaultPiece, coming: Promise) -> Result<(), NotKept> {
        let answer = match answered(coming).await {
            Ok(answer) => answer,
            Err(_) => {
                let again = asked(piece, RequestCache::Reload).map_err(NotKept::Fetched)?;
                answered(again).await.map_err(NotKept::Fetched)?
            }
        };
        let stored = JsFuture::from(self.0.put_with_str(&piece.address(), &answer)).await;
        stored.map(|_| ()).map_err(|error| NotKept::Stored(error.into()))
    }
}

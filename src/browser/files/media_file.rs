//! Files of the reader's own that play in place of videos. Where the browser lets it, which file
//! plays for which video is remembered, and not the file itself
//! (<https://developer.mozilla.org/docs/Web/API/File_System_API>).

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileSystemFileHandle, HtmlInputElement};

use crate::browser::BrowserError;
use crate::browser::error::window;
use crate::browser::storage::database::{self, Database};
use crate::video::VideoId;

/// The database of what is remembered, apart from that of notes.
const DATABASE: &str = "skillreel-media";

/// What was chosen, by video.
const FILE_STORE: &str = "files";

/// The function that asks for a file. Only Chromium has it, and the binding has no stable word.
const ASK_FOR_FILE_FUNCTION: &str = "showOpenFilePicker";

/// A file that was chosen, and can be opened again in another visit.
#[derive(Clone, Debug)]
pub struct Remembered(FileSystemFileHandle);

/// The file that was chosen in an input.
#[must_use]
pub fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files()?.get(0);
    // So that the same file can be chosen again.
    input.set_value("");
    file
}

/// Whether the browser can be asked for a file that it remembers.
#[must_use]
pub fn can_ask() -> bool {
    window().is_ok_and(|window| ask_function(&window).is_some())
}

/// Asks the reader for a file; in answer to a click only.
///
/// # Errors
/// [`BrowserError`] when the reader chose none.
pub async fn ask() -> Result<Remembered, BrowserError> {
    let window = window()?;
    let ask = ask_function(&window).ok_or(BrowserError::Missing("way to remember files"))?;
    let kind = Object::new();
    let accept = Object::new();
    for name in ["video/*", "audio/*"] {
        Reflect::set(&accept, &JsValue::from_str(name), &Array::new())?;
    }
    Reflect::set(&kind, &JsValue::from_str("accept"), &accept)?;
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("types"), &Array::of1(&kind))?;
    let chosen: Promise = ask.call1(&window, &options)?.dyn_into()?;
    let chosen: Array = JsFuture::from(chosen).await?.dyn_into()?;
    Ok(Remembered(chosen.get(0).dyn_into()?))
}

fn ask_function(window: &web_sys::Window) -> Option<Function> {
    Reflect::get(window, &JsValue::from_str(ASK_FOR_FILE_FUNCTION)).ok()?.dyn_into().ok()
}

impl Remembered {
    /// The file that is remembered for a video.
    pub async fn of(video: VideoId) -> Option<Self> {
        let database = open().await.ok()?;
        let key = JsValue::from_str(video.as_str());
        let found = database.read(FILE_STORE, |store| store.get(&key)).await.ok()?;
        Some(Self(found.dyn_into().ok()?))
    }

    /// Remembers it for a video.
    ///
    /// # Errors
    /// [`BrowserError`] when the browser does not.
    pub async fn keep(&self, video: VideoId) -> Result<(), BrowserError> {
        let key = JsValue::from_str(video.as_str());
        let put = |transaction: &web_sys::IdbTransaction| {
            transaction.object_store(FILE_STORE)?.put_with_key(&self.0, &key)?;
            Ok(())
        };
        open().await?.change(&[FILE_STORE], put).await
    }

    /// The file's name, without its folder: browsers tell no more.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Opens it. The browser may ask the reader first, and lets itself be asked to only in answer
    /// to a click.
    ///
    /// # Errors
    /// [`BrowserError`] when the reader does not allow it, or the file is gone.
    pub async fn open(&self) -> Result<File, BrowserError> {
        // A browser that has no such function opens it without being asked.
        let ask = Reflect::get(&self.0, &JsValue::from_str("requestPermission"))?;
        if let Some(ask) = ask.dyn_ref::<Function>() {
            let allowed: Promise = ask.call0(&self.0)?.dyn_into()?;
            let allowed = JsFuture::from(allowed).await?;
            if allowed.as_string().as_deref() != Some("granted") {
                return Err(BrowserError::Refused("the file may not be read".to_owned()));
            }
        }
        let file: JsValue = JsFuture::from(self.0.get_file()).await?;
        Ok(file.dyn_into()?)
    }
}

/// Forgets the file of a video.
///
/// # Errors
/// [`BrowserError`] when it cannot be forgotten.
pub async fn forget(video: VideoId) -> Result<(), BrowserError> {
    let key = JsValue::from_str(video.as_str());
    let delete = |transaction: &web_sys::IdbTransaction| {
        transaction.object_store(FILE_STORE)?.delete(&key)?;
        Ok(())
    };
    open().await?.change(&[FILE_STORE], delete).await
}

async fn open() -> Result<Database, BrowserError> {
    database::request(DATABASE, &[FILE_STORE])?.await
}

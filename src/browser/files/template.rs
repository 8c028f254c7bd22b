//! The page in one file, as text: what a page is saved from.

use std::fmt;

use js_sys::JsString;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::browser::BrowserError;
use crate::browser::error::{document, window};
use crate::export::page::pack::SINGLE_FILE;
use crate::export::page::shell::{self, NoPlace, PageParts, id};

use super::unpack::{decoded, unpack_text};

/// Why there is no page to save.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplateError {
    /// The one beside this page did not come: what the browser or the host said.
    NotFetched(BrowserError),
    /// This page is in one file itself, and a part of it is gone.
    Damaged(BrowserError),
    /// The text around the parts is not whole.
    Shell(NoPlace),
}

/// The page in one file: this page's own text, or where its files stand apart the one beside it.
///
/// # Errors
/// [`TemplateError`] when it cannot be had.
pub async fn read() -> Result<String, TemplateError> {
    match text_of(id::SHELL) {
        Ok(packed) => own(&packed).await,
        Err(_) => beside().await.map_err(TemplateError::NotFetched),
    }
}

async fn own(packed: &str) -> Result<String, TemplateError> {
    let part = |id| text_of(id).map_err(TemplateError::Damaged);
    let (css, wasm, chunks) = (part(id::CSS)?, part(id::WASM)?, part(id::CHUNKS)?);
    let (glue, boot) = (part(id::GLUE)?, part(id::BOOT)?);
    let shell: String = shell_text(&packed.into()).await.map_err(TemplateError::Damaged)?.into();
    let (css, wasm, chunks, glue, boot) = (&*css, &*wasm, &*chunks, &*glue, &*boot);
    let parts = PageParts { css, wasm, chunks, shell: packed, glue, boot };
    shell::assemble(&shell, &parts).map_err(TemplateError::Shell)
}

async fn shell_text(packed: &JsString) -> Result<JsString, BrowserError> {
    unpack_text(&decoded(packed)?).await
}

fn text_of(id: &'static str) -> Result<String, BrowserError> {
    let element = document()?.get_element_by_id(id);
    element.and_then(|element| element.text_content()).ok_or(BrowserError::Missing(id))
}

async fn beside() -> Result<String, BrowserError> {
    let answer = JsFuture::from(window()?.fetch_with_str(SINGLE_FILE)).await?;
    let answer: Response =
        answer.dyn_into().map_err(|_| BrowserError::Missing("answer to a request"))?;
    if !answer.ok() {
        return Err(BrowserError::Refused(["the host answered ", &answer.status_text()].concat()));
    }
    let text = JsFuture::from(answer.text()?).await?;
    text.as_string().ok_or(BrowserError::Missing("text in an answer"))
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFetched(error) => write!(
                f,
                "the file {SINGLE_FILE}, which lies beside this page on its host, did not come \
                 ({error}); try again with a network, or ask who runs the page to put it there"
            ),
            Self::Damaged(error) => {
                write!(f, "this page is not whole ({error}); get a fresh copy of it")
            }
            Self::Shell(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TemplateError {}

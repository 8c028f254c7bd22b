//! What is pasted: the text of each form, to copy or to keep as a file.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::files::download;
use crate::browser::page::canvas;
use crate::export::formats::embed::Embed;
use crate::export::formats::picture::ladder::picture_of;
use crate::export::formats::{csv, html, markdown};
use crate::matrix::Matrix;
use crate::ui::share::save::saving::file_stem;
use crate::ui::state::library::Library;
use crate::ui::widgets::copy_button::CopyButton;
use crate::vault::Vault;

/// A form in which the matrix goes into another page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Snippet {
    /// A frame with its script.
    Frame,
    /// The element that makes the frame.
    Element,
    /// A table in HTML.
    Table,
    /// A table in Markdown.
    Markdown,
    /// Comma-separated values.
    Csv,
    /// A picture.
    Picture,
}

impl Snippet {
    pub const ALL: [Self; 6] =
        [Self::Frame, Self::Element, Self::Table, Self::Markdown, Self::Csv, Self::Picture];

    pub fn name(self) -> &'static str {
        match self {
            Self::Frame => "",
            Self::Element => "element",
            Self::Table => "html",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Picture => "png",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Frame => "Frame",
            Self::Element => "Element with script",
            Self::Table => "HTML table, without any script",
            Self::Markdown => "Markdown table",
            Self::Csv => "CSV",
            Self::Picture => "Picture",
        }
    }

    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or(Self::Frame)
    }

    /// The text to paste; `None` as long as the page's address is not known that it needs. A picture's text
    /// is what it says to those who cannot see it.
    pub fn written(
        self,
        embed: &Embed<'_>,
        vault: &Vault,
        matrix: impl FnOnce() -> Matrix,
    ) -> Option<String> {
        Some(match self {
            Self::Frame | Self::Element if embed.page.is_empty() => return None,
            Self::Frame => embed.iframe(),
            Self::Element => embed.element(),
            Self::Table => html::matrix_table(vault, &matrix()),
            Self::Markdown | Self::Picture => markdown::matrix(vault, &matrix()),
            Self::Csv => csv::matrix(vault, &matrix()),
        })
    }
}

/// The text of a form, to copy or to keep as a file.
#[component]
pub fn SnippetView(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The form.
    kind: RwSignal<Snippet>,
    /// The text.
    code: Signal<Option<String>>,
    /// What is chosen of the matrix.
    matrix: Callback<(), Matrix>,
    /// What the matrix is called.
    title: String,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let keep = move |_| {
        let stem = file_stem(&title);
        let outcome = match kind.get_untracked() {
            Snippet::Csv => {
                let name = [&stem, ".csv"].concat();
                download::save(
                    &name,
                    "text/csv",
                    code.get_untracked().unwrap_or_default().as_bytes(),
                )
            }
            _ => {
                let matrix = untrack(|| matrix.run(()));
                let picture = picture_of(&library.vault, &matrix, &title);
                canvas::save(&picture, &[&stem, ".png"].concat())
            }
        };
        said.set(match outcome {
            Ok(()) => "Saved.".to_owned(),
            Err(error) => ["It was not saved: ", &error.to_string(), "."].concat(),
        });
    };
    let is_file = move || matches!(kind.get(), Snippet::Csv | Snippet::Picture);
    view! {
        <div class="field">
            {move || code.read().is_none().then(|| view! {
                <p class="embed-wanted">"Give the address of the page on its host first."</p>
            }.into_any())}
            <textarea
                class="code"
                rows="5"
                readonly
                aria-label="To paste"
                hidden=move || kind.get() == Snippet::Picture || code.read().is_none()
                prop:value=move || code.get().unwrap_or_default()
            ></textarea>
            <div class="field-row">
                {move || {
                    let text = code.get().filter(|_| kind.get() != Snippet::Picture);
                    text.map(|text| view! { <CopyButton text label="Copy what is to be pasted".to_owned()/> }.into_any())
                }}
                {move || {
                    let keep = keep.clone();
                    is_file().then(|| view! {
                        <button type="button" class="button" on:click=keep>"Save as a file"</button>
                    }.into_any())
                }}
                <p class="quiet" role="status" prop:textContent=move || said.get()></p>
            </div>
        </div>
    }
    .into_any()
}

//! The link to what is shown, and the other ways of sharing it.

use leptos::prelude::*;

use crate::browser::page::{address, surroundings};
use crate::browser::storage::kept_pieces::KeptPieces;
use crate::ui::import::note_import::note_import;
use crate::ui::state::texts_beside;
use crate::ui::widgets::copy_field::CopyField;
use crate::ui::widgets::counting::size;

use super::native_share::NativeShare;
use super::sharing::{SharingSheet, sharing};

/// The link to what is shown, and the other ways of sharing it.
#[component]
pub fn LinkSheet() -> impl IntoView {
    let sharing = sharing();
    // A file's address leads nowhere on another machine, and names folders of this one.
    let link = address::origin().map(|_| address::full());
    let title = untrack(|| note_import().title());
    let way = |sheet: SharingSheet, more: &str, about: &'static str| {
        let title = [sheet.title(), more].concat();
        view! {
            <li>
                <button type="button" class="way" on:click=move |_| sharing.open(sheet.clone())>
                    <b>{title}</b>
                    <span class="quiet">{about}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let link = match link {
        Some(link) => view! {
            <CopyField label="Link to this view" text=link.clone()/>
            <NativeShare title text=String::new() url=Some(link)/>
        }
        .into_any(),
        None => view! {
            <p>"This page is a file, so no link leads to it. Hand out the file itself, or save it anew with what is chosen now."</p>
        }
        .into_any(),
    };
    let beside = texts_beside::files().filter(|_| KeptPieces::can_be());
    let keep = beside.map(|files| {
        let size = [" · ", &size(files.bytes)].concat();
        way(SharingSheet::Keep, &size, "All notes and the whole search, in this browser.")
    });
    let print = move |_| {
        sharing.close();
        surroundings::print();
    };
    view! {
        {link}
        <ul class="ways" data-anchor="ways" role="list">
            {way(SharingSheet::Save, "", "With these notes inside. It opens by double-click, without a network.")}
            {keep}
            {way(SharingSheet::Embed, "", "In a blog or any other page: as a frame, a table, data or a picture.")}
            <li>
                <button type="button" class="way" on:click=print>
                    <b>"Print"</b>
                    <span class="quiet">"The matrix and what was said, with the addresses of the moments."</span>
                </button>
            </li>
        </ul>
    }
    .into_any()
}

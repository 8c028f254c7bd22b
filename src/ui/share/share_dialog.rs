//! The dialog in which one shares.

use leptos::html::{Dialog, H2};
use leptos::prelude::*;

use crate::browser::page::focus;
use std::sync::Arc;

use crate::ui::state::reading_chunks::reading;

use super::share_chunk;
use crate::ui::state::library::current_library;
use crate::ui::widgets::dialog::{keep_focus, stays_closed};
use crate::ui::widgets::icon::{Icon, icon};
use crate::ui::widgets::late::late_view::late;

use super::sharing::{SharingSheet, sharing};

/// The dialog in which one shares: empty until a sheet of it is asked for.
#[component]
pub fn SharingDialog() -> impl IntoView {
    let (sharing, current_library) = (sharing(), current_library());
    let (dialog, heading) = (NodeRef::<Dialog>::new(), NodeRef::<H2>::new());
    Effect::new(move |before: Option<Option<SharingSheet>>| {
        let now = sharing.sheet.get();
        let Some(dialog) = dialog.get() else { return now };
        if now.is_none() {
            dialog.close();
        } else if !dialog.open() {
            // It refuses only when it is open already.
            let _ = dialog.show_modal();
        } else if let (Some(heading), false) =
            (heading.get_untracked(), before == Some(now.clone()))
        {
            // What was pressed is gone with the sheet that it stood in.
            focus::give(&heading);
        }
        now
    });
    let title = move || sharing.sheet.read().as_ref().map_or("", SharingSheet::title);
    let content = move || {
        let sheet = sharing.sheet.get();
        // A sheet is about the notes that were shown when it was opened.
        let library = current_library.get_untracked();
        match sheet {
            None => ().into_any(),
            Some(sheet) => late(move || {
                reading(share_chunk::share::sheet(Arc::clone(&library), sheet.clone()))
            }),
        }
    };
    view! {
        <dialog
            class="help share"
            data-sheet-name=move || (*sharing.sheet.read() == Some(SharingSheet::Embed)).then_some("embed")
            node_ref=dialog
            aria-labelledby="share-title"
            on:close=move |_| {
                if stays_closed(dialog) {
                    sharing.sheet.set(None);
                    keep_focus();
                }
            }
        >
            <form method="dialog" class="help-head">
                <h2 id="share-title" tabindex="-1" node_ref=heading prop:textContent=title></h2>
                <button class="icon-button" title="Close (Esc)" aria-label="Close">
                    {icon(Icon::Close)}
                </button>
            </form>
            {move || content()}
        </dialog>
    }
    .into_any()
}

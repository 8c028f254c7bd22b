//! The question what is to become of the notes that were chosen.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::widgets::dialog::{keep_focus, show, stays_closed};
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::late_view::late;

use crate::ui::import::add_chunk;
use crate::ui::import::note_import::{ImportPhase, note_import};

/// The question what is to become of the notes that were chosen.
#[component]
pub fn AskDialog() -> impl IntoView {
    let (note_import, dialog) = (note_import(), NodeRef::<Dialog>::new());
    let asked = Memo::new(move |_| match &*note_import.phase.read() {
        ImportPhase::Asking(question) => Some(question.clone()),
        _ => None,
    });
    Effect::new(move || {
        if asked.read().is_some() {
            show(dialog);
        } else if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    let content = fresh(
        move || asked.get(),
        |asked| match asked {
            None => ().into_any(),
            Some(question) => late(move || Box::pin(add_chunk::add::question(question.clone()))),
        },
    );
    // Escape closes it, too.
    let on_close = move |_| {
        if !stays_closed(dialog) {
            return;
        }
        if asked.read_untracked().is_some() {
            note_import.cancel();
        }
        keep_focus();
    };
    view! {
        <dialog class="help ask" node_ref=dialog aria-labelledby="ask-title" on:close=on_close>
            {content}
        </dialog>
    }
    .into_any()
}

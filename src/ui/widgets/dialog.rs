//! A dialog above the page, with a title and a way to close it.

use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::{focus, scheduler};

use super::icon::{Icon, icon};

/// Shows a dialog above the page.
pub fn show(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        // It refuses only when it is open already.
        let _ = dialog.show_modal();
    }
}

/// Whether a dialog that is told to have closed is still closed: a browser tells of it a task later, and by then it may
/// have been opened for something else.
pub fn stays_closed(dialog: NodeRef<Dialog>) -> bool {
    !dialog.get_untracked().is_some_and(|dialog| dialog.open())
}

/// Keeps the focus on something that is there, once what was just pressed is drawn or gone: a
/// browser gives it back to where it was, and that may be gone, too.
pub fn keep_focus() {
    spawn_local(async {
        scheduler::next_task().await;
        focus::keep();
    });
}

/// A dialog with a title and a button that closes it, as Escape does.
#[component]
pub fn TitledDialog(
    /// The dialog's element.
    dialog: NodeRef<Dialog>,
    /// The name of its title in the page.
    id: &'static str,
    /// The heading, by which the dialog is named aloud.
    title: &'static str,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <dialog class="help" node_ref=dialog aria-labelledby=id on:close=|_| keep_focus()>
            <form method="dialog" class="help-head">
                <h2 id=id tabindex="-1">{title}</h2>
                <button class="icon-button" title="Close (Esc)" aria-label="Close">
                    {icon(Icon::Close)}
                </button>
            </form>
            {children()}
        </dialog>
    }
    .into_any()
}

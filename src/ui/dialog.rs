//! A dialog above the page, with a title and a way to close it.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::icon::{Icon, icon};

/// Shows a dialog above the page.
pub(super) fn show(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        // It refuses only when it is open already.
        let _ = dialog.show_modal();
    }
}

/// A dialog with a title and a button that closes it, as Escape does.
#[component]
pub(super) fn TitledDialog(
    /// The dialog's element.
    dialog: NodeRef<Dialog>,
    /// The name of its title in the page.
    id: &'static str,
    /// Its title.
    title: &'static str,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <dialog class="help" node_ref=dialog aria-labelledby=id>
            <form method="dialog" class="help-head">
                <h2 id=id>{title}</h2>
                <button class="icon-button" title="Close (Esc)" aria-label="Close">
                    {icon(Icon::Close)}
                </button>
            </form>
            {children()}
        </dialog>
    }
    .into_any()
}

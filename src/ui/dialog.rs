//! The dialog that lists the keys, and how dialogs are shown.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::icon::{Icon, icon};
use super::keys::KEYS;

/// Shows a dialog above the page.
pub(super) fn show(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        // It refuses only when it is open already.
        let _ = dialog.show_modal();
    }
}

/// The dialog that lists the keys.
#[component]
pub(super) fn HelpDialog(
    /// The dialog's element.
    dialog: NodeRef<Dialog>,
) -> impl IntoView {
    let rows: Vec<AnyView> = KEYS
        .iter()
        .map(|(keys, what)| {
            let keys: Vec<AnyView> =
                keys.iter().map(|key| view! { <kbd>{*key}</kbd> }.into_any()).collect();
            view! { <div class="key"><dt>{keys}</dt><dd>{*what}</dd></div> }.into_any()
        })
        .collect();
    view! {
        <dialog class="help" node_ref=dialog aria-labelledby="help-title">
            <form method="dialog" class="help-head">
                <h2 id="help-title">"Keys"</h2>
                <button class="icon-button" title="Close (Esc)" aria-label="Close">
                    {icon(Icon::Close)}
                </button>
            </form>
            <dl class="keys">{rows}</dl>
            <p class="quiet">
                "What you look at stands in the page’s address: copy it to share the same view."
            </p>
        </dialog>
    }
    .into_any()
}

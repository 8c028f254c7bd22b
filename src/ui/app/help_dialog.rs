//! The dialog that helps: the keys, and how notes are written.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::widgets::dialog::TitledDialog;

use super::page_keys::PAGE_KEYS;
use super::writing_guide::WritingGuide;

/// All keys of the page with what each does, and how notes are written.
#[component]
pub fn HelpDialog(
    /// The dialog's element.
    dialog: NodeRef<Dialog>,
) -> impl IntoView {
    let rows: Vec<AnyView> = PAGE_KEYS
        .iter()
        .map(|(keys, what)| {
            let keys: Vec<AnyView> =
                keys.iter().map(|key| view! { <kbd>{*key}</kbd> }.into_any()).collect();
            view! { <div class="key"><dt>{keys}</dt><dd>{*what}</dd></div> }.into_any()
        })
        .collect();
    view! {
        <TitledDialog dialog id="help-title" title="Keys">
            <dl class="keys">{rows}</dl>
            <p class="quiet">
                "What you look at stands in the page’s address: copy it to share the same view."
            </p>
            <WritingGuide/>
        </TitledDialog>
    }
    .into_any()
}

//! The dialog in which notes are added.

use leptos::prelude::*;

use crate::ui::import::add_chunk;
use crate::ui::widgets::late::late_dialog::{DialogHandle, LateDialog};
use crate::ui::widgets::late::late_view::late;

/// The dialog in which notes are added.
#[component]
pub fn AddDialog(
    /// The dialog.
    dialog: DialogHandle,
) -> impl IntoView {
    let close = Callback::new(move |()| dialog.close());
    let content = move || late(move || Box::pin(add_chunk::add::add_sheet(close)));
    view! { <LateDialog dialog id="add-title" title="Add notes" content/> }.into_any()
}

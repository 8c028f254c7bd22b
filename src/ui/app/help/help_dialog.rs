//! The dialog that helps.

use leptos::prelude::*;

use crate::ui::state::reading_chunks::reading;
use crate::ui::widgets::late::late_dialog::{DialogHandle, LateDialog};
use crate::ui::widgets::late::late_view::late;

use crate::ui::app::opened_chunks;

/// All keys of the page with what each does, and how notes are written.
#[component]
pub fn HelpDialog(
    /// The dialog.
    dialog: DialogHandle,
) -> impl IntoView {
    let content = || late(|| reading(opened_chunks::opened::help_sheet()));
    view! { <LateDialog dialog id="help-title" title="Keys" content/> }.into_any()
}

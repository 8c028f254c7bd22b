//! The sheets of the dialog in which one shares: a chunk that comes when it is opened.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::state::library::Library;
use crate::ui::widgets::late::in_chunk::in_chunk;

use super::sharing::SharingSheet;
use super::sheet_view::SheetView;

in_chunk! {
    /// The sheets to share with.
    share {
        /// A sheet of the dialog in which one shares.
        fn sheet(library: Arc<Library>, sheet: SharingSheet) -> AnyView {
            view! { <SheetView library sheet/> }.into_any()
        }
    }
}

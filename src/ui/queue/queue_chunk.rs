//! The reader's list: a chunk that comes once there is something in it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::state::library::Library;
use crate::ui::widgets::late::in_chunk::in_chunk;

use super::queue_body::QueueBody;

in_chunk! {
    /// The reader's list.
    queue {
        /// The reader's list.
        fn queue_body(library: Arc<Library>) -> AnyView {
            view! { <QueueBody library/> }.into_any()
        }
    }
}

//! The reader's list: a chunk that comes once there is something in it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::rating::ratings::ratings;
use crate::ui::state::library::Library;
use crate::ui::widgets::late::in_chunk::in_chunk;

use super::former_list::former;
use super::queue_body::QueueBody;

in_chunk! {
    /// The reader's list.
    queue {
        /// The reader's list.
        fn queue_body(library: Arc<Library>) -> AnyView {
            view! { <QueueBody library/> }.into_any()
        }

        /// What stands in its place once it is cleared.
        fn cleared() -> AnyView {
            let way = former(ratings(), "The list is cleared.", "Leave it cleared");
            view! { <section class="queue" data-anchor="queue" aria-label="Your list">{way}</section> }.into_any()
        }
    }
}

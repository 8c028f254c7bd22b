//! What is drawn once the page has come to rest: what one came for does not wait for what is around it.

use std::sync::LazyLock;

use leptos::prelude::*;

/// Whether it has. A page whose program is whole from the start is at rest at once.
static IS_AT_REST: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| ArcRwSignal::new(true));

/// Has what can wait do so until [`come_to_rest`].
pub fn begin_to_work() {
    IS_AT_REST.set(false);
}

/// From now on nothing waits any more.
pub fn come_to_rest() {
    IS_AT_REST.set(true);
}

/// Whether what can wait is drawn, as it changes.
pub fn is_at_rest() -> bool {
    IS_AT_REST.get()
}

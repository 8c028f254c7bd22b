//! What a view takes from what is around it.

use std::any::type_name;

use leptos::prelude::use_context;

/// What the page around this view provides. Leptos' `expect_context` writes where it was asked, once for each type
/// and with the printing of texts that is for programmers (docs/MEASURED.md).
///
/// # Panics
/// Where nothing of the kind is provided: a view was drawn outside of the page.
pub(super) fn provided<T: Clone + 'static>() -> T {
    use_context().unwrap_or_else(|| none_around(type_name::<T>()))
}

#[cold]
#[allow(
    clippy::panic,
    reason = "a fault of the program, which its tests find; there is nothing that could be drawn"
)]
fn none_around(what: &str) -> ! {
    panic!("a view was drawn where there is no {what} around it")
}

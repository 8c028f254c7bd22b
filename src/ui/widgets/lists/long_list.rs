//! A list that may be long: its first items, and more each time the reader asks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::widgets::counting::count;

use super::more_button::MoreButton;

/// Draws an item by its place in the list.
pub type DrawItem = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// The items of a list that may be long, to stand in an element of their own, and the button for more.
///
/// `step` is how many are drawn at first, and how many more each time; `words` is what one of them and
/// several are called. What is drawn stays: items know their places only.
pub fn long_list(
    total: usize,
    step: usize,
    words: (&'static str, &'static str),
    draw: DrawItem,
) -> (AnyView, AnyView) {
    list_in_steps(total, (step, step), words, draw)
}

/// The same where another number is drawn at first than is added each time: `first`, then `step`.
pub fn list_in_steps(
    total: usize,
    (first, step): (usize, usize),
    words: (&'static str, &'static str),
    draw: DrawItem,
) -> (AnyView, AnyView) {
    let shown = RwSignal::new(first);
    let items = view! {
        <For
            each=move || 0..shown.get().min(total)
            key=|place| *place
            children=move |place| draw(place)
        />
    };
    let rest = Memo::new(move |_| total.saturating_sub(shown.get()));
    // Drawn anew with each number, for others may have put theirs into it.
    let more = view! {
        <For
            each=move || Some(rest.get()).filter(|rest| *rest > 0)
            key=|rest| *rest
            children=move |rest| {
                let text = ["Show more of ", &count(rest, words.0, words.1)].concat();
                let on_more = move |()| shown.update(|shown| *shown += step);
                view! { <MoreButton text on_more/> }.into_any()
            }
        />
    };
    (items.into_any(), more.into_any())
}

//! What changes is drawn as new nodes. A browser's translation puts texts of its own in the place of
//! the page's: a text that the program holds on to and changes is then seen by nobody, and the old one
//! stays.
//!
//! An element that holds nothing else than a text that changes takes it as `prop:textContent`; all
//! else that changes with a value goes through [`fresh`].

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

/// What `draw` draws for a value, drawn anew whenever the value changes.
pub fn fresh<T>(
    value: impl Fn() -> T + Send + Sync + 'static,
    draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let last = Arc::new(Mutex::new(None::<T>));
    let kept = Arc::clone(&last);
    let number = move |before: usize| {
        let value = value();
        let mut last = kept.lock().unwrap_or_else(PoisonError::into_inner);
        if last.as_ref() == Some(&value) {
            return before;
        }
        *last = Some(value);
        before.wrapping_add(1)
    };
    let draw = move || {
        let value = last.lock().unwrap_or_else(PoisonError::into_inner).clone();
        value.map(&draw).into_any()
    };
    numbered(Box::new(number), Arc::new(draw))
}

/// What `draw` draws, drawn anew whenever the number changes. Once for all types of values: what they have in common
/// is the most of it.
fn numbered(
    number: Box<dyn Fn(usize) -> usize + Send + Sync>,
    draw: Arc<dyn Fn() -> AnyView + Send + Sync>,
) -> AnyView {
    let number = Memo::new(move |before: Option<&usize>| number(before.copied().unwrap_or(0)));
    numbered_list(Arc::new(move || vec![number.get()]), Arc::new(move |_| draw()))
}

/// What `draw` draws for each number, in their order. What has a number that was there before stays as it is drawn.
pub fn numbered_list(
    numbers: Arc<dyn Fn() -> Vec<usize> + Send + Sync>,
    draw: Arc<dyn Fn(usize) -> AnyView + Send + Sync>,
) -> AnyView {
    view! { <For each=move || numbers() key=|number| *number children=move |number| draw(number)/> }
        .into_any()
}

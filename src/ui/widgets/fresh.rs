//! What changes is drawn as new nodes. A browser's translation puts texts of its own in the place of
//! the page's: a text that the program holds on to and changes is then seen by nobody, and the old one
//! stays.
//!
//! An element that holds nothing else than a text that changes takes it as `prop:textContent`; all
//! else that changes with a value goes through [`fresh`].

use leptos::prelude::*;

/// What `draw` draws for a value, drawn anew whenever the value changes.
pub fn fresh<T>(
    value: impl Fn() -> T + Send + Sync + 'static,
    draw: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let numbered = Memo::new(move |before: Option<&(usize, T)>| {
        let value = value();
        match before {
            Some((number, old)) if *old == value => (*number, value),
            Some((number, _)) => (number.wrapping_add(1), value),
            None => (0, value),
        }
    });
    view! {
        <For
            each=move || [numbered.get()]
            key=|(number, _)| *number
            children=move |(_, value)| draw(value)
        />
    }
    .into_any()
}

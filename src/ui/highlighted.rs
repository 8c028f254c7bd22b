//! Text with the words marked that a search has found.

use leptos::prelude::*;

use crate::search::marks;

/// A text with the words of a query marked.
pub(super) fn highlighted(text: &str, query: &str) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut at = 0;
    for place in marks(text, query) {
        parts.push(text[at..place.start].to_owned().into_any());
        at = place.end;
        parts.push(view! { <mark>{text[place].to_owned()}</mark> }.into_any());
    }
    parts.push(text[at..].to_owned().into_any());
    parts
}

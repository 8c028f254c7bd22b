//! Text with the words marked that a search has found.

use leptos::prelude::*;

use crate::search::Marker;
use crate::text::shown;

/// A text with the words marked that a query matched.
pub fn highlighted(text: &str, marker: &Marker) -> Vec<AnyView> {
    let text = &*shown(text);
    let mut parts = Vec::new();
    let mut at = 0;
    for place in marker.marks(text) {
        parts.push(text[at..place.start].to_owned().into_any());
        at = place.end;
        parts.push(view! { <mark>{text[place].to_owned()}</mark> }.into_any());
    }
    parts.push(text[at..].to_owned().into_any());
    parts
}

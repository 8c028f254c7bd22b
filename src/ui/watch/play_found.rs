//! A button that plays what a search has found.

use leptos::prelude::*;

use crate::search::{Group, Target};

use crate::ui::found::search;
use crate::ui::words::count;

use super::play_these::{PlayThese, Shown};

/// A button that plays the moments that a search has found, the best first.
#[component]
pub(in crate::ui) fn PlayFound() -> impl IntoView {
    let search = search();
    let shown = Signal::derive(move || -> Shown {
        let found = search.found.read();
        let hits = found.answer.hits(Group::Moments);
        let claims: Vec<_> = hits
            .iter()
            .filter_map(|hit| match &hit.target {
                Target::Claim { note, claim, seconds: Some(_) } => Some((note.clone(), *claim)),
                _ => None,
            })
            .collect();
        let name = ["for ", &count(claims.len(), "moment", "moments")].concat();
        (claims, name)
    });
    view! { <PlayThese shown/> }.into_any()
}

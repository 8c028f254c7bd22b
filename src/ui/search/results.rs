//! What the search has found, or why it could not search.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::state::library::Library;
use crate::ui::state::reading_chunks::reading;
use crate::ui::state::search_index::search_index;
use crate::ui::state::searchable::try_again;
use crate::ui::state::view::view;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::late_view::{late, missing_part};

use super::found::{SearchResults, search};
use super::play_found::PlayFound;
use super::results_chunk;
use super::status::Status;

/// The results of the search.
#[component]
pub fn Results(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let search = search();
    let list = fresh(
        move || search.found.read().is_search(),
        move |is_search| match is_search {
            false => ().into_any(),
            true => {
                let library = Arc::clone(&library);
                late(move || reading(results_chunk::results::results(Arc::clone(&library))))
            }
        },
    );
    // Whoever wants to search is told why nothing is found.
    let (query, index) = (view().query, search_index());
    let lacking = index.clone();
    let is_missing =
        Memo::new(move |_| index.gathered.read().is_missing && !query.read().trim().is_empty());
    let said = move || match is_missing.get() {
        true => Some(NO_SEARCH.to_owned()),
        false => unsearched(&search.found.read()),
    };
    let missing = fresh(said, move |said| {
        let index = lacking.clone();
        said.map(|said| missing_part(said, move || try_again(&index))).into_any()
    });
    view! {
        <section
            class="results" data-anchor="results"
            aria-label="Search results"
            data-searching=move || search.found.read().is_search().then_some("true")
        >
            <Status/>
            {missing}
            <div class="play-bar" data-anchor="play-bar"><PlayFound/></div>
            {list}
        </section>
    }
    .into_any()
}

/// What is said where nothing can be searched.
const NO_SEARCH: &str = "The part of this page that searches did not arrive. Check the connection, or load the page again.";

/// How many parts of the index are told that did not come; of more only how many.
const MOST_PARTS: usize = 3;

/// What is said where a part of the words cannot be searched; none where all can be.
fn unsearched(found: &SearchResults) -> Option<String> {
    if found.unsearched.is_empty() {
        return None;
    }
    let part = |(first, last): &(String, String)| match first == last {
        true => ["“", first, "”"].concat(),
        false => ["“", first, "” to “", last, "”"].concat(),
    };
    let mut parts: Vec<String> = found.unsearched.iter().take(MOST_PARTS).map(part).collect();
    let more = found.unsearched.len().saturating_sub(MOST_PARTS);
    if more > 0 {
        parts.push([&more.to_string(), " more parts of the alphabet"].concat());
    }
    let start = "These words did not arrive, so they were not searched, and there may be more than is shown: ";
    Some([start, &parts.join(", "), ". Check the connection."].concat())
}

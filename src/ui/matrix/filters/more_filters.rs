//! What narrows and sorts the matrix besides level and role, behind one button.

use std::sync::Arc;

use leptos::html::Details;
use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::focus;
use crate::browser::page::listen::Dismissal;
use crate::matrix::{Facets, Sort};
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::floating::put_away_by_hand;

use super::sort_select::SortSelect;
use super::video_select::VideoSelect;

/// The choice of a video and of an order. The button says how many of them are made.
#[component]
pub fn MoreFilters(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What there is to choose.
    facets: Memo<Facets>,
) -> impl IntoView {
    let view = view();
    let (card, is_open) = (NodeRef::<Details>::new(), RwSignal::new(false));
    put_away_by_hand(Anchor::MoreFilters, is_open.into(), move |how| {
        let Some(card) = card.get_untracked() else { return false };
        let had_focus = focus::is_in(&card);
        card.set_open(false);
        if how == Dismissal::Escape && had_focus {
            focus::give_first(&card, "summary");
        }
        true
    });
    let chosen = Memo::new(move |_| {
        let video = usize::from(view.filter.read().video.is_some());
        video + usize::from(view.sort.get() != Sort::default())
    });
    let name = move || match chosen.get() {
        0 => "Filter".to_owned(),
        number => ["Filter (", &number.to_string(), ")"].concat(),
    };
    view! {
        <details
            class="more-filters"
            data-anchor=Anchor::MoreFilters.name()
            node_ref=card
            on:toggle=move |_| is_open.set(card.get_untracked().is_some_and(|card| card.open()))
        >
            <summary class="button" data-chosen=move || (chosen.get() > 0).then_some("true")>
                <span prop:textContent=name></span>
            </summary>
            <div class="more-filters-list">
                <VideoSelect library=Arc::clone(&library) facets/>
                <SortSelect library/>
            </div>
        </details>
    }
    .into_any()
}

//! What narrows and sorts the matrix besides level and role, behind one button.

use std::sync::Arc;

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::matrix::{Facets, Sort};
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::floating_card::FloatingCard;

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
    let chosen = Memo::new(move |_| {
        let video = usize::from(view.filter.read().video.is_some());
        video + usize::from(view.sort.get() != Sort::default())
    });
    let name = move || match chosen.get() {
        0 => "Filter".to_owned(),
        number => ["Filter (", &number.to_string(), ")"].concat(),
    };
    let button = view! {
        <summary class="button" data-chosen=move || (chosen.get() > 0).then_some("true")>
            <span prop:textContent=name></span>
        </summary>
    }
    .into_any();
    view! {
        <FloatingCard anchor=Anchor::MoreFilters class="more-filters" button>
            <VideoSelect library=Arc::clone(&library) facets/>
            <SortSelect library/>
        </FloatingCard>
    }
    .into_any()
}

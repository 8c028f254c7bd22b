//! The choice of a video.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::Facets;
use crate::text::shortened;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::select::{Select, SelectOption};
use crate::video::VideoId;

/// The longest name of a video in the list, in characters: the list is as wide as its widest name.
const LONGEST_NAME: usize = 60;

/// The choice of a video, each with the number of skills it leaves. Only where there are several.
#[component]
pub fn VideoSelect(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What there is to choose.
    facets: Memo<Facets>,
) -> impl IntoView {
    let view = view();
    let videos = &library.matrix.videos;
    if videos.len() < 2 {
        return ().into_any();
    }
    let all = SelectOption {
        value: String::new(),
        label: "All".to_owned(),
        count: Some(Signal::derive(move || facets.read().any_video)),
    };
    let of_video = |(place, video): (usize, &VideoId)| SelectOption {
        value: video.to_string(),
        label: shortened(library.title_of(*video).unwrap_or_default(), LONGEST_NAME),
        count: Some(Signal::derive(move || {
            facets.read().videos.get(place).map_or(0, |(_, count)| *count)
        })),
    };
    let choices = std::iter::once(all).chain(videos.iter().enumerate().map(of_video)).collect();
    let chosen = Signal::derive(move || {
        view.filter.read().video.map_or_else(String::new, |video| video.to_string())
    });
    let on_choose = Callback::new(move |id: String| {
        view.change(|state| state.video = VideoId::parse(&id).ok());
    });
    view! { <Select label="Video" choices chosen on_choose/> }.into_any()
}

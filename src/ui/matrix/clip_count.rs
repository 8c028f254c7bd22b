//! How many cells of a ladder have a clip, and the way to those that have none.

use leptos::prelude::*;

use crate::ui::links::view_link::ViewLink;
use crate::ui::state::library::Library;
use crate::view_state::{Panel, ViewState};

/// How many cells of a ladder have a clip; nothing where no note here has a video.
pub fn clip_count(library: &Library) -> Option<AnyView> {
    let count = library.matrix.clip_count();
    if count.cells == 0 || !library.has_video {
        return None;
    }
    let (backed, cells) = (count.backed.to_string(), count.cells.to_string());
    let text = [&backed, " of ", &cells, " cells have a clip"].concat();
    let rest = (count.backed < count.cells).then(|| {
        let edit = Box::new(|state: &mut ViewState| state.panel = Some(Panel::WithoutClip));
        view! { " · " <ViewLink edit class="origin-link">"find the rest"</ViewLink> }.into_any()
    });
    Some(
        view! { <p class="clip-count quiet" data-anchor="clip-count">{text} {rest}</p> }.into_any(),
    )
}

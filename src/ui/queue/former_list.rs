//! What was in the reader's list before it was emptied, or others took its place.

use leptos::prelude::*;

use crate::ui::rating::ratings::Ratings;
use crate::ui::widgets::close_button::CloseButton;

/// What was in the list can be had again.
pub fn former(ratings: Ratings, text: &'static str, leave: &'static str) -> AnyView {
    view! {
        <div class="queue-former">
            <p class="quiet" role="status">{text}</p>
            <button type="button" class="button" on:click=move |_| ratings.bring_back()>"Undo"</button>
            <CloseButton label=leave class="" on_close=move || ratings.forget_former()/>
        </div>
    }
    .into_any()
}

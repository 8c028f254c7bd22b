//! Says that notes of the reader's own are shown, how long they last, and how to be rid of them.

use leptos::prelude::*;

use crate::ui::widgets::fresh::fresh;

use super::intake::{Standing, intake};

/// Says that notes of the reader's own are shown.
#[component]
pub fn StandingNotice() -> impl IntoView {
    let intake = intake();
    let page_has_notes = intake.held.with_value(|held| held.collection.page_has_notes());
    let back = if page_has_notes { "Back to the page’s own notes" } else { "Put them away" };
    fresh(
        move || intake.standing.get(),
        move |standing| {
            let text = match standing {
            Standing::Page => return ().into_any(),
            Standing::Kept => {
                "Notes of your own are shown. They are kept in this browser, on this machine only."
                    .to_owned()
            }
            Standing::Tab(None) => {
                "Notes of your own are shown. These notes last for this tab only, because the \
                 browser keeps nothing for this page."
                    .to_owned()
            }
            Standing::Tab(Some(why)) => [
                "Notes of your own are shown. These notes last for this tab only: the browser \
                 could not keep them (",
                &why,
                ").",
            ]
            .concat(),
        };
            view! {
                <div class="notice own-notes">
                    <p>{text}</p>
                    <button type="button" class="button" on:click=move |_| intake.put_away()>
                        {back}
                    </button>
                </div>
            }
            .into_any()
        },
    )
}

//! A claim in a list: what was said, with its stamps.

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::note::{Claim, ClaimId, NoteId, Stamp};
use crate::ui::player::playback::playback;
use crate::ui::player::stamp_link::StampLink;
use crate::ui::rating::add_to_list::AddClaim;
use crate::ui::search::found::search;
use crate::ui::search::highlighted::highlighted;
use crate::ui::share::share_button::ShareButton;
use crate::ui::widgets::fresh::fresh;

/// A claim with its stamps; marked where one of them is the moment that is played.
#[component]
pub fn ClaimItem(
    /// The note that it is from.
    note: NoteId,
    /// Its number there.
    id: ClaimId,
    /// What it says, and its stamps, in the order of writing.
    claim: Claim,
    /// What is shown of it, where that is not all.
    #[prop(optional)]
    text: Option<String>,
) -> impl IntoView {
    let (playback, search) = (playback(), search());
    let Claim { text: whole, stamps, .. } = claim;
    let text = text.unwrap_or(whole);
    let moments: Vec<_> = stamps.iter().filter_map(Stamp::moment).collect();
    let stamps: Vec<AnyView> =
        stamps.into_iter().map(|stamp| view! { <StampLink stamp/> }.into_any()).collect();
    let text = fresh(
        move || search.found.read().searched.answer.marker.clone(),
        move |marker| {
            let text = highlighted(&text, &marker);
            view! { <span>{text}</span> }.into_any()
        },
    );
    let current =
        move || moments.iter().any(|&moment| playback.is_chosen(moment)).then_some("true");
    view! {
        <li class="claim-item" data-anchor=Anchor::ClaimItem.name() data-claim=id.0.to_string() aria-current=current>
            <p>{text}</p>
            <div class="stamps">{stamps}</div>
            <AddClaim note=note.clone() claim=id/>
            <ShareButton note claim=id/>
        </li>
    }
    .into_any()
}

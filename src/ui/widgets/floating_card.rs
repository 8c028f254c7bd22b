//! A card that floats below its button until Escape, or a press beside it, puts it away.

use leptos::html::Details;
use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::focus;
use crate::browser::page::listen::Dismissal;

use super::floating::put_away_by_hand;

/// A button, drawn as a `summary`, with a card below it.
#[component]
pub fn FloatingCard(
    /// By which the card is told from what is beside it.
    anchor: Anchor,
    /// The class of button and card together.
    class: &'static str,
    /// The button: a `summary`.
    button: AnyView,
    /// Whether the card is up, for who draws it only then.
    #[prop(default = RwSignal::new(false))]
    is_open: RwSignal<bool>,
    /// What stands on the card.
    children: Children,
) -> impl IntoView {
    let card = NodeRef::<Details>::new();
    put_away_by_hand(anchor, is_open.into(), move |how| {
        let Some(card) = card.get_untracked() else { return false };
        let had_focus = focus::is_in(&card);
        card.set_open(false);
        if how == Dismissal::Escape && had_focus {
            focus::give_first(&card, "summary");
        }
        true
    });
    view! {
        <details
            class=["floating ", class].concat()
            data-anchor=anchor.name()
            node_ref=card
            on:toggle=move |_| is_open.set(card.get_untracked().is_some_and(|card| card.open()))
        >
            {button}
            <div class="floating-card">{children()}</div>
        </details>
    }
    .into_any()
}

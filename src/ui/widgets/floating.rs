//! Cards that float above the page: Escape and a press beside one put it away.

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::listen::{self, Dismissal};

/// Puts a card away, while it is shown: when the reader presses Escape,
/// wherever the focus is, or something beside the card. `put_away` says whether it made use of
/// that; an Escape that was made use of does nothing else.
pub fn put_away_by_hand(
    card: Anchor,
    is_shown: Signal<bool>,
    put_away: impl Fn(Dismissal) -> bool + Clone + 'static,
) {
    // The listeners end with the card, and with the owner, who drops the stored value.
    let listening = StoredValue::new_local(Vec::new());
    Effect::new(move || {
        listening.set_value(match is_shown.get() {
            true => listen::on_dismissal(card, put_away.clone()),
            false => Vec::new(),
        });
    });
}

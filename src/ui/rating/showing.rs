//! The way from ratings to what is shown of them.

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;

use super::ratings::Ratings;
use super::shown_ratings::ShownRatings;

impl Ratings {
    /// What is shown of them. Views ask for it when they are drawn, not when they change.
    pub fn shown(self) -> ShownRatings {
        if let Some(shown) = self.place.with_value(|place| place.shown) {
            return shown;
        }
        let owner =
            self.place.with_value(|place| place.owner.as_ref().and_then(WeakOwner::upgrade));
        let make = || ShownRatings::of(self.record, self.link, self.current_library);
        let shown = owner.map_or_else(make, |owner| owner.with(make));
        self.place.update_value(|place| place.shown = Some(shown));
        shown
    }
}

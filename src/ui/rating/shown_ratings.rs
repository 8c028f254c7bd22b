//! What is shown of ratings, by what is here. It comes with what shows it, and is worked out once for the page.

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use rustc_hash::FxHashMap;

use crate::progress::{At, Here, Received, Step, read_link, steps_here};

use super::ratings::Ratings;

/// What is shown of ratings.
#[derive(Clone, Copy)]
pub struct ShownRatings {
    received: Memo<Option<Received>>,
    here: Memo<Here>,
    theirs: Memo<FxHashMap<At, Step>>,
}

/// Where it is, once something shows it.
pub(super) struct ShownPlace {
    /// What it lasts as long as: the page, and not what shows it first.
    owner: Option<WeakOwner>,
    shown: Option<ShownRatings>,
}

impl ShownPlace {
    /// A place in what owns what is made now.
    pub(super) fn here() -> Self {
        Self { owner: Owner::current().map(|owner| owner.downgrade()), shown: None }
    }
}

impl ShownRatings {
    fn of(ratings: Ratings) -> Self {
        let Ratings { record, link, current_library, .. } = ratings;
        let received = Memo::new(move |_| link.read().as_deref().map(read_link));
        let here = Memo::new(move |_| {
            let (library, record) = (current_library.get(), record.get());
            steps_here(&library.matrix, record.rated())
        });
        let theirs = Memo::new(move |_| {
            let (library, received) = (current_library.get(), received.get());
            let rated = received.iter().flat_map(|received| &received.ratings);
            steps_here(&library.matrix, rated.map(|(at, step)| (at, *step))).steps
        });
        Self { received, here, theirs }
    }

    /// The ratings by what is here.
    pub fn here(self) -> Memo<Here> {
        self.here
    }

    /// The step at which a skill is rated, as it changes.
    pub fn step(self, at: &At) -> Option<Step> {
        self.here.get().steps.get(at).copied()
    }

    /// The step at which the other person rated a skill.
    pub fn their_step(self, at: &At) -> Option<Step> {
        self.theirs.get().get(at).copied()
    }

    /// What another person rated, by what is here.
    pub fn theirs(self) -> Memo<FxHashMap<At, Step>> {
        self.theirs
    }

    /// What another person's link brought.
    pub fn received(self) -> Memo<Option<Received>> {
        self.received
    }
}

impl Ratings {
    /// What is shown of them. Views ask for it when they are drawn, not when they change.
    pub fn shown(self) -> ShownRatings {
        if let Some(shown) = self.place.with_value(|place| place.shown) {
            return shown;
        }
        let owner =
            self.place.with_value(|place| place.owner.as_ref().and_then(WeakOwner::upgrade));
        let make = || ShownRatings::of(self);
        let shown = owner.map_or_else(make, |owner| owner.with(make));
        self.place.update_value(|place| place.shown = Some(shown));
        shown
    }
}

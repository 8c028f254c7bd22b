//! What is shown of ratings, by what is here. It comes with what shows it, and is worked out once for the page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use rustc_hash::FxHashMap;

use crate::progress::{At, Here, Received, Record, Step, read_link, steps_here};
use crate::ui::state::library::Library;

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
    pub(super) owner: Option<WeakOwner>,
    pub(super) shown: Option<ShownRatings>,
}

impl ShownPlace {
    /// A place in what owns what is made now.
    pub(super) fn here() -> Self {
        Self { owner: Owner::current().map(|owner| owner.downgrade()), shown: None }
    }
}

impl ShownRatings {
    /// Of what the reader rated, and of the link that brought what another person did.
    pub(super) fn of(
        record: RwSignal<Record>,
        link: RwSignal<Option<String>>,
        current_library: RwSignal<Arc<Library>>,
    ) -> Self {
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

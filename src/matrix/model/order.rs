//! The order in which skills stand wherever they are listed: what notes rank comes first.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use crate::note::{Scale, Stamp};
use crate::text;
use crate::video::VideoId;

use crate::matrix::model::types::Placement;

/// What a skill is sorted by, the lesser first. Never the order of notes, which says nothing of skills.
/// The rows of a ladder stand in its own order: they are all alike here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::matrix) struct Order {
    precedence: Precedence,
    /// How many videos say so. Several notes of one talk are one voice.
    videos: Reverse<usize>,
    /// Whether no moment can be played that is surely the right one.
    is_unheard: bool,
    /// The best rank that is given. It means something only inside its list, so it decides last.
    rank: Option<u32>,
    /// The name, folded.
    name: String,
}

/// How much notes say of where a skill stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Precedence {
    /// In a ladder.
    Step,
    Ranked,
    /// Named at a level, without a rank.
    Named,
    /// Named at no level.
    Unplaced,
}

impl Order {
    /// The place of a skill of this name by some of its placements.
    pub(in crate::matrix) fn of<'a>(
        name: &str,
        placements: impl Iterator<Item = &'a Placement>,
    ) -> Self {
        let (mut precedence, mut rank, mut is_unheard) = (Precedence::Unplaced, None::<u32>, true);
        let mut videos: FxHashSet<VideoId> = FxHashSet::default();
        for placement in placements {
            if placement.level_as_written.is_some() {
                let (rank, videos, name) = (None, Reverse(0), String::new());
                return Self { precedence: Precedence::Step, rank, videos, is_unheard: true, name };
            }
            let own = match (placement.rank, placement.level) {
                (Some(_), _) => Precedence::Ranked,
                (None, Some(_)) => Precedence::Named,
                (None, None) => Precedence::Unplaced,
            };
            precedence = precedence.min(own);
            rank = rank.into_iter().chain(placement.rank).min();
            videos.extend(placement.video);
            is_unheard &= !placement.stamps.iter().any(is_believable);
        }
        let (videos, name) = (Reverse(videos.len()), text::fold(name));
        Self { precedence, rank, videos, is_unheard, name }
    }
}

/// Whether a moment can be played, and can be read in one way alone.
fn is_believable(stamp: &Stamp) -> bool {
    let is_open = matches!(stamp.scale, Scale::Open(_));
    stamp.video.is_some() && !stamp.is_past_end && !is_open
}

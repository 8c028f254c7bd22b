//! The matrix of a vault: notes to placements, placements to rows.

use std::collections::{HashMap, HashSet};

use crate::note::{InMatrix, Note};
use crate::pace::{self, Pieces};
use crate::text::Slugs;
use crate::vault::Vault;
use crate::video::VideoId;

use super::merge::Merger;
use crate::matrix::extract::reader;
use crate::matrix::language::lexicon::Lexicon;
use crate::matrix::{Level, Matrix, Placement, Skill, SkillId};

/// After how many headings, sections or placements a piece of the work on a note ends.
const PIECE: usize = 128;

/// A matrix in the making, note by note.
pub struct Builder {
    lexicon: Lexicon,
    merger: Merger,
    /// The videos of the notes that place skills, in the order of notes; some more than once.
    videos: Vec<VideoId>,
}

impl Matrix {
    /// The skills that the notes' lists and headings name.
    #[must_use]
    pub fn of(vault: &Vault) -> Self {
        let mut builder = Builder::new();
        vault.notes().iter().for_each(|note| builder.add(note));
        builder.finish()
    }
}

impl Builder {
    /// A matrix of no notes.
    #[must_use]
    pub fn new() -> Self {
        Self { lexicon: Lexicon::new(), merger: Merger::default(), videos: Vec::new() }
    }

    /// Adds the skills that a note names.
    pub fn add(&mut self, note: &Note) {
        pace::at_once(self.add_in_pieces(note, async || ()));
    }

    /// As [`Builder::add`], with pauses: a note may be a book.
    pub async fn add_in_pieces(&mut self, note: &Note, mut pause: impl AsyncFnMut()) {
        if note.front_matter().in_matrix == InMatrix::No {
            return;
        }
        let mut pieces = Pieces::of(PIECE, &mut pause);
        for placement in reader::placements(note, &self.lexicon, &mut pieces).await {
            self.videos.extend(placement.video);
            self.merger.add(note, placement);
            pieces.step().await;
        }
    }

    /// The matrix of the notes that were added.
    #[must_use]
    pub fn finish(mut self) -> Matrix {
        self.merger.join_within_videos();
        let groups = self.merger.into_groups();
        let levels: HashSet<Level> =
            groups.iter().flatten().filter_map(|placement| placement.level).collect();
        let (mut ids, mut known) = (Slugs::default(), HashSet::new());
        Matrix {
            levels: Level::ALL.into_iter().filter(|level| levels.contains(level)).collect(),
            videos: self.videos.into_iter().filter(|video| known.insert(*video)).collect(),
            skills: groups.into_iter().map(|placements| skill(placements, &mut ids)).collect(),
        }
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

/// A row of the matrix: it has the most common spelling of its name.
fn skill(placements: Vec<Placement>, ids: &mut Slugs) -> Skill {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for placement in &placements {
        *counts.entry(&placement.as_written).or_default() += 1;
    }
    let mut name = "";
    for placement in &placements {
        let spelling = placement.as_written.as_str();
        // Of spellings equally common the first stays.
        if counts.get(spelling) > counts.get(name) {
            name = spelling;
        }
    }
    let name = name.to_owned();
    Skill { id: SkillId(ids.unique(&name, "skill").into()), name, placements }
}

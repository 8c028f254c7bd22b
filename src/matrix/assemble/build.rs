//! The matrix of a vault: notes to placements, placements to rows.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::note::{InMatrix, Note, NoteId};
use crate::text::Slugs;
use crate::vault::Vault;
use crate::video::VideoId;
use crate::yielding::{self, Pieces};

use crate::matrix::extract::{ladder, reader};
use crate::matrix::language::level_name::LevelName;
use crate::matrix::language::lexicon::Lexicon;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::explaining;
use crate::matrix::model::level::LevelId;
use crate::matrix::model::order::Order;
use crate::matrix::model::types::{Matrix, Placement, Skill, SkillId};
use crate::matrix::proof;

use super::ladders::Ladders;
use super::merge::Merger;
use super::name_key::name_key;

/// After how many headings, sections or placements a piece of the work on a note ends.
const PIECE_PARTS: usize = 128;

/// A matrix in the making, note by note.
pub struct MatrixBuilder {
    lexicon: Lexicon,
    terms: Terms,
    /// What is placed so far.
    pub(super) placements: Vec<(Placement, PlacementOrigin)>,
    pub(super) ladders: Ladders,
    /// The folders of ladders whose files are a level each, with how many they are.
    files_of_level: FxHashMap<String, usize>,
}

/// What one note names, before it is known what the others do.
#[derive(Default)]
pub struct NotePlacements {
    /// The key of the ladder that it may be of.
    key: String,
    /// Whether it is a file of one level in a folder of such files.
    is_file_of_level: bool,
    /// The levels of a ladder in it, in its order.
    levels: Option<Vec<LevelName>>,
    placements: Vec<(Placement, PlacementOrigin)>,
}

impl Matrix {
    /// The skills that the notes' lists, headings and tables name.
    #[must_use]
    pub fn of(vault: &Vault) -> Self {
        let mut builder = MatrixBuilder::new();
        vault.notes().iter().for_each(|note| builder.add(note));
        builder.finish(vault)
    }

    /// Puts what a vault's notes of proofs name among what its other notes say.
    pub fn place_proofs(&mut self, vault: &Vault) {
        proof::find::place(self, vault);
    }
}

impl MatrixBuilder {
    /// A matrix of no notes.
    #[must_use]
    pub fn new() -> Self {
        Self {
            lexicon: Lexicon::new(),
            terms: Terms::new(),
            placements: Vec::new(),
            ladders: Ladders::default(),
            files_of_level: FxHashMap::default(),
        }
    }

    /// Adds the skills that a note names.
    pub fn add(&mut self, note: &Note) {
        yielding::at_once(self.add_in_pieces(note, async || ()));
    }

    /// As [`MatrixBuilder::add`], with pauses: a note may be a book.
    pub async fn add_in_pieces(&mut self, note: &Note, pause: impl AsyncFnMut()) {
        let named = self.read_in_pieces(note, pause).await;
        self.take(named);
    }

    /// What a note names, which is to be added in the order of notes.
    #[must_use]
    pub fn read(&self, note: &Note) -> NotePlacements {
        yielding::at_once(self.read_in_pieces(note, async || ()))
    }

    async fn read_in_pieces(&self, note: &Note, mut pause: impl AsyncFnMut()) -> NotePlacements {
        let mut named = NotePlacements::default();
        if note.front_matter().in_matrix == InMatrix::No || note.front_matter().is_proof {
            return named;
        }
        let mut pieces = Pieces::of(PIECE_PARTS, &mut pause);
        let cues = ladder::cues(note, &self.terms);
        let folder = note.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let key = match &cues.title {
            Some(_) if !cues.by_table || !folder.is_empty() => {
                named.is_file_of_level = true;
                format!("{folder}/")
            }
            _ => note.path.clone(),
        };
        if cues.is_ladder() || cues.needs_others() {
            let mut drafts = ladder::read(note, &self.terms, &cues);
            named.levels = Some(std::mem::take(&mut drafts.levels));
            let key = key.clone();
            let of = if cues.is_ladder() {
                PlacementOrigin::Ladder(key)
            } else {
                PlacementOrigin::LadderIfOthers(key)
            };
            for placement in ladder::placements(note, drafts, &self.lexicon) {
                named.placements.push((placement, of.clone()));
                pieces.step().await;
            }
        }
        if !cues.is_ladder() {
            let of = if cues.needs_others() {
                PlacementOrigin::TalkIfAlone(key.clone())
            } else {
                PlacementOrigin::Talk
            };
            let words = (&self.lexicon, &self.terms);
            for placement in reader::placements(note, words, &mut pieces).await {
                named.placements.push((placement, of.clone()));
                pieces.step().await;
            }
        }
        named.key = key;
        named
    }

    /// Adds what a note names.
    pub fn take(&mut self, named: NotePlacements) {
        let NotePlacements { key, is_file_of_level, levels, placements } = named;
        if let Some(levels) = levels {
            self.ladders.add(&key, &levels);
        }
        if is_file_of_level {
            *self.files_of_level.entry(key).or_default() += 1;
        }
        self.placements.extend(placements);
    }

    /// The matrix of the notes that were added, all those of the vault, with what its notes of proofs name.
    #[must_use]
    pub fn finish(self, vault: &Vault) -> Matrix {
        let mut matrix = self.without_proofs();
        matrix.place_proofs(vault);
        matrix
    }

    /// The same without what notes of proofs name.
    #[must_use]
    pub fn without_proofs(mut self) -> Matrix {
        for key in self.files_of_level.keys() {
            self.ladders.sort(key);
        }
        let placements = self.with_ids();
        let mut known = FxHashSet::default();
        let videos = placements.iter().filter_map(|placement| placement.video);
        let videos: Vec<VideoId> = videos.filter(|video| known.insert(*video)).collect();
        let mut merger = Merger::default();
        let apart = named_in_several_groups(&placements);
        for placement in placements {
            let is_apart =
                apart.contains(&(placement.note.clone(), name_key(&placement.as_written)));
            let group = placement.group.clone().filter(|_| is_apart);
            merger.add(placement, group.as_deref());
        }
        merger.join_within_videos();
        let groups = merger.into_groups();
        let mut ids = Slugs::default();
        let levels = self.ladders.ordered(&groups);
        let mut skills: Vec<Skill> =
            groups.into_iter().map(|placements| skill(placements, &mut ids)).collect();
        // A ladder's skills come first, in its order.
        let order = |skill: &Skill| Order::of(&skill.name, skill.placements.iter());
        skills.sort_by_cached_key(|skill| (!skill.is_of_ladder()).then(|| order(skill)));
        explaining::settle(&mut skills);
        Matrix { levels, videos, skills }
    }

    /// What is placed, with the ids that its ladders' levels have in the end.
    fn with_ids(&mut self) -> Vec<Placement> {
        let mut ids: FxHashMap<String, FxHashMap<String, LevelId>> = FxHashMap::default();
        let mut placed = Vec::with_capacity(self.placements.len());
        for (mut placement, of) in std::mem::take(&mut self.placements) {
            let has_others =
                |key: &str| self.files_of_level.get(key).is_some_and(|&files| files > 1);
            let key = match of {
                PlacementOrigin::Ladder(key) => Some(key),
                PlacementOrigin::LadderIfOthers(key) if has_others(&key) => Some(key),
                PlacementOrigin::TalkIfAlone(key) if has_others(&key) => continue,
                PlacementOrigin::LadderIfOthers(_) => continue,
                PlacementOrigin::TalkIfAlone(_) | PlacementOrigin::Talk => None,
            };
            if let (Some(key), Some(written)) = (key, &placement.level_as_written) {
                let ids = ids.entry(key).or_insert_with_key(|key| self.ladders.ids(key));
                placement.level = ids.get(written).copied();
            }
            placed.push(placement);
        }
        placed
    }
}

/// What a placement is of.
#[derive(Clone)]
pub(super) enum PlacementOrigin {
    Talk,
    /// The ladder with this key.
    Ladder(String),
    /// That ladder, if another file of it is of a level, too.
    LadderIfOthers(String),
    /// A talk, if no other file is.
    TalkIfAlone(String),
}

/// The names that a note has in several groups.
fn named_in_several_groups(placements: &[Placement]) -> FxHashSet<(NoteId, String)> {
    let mut groups: FxHashMap<(NoteId, String), Option<&str>> = FxHashMap::default();
    let mut several = FxHashSet::default();
    for placement in placements.iter().filter(|placement| placement.group.is_some()) {
        let key = (placement.note.clone(), name_key(&placement.as_written));
        let group = placement.group.as_deref();
        if *groups.entry(key.clone()).or_insert(group) != group {
            several.insert(key);
        }
    }
    several
}

impl Default for MatrixBuilder {
    fn default() -> Self {
        Self::new()
    }
}

/// A row of the matrix: it has the most common spelling of its name.
fn skill(placements: Vec<Placement>, ids: &mut Slugs) -> Skill {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
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
    // A ladder's spelling goes first where a ladder names the skill.
    let of_ladder = placements.iter().find(|placement| placement.rule.is_of_ladder());
    let name = of_ladder.map_or(name, |placement| placement.as_written.as_str()).to_owned();
    let group = placements.iter().find_map(|placement| placement.group.clone());
    Skill { group, id: SkillId(ids.unique(&name, "skill").into()), name, placements }
}

//! Where results of a search come from: what the filters let through, and the chosen level first.

use rustc_hash::FxHashSet;

use crate::matrix::{Filter, Placement, SkillId};
use crate::note::{ClaimId, NoteId};
use crate::search::{Candidate, Tier};
use crate::ui::state::library::Library;

/// Where results come from: the places of the filters, and those of the chosen level among them.
#[derive(Default, PartialEq)]
pub(super) struct ResultScope {
    /// `None` where the filters let everything through.
    places: Option<Places>,
    /// What the level is called, and where it is spoken of.
    level: Option<(String, Places)>,
}

impl ResultScope {
    pub(super) fn of(library: &Library, filter: &Filter) -> Self {
        let level = filter.level.map(|level| {
            let is_there = |placement: &Placement| {
                placement.level == Some(level) && filter.lets_through(placement)
            };
            let label = library.matrix.level_label(Some(level)).to_owned();
            (label, Places::of(library, is_there))
        });
        Self { places: Places::of_filter(library, &filter.at_any_level()), level }
    }

    pub(super) fn level_label(&self) -> Option<String> {
        self.level.as_ref().map(|(label, _)| label.clone())
    }

    pub(super) fn tier(&self, candidate: Candidate<'_>) -> Option<Tier> {
        if self.places.as_ref().is_some_and(|places| !places.has(candidate)) {
            return None;
        }
        let is_first = self.level.as_ref().is_none_or(|(_, places)| places.has(candidate));
        Some(if is_first { Tier::First } else { Tier::Other })
    }
}

/// Parts of the notes: where a filter finds something, or a level is spoken of.
#[derive(Default, PartialEq)]
struct Places {
    skills: FxHashSet<SkillId>,
    claims: FxHashSet<(NoteId, ClaimId)>,
    topics: FxHashSet<(NoteId, usize)>,
    notes: FxHashSet<NoteId>,
    /// Whether all that the notes say is meant, and not only what they say about skills.
    whole_notes: bool,
}

impl Places {
    /// The places of a filter; `None` where it lets everything through.
    fn of_filter(library: &Library, filter: &Filter) -> Option<Self> {
        if *filter == Filter::default() {
            return None;
        }
        let mut places = Self::of(library, |placement| filter.lets_through(placement));
        places.whole_notes = filter.role.is_none();
        if places.whole_notes {
            let notes = library.vault.notes().iter();
            let fitting = notes.filter(|note| note.video == filter.video);
            places.notes.extend(fitting.map(|note| note.id.clone()));
        }
        Some(places)
    }

    /// The places of those placements, and nothing that is said besides.
    fn of(library: &Library, is_in: impl Fn(&Placement) -> bool) -> Self {
        let mut places = Self::default();
        for skill in &library.matrix.skills {
            for placement in skill.placements.iter().filter(|named| is_in(named)) {
                let note = &placement.note;
                places.skills.insert(skill.id.clone());
                places.claims.extend(placement.claims.iter().map(|&claim| (note.clone(), claim)));
                places.topics.insert((note.clone(), placement.section));
                places.notes.insert(note.clone());
            }
        }
        places
    }

    fn has(&self, candidate: Candidate<'_>) -> bool {
        match candidate {
            Candidate::Skill(id) => self.skills.contains(&SkillId(id.into())),
            Candidate::Note(note) => self.notes.contains(note),
            Candidate::Claim(note, _) | Candidate::Topic(note, _) if self.whole_notes => {
                self.notes.contains(note)
            }
            Candidate::Claim(note, claim) => self.claims.contains(&(note.clone(), claim)),
            // What is said in a video is of no level.
            Candidate::Line(..) => false,
            Candidate::Topic(note, section) => self.topics.contains(&(note.clone(), section)),
        }
    }
}

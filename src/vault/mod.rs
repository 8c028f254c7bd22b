//! All notes of a page together: links between them, backlinks, notes of one video.

pub mod files;
mod joined;
mod links;
mod packed_vault;
pub mod video;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::note::{Note, NoteId, Problem, WikiLink, plain_text};
use crate::sorting;
use crate::threads;
use crate::video::VideoId;

pub use files::collection::{Collection, Layer, Mode};
pub use files::file::{Loss, NoteFile};
pub use files::naming::{
    FileKind, MAX_DEPTH, common_folder, is_hidden, is_note, is_other_sheet, plain_path,
};
pub use joined::DanglingLinks;
pub use links::Destination;
pub use packed_vault::{MOST_SKETCHED_BYTES, PackedVault};
pub use video::lengths::Moved;
pub use video::shared::SharedVideo;
pub use video::spoken_lines::{SpokenLine, SpokenLines};
pub use video::track::{Point, Track};

use links::{BacklinkIndex, NoteNames};

/// Where a file that was read is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FilePlace {
    /// Among the notes.
    Note(usize),
    /// Among the transcripts.
    Transcript(usize),
}

/// All notes of a page, read.
#[derive(Clone, Debug, Default)]
pub struct Vault {
    notes: Vec<Note>,
    /// The spoken lines of the notes' videos.
    transcripts: Vec<Note>,
    by_id: FxHashMap<NoteId, FilePlace>,
    /// Where each file went, in the order in which they were given.
    order: Vec<FilePlace>,
    names: NoteNames,
    /// Found out when somebody asks: it takes a look at every link of every note.
    backlinks: OnceLock<BacklinkIndex>,
    title: OnceLock<String>,
}

impl Vault {
    /// Reads note files. It never fails: what is wrong is in [`Vault::problems_of`].
    #[must_use]
    pub fn read(files: &[NoteFile]) -> Self {
        let mut vault = Self::default();
        threads::map(files, NoteFile::read).into_iter().for_each(|note| vault.push(note));
        vault.compare();
        vault
    }

    /// Puts notes that are read already together, in the order given.
    #[must_use]
    pub fn of(notes: Vec<Note>) -> Self {
        let mut vault = Self::default();
        notes.into_iter().for_each(|note| vault.push(note));
        vault.compare();
        vault
    }

    /// Puts one more note behind the others. Once all are there, [`Vault::compare`] comes.
    pub fn push(&mut self, mut note: Note) {
        // Two files may differ in their ending only: the second keeps it in its id.
        if self.by_id.contains_key(&note.id) {
            note.id = NoteId(note.path.as_str().into());
        }
        let place = if note.is_transcript {
            FilePlace::Transcript(self.transcripts.len())
        } else {
            self.names.add(self.notes.len(), &note);
            FilePlace::Note(self.notes.len())
        };
        self.by_id.insert(note.id.clone(), place);
        self.order.push(place);
        match place {
            FilePlace::Note(_) => self.notes.push(note),
            FilePlace::Transcript(_) => self.transcripts.push(note),
        }
        self.backlinks.take();
        self.title.take();
    }

    /// Reads those notes again that were put away ([`Note::lean`]) and are needed.
    pub(crate) fn fill(&mut self, is_needed: impl Fn(&Note) -> bool) {
        let lean = self.notes.iter_mut().filter(|note| note.is_lean() && is_needed(note));
        lean.for_each(|note| *note = note.whole());
    }

    /// Forgets the texts of notes that were put away: what is gone of them is not asked for any more.
    pub(crate) fn forget_texts(&mut self) {
        self.notes.iter_mut().chain(&mut self.transcripts).for_each(Note::forget_text);
    }

    /// The notes, in the order in which they were given.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The transcripts, in the order in which they were given.
    #[must_use]
    pub fn transcripts(&self) -> &[Note] {
        &self.transcripts
    }

    /// The notes, and then the transcripts.
    pub fn all(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().chain(&self.transcripts)
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The note or transcript with an id.
    #[must_use]
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.by_id.get(id).and_then(|&place| self.at(place))
    }

    fn at(&self, place: FilePlace) -> Option<&Note> {
        match place {
            FilePlace::Note(index) => self.notes.get(index),
            FilePlace::Transcript(index) => self.transcripts.get(index),
        }
    }

    /// Notes and transcripts, in the order in which they were given.
    fn in_order(&self) -> impl Iterator<Item = &Note> {
        self.order.iter().filter_map(|&place| self.at(place))
    }

    /// Where a link of a note leads.
    #[must_use]
    pub fn resolve<'a>(&'a self, from: &'a Note, link: &WikiLink) -> Destination<'a> {
        self.names.resolve(&self.notes, from, link)
    }

    /// The other notes that link to a note, in the vault's order.
    #[must_use]
    pub fn backlinks(&self, to: &NoteId) -> Vec<&Note> {
        let Some(&FilePlace::Note(position)) = self.by_id.get(to) else { return Vec::new() };
        self.all_backlinks().to(position).iter().filter_map(|&from| self.notes.get(from)).collect()
    }

    fn all_backlinks(&self) -> &BacklinkIndex {
        self.backlinks.get_or_init(|| BacklinkIndex::of(&self.notes, &self.names))
    }

    /// In the order in which they were given; one video may have several.
    pub fn transcripts_of(&self, video: VideoId) -> impl Iterator<Item = &Note> {
        self.transcripts.iter().filter(move |transcript| transcript.video == Some(video))
    }

    /// The other notes of the same video, in the vault's order.
    #[must_use]
    pub fn same_video(&self, of: &Note) -> Vec<&Note> {
        let same = |note: &&Note| note.id != of.id && note.video == of.video;
        match of.video {
            Some(_) => self.notes.iter().filter(same).collect(),
            None => Vec::new(),
        }
    }

    /// The problems of a note, of its links and of its title, in the order of lines.
    pub fn problems_of(&self, note: &Note) -> impl Iterator<Item = Problem> {
        let mut problems = note.problems().to_vec();
        if note.is_transcript {
            problems.extend(video::beside::problem(&self.notes, note));
        } else {
            problems.extend(links::problems(&self.notes, &self.names, note));
        }
        sorting::sort_by_key(&mut problems, |problem| problem.line);
        problems.into_iter()
    }

    /// What the notes are called together: a single note's title, else what all come from.
    #[must_use]
    pub fn title(&self) -> &str {
        self.title.get_or_init(|| self.own_title())
    }

    fn own_title(&self) -> String {
        let source = |note: &Note| note.source().map(|link| plain_text(&link.content));
        // What was chosen from the others gives them no other name.
        let notes = self.notes.iter().filter(|note| !note.is_proof);
        match notes.collect::<Vec<_>>().as_slice() {
            [] => "Skillreel".to_owned(),
            [note] => note.title.clone(),
            [first, rest @ ..] => match source(first) {
                Some(from) if rest.iter().all(|note| source(note).as_ref() == Some(&from)) => from,
                _ => counted(self.notes.len()),
            },
        }
    }
}

/// What notes are called that nothing else is common to.
fn counted(notes: usize) -> String {
    format!("{notes} notes")
}

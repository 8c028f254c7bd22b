//! All notes of a page together: links between them, backlinks, notes of one video.

mod file;
mod links;

pub use file::NoteFile;
pub use links::Destination;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::note::{Note, NoteId, Problem, WikiLink, plain_text};

use links::{Backlinks, Names};

/// All notes of a page, read.
#[derive(Debug, Default)]
pub struct Vault {
    notes: Vec<Note>,
    by_id: HashMap<NoteId, usize>,
    names: Names,
    /// Found out when somebody asks: it takes a look at every link of every note.
    backlinks: OnceLock<Backlinks>,
}

impl Vault {
    /// Reads note files. It never fails: what is wrong is in [`Vault::problems_of`].
    #[must_use]
    pub fn read(files: &[NoteFile]) -> Self {
        let read = |file: &NoteFile| {
            let mut note = Note::read(&file.path, &file.text);
            if let Some(lost) = &file.lost {
                note.problems.insert(0, lost.clone());
            }
            note
        };
        Self::of(files.iter().map(read).collect())
    }

    /// Puts notes that are read already together, in the order given.
    #[must_use]
    pub fn of(mut notes: Vec<Note>) -> Self {
        let mut by_id = HashMap::with_capacity(notes.len());
        for (index, note) in notes.iter_mut().enumerate() {
            // Two files may differ in their ending only: the second keeps it in its id.
            if by_id.contains_key(&note.id) {
                note.id = NoteId(note.path.as_str().into());
            }
            by_id.insert(note.id.clone(), index);
        }
        let names = Names::of(&notes);
        Self { notes, by_id, names, backlinks: OnceLock::new() }
    }

    /// The notes, in the order in which they were given.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The note with an id.
    #[must_use]
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.by_id.get(id).and_then(|&index| self.notes.get(index))
    }

    /// Where a link of a note leads.
    #[must_use]
    pub fn resolve<'a>(&'a self, from: &'a Note, link: &WikiLink) -> Destination<'a> {
        self.names.resolve(&self.notes, from, link)
    }

    /// The other notes that link to a note, in the vault's order.
    #[must_use]
    pub fn backlinks(&self, to: &NoteId) -> Vec<&Note> {
        let Some(&position) = self.by_id.get(to) else { return Vec::new() };
        let backlinks = self.backlinks.get_or_init(|| Backlinks::of(self));
        backlinks.to(position).iter().filter_map(|&from| self.notes.get(from)).collect()
    }

    /// The other notes of the same video, in the vault's order.
    #[must_use]
    pub fn same_video(&self, of: &Note) -> Vec<&Note> {
        let same =
            |note: &&Note| note.id != of.id && note.front_matter.video == of.front_matter.video;
        match of.front_matter.video {
            Some(_) => self.notes.iter().filter(same).collect(),
            None => Vec::new(),
        }
    }

    /// The problems of a note, of its links and of its title, in the order of lines.
    pub fn problems_of(&self, note: &Note) -> impl Iterator<Item = Problem> {
        let mut problems = note.problems.clone();
        problems.extend(links::problems(self, note));
        problems.sort_by_key(|problem| problem.line);
        problems.into_iter()
    }

    /// What the notes are called together: a single note's title, else what all come from.
    #[must_use]
    pub fn title(&self) -> String {
        let source = |note: &Note| note.source.as_ref().map(|link| plain_text(&link.content));
        match self.notes.as_slice() {
            [] => "Skillreel".to_owned(),
            [note] => note.title.clone(),
            [first, rest @ ..] => match source(first) {
                Some(from) if rest.iter().all(|note| source(note).as_ref() == Some(&from)) => from,
                _ => format!("{} notes", self.notes.len()),
            },
        }
    }
}

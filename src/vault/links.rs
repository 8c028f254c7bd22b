//! Which note a wikilink means: by the slug of file names, then of titles, then of aliases.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::note::{Code, LinkRole, Note, NoteId, Problem, WikiLink, without_hash};
use crate::text::slug;

/// Where a wikilink leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Destination<'a> {
    /// A note of the vault.
    Note(&'a Note),
    /// One of several notes; nothing says which. This is the first of them.
    Several(&'a Note),
    /// No note of the vault.
    Missing,
}

impl<'a> Destination<'a> {
    /// The note, or the first of those that it may be.
    #[must_use]
    pub fn note(self) -> Option<&'a Note> {
        match self {
            Self::Note(note) | Self::Several(note) => Some(note),
            Self::Missing => None,
        }
    }
}

/// The notes by what links may call them.
#[derive(Clone, Debug, Default)]
pub(super) struct NoteNames {
    by_file: FxHashMap<String, Vec<usize>>,
    by_title: FxHashMap<String, Vec<usize>>,
    by_alias: FxHashMap<String, Vec<usize>>,
}

/// The links between the notes of a vault, by the notes' positions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct BacklinkIndex(Vec<Vec<usize>>);

impl NoteNames {
    /// Adds the names of the note with this index.
    pub(super) fn add(&mut self, index: usize, note: &Note) {
        let name = last_part(&note.id.0);
        self.by_file.entry(slug(name)).or_default().push(index);
        self.by_title.entry(slug(&note.title)).or_default().push(index);
        let bare = without_hash(name);
        let bare = (bare.len() < name.len()).then_some(bare);
        for alias in note.aliases.iter().map(String::as_str).chain(bare) {
            let called = self.by_alias.entry(slug(alias)).or_default();
            if called.last() != Some(&index) {
                called.push(index);
            }
        }
    }

    /// Of several notes that a link may mean, the one whose path ends as the link does, else the
    /// one in the folder of the linking note, else the first.
    pub(super) fn resolve<'a>(
        &self,
        notes: &'a [Note],
        from: &'a Note,
        link: &WikiLink,
    ) -> Destination<'a> {
        // `[[#heading]]` leads to its own note.
        match link.target.is_empty() {
            true => Destination::Note(from),
            false => self.named(notes, folder(&from.path), &link.target),
        }
    }

    /// The same by what a link calls it, from a note in a folder.
    pub(super) fn named<'a>(&self, notes: &'a [Note], here: &str, target: &str) -> Destination<'a> {
        let target = target.strip_suffix(".md").unwrap_or(target);
        let name = slug(last_part(target));
        let whole = slug(target);
        let found = self.by_file.get(&name).or_else(|| self.by_title.get(&whole));
        let found = found.or_else(|| self.by_alias.get(&whole));
        let Some(candidates) = found.filter(|_| !name.is_empty()) else {
            return Destination::Missing;
        };
        let path = whole;
        let notes_found = || candidates.iter().filter_map(|&index| notes.get(index));
        let by_path =
            || notes_found().find(|note| target.contains('/') && slug(&note.id.0).ends_with(&path));
        let by_folder = || notes_found().find(|note| folder(&note.path) == here);
        match (by_path().or_else(by_folder), notes_found().next()) {
            (Some(note), _) => Destination::Note(note),
            (None, Some(only)) if candidates.len() == 1 => Destination::Note(only),
            (None, Some(first)) => Destination::Several(first),
            (None, None) => Destination::Missing,
        }
    }

    /// How many notes have a title.
    pub(super) fn with_title(&self, title: &str) -> usize {
        self.by_title.get(&slug(title)).map_or(0, Vec::len)
    }
}

impl BacklinkIndex {
    /// These: for each note by its position, those of the notes that link to it.
    pub(super) fn from_links(mut links: Vec<Vec<usize>>) -> Self {
        for linking in &mut links {
            linking.sort_unstable();
            linking.dedup();
        }
        Self(links)
    }

    pub(super) fn of(notes: &[Note], names: &NoteNames) -> Self {
        let positions: FxHashMap<&NoteId, usize> =
            notes.iter().enumerate().map(|(at, note)| (&note.id, at)).collect();
        let mut backlinks = vec![Vec::new(); notes.len()];
        for (from, note) in notes.iter().enumerate() {
            let mut to: Vec<usize> = note
                .links()
                .into_iter()
                .filter_map(|link| names.resolve(notes, note, link).note())
                .filter_map(|note| positions.get(&note.id).copied())
                .filter(|&to| to != from)
                .collect();
            to.sort_unstable();
            to.dedup();
            for to in to {
                if let Some(linking) = backlinks.get_mut(to) {
                    linking.push(from);
                }
            }
        }
        Self(backlinks)
    }

    /// Whether they are those of so many notes.
    pub(super) fn are_among(&self, notes: usize) -> bool {
        self.0.len() == notes && self.0.iter().flatten().all(|&from| from < notes)
    }

    /// The positions of the notes that link to the one at a position, in the vault's order.
    pub(super) fn to(&self, position: usize) -> &[usize] {
        self.0.get(position).map_or(&[], Vec::as_slice)
    }
}

/// What is wrong with a note among the others: links that lead nowhere or to several notes, one
/// problem a target, and a title that another note has.
pub(super) fn problems(notes: &[Note], names: &NoteNames, note: &Note) -> Vec<Problem> {
    let (mut told, mut known) = (FxHashSet::default(), FxHashSet::default());
    let mut problems = Vec::new();
    // A book links to the same notes again and again.
    for link in note.links().into_iter().filter(|link| known.insert(link.target.as_str())) {
        // A channel is named as the source; it is no note.
        let is_source = note.source().is_some_and(|source| source.target == link.target);
        let problem = match names.resolve(notes, note, link) {
            Destination::Missing if !is_source && may_miss(link) => {
                let message = format!(
                    "“[[{}]]” leads to no note of this vault; its link searches for the name \
                     instead.",
                    link.target
                );
                Problem::new(link.line, Code::LinkMissing, message)
            }
            Destination::Several(first) => {
                let message = format!(
                    "“[[{}]]” fits several notes, {} among them; its link searches for the name \
                     instead. Name the folder too.",
                    link.target, first.path
                );
                let problem = Problem::new(link.line, Code::LinkAmbiguous, message);
                problem.suggest(format!("[[{}]]", first.id))
            }
            Destination::Note(_) | Destination::Missing => continue,
        };
        if told.insert(slug(&link.target)) {
            problems.push(problem);
        }
    }
    let same_title = names.with_title(&note.title);
    if same_title > 1 {
        let message = format!(
            "{same_title} notes are called “{}”; lists and links tell them apart by their files \
             only.",
            note.title
        );
        problems.push(Problem::new(1, Code::TitleDuplicate, message));
    }
    problems
}

/// Whether a link that leads nowhere is missed: a name to sort by need not be a note, nor a day, and
/// what is shown in place of a link is seen to be missing there.
fn may_miss(link: &WikiLink) -> bool {
    link.role == LinkRole::Link && !is_day(&link.target)
}

/// Whether a link leads to the note of a day, which tools of outlines make when it is opened: `2025-01-05`,
/// `2022/07`, `January 5th, 2025`.
fn is_day(target: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<&str> =
        target.split([' ', ',', '-', '/', '_']).filter(|part| !part.is_empty()).collect();
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = |part: &str| {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_lowercase());
        (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_month = |part: &str| {
        let lower = part.to_ascii_lowercase();
        part.is_ascii() && MONTHS.iter().any(|month| lower.starts_with(month))
    };
    (2..=4).contains(&parts.len())
        && parts.iter().filter(|part| is_year(part)).count() == 1
        && parts.iter().all(|part| is_year(part) || is_number(part) || is_month(part))
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests;

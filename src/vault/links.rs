//! Which note a wikilink means: by the slug of file names, then by the slug of titles.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::note::{Code, Note, NoteId, Problem, WikiLink};
use crate::text::slug;

use super::Vault;

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
pub(super) struct Names {
    by_file: HashMap<String, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
}

/// The links between the notes of a vault, by the notes' positions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Backlinks(Vec<Vec<usize>>);

impl Names {
    /// Adds the names of the note with this index.
    pub(super) fn add(&mut self, index: usize, note: &Note) {
        let file = slug(last_part(&note.id.0));
        self.by_file.entry(file).or_default().push(index);
        self.by_title.entry(slug(&note.title)).or_default().push(index);
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
        if link.target.is_empty() {
            return Destination::Note(from);
        }
        let target = link.target.strip_suffix(".md").unwrap_or(&link.target);
        let name = slug(last_part(target));
        let found = self.by_file.get(&name).or_else(|| self.by_title.get(&slug(target)));
        let Some(candidates) = found.filter(|_| !name.is_empty()) else {
            return Destination::Missing;
        };
        let path = slug(target);
        let notes_found = || candidates.iter().filter_map(|&index| notes.get(index));
        let by_path =
            || notes_found().find(|note| target.contains('/') && slug(&note.id.0).ends_with(&path));
        let by_folder = || notes_found().find(|note| folder(&note.path) == folder(&from.path));
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

impl Backlinks {
    pub(super) fn of(vault: &Vault) -> Self {
        let positions: HashMap<&NoteId, usize> =
            vault.notes().iter().enumerate().map(|(at, note)| (&note.id, at)).collect();
        let mut backlinks = vec![Vec::new(); vault.notes().len()];
        for (from, note) in vault.notes().iter().enumerate() {
            let mut to: Vec<usize> = note
                .links()
                .into_iter()
                .filter_map(|link| vault.resolve(note, link).note())
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
pub(super) fn problems(vault: &Vault, note: &Note) -> Vec<Problem> {
    let (mut told, mut known) = (HashSet::new(), HashSet::new());
    let mut problems = Vec::new();
    // A book links to the same notes again and again.
    for link in note.links().into_iter().filter(|link| known.insert(link.target.as_str())) {
        // A channel is named as the source; it is no note.
        let is_source = note.source().is_some_and(|source| source.target == link.target);
        let problem = match vault.resolve(note, link) {
            Destination::Missing if !is_source => {
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
    let same_title = vault.names.with_title(&note.title);
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

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::NoteFile;

    fn vault(files: &[(&str, &str)]) -> Vault {
        let files: Vec<NoteFile> =
            files.iter().map(|(path, text)| NoteFile::new(*path, *text)).collect();
        Vault::read(&files)
    }

    #[test]
    fn finds_notes_by_file_name_then_by_title() {
        let vault = vault(&[
            ("a/from.md", "---\ntitle: From\n---\n[[x]]"),
            ("a/think_big.md", "---\ntitle: Other\n---\nx"),
            ("b/think_big.md", "---\ntitle: Elan vital\n---\nx"),
        ]);
        let from = &vault.notes()[0];
        let cases = [
            ("Think Big", Some("a/think_big")),
            ("think_big", Some("a/think_big")),
            ("b/Think big", Some("b/think_big")),
            ("think_big.md", Some("a/think_big")),
            ("Élan Vital", Some("b/think_big")),
            ("", Some("a/from")),
            ("nowhere", None),
            ("???", None),
        ];
        for (target, want) in cases {
            let link = WikiLink {
                target: target.into(),
                heading: None,
                has_alias: false,
                content: vec![],
                line: 1,
            };
            let got = vault.resolve(from, &link).note().map(|note| &*note.id.0);
            assert_eq!(got, want, "{target:?}");
        }
    }

    /// docs/FAULTS.md, 24.
    #[test]
    fn fault_24_of_notes_with_one_name_the_nearest_is_meant_or_none() {
        let vault = vault(&[
            ("a/trust.md", "---\ntitle: Trust\nvideoId: 7gaPPrAd7nc\n---\n[[trust]]"),
            ("b/trust.md", "---\ntitle: Trust\nvideoId: 7gaPPrAd7nc\n---\nx"),
            ("c/from.md", "---\ntitle: C\nvideoId: 7gaPPrAd7nc\n---\n[[Trust]] [[b/trust]]"),
        ]);
        let found = |at: usize| -> Vec<(Code, Option<String>)> {
            vault.problems_of(&vault.notes()[at]).map(|p| (p.code, p.suggestion)).collect()
        };
        assert_eq!(found(0), [(Code::TitleDuplicate, None)]);
        assert_eq!(found(2), [(Code::LinkAmbiguous, Some("[[a/trust]]".into()))]);
        let paths = |id: &str| -> Vec<&str> {
            let id = NoteId(id.into());
            vault.backlinks(&id).into_iter().map(|note| note.path.as_str()).collect()
        };
        assert_eq!((paths("a/trust"), paths("b/trust")), (vec!["c/from.md"], vec!["c/from.md"]));
    }

    /// docs/FAULTS.md, 20.
    #[test]
    fn fault_20_a_link_to_nowhere_is_a_problem_once_a_target() {
        let vault = vault(&[(
            "a.md",
            "---\ntitle: A\nvideoId: 7gaPPrAd7nc\n---\n[[x]] [[X]]\n\n[[y|z]]\n",
        )]);
        let found: Vec<(u32, Code)> =
            vault.problems_of(&vault.notes()[0]).map(|p| (p.line, p.code)).collect();
        assert_eq!(found, [(5, Code::LinkMissing), (7, Code::LinkMissing)]);
    }

    #[test]
    fn knows_who_links_here() {
        let vault = vault(&[("a.md", "[[b]]"), ("b.md", "[[b]]"), ("c.md", "x")]);
        let names = |id: &str| -> Vec<String> {
            let id = NoteId(id.into());
            vault.backlinks(&id).iter().map(|note| note.path.clone()).collect()
        };
        assert_eq!(names("b"), ["a.md"]);
        assert!(names("c").is_empty());
    }
}

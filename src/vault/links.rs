//! Which note a wikilink means: by the slug of file names, then by the slug of titles.

use std::collections::{HashMap, HashSet};

use crate::note::{Code, Note, Problem, WikiLink};
use crate::text::slug;

use super::Vault;

/// Where a wikilink leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Destination<'a> {
    /// A note of the vault.
    Note(&'a Note),
    /// No note of the vault.
    Missing,
}

/// The notes by what links may call them.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_file: HashMap<String, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
}

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
        let notes_found = || candidates.iter().filter_map(|&index| notes.get(index));
        let path = slug(target);
        let by_path =
            || notes_found().find(|note| target.contains('/') && slug(&note.id.0).ends_with(&path));
        let by_folder = || notes_found().find(|note| folder(&note.path) == folder(&from.path));
        match by_path().or_else(by_folder).or_else(|| notes_found().next()) {
            Some(note) => Destination::Note(note),
            None => Destination::Missing,
        }
    }
}

/// The links of a note that lead nowhere: one problem a target.
pub(super) fn missing(vault: &Vault, note: &Note) -> Vec<Problem> {
    let mut told = HashSet::new();
    let mut problems = Vec::new();
    for link in note.links() {
        // A channel is named as the source; it is no note.
        let is_source = note.source.as_ref().is_some_and(|source| source.target == link.target);
        let is_missing = vault.resolve(note, link) == Destination::Missing;
        if is_missing && !is_source && told.insert(slug(&link.target)) {
            let message = format!(
                "“[[{}]]” leads to no note of this vault; its link searches for the name instead.",
                link.target
            );
            problems.push(Problem::new(link.line, Code::LinkMissing, message));
        }
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
    use crate::note::NoteId;
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
            let got = match vault.resolve(from, &link) {
                Destination::Note(note) => Some(&*note.id.0),
                Destination::Missing => None,
            };
            assert_eq!(got, want, "{target:?}");
        }
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

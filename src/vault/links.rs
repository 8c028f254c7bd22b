//! Which note a wikilink means: by the slug of file names, then of titles, then of aliases.

use std::collections::{HashMap, HashSet};

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
pub(super) struct Names {
    by_file: HashMap<String, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
    by_alias: HashMap<String, Vec<usize>>,
}

/// The links between the notes of a vault, by the notes' positions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Backlinks(Vec<Vec<usize>>);

impl Names {
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
        if link.target.is_empty() {
            return Destination::Note(from);
        }
        let target = link.target.strip_suffix(".md").unwrap_or(&link.target);
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
    pub(super) fn of(notes: &[Note], names: &Names) -> Self {
        let positions: HashMap<&NoteId, usize> =
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
pub(super) fn problems(notes: &[Note], names: &Names, note: &Note) -> Vec<Problem> {
    let (mut told, mut known) = (HashSet::new(), HashSet::new());
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

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::{NoteFile, Vault};

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
                role: LinkRole::Link,
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
    fn a_note_is_found_by_its_aliases_and_without_an_exports_hash() {
        let hash = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
        let vault = vault(&[
            (
                "from.md",
                "---\naliases: [Start here, \"x, y\"]\n---\n[[A]] [[b]] [[Hiring]] [[start here]]",
            ),
            ("long.md", "---\ntitle: Long\naliases:\n  - A\n  - 'B'\n---\nx"),
            (&format!("Hiring {hash}.md"), "x"),
            ("logseq.md", "alias:: C, [[D]]\n\n- x"),
        ]);
        let from = &vault.notes()[0];
        let aliases = |at: usize| vault.notes()[at].aliases.clone();
        assert_eq!(aliases(0), ["Start here", "x, y"]);
        assert_eq!(aliases(3), ["C", "D"]);
        assert_eq!(vault.notes()[2].title, "Hiring");
        assert_eq!(from.links().len(), 4);
        assert!(from.links().iter().all(|link| vault.resolve(from, link).note().is_some()));
        assert!(vault.problems_of(from).all(|problem| problem.code != Code::LinkMissing));
    }

    #[test]
    fn what_need_not_be_there_is_not_missed() {
        let vault = vault(&[(
            "a.md",
            "# [[Tag]]\n\non:: [[Area]]\n\n![[part#^x]] ![[a.png]] [[2025-01-05]] [[January 5th, 2025]] [[x 5]]",
        )]);
        let missed: Vec<String> = vault
            .problems_of(&vault.notes()[0])
            .filter(|problem| problem.code == Code::LinkMissing)
            .map(|problem| problem.message)
            .collect();
        assert_eq!(missed.len(), 1, "{missed:?}");
        assert!(missed[0].contains("x 5"));
        assert!(is_day("2022/07") && is_day("5 May 2024") && !is_day("2024"));
        assert!(!is_day("March 2") && !is_day("A 2024"));
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

//! What some notes have brought, for whoever wrote or added them.

use rustc_hash::FxHashSet;

use crate::matrix::{LevelId, Matrix};
use crate::note::{Note, NoteId, Severity};
use crate::vault::Vault;

/// What some of a vault's notes have brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many skills they name.
    pub skills: usize,
    /// At how many levels.
    pub levels: usize,
    /// How much of them cannot be used until it is mended.
    pub errors: usize,
    /// How many of their lists and tables only lack a word to name skills ([`crate::matrix::Why::nearly_counted`]); to be
    /// counted apart, for that takes as long as reading them.
    pub nearly: usize,
}

impl Report {
    /// What the notes have brought that are asked for.
    #[must_use]
    pub fn of(vault: &Vault, matrix: &Matrix, is_asked: impl Fn(&Note) -> bool) -> Self {
        let notes = || vault.notes().iter().filter(|note| is_asked(note));
        let asked: FxHashSet<&NoteId> = notes().map(|note| &note.id).collect();
        let mut levels: FxHashSet<LevelId> = FxHashSet::default();
        let mut skills = 0;
        for skill in &matrix.skills {
            let mut placements = skill
                .placements
                .iter()
                .filter(|placement| asked.contains(&placement.note))
                .peekable();
            skills += usize::from(placements.peek().is_some());
            levels.extend(placements.filter_map(|placement| placement.level));
        }
        let is_error = |severity| severity == Severity::Error;
        let problems = notes().flat_map(Note::problems);
        let errors = problems.filter(|problem| is_error(problem.severity())).count();
        Self { skills, levels: levels.len(), errors, nearly: 0 }
    }

    /// The same in a line.
    #[must_use]
    pub fn in_words(self) -> String {
        let count = |number: usize, noun: &str| {
            let ending = if number == 1 { "" } else { "s" };
            [number.to_string().as_str(), " ", noun, ending].concat()
        };
        let mut words = match (self.skills, self.levels) {
            (0, _) => "No list of skills was found there".to_owned(),
            (skills, 0) => [&count(skills, "skill"), ", of no level"].concat(),
            (skills, levels) => [&count(skills, "skill"), " at ", &count(levels, "level")].concat(),
        };
        if self.nearly > 0 {
            words.extend(["; ", &count(self.nearly, "list"), " nearly counted"]);
        }
        if self.errors > 0 {
            words.extend(["; ", &count(self.errors, "error"), " to mend"]);
        }
        words + "."
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::NoteFile;

    #[test]
    fn some_notes_are_told_apart_from_the_others() {
        let ranked = "---\nvideoId: aaaaaaaaaaa\n---\n## Skills of new designers\n\n1. **Sketch** [0:10]\n2. **Bend** [0:20]\n\n\
                      ## Skills of senior designers\n\n1. **Bend** [0:30]\n2. **Teach** [0:40]\n";
        let named = "---\nvideoId: short\n---\n## Key skills\n\n* **Weld**: under water\n* **Bend**: steel\n";
        let talk = "---\nvideoId: bbbbbbbbbbb\n---\nWe had tea [0:10].\n";
        let files = [("a.md", ranked), ("b.md", named), ("c.md", talk)];
        let vault = Vault::read(&files.map(|(path, text)| NoteFile::new(path, text)));
        let matrix = Matrix::of(&vault);
        for (path, want) in [
            ("a.md", "3 skills at 2 levels."),
            ("b.md", "2 skills, of no level; 1 error to mend."),
            ("c.md", "No list of skills was found there."),
        ] {
            let report = Report::of(&vault, &matrix, |note| note.path == path);
            assert_eq!(report.in_words(), want, "{path}");
        }
        let all = Report::of(&vault, &matrix, |_| true);
        assert_eq!(all, Report { skills: 4, levels: 2, errors: 1, nearly: 0 });
        let nearly = Report { nearly: 2, ..Report::default() };
        assert_eq!(nearly.in_words(), "No list of skills was found there; 2 lists nearly counted.");
    }
}

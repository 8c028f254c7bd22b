//! What stands over the parts of the matrix, in words.

use crate::matrix::model::level::{Level, LevelId};
use crate::matrix::model::types::Matrix;

use super::groups::GroupedBy;
use super::ranked_lists::RankedList;

/// What stands over a part. The level's name stands apart, for no translation may change it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// What it says before the level's name; all of it where it names none.
    pub before: String,
    /// The level's name.
    pub level: Option<String>,
    /// What it says after that.
    pub after: String,
    /// What it says in small print: who says so, or how many rows there are.
    pub note: String,
}

impl GroupedBy {
    /// What stands over this part of a matrix, in which a level may be chosen; `None` where all rows stand in one
    /// part. `place` is the part's among those that are shown, `number` how many rows it has.
    #[must_use]
    pub fn heading(
        &self,
        matrix: &Matrix,
        chosen: Option<LevelId>,
        place: usize,
        number: usize,
    ) -> Option<Heading> {
        let plain = |text: &str| Heading {
            before: text.to_owned(),
            note: number.to_string(),
            ..Heading::default()
        };
        let label = |level: LevelId| Some(matrix.level_label(Some(level)).to_owned());
        Some(match self {
            Self::Whole => return None,
            Self::Ranked(list) => Heading {
                before: if place == 0 { "Work on these first" } else { "Another list" }.to_owned(),
                note: list.in_words(matrix, chosen),
                ..Heading::default()
            },
            Self::Named => match chosen {
                Some(level) => Heading {
                    before: "Named for ".to_owned(),
                    level: label(level),
                    after: ", without an order".to_owned(),
                    note: number.to_string(),
                },
                None => plain("Named, without an order"),
            },
            Self::OfLevel(level) => Heading {
                before: if is_later(&matrix.levels, *level, chosen) {
                    "Later, for "
                } else {
                    "Earlier, for "
                }
                .to_owned(),
                level: label(*level),
                note: number.to_string(),
                ..Heading::default()
            },
            Self::OfLadder(name) => plain(name),
            Self::Talks => plain("Named in talks"),
            Self::Unplaced => plain("Said of no level"),
        })
    }
}

impl RankedList {
    /// Whose list it is, and who says so: `ranked for new product managers · 1 talk, 2 notes`.
    fn in_words(&self, matrix: &Matrix, chosen: Option<LevelId>) -> String {
        let level = chosen.map(|level| matrix.level_label(Some(level)));
        let owner = match (level, self.role) {
            (Some(level), Some(role)) => [" for ", level, " ", role.people()].concat(),
            (Some(level), None) => [" for ", level].concat(),
            (None, Some(role)) => [" for ", role.people()].concat(),
            (None, None) => String::new(),
        };
        let notes = match self.notes.len() {
            1 => "1 note".to_owned(),
            several => [&several.to_string(), " notes"].concat(),
        };
        let talk = if self.video.is_some() { "1 talk" } else { "" };
        let source = match (talk, self.notes.len()) {
            ("", _) => notes,
            (talk, 1) => talk.to_owned(),
            (talk, _) => [talk, ", ", &notes].concat(),
        };
        ["ranked", &owner, " · ", &source].concat()
    }
}

fn is_later(levels: &[Level], level: LevelId, chosen: Option<LevelId>) -> bool {
    let place = |id: LevelId| levels.iter().position(|level| level.id == id);
    chosen.is_none_or(|chosen| place(level) > place(chosen))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::query::filter::Filter;
    use crate::matrix::query::groups::RowGroup;
    use crate::matrix::query::rows::Sort;
    use crate::note::Note;
    use crate::vault::Vault;

    #[test]
    fn a_heading_says_whose_list_it_is_and_who_says_so() {
        let note = |path: &str, text: &str| {
            Note::read(path, &format!("---\nvideoId: aaaaaaaaaaa\n---\n{text}"))
        };
        let matrix = Matrix::of(&Vault::of(vec![
            note("a.md", "## Skills of new designers\n1. **Draw**\n2. **Bend**\n"),
            note("b.md", "## Skills of new designers\n1. **Draw**\n2. **Bend**\n"),
            note("c.md", "## Skills of new engineers\n1. **Weld**\n2. **Saw**\n"),
            note("d.md", "## Skills of new engineers\n- **Hope**\n"),
            note("e.md", "## Skills of senior engineers\n- **Lead**\n"),
            note("f.md", "## Key skills\n- **Knit**\n"),
        ]));
        let told = |level: LevelId| -> Vec<String> {
            let filter = Filter { level: Some(level), ..Filter::default() };
            let groups = RowGroup::all(&matrix, &filter, Sort::Rank, None, |_| true);
            let told = groups.iter().enumerate().map(|(place, group)| {
                let number = group.skills.len();
                let heading = group.part.heading(&matrix, filter.level, place, number);
                let Heading { before, level, after, note } = heading.unwrap_or_default();
                format!("{before}{}{after} | {note}", level.unwrap_or_default())
            });
            told.collect()
        };
        assert_eq!(
            told(LevelId::NEW),
            [
                "Work on these first | ranked for New designers · 1 talk, 2 notes",
                "Another list | ranked for New engineers · 1 talk",
                "Named for New, without an order | 1",
                "Later, for Senior | 1",
                "Said of no level | 1",
            ]
        );
        assert_eq!(
            told(LevelId::SENIOR)[..2],
            ["Named for Senior, without an order | 1", "Earlier, for New | 5"]
        );
        assert_eq!(GroupedBy::Whole.heading(&matrix, None, 0, 6), None);
    }
}

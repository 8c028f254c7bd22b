//! Which cells of a ladder have a clip.

use crate::matrix::model::level::LevelId;
use crate::matrix::model::types::{Matrix, Placement, Skill};
use crate::note::Stamp;

/// What a ladder expects of a skill at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LadderCell {
    /// The level; `None` where the ladder names none.
    pub level: Option<LevelId>,
    /// Whether a moment of a video backs it: the ladder's own, a talk's, or one that was chosen as proof.
    pub has_clip: bool,
}

/// How many cells of ladders have a clip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClipCount {
    /// How many have one.
    pub backed: usize,
    /// How many cells there are.
    pub cells: usize,
}

impl Placement {
    /// Whether a moment of a video backs it.
    #[must_use]
    pub fn has_clip(&self) -> bool {
        self.stamps.iter().any(|stamp| !stamp.is_past_end && Stamp::moment(stamp).is_some())
    }
}

impl Skill {
    /// The cells of the skill in which a ladder expects something, each level once.
    #[must_use]
    pub fn ladder_cells(&self) -> Vec<LadderCell> {
        let mut cells: Vec<LadderCell> = Vec::new();
        for placement in self.placements.iter().filter(|placement| placement.rule.is_of_ladder()) {
            if !cells.iter().any(|cell| cell.level == placement.level) {
                let has_clip = self.at(placement.level).any(Placement::has_clip);
                cells.push(LadderCell { level: placement.level, has_clip });
            }
        }
        cells
    }
}

impl Matrix {
    /// How many cells of its ladders have a clip.
    #[must_use]
    pub fn clip_count(&self) -> ClipCount {
        let mut count = ClipCount::default();
        for cell in self.skills.iter().flat_map(Skill::ladder_cells) {
            count.cells += 1;
            count.backed += usize::from(cell.has_clip);
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;
    use crate::vault::Vault;

    #[test]
    fn cells_of_ladders_are_counted_with_what_backs_them() {
        let ladder =
            "# Ladder\n\n| Skill | Junior | Senior |\n|-|-|-|\n| Bake | a | b |\n| Rest | c | |\n";
        let talk = "---\nvideoId: aaaaaaaaaaa\n---\n## Key skills for senior product managers\n\n1. **Bake** [1:00]\n2. **Sell** [2:00]\n";
        let proof = "---\nproof: true\n---\n- **Rest** (Junior): [[talk]] [2:00]\n";
        let without_video = "## Key skills for senior product managers\n\n1. **Bake** [1:00]\n";
        type Case<'a> = (&'a [(&'a str, &'a str)], (usize, usize));
        let cases: [Case<'_>; 6] = [
            (&[("ladder.md", ladder)], (0, 3)),
            (&[("ladder.md", ladder), ("talk.md", talk)], (1, 3)),
            (&[("ladder.md", ladder), ("talk.md", talk), ("p.md", proof)], (2, 3)),
            (&[("ladder.md", ladder), ("talk.md", without_video)], (0, 3)),
            (
                &[(
                    "ladder.md",
                    &ladder.replace("| b", "| b [0:10](https://youtu.be/aaaaaaaaaaa?t=10)"),
                )],
                (1, 3),
            ),
            (&[("talk.md", talk)], (0, 0)),
        ];
        for (notes, want) in cases {
            let notes = notes.iter().map(|(path, text)| Note::read(path, text)).collect();
            let count = Matrix::of(&Vault::of(notes)).clip_count();
            assert_eq!((count.backed, count.cells), want);
        }
    }
}

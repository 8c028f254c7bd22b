//! The matrix as a plain table, which every written form starts from.

use crate::matrix::{LevelId, Matrix, Placement, Skill};
use crate::note::Stamp;
use crate::vault::Vault;
use crate::video::{clock, watch_url};

/// A cell: at one level, what the notes say of one skill.
pub(crate) struct ExportCell<'a> {
    /// The ranks that notes give, each once, the best first; empty where none gives one.
    pub(crate) ranks: Vec<u32>,
    /// What ladders expect there, each text once.
    pub(crate) texts: Vec<&'a str>,
    /// The moment that explains, of each placement that has one.
    pub(crate) moments: Vec<CellMoment<'a>>,
}

/// A moment, with the note that names it.
pub(crate) struct CellMoment<'a> {
    /// The one that explains.
    pub(crate) stamp: &'a Stamp,
    /// The title of the note.
    pub(crate) note: &'a str,
    /// Whether whoever keeps the notes chose it as proof.
    pub(crate) is_chosen: bool,
}

/// What stands over skills that a ladder sorts under nothing, where it does others.
pub(crate) const NO_GROUP: &str = "In no group";

/// What is said of a moment that whoever keeps the notes chose.
pub(crate) const CHOSEN: &str = "chosen as proof by whoever keeps this page";

impl CellMoment<'_> {
    /// Whose moment it is: the note's title, and that it was chosen, where it was.
    pub(crate) fn source(&self) -> String {
        match self.is_chosen {
            true => [self.note, ", ", CHOSEN].concat(),
            false => self.note.to_owned(),
        }
    }

    /// The time as people read it.
    pub(crate) fn time(&self) -> String {
        clock(self.stamp.seconds)
    }

    /// The address at which the moment plays; `None` where no video is known.
    pub(crate) fn url(&self) -> Option<String> {
        self.stamp.video.map(|video| watch_url(video, self.stamp.seconds))
    }
}

/// The matrix's columns: placements that name no level, where there are any, then the levels.
pub(crate) fn columns(matrix: &Matrix) -> Vec<Option<LevelId>> {
    let has_unplaced = matrix.skills.iter().any(|skill| skill.at(None).next().is_some());
    let unplaced = has_unplaced.then_some(None);
    unplaced.into_iter().chain(matrix.levels.iter().map(|level| Some(level.id))).collect()
}

/// A column's name.
pub(crate) fn column_name(matrix: &Matrix, column: Option<LevelId>) -> &str {
    matrix.level_label(column)
}

/// A cell of the matrix; `None` where no note places the skill there.
pub(crate) fn cell<'a>(
    vault: &'a Vault,
    skill: &'a Skill,
    column: Option<LevelId>,
) -> Option<ExportCell<'a>> {
    let placements: Vec<&Placement> = skill.at(column).collect();
    if placements.is_empty() {
        return None;
    }
    let mut ranks: Vec<u32> = placements.iter().filter_map(|placement| placement.rank).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let mut texts: Vec<&str> = Vec::new();
    for text in placements.iter().filter_map(|placement| placement.text.as_deref()) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    let moment = |placement: &&'a Placement| {
        let stamp = placement.explaining()?;
        let note = vault.note(&placement.note).map_or("", |note| &note.title);
        Some(CellMoment { stamp, note, is_chosen: placement.is_chosen() })
    };
    Some(ExportCell { ranks, texts, moments: placements.iter().filter_map(moment).collect() })
}

//! Files that may be ladders: nothing in them says so, and if their reader does, they are.

use crate::browser::page::scheduler::Slices;
use crate::matrix::{MarkToWrite, Matrix, Skill, Why, why, why_in_pieces, with_mark};
use crate::note::{Note, is_sheet};
use crate::ui::widgets::counting::count;
use crate::vault::files::pasted::may_hold_table;
use crate::vault::{NoteFile, Vault};

use crate::ui::import::note_import::PossibleLadder;

/// The most skills of a table that are shown before it is added.
const MOST_SHOWN: usize = 8;

/// The most tables of a file that are marked: a workbook has one a sheet.
const MOST_TABLES: usize = 64;

/// The files among notes that may be ladders: the place of each, the file as a ladder, and what it would be.
pub async fn possible_ladders(notes: &[NoteFile]) -> Vec<(usize, NoteFile, PossibleLadder)> {
    let mut slices = Slices::start();
    let mut found = Vec::new();
    for (place, file) in notes.iter().enumerate().filter(|(_, file)| is_looked_into(file)) {
        let pause = async || {
            slices.breathe().await;
        };
        let note = file.read();
        let whys = why_in_pieces(&note, pause).await;
        if may_be_ladder(&whys)
            && let Some(marked) = as_ladder(file, &note)
        {
            let matrix = skills_of(&marked);
            let ladder = PossibleLadder {
                path: file.path.clone(),
                text: said(&matrix),
                skills: first_skills(&matrix),
            };
            found.push((place, marked, ladder));
        }
        slices.breathe().await;
    }
    found
}

/// Without a table nothing is asked, and so the file need not be read.
fn is_looked_into(file: &NoteFile) -> bool {
    is_sheet(&file.path) || may_hold_table(&file.text.read())
}

/// Whether a note names no skill, and a table in it would be a ladder if its reader said so.
fn may_be_ladder(whys: &[Why]) -> bool {
    whys.iter().all(|why| !why.made) && whys.iter().any(|why| ladder_mark(why).is_some())
}

fn ladder_mark(why: &Why) -> Option<MarkToWrite> {
    why.mark.filter(|mark| !mark.takes_level())
}

/// A file as it is once its reader says that its tables are ladders. `None` where that makes no ladder of it.
pub fn as_ladder(file: &NoteFile, note: &Note) -> Option<NoteFile> {
    if file.loss.is_some() {
        return None;
    }
    let mut marked: Option<NoteFile> = None;
    for _ in 0..MOST_TABLES {
        // A mark above the last sheet leaves the lines of those before it as they are.
        let whys = marked.as_ref().map_or_else(|| why(note), |file| why(&file.read()));
        let Some(mark) = whys.iter().rev().find_map(ladder_mark) else { break };
        let text = marked.as_ref().unwrap_or(file).text.read();
        let Ok(text) = with_mark(&file.path, &text, mark) else { break };
        marked = Some(NoteFile::new(file.path.clone(), text));
    }
    marked
}

/// The matrix of a file alone.
pub fn skills_of(file: &NoteFile) -> Matrix {
    Matrix::of(&Vault::of(vec![file.read()]))
}

/// How many skills, and at which levels.
pub fn said(matrix: &Matrix) -> String {
    let levels: Vec<&str> = matrix.levels.iter().map(|level| level.label.as_str()).collect();
    let skills = count(matrix.skills.len(), "skill", "skills");
    if levels.is_empty() {
        return [&skills, ", without levels."].concat();
    }
    [&skills, " at ", &levels.join(", "), "."].concat()
}

/// The first skills, each with the levels at which it stands.
pub fn first_skills(matrix: &Matrix) -> Vec<(String, String)> {
    matrix.skills.iter().take(MOST_SHOWN).map(line).collect()
}

/// A skill with its group, and the levels at which it stands.
fn line(skill: &Skill) -> (String, String) {
    let group =
        skill.group.as_ref().map(|group| [group.as_str(), " · "].concat()).unwrap_or_default();
    let mut levels: Vec<&str> = skill
        .placements
        .iter()
        .filter_map(|placement| placement.level_as_written.as_deref())
        .collect();
    levels.dedup();
    ([group.as_str(), &skill.name].concat(), levels.join(", "))
}

//! What of notes is handed out: a sheet that holds no skills may name people, and stays.

use crate::matrix::ladder_sheets;
use crate::note::is_sheet;
use crate::note::workbook::{is_workbook, with_sheets};
use crate::vault::NoteFile;

/// Leaves out of notes every sheet that holds no skills, and of workbooks those of their sheets; how many
/// files and sheets that were.
pub fn leave_out_people(notes: &mut Vec<NoteFile>) -> usize {
    let mut left_out = 0;
    notes.retain_mut(|file| {
        if !is_sheet(&file.path) {
            return true;
        }
        let note = file.read();
        let stay = ladder_sheets(&note);
        if is_workbook(&file.path) && !stay.is_empty() {
            left_out += note.sections().len().saturating_sub(stay.len());
            let text = with_sheets(&file.text.read(), |sheet| stay.contains(&sheet));
            *file = NoteFile::new(file.path.clone(), text);
        }
        left_out += usize::from(stay.is_empty());
        !stay.is_empty()
    });
    left_out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_people_stays() {
        let ladder = "Skill,Junior,Senior\nKnead,a,b\n";
        let team = "Name,Kneading\nPerson A,2\nPerson B,3\n";
        let book = format!(
            "\u{c}=Ladder\n{ladder}\u{c}=Team\n{team}\u{c}!1 sheet left out, because hidden.\n"
        );
        let mut notes = vec![
            NoteFile::new("a.csv", ladder),
            NoteFile::new("b.csv", team),
            NoteFile::new("c.xlsx", book.as_str()),
            NoteFile::new("d.md", "Person A"),
        ];
        assert_eq!(leave_out_people(&mut notes), 2);
        let paths: Vec<&str> = notes.iter().map(|note| note.path.as_str()).collect();
        assert_eq!(paths, ["a.csv", "c.xlsx", "d.md"]);
        assert!(!notes[1].text.read().contains("Person"));
        assert!(notes[1].text.read().contains("Knead"));
    }
}

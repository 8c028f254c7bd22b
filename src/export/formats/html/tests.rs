//! What a page holds without its program, of few notes and of many.

use super::*;
use crate::vault::NoteFile;

#[test]
fn ranked_skills_stand_first_so_that_no_row_moves_when_the_program_starts() {
    let knots: String =
        (0..42).map(|number| format!("* **Knot {number:02}** [{number}:00]\n")).collect();
    let first = format!("---\nvideoId: aaaaaaaaaaa\n---\n## Key skills\n\n{knots}");
    let last = "---\nvideoId: bbbbbbbbbbb\n---\n## Skills of new designers\n\n1. **Sketch** [0:10]\n\
                2. **Bend** [0:20]\n\n## Key skills\n\n* **Knot 41** [0:30]\n";
    let vault = Vault::read(&[NoteFile::new("a.md", first), NoteFile::new("b.md", last)]);
    let page = static_page(&vault, &Matrix::of(&vault), "Knots");
    let heads = page.split("<tr><th scope=\"row\">").skip(1);
    let names: Vec<&str> = heads.filter_map(|row| row.split('<').next()).collect();
    assert_eq!(names[..4], ["Sketch", "Bend", "Knot 41", "Knot 00"]);
}

#[test]
fn a_big_vault_stands_in_the_page_in_part() {
    let note = |number: usize| {
        let text = format!(
            "---\nvideoId: 7gaPPrAd7nc\n---\n\n## Skills for product managers\n\n\
             * **Craft {number}**: it helps [00:02:10]\n* **Listening**: always [00:03:10]\n"
        );
        NoteFile::new(format!("note-{number}.md"), text)
    };
    let page = |count: usize| {
        let vault = Vault::read(&(0..count).map(note).collect::<Vec<_>>());
        static_page(&vault, &Matrix::of(&vault), "Crafts")
    };
    let rows = |page: &str| page.matches("<tr><th scope=\"row\">").count();
    let small = page(20);
    assert_eq!(rows(&small), 21);
    assert!(small.contains("<h2>What was said</h2>") && !small.contains("more skills"));
    let big = page(400);
    assert_eq!(rows(&big), MOST_SKILLS);
    assert!(big.contains(">Listening</th>"), "what most notes name is there");
    assert!(big.contains("<p>101 more skills are shown once the program runs.</p>"));
    assert!(big.contains("<p>100 more notes are shown once the program runs.</p>"));
    let vault = Vault::read(&(0..400).map(note).collect::<Vec<_>>());
    let table = matrix_table(&vault, &Matrix::of(&vault));
    assert_eq!(rows(&table), 401, "a table is complete");
    assert_eq!(table.matches("<table>").count(), 1, "and one");
}

#[test]
fn rows_out_of_sight_stand_in_a_table_that_can_wait() {
    let page = |skills: usize| {
        let skills: String =
            (0..skills).map(|number| format!("* **Knot {number:02}** [{number}:00]\n")).collect();
        let text = format!("---\nvideoId: aaaaaaaaaaa\n---\n## Key skills\n\n{skills}");
        let vault = Vault::read(&[NoteFile::new("a.md", text)]);
        static_page(&vault, &Matrix::of(&vault), "Knots")
    };
    let tables = |page: &str| page.matches("<thead>").count();
    assert_eq!(tables(&page(SKILLS_IN_SIGHT)), 1);
    let two = page(SKILLS_IN_SIGHT + 3);
    assert_eq!(tables(&two), 2, "both have heads");
    let (above, below) = two.split_once("</table>\n<section>\n<table>").unwrap();
    let rows = |part: &str| part.matches("<th scope=\"row\">").count();
    assert_eq!((rows(above), rows(below)), (SKILLS_IN_SIGHT, 3));
}

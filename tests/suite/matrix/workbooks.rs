//! Workbooks as companies keep them: what of their sheets is read, and what is told.

use std::io::Write;

use flate2::{Compression, write::DeflateEncoder};
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use skillreel::matrix::{Matrix, Placement, team, unused_marks};
use skillreel::note::Code;
use skillreel::vault::{NoteFile, Vault};

/// A workbook of parts given by path.
fn zip(parts: &[(String, String)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (path, text) in parts {
        let builder = archive.new_file(EntryPath::conformant(path));
        let (mut entry, config) =
            builder.compression_method(CompressionMethod::DEFLATE).start().unwrap();
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
        writer.write_all(text.as_bytes()).unwrap();
        let (encoder, descriptor) = writer.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap();
    bytes
}

/// A workbook of sheets given by name, state and the XML of their parts, with texts that they share.
pub(super) fn book(sheets: &[(&str, &str, &str)], shared: &str) -> Vec<u8> {
    let names = sheets.iter().zip(1..).map(|((name, state, _), number)| {
        format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"r{number}\"/>"
        )
    });
    let names: String = names.collect();
    let targets = (1..=sheets.len()).map(|number| {
        format!("<Relationship Id=\"r{number}\" Target=\"worksheets/sheet{number}.xml\"/>")
    });
    let targets: String = targets.collect();
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[h]:mm:ss\"/></numFmts>\
                  <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
    let mut parts = vec![
        ("xl/workbook.xml".to_owned(), format!("<workbook><sheets>{names}</sheets></workbook>")),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships>{targets}</Relationships>"),
        ),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst>{shared}</sst>")),
        ("xl/styles.xml".to_owned(), styles.to_owned()),
        ("xl/media/image1.png".to_owned(), "no part".to_owned()),
    ];
    for ((_, _, sheet), number) in sheets.iter().zip(1..) {
        parts.push((format!("xl/worksheets/sheet{number}.xml"), (*sheet).to_owned()));
    }
    zip(&parts)
}

/// A sheet of rows of texts.
pub(super) fn sheet(rows: &[&[&str]], after: &str) -> String {
    let mut xml = String::from("<worksheet><sheetData>");
    for (row, number) in rows.iter().zip(1..) {
        xml.push_str(&format!("<row r=\"{number}\">"));
        for (text, column) in row.iter().zip('A'..) {
            if !text.is_empty() {
                xml.push_str(&format!(
                    "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                ));
            }
        }
        xml.push_str("</row>");
    }
    format!("{xml}</sheetData>{after}</worksheet>")
}

/// What a workbook places (`Bake @new (Craft): text`), and the codes and words of what was told.
fn placed(bytes: &[u8]) -> (Vec<String>, Vec<(Code, String)>) {
    let note = NoteFile::from_bytes("book.xlsx", bytes).read();
    let problems = note.problems().iter().cloned().chain(unused_marks(&note));
    let told = problems.map(|problem| (problem.code, problem.message)).collect();
    let matrix = Matrix::of(&Vault::of(vec![note]));
    let words = |placement: &Placement| {
        let level = placement.level.map(|level| format!(" @{level}")).unwrap_or_default();
        let group = placement.group.as_ref().map(|group| format!(" ({group})")).unwrap_or_default();
        let text = placement.text.as_ref().map(|text| format!(": {text}")).unwrap_or_default();
        format!("{}{level}{group}{text}", placement.as_written)
    };
    (matrix.skills.iter().flat_map(|skill| &skill.placements).map(words).collect(), told)
}

pub(super) fn check(bytes: &[u8], want: &[&str], told: &[(Code, &str)]) {
    let (found, all) = placed(bytes);
    assert_eq!(found, want);
    assert_eq!(all.len(), told.len(), "{all:?}");
    for ((code, message), (want, part)) in all.iter().zip(told) {
        assert_eq!(code, want, "{message}");
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn texts_are_shared_in_runs_and_formulas_count_by_their_value() {
    let shared = "<si><t>Skill</t></si><si><t>Junior</t></si><si><t>Senior</t></si>\
                  <si><r><t>Knead</t></r><r><t xml:space=\"preserve\"> well</t></r><rPh><t>x</t></rPh></si>\
                  <si><t>one_x000D_&#10;two &amp; three</t></si>";
    let sheet = "<worksheet><sheetData>\
        <row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>\
        <row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" t=\"s\"><v>4</v></c><c r=\"C2\"><f>1+1</f><v>2</v></c></row>\
        <row r=\"3\"><c t=\"inlineStr\"><is><t>Wait</t></is></c><c t=\"b\"><v>1</v></c><c t=\"e\"><f>A</f><v>#REF!</v></c></row>\
        <row r=\"4\"><c r=\"A4\" t=\"str\"><f>X</f><v>Taste</v></c><c r=\"B4\" s=\"2\"><v>0.5</v></c><c r=\"C4\"><f>2</f></c></row>\
        <row r=\"5\"><c r=\"A5\" t=\"s\"><v>999</v></c><c r=\"B5\"/></row>\
        </sheetData></worksheet>";
    check(
        &book(&[("S", "visible", sheet)], shared),
        &[
            "Knead well @new: one\ntwo & three",
            "Knead well @senior: 2",
            "Wait @new: ✓",
            "Taste @new: 50 %",
        ],
        &[(Code::SheetHidden, "1 formula of “S” without a value")],
    );
}

#[test]
fn merged_cells_say_the_same_of_all_that_they_span() {
    let rows: &[&[&str]] = &[
        &["Our ladder", "", "", ""],
        &["", "", "Expected at", ""],
        &["Area", "Skill", "Junior", "Senior"],
        &["Craft", "Knead", "by hand", ""],
        &["", "Wait", "long", "longer"],
    ];
    let merged = "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"C2:D2\"/><mergeCell ref=\"A4:A5\"/>\
                  <mergeCell ref=\"C4:D4\"/><mergeCell ref=\"D9:A1\"/></mergeCells>";
    check(
        &book(&[("S", "visible", &sheet(rows, merged))], ""),
        &[
            "Knead @new (Craft): by hand",
            "Knead @senior (Craft): by hand",
            "Wait @new (Craft): long",
            "Wait @senior (Craft): longer",
        ],
        &[],
    );
}

#[test]
fn what_is_hidden_is_left_out_and_told() {
    let ladder = sheet(&[&["Skill", "Junior", "Salary", "Senior"], &["Knead", "a", "9", "b"]], "");
    let ladder = ladder
        .replace("<sheetData>", "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>");
    let ladder = ladder.replace(
        "</sheetData>",
        "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"inlineStr\"><is><t>Secret</t></is></c>\
         <c r=\"B3\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>",
    );
    let secret = sheet(&[&["Skill", "Junior", "Senior"], &["Hidden", "a", "b"]], "");
    let book = book(&[("Ladder", "visible", &ladder), ("Old", "hidden", &secret)], "");
    check(
        &book,
        &["Knead @new: a", "Knead @senior: b"],
        &[
            (Code::SheetHidden, "1 sheet left out"),
            (Code::SheetHidden, "1 row and 1 column of “Ladder” left out"),
        ],
    );
    let text = NoteFile::from_bytes("book.xlsx", &book).text.read().into_owned();
    assert!(!text.contains("Secret") && !text.contains("Hidden"), "{text}");
}

#[test]
fn each_sheet_is_read_for_itself() {
    let about = sheet(&[&["Read this first"], &["Ask your manager."]], "");
    let first_sheet = sheet(&[&["Skill", "Junior", "Senior"], &["Care", "a", "b"]], "");
    let second_sheet = sheet(&[&["Skill", "Junior", "Senior"], &["Care", "c", ""]], "");
    let team_sheet = sheet(&[&["Name", "Team", "Kneading"], &["Person A", "Oven", "3"]], "");
    let book = book(
        &[
            ("About", "visible", &about),
            ("Oven", "visible", &first_sheet),
            ("Shop", "visible", &second_sheet),
            ("Team", "visible", &team_sheet),
        ],
        "",
    );
    check(
        &book,
        &["Care @new (Oven): a", "Care @senior (Oven): b", "Care @new (Shop): c"],
        &[(Code::SheetTeam, "1 people of a team")],
    );
    let ratings = team(&NoteFile::from_bytes("book.xlsx", &book).read());
    assert_eq!(ratings.len(), 1);
    assert_eq!((ratings[0].person.as_str(), ratings[0].step), ("Person A", Some(3)));
}

#[test]
fn times_of_a_workbook_are_numbers() {
    let mut rows = sheet(
        &[
            &["skill", "level", "time", "video"],
            &["Knead", "New", "", "abcdEFGH123"],
            &["Wait", "Senior", "", ""],
        ],
        "",
    );
    rows = rows
        .replace("<c r=\"D2\"", "<c r=\"C2\" s=\"1\"><v>0.030555555555555555</v></c><c r=\"D2\"");
    let note = NoteFile::from_bytes("b.xlsx", &book(&[("S", "visible", &rows)], "")).read();
    let matrix = Matrix::of(&Vault::of(vec![note]));
    let seconds: Vec<u32> =
        matrix.skills[0].placements[0].stamps.iter().map(|stamp| stamp.seconds).collect();
    assert_eq!(seconds, [2640]);
}

#[test]
fn a_damaged_workbook_is_told_and_what_can_be_read_is() {
    let rows =
        sheet(&[&["Skill", "Junior", "Senior"], &["Knead", "a", "b"], &["Wait", "c", "d"]], "");
    let whole = book(&[("S", "visible", &rows)], "");
    let cut_sheet = rows[..rows.find("Wait").unwrap() - 10].to_owned() + "<!";
    check(
        &book(&[("S", "visible", &cut_sheet)], ""),
        &["Knead @new: a", "Knead @senior: b"],
        &[(Code::SheetHidden, "“S” is cut off after row 3")],
    );
    for (bytes, part) in [
        (&whole[..whole.len() / 2], "cut off"),
        (&b"Skill,Junior,Senior"[..], "no workbook"),
        (&b""[..], "no workbook"),
        (&[0xd0, 0xcf, 0x11, 0xe0, 1, 2][..], "without a password"),
    ] {
        let (found, told) = placed(bytes);
        assert!(found.is_empty() && !told.is_empty() && told[0].1.contains(part), "{told:?}");
    }
    // Any one byte may be wrong.
    for place in (0..whole.len()).step_by(7) {
        let mut broken = whole.clone();
        broken[place] ^= 0xff;
        let _ = placed(&broken);
    }
}

#[test]
fn a_big_sheet_and_a_bomb_end() {
    let row: Vec<String> = (0..26).map(|column| format!("cell {column}")).collect();
    let row: Vec<&str> = row.iter().map(String::as_str).collect();
    let mut rows: Vec<&[&str]> = vec![&["Skill", "Junior", "Senior"]];
    rows.resize(1_500, &row);
    let merged: String =
        (1..=1_500).map(|row| format!("<mergeCell ref=\"A{row}:Z1500\"/>")).collect();
    let sheet = sheet(&rows, &format!("<mergeCells>{merged}</mergeCells>"));
    let far = "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>";
    // One long text, said a million times.
    let long = format!("<si><t>{}</t></si>", "x".repeat(100_000));
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(1_000);
    let bomb = format!(
        "<worksheet><sheetData><row r=\"1\">{cells}</row><row>{cells}</row></sheetData></worksheet>"
    );
    let book =
        book(&[("A", "visible", &sheet), ("B", "visible", far), ("C", "visible", &bomb)], &long);
    let note = NoteFile::from_bytes("b.xlsx", &book);
    assert!(note.text.about_bytes() < 60_000_000);
}

#[test]
fn sheets_without_a_column_of_skills_are_of_the_skill_that_each_is_called_by() {
    let rows: &[&[&str]] = &[
        &["Beginner", "0", "Advanced", "0", "Expert", "0"],
        &[],
        &["Weighs", "1", "Mixes", "", "Tastes"],
    ];
    let (kneading, shaping) = (sheet(rows, ""), sheet(rows, ""));
    let bytes = book(&[("Kneading", "visible", &kneading), ("Shaping", "visible", &shaping)], "");
    let want = [
        "Kneading @beginner: Weighs",
        "Kneading @advanced: Mixes",
        "Kneading @expert: Tastes",
        "Shaping @beginner: Weighs",
        "Shaping @advanced: Mixes",
        "Shaping @expert: Tastes",
    ];
    assert_eq!(placed(&bytes).0, want);
}

//! Ladders that a reader brings, in each form in which people keep them: what is expected stands in the matrix, wide and
//! on a phone, and is no barrier to anybody.

use anyhow::{Context, Result};
use serde_json::json;

use crate::app::barriers::no_barrier;
use crate::harness::everywhere_but_webkit_nightly;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::pages::with_notes;
use crate::seen;

use super::own_notes::{drop_files, press_button, rows_are, zip};

everywhere_but_webkit_nightly! {
    drops_a_ladder_in_markdown in no_notes,
    drops_a_ladder_of_a_web_page in no_notes,
    drops_a_ladder_as_csv in no_notes,
    drops_a_ladder_as_a_workbook in no_notes,
    drops_a_folder_with_a_file_a_level in no_notes,
    pastes_a_ladder in no_notes,
}

fn no_notes(scene: Scene) -> Scene {
    with_notes(scene, "no-notes", &[])
}

/// Skills, each with what is expected at the lower and at the higher level.
const LADDER: [[&str; 3]; 2] = [
    ["Kneading", "Kneads by hand with help", "Teaches others to knead"],
    ["Baking", "Bakes one sort of bread", "Bakes every sort there is"],
];

fn markdown() -> String {
    let rows = LADDER.map(|cells| format!("| {} |\n", cells.join(" | ")));
    format!("| Skill | Junior | Senior |\n|---|---|---|\n{}", rows.concat())
}

/// The ladder's rows and first column are seen, wide and narrow, and without a barrier.
async fn ladder_is_seen(visit: &Visit) -> Result<()> {
    rows_are(visit, &["kneading", "baking"]).await?;
    for [_, lower, higher] in LADDER {
        seen::text(visit, lower).await?;
        seen::text(visit, higher).await?;
    }
    assert!(!visit.shows("[data-anchor=player]").await?, "nothing has a video");
    no_barrier(visit).await.context("wide")?;
    visit.narrow().await?;
    rows_are(visit, &["kneading", "baking"]).await?;
    seen::text(visit, LADDER[0][1]).await?;
    no_barrier(visit).await.context("narrow")
}

async fn drops(visit: &Visit, name: &str, bytes: &[u8]) -> Result<()> {
    visit.open("").await?;
    drop_files(visit, &[(name, bytes)]).await?;
    ladder_is_seen(visit).await
}

async fn drops_a_ladder_in_markdown(visit: &Visit) -> Result<()> {
    drops(visit, "bakers.md", format!("# Bakers\n\n{}", markdown()).as_bytes()).await
}

async fn drops_a_ladder_of_a_web_page(visit: &Visit) -> Result<()> {
    let row = |tag: &str, cells: &[&str]| {
        let cells: String = cells.iter().map(|cell| format!("<{tag}>{cell}</{tag}>")).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows: String = LADDER.iter().map(|cells| row("td", cells)).collect();
    let head = row("th", &["Skill", "Junior", "Senior"]);
    let page =
        format!("<!doctype html><title>Bakers</title><h1>Bakers</h1><table>{head}{rows}</table>");
    drops(visit, "bakers.html", page.as_bytes()).await
}

async fn drops_a_ladder_as_csv(visit: &Visit) -> Result<()> {
    let rows = LADDER.map(|cells| format!("{}\r\n", cells.join(";")));
    let sheet = format!("\u{feff}Skill;Junior;Senior\r\n{}", rows.concat());
    drops(visit, "bakers.csv", sheet.as_bytes()).await
}

/// The least that a workbook has (ECMA-376, part 1).
fn workbook() -> Result<Vec<u8>> {
    let row = |cells: &[&str]| {
        let cells: String = cells
            .iter()
            .map(|cell| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))
            .collect();
        format!("<row>{cells}</row>")
    };
    let rows: String = LADDER.iter().map(|cells| row(cells)).collect();
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{}{rows}\
         </sheetData></worksheet>",
        row(&["Skill", "Junior", "Senior"])
    );
    zip(&[
        (
            "[Content_Types].xml",
            b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
              <Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
              <Relationship Id=\"r1\" Target=\"xl/workbook.xml\" \
              Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>\
              </Relationships>",
        ),
        (
            "xl/workbook.xml",
            b"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
              xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
              <sheets><sheet name=\"Bakers\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
              <Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\" \
              Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>\
              </Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

async fn drops_a_ladder_as_a_workbook(visit: &Visit) -> Result<()> {
    drops(visit, "bakers.xlsx", &workbook()?).await
}

async fn drops_a_folder_with_a_file_a_level(visit: &Visit) -> Result<()> {
    let level = |title: &str, at: usize| {
        let skills: String =
            LADDER.map(|cells| format!("## {}\n\n- {}\n\n", cells[0], cells[at])).concat();
        format!("# {title}\n\n{skills}")
    };
    let (junior, senior) = (level("Junior baker", 1), level("Senior baker", 2));
    let folder =
        zip(&[("bakers/junior.md", junior.as_bytes()), ("bakers/senior.md", senior.as_bytes())])?;
    drops(visit, "bakers.zip", &folder).await
}

async fn pastes_a_ladder(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.find_named("header button", "button", "Add notes").await?.click().await?;
    let summary = "return [...document.querySelectorAll('dialog[open] summary')]
        .find((summary) => summary.textContent === 'Paste a table')";
    visit.element(summary, json!([])).await?.click().await?;
    visit.find("[data-anchor=paste-table]").await?.send_keys(&markdown()).await?;
    press_button(visit, "Show what it is").await?;
    // It is shown before it is added.
    visit.find("[data-anchor=pasted]").await?;
    no_barrier(visit).await.context("what was pasted")?;
    press_button(visit, "Read 1 note").await?;
    ladder_is_seen(visit).await
}

//! A list or table that only its author can know to be of skills: asked about, counted, kept over a reload, undone; wide
//! and on a phone, and no barrier to anybody.

use anyhow::{Context, Result};
use serde_json::json;

use crate::app::barriers::no_barrier;
use crate::harness::everywhere_but_webkit_nightly;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::pages::with_notes;
use crate::seen;

use super::own_notes::{drop_files, press_button, rows_are};

everywhere_but_webkit_nightly! {
    counts_a_list_that_nearly_was_of_skills in no_notes,
    says_that_a_dropped_sheet_is_a_ladder in no_notes,
}

fn no_notes(scene: Scene) -> Scene {
    with_notes(scene, "no-notes", &[])
}

const HIRING: &str = "# Notes on hiring\r\n\r\n## For designers\r\n\r\n1. **Curiosity**: asks why\r\n\
                      2. **Grit**: goes on\r\n\r\n> - **Quoted**: by somebody\r\n";

/// Opens what a note says of itself at its end, and waits for a text there.
async fn told(visit: &Visit, text: &str) -> Result<()> {
    let script = "return document.querySelector('[data-anchor=taken]')?.innerText.includes(arguments[0]) === true";
    visit.until(&format!("{text:?} at the end of the note"), script, json!([text])).await
}

async fn counts_a_list_that_nearly_was_of_skills(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    drop_files(visit, &[("hiring.md", HIRING.as_bytes())]).await?;
    seen::text(visit, "No list of skills was found there; 1 list nearly counted.").await?;
    visit
        .element("return document.querySelector('[aria-label=\"Added notes\"] a')", json!([]))
        .await?
        .click()
        .await?;
    told(visit, "Nearly counted.").await?;
    told(visit, "It is not written for you here").await?;
    no_barrier(visit).await.context("asked, wide")?;
    // The mark is copied; a browser that does not let it says so.
    visit.click("[data-anchor=copy-mark]").await?;
    let script = "const said = document.querySelector('[data-anchor=taken] [role=status]').textContent;
        return said.startsWith('Copied <!-- skills -->: it goes on a line') || said.includes('select it')";
    visit.until("what became of the copy", script, json!([])).await?;
    // At a level that its author chooses.
    let choose = "const choice = document.querySelector('[data-anchor=taken] select');
        choice.value = 'senior';
        choice.dispatchEvent(new Event('change', { bubbles: true }))";
    visit.eval::<serde_json::Value>(choose, json!([])).await?;
    told(visit, "<!-- skills: senior -->").await?;
    press_button(visit, "Count it as skills").await?;
    rows_are(visit, &["curiosity", "grit"]).await?;
    seen::text(visit, "The list counts as skills now. 2 skills at 1 level.").await?;
    told(visit, "2 skills: the author's mark says that it names skills.").await?;
    press_button(visit, "Undo").await?;
    rows_are(visit, &[]).await?;
    told(visit, "Nearly counted.").await?;
    press_button(visit, "Count it as skills").await?;
    rows_are(visit, &["curiosity", "grit"]).await?;
    // It lasts, as the note does, and a skill says why it is one.
    visit.open("#skill=curiosity").await?;
    rows_are(visit, &["curiosity", "grit"]).await?;
    visit.click("[data-anchor=why-skill] summary").await?;
    seen::text(visit, "the author's mark says that it names skills.").await?;
    no_barrier(visit).await.context("a skill, wide")?;
    visit.narrow().await?;
    no_barrier(visit).await.context("a skill, narrow")?;
    visit.open("#note=hiring&section=*taken").await?;
    told(visit, "2 skills: the author's mark").await?;
    no_barrier(visit).await.context("a note, narrow")
}

async fn says_that_a_dropped_sheet_is_a_ladder(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let sheet = "Skill,S1,S2,S3\r\nKneading,Weighs flour,Mixes dough,Tastes bread\r\n";
    drop_files(visit, &[("bakers.csv", sheet.as_bytes())]).await?;
    seen::text(visit, "Is bakers.csv a ladder?").await?;
    seen::text(visit, "As a ladder: 1 skill at S1, S2, S3.").await?;
    no_barrier(visit).await.context("the question, wide")?;
    visit.narrow().await?;
    no_barrier(visit).await.context("the question, narrow")?;
    press_button(visit, "Read as a ladder").await?;
    rows_are(visit, &["kneading"]).await?;
    visit.open("").await?;
    rows_are(visit, &["kneading"]).await
}

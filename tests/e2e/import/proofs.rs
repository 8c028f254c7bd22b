//! An author with a ladder and talks: finds what may be proof, chooses it, hands it on, and takes it back.

use anyhow::{Context, Result};
use serde_json::json;

use crate::app::barriers::no_barrier;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_but_webkit_nightly, in_chromium};
use crate::pages::with_notes;
use crate::seen;
use crate::share::saving;

use super::own_notes::press_button;

everywhere_but_webkit_nightly! {
    lets_a_clip_stand_as_proof_and_takes_it_back in ladder_and_talk,
}

in_chromium! {
    prints_a_ladder_of_many_levels in ladder_of_many_levels,
}

const LADDER: &str = "# Ladder of bakers\n\n\
    | Skill | Junior | Senior |\n|-|-|-|\n\
    | Kneading | Kneads by hand with help | Teaches others to knead |\n\
    | Baking | Bakes one sort of bread | Bakes every sort there is |\n";

const TALK: &str = "---\ntitle: On bread\nvideoId: 7gaPPrAd7nc\n---\n\n## Dough\n\n\
    Kneading takes as long as it takes [0:01:00]. Water comes last [0:02:00].\n";

fn ladder_and_talk(scene: Scene) -> Scene {
    let notes = [("ladder.md", LADDER.as_bytes()), ("talk.md", TALK.as_bytes())];
    with_notes(scene, "ladder-and-talk", &notes)
}

const CHOSEN: &str = "td[data-skill=kneading][data-level=senior] [data-anchor=chosen-clip] a.stamp[data-seconds='60']";

async fn says(visit: &Visit, count: &str) -> Result<()> {
    seen::text_anywhere(visit, "[data-anchor=clip-count]", count).await
}

async fn lets_a_clip_stand_as_proof_and_takes_it_back(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    says(visit, "0 of 4 cells have a clip").await?;
    visit.click("[data-anchor=clip-count] a").await?;
    seen::text_anywhere(visit, "[data-anchor=without-clip]", "1 moment to look at").await?;
    seen::text_anywhere(visit, "[data-anchor=without-clip]", "nothing found").await?;
    no_barrier(visit).await.context("where no clip is")?;
    visit.click("[data-anchor=without-clip] a").await?;
    seen::text_anywhere(visit, "[data-anchor=proof-offer]", "as long as it takes").await?;
    press_button(visit, "This is proof").await?;
    no_barrier(visit).await.context("where it is asked of which level")?;
    let senior =
        "return [...document.querySelectorAll('[data-anchor=proof-offer] [role=group] button')]
        .find((button) => button.textContent.trim() === 'Senior')";
    visit.element(senior, json!([])).await?.click().await?;
    seen::text(visit, "Now proof of Kneading at Senior: 1:00 of “On bread”.").await?;
    visit.find(CHOSEN).await?;
    says(visit, "1 of 4 cells have a clip").await?;
    seen::text(visit, "Chosen as proof by whoever keeps this page").await?;
    seen::text(visit, "No clip yet for Junior").await?;
    no_barrier(visit).await.context("with a proof")?;

    // It lasts, and is handed on.
    visit.client().refresh().await?;
    visit.ready().await?;
    visit.find(CHOSEN).await?;
    let (_, page) = saving::save(visit, None).await?;
    let folder = tempfile::tempdir()?;
    saving::open_file(visit, folder.path(), &page).await?;
    visit.find(CHOSEN).await?;
    says(visit, "1 of 4 cells have a clip").await?;

    // Whoever has the page may see it otherwise, and change that view again.
    visit.click("[data-anchor=skill-head][data-skill=kneading] a").await?;
    seen::text(visit, "Chosen as proof by whoever keeps this page").await?;
    press_button(visit, "Take it back").await?;
    seen::text(visit, "No longer proof of Kneading at Senior").await?;
    says(visit, "0 of 4 cells have a clip").await?;
    press_button(visit, "Undo").await?;
    visit.find(CHOSEN).await?;
    says(visit, "1 of 4 cells have a clip").await?;

    visit.narrow().await?;
    visit
        .load(&format!(
            "{}#level=new",
            visit.client().current_url().await?.as_str().split('#').next().unwrap_or_default()
        ))
        .await?;
    visit.ready().await?;
    seen::text(visit, "Kneads by hand with help").await?;
    seen::text(visit, "no clip for Junior · Senior").await?;
    no_barrier(visit).await.context("narrow")
}

/// A ladder of ten levels in two groups, of which one skill is of the last level alone.
fn ladder_of_many_levels(scene: Scene) -> Scene {
    let levels: String = (1..=10).map(|level| format!(" Baker L{level} |")).collect();
    let group = |name: &str| format!("| **{name}** |{}\n", " |".repeat(10));
    let row = |name: &str, cell: &str| format!("| {name} |{}\n", format!(" {cell} |").repeat(10));
    let rows = [
        group("Craft"),
        row("Kneading", "by hand"),
        format!("| Resting |{} at last |\n", " |".repeat(9)),
        group("People"),
        row("Teaching", "others"),
    ];
    let ladder =
        format!("# Ladder of bakers\n\n| Skill |{levels}\n|{}\n{}", "-|".repeat(11), rows.concat());
    with_notes(scene, "many-levels", &[("ladder.md", ladder.as_bytes())])
}

async fn prints_a_ladder_of_many_levels(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let on_paper = "window.dispatchEvent(new Event('beforeprint'));
        const printed = document.querySelector('[data-anchor=printed]');
        const all = (within, selector) => [...within.querySelectorAll(selector)].map((it) => it.textContent.trim());
        const found = {
            tables: [...printed.querySelectorAll('table')].map((table) => ({
                heads: all(table, 'thead th').length,
                groups: all(table, '[scope=rowgroup]'),
                rows: all(table, '[scope=row]'),
            })),
            wide: printed.querySelector('[data-wide]') !== null,
            headings: all(printed, 'h2'),
        };
        window.dispatchEvent(new Event('afterprint'));
        return found;";
    seen::printable(visit).await?;
    let paper: serde_json::Value = visit.eval(on_paper, json!([])).await?;
    let table = |rows: &[&str]| json!({ "heads": 6, "groups": ["Craft", "People"], "rows": rows });
    let want = json!({
        "tables": [table(&["Kneading", "Teaching"]), table(&["Kneading", "Resting", "Teaching"])],
        "wide": true,
        // Nothing was said besides.
        "headings": [],
    });
    assert_eq!(paper, want);
    Ok(())
}

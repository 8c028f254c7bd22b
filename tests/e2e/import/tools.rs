//! Notes of other tools, dropped on the page as they are: each plays.

use anyhow::Result;
use serde_json::json;

use super::own_notes::{drop_files, rows_are, zip};
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere, everywhere_nightly, over_http, over_http_first};
use crate::pages::with_notes;
use crate::player::own_media;
use crate::seen;

over_http! {
    drops_a_graph_of_logseq in none,
    drops_an_export_of_notion in none,
    drops_a_description_that_was_copied in none,
}

over_http_first! {
    drops_a_vault_of_obsidian in none,
    drops_a_transcript_of_a_podcast in none,
}

everywhere_nightly! {
    finds_what_was_said_in_a_transcript in none,
}

everywhere! {
    sees_what_is_said_under_a_file_of_ones_own in none,
}

const OBSIDIAN: &[u8] = include_bytes!("../../fixtures/habits/obsidian/note.md");
const LOGSEQ: &[u8] = include_bytes!("../../fixtures/habits/logseq/talk.md");
const NOTION: &[u8] = include_bytes!(
    "../../fixtures/habits/notion/A talk on bread 0f1e2d3c4b5a69788796a5b4c3d2e1f0.md"
);

const VIDEO: &str = "7gaPPrAd7nc";

const SUBTITLES: &str = "WEBVTT\n\n00:00:01.000 --> 00:00:20.000\n<v Ann>Flour first\n\n\
    00:00:20.000 --> 00:00:40.000\nthen lukewarm water\n";

const DESCRIPTION: &str = "Bread in a day\nhttps://www.youtube.com/watch?v=7gaPPrAd7nc\n\n\
    0:00 Flour\n2:10 Water\n9:30 Waiting\n42:00 Bread\n";

/// A page without notes.
fn none(scene: Scene) -> Scene {
    with_notes(scene, "no-notes", &[])
}

/// Drops files on the page, opens a note, and plays a second of it.
async fn plays(visit: &Visit, files: &[(&str, &[u8])], note: &str, seconds: u32) -> Result<()> {
    visit.open("").await?;
    drop_files(visit, files).await?;
    seen::text(visit, "Added").await?;
    // What is told may stand over the note.
    visit.click("[aria-label='Put this away']").await?;
    let open = "location.hash = '#note=' + encodeURIComponent(arguments[0])";
    visit.eval::<serde_json::Value>(open, json!([note])).await?;
    visit.click(&format!("[data-anchor=note-text] a.stamp[data-seconds='{seconds}']")).await?;
    let load = visit.session.player.load(0).await?;
    let start = seconds.to_string();
    assert_eq!((load.video.as_str(), load.parameter("start")), (VIDEO, &*start));
    visit.session.player.told_to_play().await?;
    Ok(())
}

async fn drops_a_vault_of_obsidian(visit: &Visit) -> Result<()> {
    let vault = zip(&[
        ("vault/Marks.md", OBSIDIAN),
        ("vault/.obsidian/app.json", b"{}"),
        ("vault/oven.png", b"x"),
    ])?;
    plays(visit, &[("vault.zip", &vault)], "Marks", 60).await?;
    let hidden = "return document.body.textContent.includes('quince')";
    assert!(!visit.eval::<bool>(hidden, json!([])).await?);
    seen::text(visit, "A tray of water").await
}

async fn drops_a_graph_of_logseq(visit: &Visit) -> Result<()> {
    let graph = zip(&[
        ("graph/pages/talk.md", LOGSEQ),
        ("graph/journals/2024_05_02.md", b"- read [[talk]]\n"),
        ("graph/logseq/config.edn", b"{}"),
    ])?;
    plays(visit, &[("graph.zip", &graph)], "pages/talk", 110).await?;
    seen::text(visit, "A talk on ovens").await
}

async fn drops_an_export_of_notion(visit: &Visit) -> Result<()> {
    let name = "A talk on bread 0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    let page = format!("Export/{name}.md");
    let export = zip(&[
        (&page, NOTION),
        ("Export/Ovens 0f1e2d3c4b5a69788796a5b4c3d2e1f0.md", b"# Ovens\n\nHot.\n"),
    ])?;
    plays(visit, &[("Export.zip", &export)], name, 60).await
}

async fn drops_a_transcript_of_a_podcast(visit: &Visit) -> Result<()> {
    let name = "Bread [7gaPPrAd7nc].en.vtt";
    plays(visit, &[(name, SUBTITLES.as_bytes())], name, 20).await?;
    // What is said stands under the player.
    let line = "return document.querySelector('[data-anchor=spoken-line]')?.textContent";
    visit.until_equal("the spoken line", line, json!([]), json!("then lukewarm water")).await
}

async fn drops_a_description_that_was_copied(visit: &Visit) -> Result<()> {
    plays(visit, &[("Bread in a day.txt", DESCRIPTION.as_bytes())], "Bread in a day", 130).await
}

async fn sees_what_is_said_under_a_file_of_ones_own(visit: &Visit) -> Result<()> {
    let note = "---\nvideoId: 7gaPPrAd7nc\n---\n## Skills for bakers\n1. **Mix** [0:21]\n";
    visit.open("").await?;
    let files = [("bread.md", note.as_bytes()), ("bread.vtt", SUBTITLES.as_bytes())];
    drop_files(visit, &files).await?;
    seen::text(visit, "Added").await?;
    let _folder = own_media::choose(visit, "talk.wav", &own_media::silence()).await?;
    visit.click("td a.stamp[data-seconds='21']").await?;
    let line = "return document.querySelector('[data-anchor=spoken-line]')?.textContent";
    visit.until_equal("the spoken line", line, json!([]), json!("then lukewarm water")).await?;
    let cues = "const [track] = document.querySelector('[data-anchor=slot] video').textTracks;
        return [...track.cues].map((cue) => cue.text)";
    let said = json!(["Ann: Flour first", "then lukewarm water"]);
    visit.until_equal("the captions", cues, json!([]), said).await
}

async fn finds_what_was_said_in_a_transcript(visit: &Visit) -> Result<()> {
    let note = "---\nvideoId: 7gaPPrAd7nc\n---\n## Skills for bakers\n1. **Mix** [0:21]\n";
    visit.open("").await?;
    let files = [("bread.md", note.as_bytes()), ("bread.vtt", SUBTITLES.as_bytes())];
    drop_files(visit, &files).await?;
    seen::text(visit, "Added").await?;
    // Nothing of it is a skill.
    rows_are(visit, &["mix"]).await?;
    visit.find(crate::search::searching::BOX).await?.send_keys("lukewarm").await?;
    seen::text(visit, "1 spoken line").await?;
    visit.find("[data-anchor=result][data-kind='Said'] a.stamp[data-seconds='20']").await?;
    Ok(())
}

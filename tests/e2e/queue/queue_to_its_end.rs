//! A queue is played to its end, whatever its reader does meanwhile, and the page lives on.

use anyhow::Result;
use fantoccini::key::Key;
use serde_json::json;

use crate::harness::browser::Browser;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, extras, over_http};
use crate::pages::with_notes;
use crate::player::own_media::{choose, silence};
use crate::search::searching::BOX;
use crate::seen;
use crate::stand_in::Switches;

over_http! {
    plays_five_clips_to_the_end_by_itself in five,
    skips_through_five_clips in five,
    stops_in_the_middle_of_five_clips in five,
    closes_the_note_while_clips_go_on in five,
    filters_while_clips_go_on in five,
}

everywhere_nightly! {
    plays_clips_of_a_file_to_the_end_by_itself in five,
}

/// A note of five skills, each said for 15 seconds and no two that follow each other in the queue
/// one after the other in the video, so that the player is sent to each.
fn five(scene: Scene) -> Scene {
    let note = b"---\ntitle: On bread\nvideoId: aaaaaaaaaaa\n---\n## Skills for senior engineers\n\
        1. **Knead** the dough [0:00]\n2. **Rest** a while [0:15]\n3. **Bake** it hot [0:30]\n\
        4. **Cool** it down [0:45]\n5. **Slice** it thin [1:00]\n6. **Eat** it all [1:15]\n\n\
        ## Skills for new engineers\n\n1. **Sweep** the floor [2:00]\n";
    with_notes(scene, "five-clips", &[("a.md", note)])
}

/// The five clips, in the order in which they play.
const QUEUE: &str = "queue=60.30.0.45.15-a";
const TIMES: [&str; 5] = ["1:00", "0:30", "0:00", "0:45", "0:15"];

/// Waits until this clip is the one that plays.
async fn now(visit: &Visit, wanted: &str) -> Result<()> {
    let script = "return [...document.querySelectorAll('[data-anchor=list-line][aria-current] [data-anchor=queue-time]')]
        .map((time) => time.textContent)";
    visit.until_equal("the clip that plays", script, json!([]), json!([wanted])).await
}

/// What the queue says of itself.
async fn says(visit: &Visit, wanted: &str) -> Result<()> {
    let script =
        "return document.querySelector('[data-anchor=queue] [role=status]')?.textContent ?? ''";
    visit.until_equal("the queue's state", script, json!([]), wanted.into()).await
}

async fn press(visit: &Visit, label: &str) -> Result<()> {
    let button = visit.find_named("[data-anchor=queue-tools] button", "button", label).await?;
    Ok(button.click().await?)
}

/// Begins the queue with a player for which eight seconds pass in one.
async fn begin(visit: &Visit, address: &str) -> Result<()> {
    visit.session.player.reset(Switches { speed: 8.0, ..Switches::default() });
    visit.open(address).await?;
    press(visit, "Play").await?;
    now(visit, TIMES[0]).await
}

/// The program answers, and nothing in it has failed.
async fn lives(visit: &Visit) -> Result<()> {
    let field = visit.find(BOX).await?;
    field.send_keys("slice").await?;
    seen::fragment_has(visit, "q=slice").await?;
    seen::rows_start_with(visit, &["slice"]).await?;
    for _ in 0..5 {
        field.send_keys(&Key::Backspace.to_string()).await?;
    }
    visit
        .until("all rows", &format!("return (() => {{ {} }})().length > 1", seen::ROWS), json!([]))
        .await?;
    assert!(!visit.shows("#skillreel-stopped").await?, "nothing has stopped");
    if visit.browser() == Browser::Chromium {
        let console = extras::console(visit.client()).await?;
        let failed =
            console.iter().any(|line| line.contains("RuntimeError") || line.contains("panicked"));
        assert!(!failed, "{console:#?}");
    }
    Ok(())
}

async fn plays_five_clips_to_the_end_by_itself(visit: &Visit) -> Result<()> {
    begin(visit, &format!("#{QUEUE}")).await?;
    for time in TIMES {
        now(visit, time).await?;
    }
    says(visit, "5 clips, 1 min · all played").await?;
    visit.session.player.told("to pause", |told| told.is_command("pauseVideo")).await?;
    let seeks: Vec<f64> =
        visit.session.player.messages().iter().filter_map(|told| told.seek_seconds()).collect();
    let mut sent = seeks.clone();
    sent.dedup();
    assert_eq!(sent, [60.0, 30.0, 0.0, 45.0, 15.0], "{seeks:?}");
    lives(visit).await?;
    // And once more from the start.
    press(visit, "Play").await?;
    now(visit, TIMES[0]).await?;
    now(visit, TIMES[1]).await?;
    lives(visit).await
}

async fn skips_through_five_clips(visit: &Visit) -> Result<()> {
    begin(visit, &format!("#{QUEUE}")).await?;
    // The second one comes by itself.
    now(visit, TIMES[1]).await?;
    for time in TIMES.get(2..).unwrap_or_default() {
        press(visit, "Skip").await?;
        now(visit, time).await?;
    }
    // There is none after the last.
    press(visit, "Skip").await?;
    says(visit, "3 of 5 clips left, 45 s").await?;
    lives(visit).await
}

async fn stops_in_the_middle_of_five_clips(visit: &Visit) -> Result<()> {
    begin(visit, &format!("#{QUEUE}")).await?;
    now(visit, TIMES[1]).await?;
    now(visit, TIMES[2]).await?;
    press(visit, "Clear").await?;
    visit
        .until(
            "the queue to go",
            "return !document.querySelector('[data-anchor=queue] ol')",
            json!([]),
        )
        .await?;
    visit.session.player.told("to pause", |told| told.is_command("pauseVideo")).await?;
    lives(visit).await
}

async fn closes_the_note_while_clips_go_on(visit: &Visit) -> Result<()> {
    begin(visit, &format!("#note=a&{QUEUE}")).await?;
    now(visit, TIMES[1]).await?;
    visit.click("[data-anchor=detail] [aria-label=Close]").await?;
    visit
        .until(
            "the note to close",
            "return !document.querySelector('[data-anchor=note-text]')",
            json!([]),
        )
        .await?;
    for time in TIMES.get(2..).unwrap_or_default() {
        now(visit, time).await?;
    }
    says(visit, "5 clips, 1 min · all played").await?;
    lives(visit).await
}

async fn filters_while_clips_go_on(visit: &Visit) -> Result<()> {
    begin(visit, &format!("#{QUEUE}")).await?;
    seen::choose_level(visit, "Senior").await?;
    now(visit, TIMES[1]).await?;
    visit.find(BOX).await?.send_keys("knead").await?;
    seen::rows_start_with(visit, &["knead"]).await?;
    for time in TIMES.get(2..).unwrap_or_default() {
        now(visit, time).await?;
    }
    says(visit, "5 clips, 1 min · all played").await?;
    visit.find(BOX).await?.send_keys(&Key::Escape.to_string()).await?;
    lives(visit).await
}

async fn plays_clips_of_a_file_to_the_end_by_itself(visit: &Visit) -> Result<()> {
    // The file ends with the first of them.
    visit.open("#queue=45.0.30-a").await?;
    let _folder = choose(visit, "talk.wav", &silence()).await?;
    visit.find("[data-anchor=slot] video").await?;
    press(visit, "Play").await?;
    now(visit, "0:45").await?;
    let faster = "document.querySelector('[data-anchor=slot] video').playbackRate = 4";
    visit.eval::<()>(faster, json!([])).await?;
    now(visit, "0:00").await?;
    now(visit, "0:30").await?;
    says(visit, "3 clips, 45 s · all played").await?;
    let paused = "return document.querySelector('[data-anchor=slot] video').paused";
    visit.until("the file to pause", paused, json!([])).await?;
    lives(visit).await
}

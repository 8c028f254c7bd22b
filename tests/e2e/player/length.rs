//! Once a video's length is known, each time of it has one value, wherever it stands.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::harness::over_http;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::pages::with_notes;
use crate::seen;

over_http! {
    sees_one_value_once_the_length_is_known in two_ways,
    sees_what_lies_past_the_end in past_end,
}

/// A note whose times are hours as they stand, and minutes in a video that is shorter than that.
fn two_ways(scene: Scene) -> Scene {
    let note = b"---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n\
        1. **Knead** it [00:10:00]\n2. **Rest** it [01:10:00]\n3. **Bake** it [01:20:00]\n";
    with_notes(scene, "two-ways", &[("a.md", note)])
}

/// A note with a time that no video of that length has.
fn past_end(scene: Scene) -> Scene {
    let note = b"---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n\
        1. **Knead** it [10:00]\n2. **Rest** it [20:00]\n3. **Bake** it [99:00]\n";
    with_notes(scene, "past-end", &[("a.md", note)])
}

const COPIES: &str = "window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText: (text) => { copied.push(text); return Promise.resolve(); } } });";

async fn stamps(visit: &Visit, below: &str, wanted: &[u32]) -> Result<()> {
    let script = "return [...document.querySelectorAll(`${arguments[0]} a.stamp`)]
        .map((stamp) => Number(stamp.dataset.seconds)).sort((a, b) => a - b)";
    visit
        .until_equal(&format!("the stamps of {below}"), script, json!([below]), json!(wanted))
        .await
}

async fn sees_one_value_once_the_length_is_known(visit: &Visit) -> Result<()> {
    visit.open("#note=a&queue=4200.600-a").await?;
    stamps(visit, "td", &[600, 4200, 4800]).await?;
    visit.click("[data-anchor=note-text] a.stamp[data-seconds='4200']").await?;
    // The video is 4000 seconds long: the player is sent to the second that is meant, and all else
    // says the same.
    visit.session.player.told("to go to 70", |told| told.seek_seconds() == Some(70.0)).await?;
    stamps(visit, "td", &[10, 70, 80]).await?;
    stamps(visit, "[data-anchor=note-text]", &[10, 70, 80]).await?;
    seen::fragment_has(visit, "t=70").await?;
    let list = "return [...document.querySelectorAll('[data-anchor=queue-time]')].map((time) => time.textContent)";
    visit.until_equal("the list", list, json!([]), json!(["1:10", "0:10"])).await?;
    visit.click("[data-anchor=player-options] summary").await?;
    let link = "return document.querySelector('[data-anchor=player-options] a')?.href";
    let wanted = "https://www.youtube.com/watch?v=aaaaaaaaaaa&t=70s";
    visit.until_equal("the link", link, json!([]), wanted.into()).await?;
    visit.press(&fantoccini::key::Key::Escape.to_string()).await?;
    let current = "return [...document.querySelectorAll('td a.stamp[aria-current]')]
        .map((stamp) => stamp.dataset.seconds)";
    visit.until_equal("what is said now", current, json!([]), json!(["70"])).await?;
    visit.eval::<Json>(COPIES, json!([])).await?;
    visit.click("th[data-skill=rest] a").await?;
    visit.click("[data-anchor=claim-item] button[aria-haspopup=dialog]").await?;
    visit.find_named("dialog button", "button", "Copy: Text").await?.click().await?;
    visit.until("something copied", "return copied.length > 0", json!([])).await?;
    let copied = "return copied[0] ?? ''";
    let copied: String = visit.eval(copied, json!([])).await?;
    assert!(copied.contains("t=70s") && !copied.contains("4200"), "{copied}");
    visit.press(&fantoccini::key::Key::Escape.to_string()).await?;
    // The report says how many, and why.
    visit.eval::<Json>("location.hash = '#panel=problems'", json!([])).await?;
    seen::text(
        visit,
        "3 times were read as minutes, seconds and hundredths, because the video is 1:06:40 long",
    )
    .await
}

async fn sees_what_lies_past_the_end(visit: &Visit) -> Result<()> {
    visit.open("#note=a").await?;
    stamps(visit, "td", &[600, 1200, 5940]).await?;
    visit.click("td a.stamp[data-seconds='600']").await?;
    stamps(visit, "td", &[600, 1200]).await?;
    seen::text(visit, "1:39:00 past the end").await?;
    visit.click("td a.stamp[data-seconds='1200']").await?;
    visit.session.player.told("to go to 1200", |told| told.seek_seconds() == Some(1200.0)).await?;
    visit.eval::<Json>("location.hash = '#panel=problems'", json!([])).await?;
    seen::text(visit, "1 time lies past the end of the video").await
}

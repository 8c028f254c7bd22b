//! The queue: clips that play one after the other.

use anyhow::Result;
use fantoccini::key::Key;
use serde_json::json;

use crate::harness::over_http;
use crate::harness::visit::Visit;
use crate::pages::with_notes;
use crate::seen;
use crate::stand_in::Message;

over_http! {
    plays_a_level_and_skips_through_it,
    leaves_room_for_what_is_opened_beside_it,
    plays_a_skill_and_what_a_search_has_found,
    goes_on_by_itself_when_a_clip_is_over in short,
    waits_when_the_reader_goes_elsewhere in short,
    says_what_plays_of_the_rows_that_a_search_leaves in short,
}

/// Notes of two videos, with clips of a known length.
fn short(scene: crate::harness::run::Scene) -> crate::harness::run::Scene {
    let a = b"---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n\
        1. **Knead** [0:10]\n2. **Rest** [0:40]\n3. **Shape** [1:40]\n";
    let b = b"---\nvideoId: bbbbbbbbbbb\n---\nOther [0:05]\n";
    with_notes(scene, "queue", &[("a.md", a), ("b.md", b)])
}

/// The times of the clips in the queue, in order.
const TIMES: &str = "return [...document.querySelectorAll('[data-anchor=queue-time]')]
    .map((time) => time.textContent)";

/// The times of the clips that are current.
const NOW: &str = "return [...document.querySelectorAll('[data-anchor=list-line][aria-current] [data-anchor=queue-time]')]
    .map((time) => time.textContent)";

/// Waits until the queue holds these clips.
async fn times(visit: &Visit, wanted: &[&str]) -> Result<()> {
    visit.until_equal("the clips", TIMES, json!([]), json!(wanted)).await
}

/// Waits until this clip is the one that plays.
async fn now(visit: &Visit, wanted: &str) -> Result<()> {
    visit.until_equal("the clip that plays", NOW, json!([]), json!([wanted])).await
}

/// Clicks the button of the queue with this label.
async fn click(visit: &Visit, label: &str) -> Result<()> {
    let button = visit.find_named("[data-anchor=queue-tools] button", "button", label).await?;
    Ok(button.click().await?)
}

async fn told_to_go_to(visit: &Visit, seconds: f64) -> Result<Message> {
    let what = format!("to go to {seconds}");
    visit.session.player.told(&what, |told| told.seek_seconds() == Some(seconds)).await
}

async fn plays_a_level_and_skips_through_it(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    let button = visit.find("[data-anchor=play-bar] [data-anchor=play-these]").await?;
    let text = button.text().await?.replace('\n', " ");
    assert!(text.starts_with("Play all ") && text.contains(" min"), "{text:?}");
    button.click().await?;
    told_to_go_to(visit, 1396.0).await?;
    now(visit, "23:16").await?;
    seen::text(visit, "1 of ").await?;
    let list: Vec<String> = visit.eval(TIMES, json!([])).await?;
    assert!(list.len() >= 4, "{list:?}");
    click(visit, "Skip").await?;
    visit
        .until(
            "the second clip",
            &format!("return (() => {{ {NOW} }})()[0] === arguments[0]"),
            json!([list[1]]),
        )
        .await?;
    click(visit, "Back").await?;
    now(visit, "23:16").await?;
    click(visit, "Stop").await?;
    visit.session.player.told("to pause", |told| told.is_command("pauseVideo")).await?;
    // It stays, and what was cleared can be had again.
    times(visit, &list.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    visit.find_named("[data-anchor=queue-tools] button", "button", "Play").await?;
    click(visit, "Clear").await?;
    visit
        .until(
            "the list to go",
            "return !document.querySelector('[data-anchor=queue] ol')",
            json!([]),
        )
        .await?;
    assert_eq!(seen::fragment_value(visit, "queue").await?, None);
    visit.find_named("[role=status] + button", "button", "Undo").await?.click().await?;
    times(visit, &list.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    // What is kept goes into no link to something else.
    assert_eq!(seen::fragment_value(visit, "queue").await?, None);
    Ok(())
}

async fn leaves_room_for_what_is_opened_beside_it(visit: &Visit) -> Result<()> {
    const SEEN: &str = "const of = (anchor) => document.querySelector(`[data-anchor=${anchor}]`);
        const { top, bottom } = of('detail').getBoundingClientRect();
        const tools = of('queue-tools').getBoundingClientRect();
        return Math.min(bottom, innerHeight) - top >= 150 && tools.bottom <= top";
    visit.client().set_window_size(1280, 860).await?;
    visit.open("#level=senior").await?;
    visit.click("[data-anchor=play-bar] [data-anchor=play-these]").await?;
    now(visit, "23:16").await?;
    visit.click("th[data-skill=communicate] :is(a, button)").await?;
    visit.until("a part of the skill under the list, and its tools", SEEN, json!([])).await
}

async fn plays_a_skill_and_what_a_search_has_found(visit: &Visit) -> Result<()> {
    visit.open("#skill=think-big").await?;
    visit.click("[data-anchor=detail] [data-anchor=play-these]").await?;
    told_to_go_to(visit, 702.0).await?;
    now(visit, "11:42").await?;
    visit.open("#q=trust").await?;
    visit.click("[data-anchor=results] [data-anchor=play-these]").await?;
    visit.find("[data-anchor=list-line][aria-current]").await?;
    let clips: Vec<String> = visit.eval(TIMES, json!([])).await?;
    assert!(clips.contains(&"24:06".to_owned()), "{clips:?}");
    Ok(())
}

async fn goes_on_by_itself_when_a_clip_is_over(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.click("[data-anchor=play-bar] [data-anchor=play-these]").await?;
    times(visit, &["0:10", "0:40", "1:40"]).await?;
    told_to_go_to(visit, 10.0).await?;
    // To just before the clip's end; the next one begins where it ends, so nothing is sought.
    visit.press("l").await?;
    visit.press("l").await?;
    visit.press(&Key::Right.to_string()).await?;
    now(visit, "0:40").await?;
    // The second one has another one taken in between, so that the third has to be sought.
    let fragment = "location.hash = '#queue=5-b*40-a'";
    visit.eval::<()>(fragment, json!([])).await?;
    times(visit, &["0:05", "0:40"]).await?;
    click(visit, "Play").await?;
    let player = &visit.session.player;
    let of_b = |load: &crate::stand_in::Load| load.video == "bbbbbbbbbbb";
    visit
        .until(
            "video b",
            "return document.querySelector('iframe').src.includes('/bbbb')",
            json!([]),
        )
        .await?;
    assert!(player.loads().iter().any(of_b));
    told_to_go_to(visit, 5.0).await?;
    for _ in 0..12 {
        visit.press("l").await?;
    }
    visit
        .until(
            "video a",
            "return document.querySelector('iframe').src.includes('/aaaa')",
            json!([]),
        )
        .await?;
    now(visit, "0:40").await
}

async fn says_what_plays_of_the_rows_that_a_search_leaves(visit: &Visit) -> Result<()> {
    // What the search has found has such a button, too.
    const LABEL: &str = "const bar = '[data-anchor=play-bar]:not([data-anchor=results] *)';
        return document.querySelector(bar + ' [data-anchor=play-these] span')?.textContent";
    const OF_ALL: &str = "Play all 3 · 4 min";
    visit.open("").await?;
    visit.until_equal("all clips", LABEL, json!([]), json!(OF_ALL)).await?;
    visit.press("/").await?;
    visit.press("knead").await?;
    visit.until_equal("the one clip", LABEL, json!([]), json!("Play · 30 s")).await?;
    visit.press(&Key::Backspace.to_string().repeat(5)).await?;
    visit.until_equal("all clips again", LABEL, json!([]), json!(OF_ALL)).await
}

async fn waits_when_the_reader_goes_elsewhere(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.click("[data-anchor=play-bar] [data-anchor=play-these]").await?;
    told_to_go_to(visit, 10.0).await?;
    visit.click("td a.stamp[data-seconds='100']").await?;
    told_to_go_to(visit, 100.0).await?;
    visit.find_named("[data-anchor=queue-tools] button", "button", "Play").await?.click().await?;
    now(visit, "0:10").await?;
    let again =
        |messages: &[Message]| messages.iter().rev().find_map(Message::seek_seconds) == Some(10.0);
    visit.session.player.told_all("to go to the clip again", again).await
}

//! The player's place before anything plays: what would be heard first, and nothing where there is none.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, from_file_nightly, over_http};
use crate::pages::with_notes;
use crate::seen;

over_http! {
    reads_what_would_be_heard_first_and_plays_it,
    plays_the_title_of_the_note_that_says_it in two,
}

everywhere_nightly! {
    sees_no_player_where_there_is_nothing_to_play in |scene| with_notes(scene, "no-video", &[
        ("a.md", b"## Skills for bakers\n\n- **Knead** it [0:10]\n"),
    ]),
}

from_file_nightly! {
    reads_one_line_where_nothing_plays,
    walks_the_list_clip_by_clip in two,
}

/// Two notes of one video.
fn two(scene: Scene) -> Scene {
    let a = b"---\ntitle: On dough\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n\
        1. **Knead** it [0:10]\n2. **Rest** it [0:40]\n";
    let b = b"---\ntitle: On heat\nvideoId: aaaaaaaaaaa\n---\nBake it hot [1:40].\n";
    with_notes(scene, "two-notes", &[("a.md", a), ("b.md", b)])
}

const BUTTON: &str =
    "return document.querySelector('[data-anchor=poster-play]')?.textContent.trim() ?? ''";
const WORDS: &str =
    "return document.querySelector('[data-anchor=player] p[dir=auto]')?.textContent.trim() ?? ''";
const STATE: &str = "return document.querySelector('[data-anchor=player]').dataset.state";

async fn reads_what_would_be_heard_first_and_plays_it(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let about = "return document.querySelector('[data-anchor=player] p[translate=no]').textContent";
    visit
        .until_equal("the first", about, json!([]), "First on the list · Communicate".into())
        .await?;
    let first: String = visit.eval(WORDS, json!([])).await?;
    assert!(!first.is_empty() && !first.contains('“'), "{first:?}");
    seen::text(visit, "YouTube hears of you only after your click").await?;
    // What is opened is what is cued.
    visit.click("th[data-skill=think-big] a").await?;
    visit.until_equal("what it is about", about, json!([]), "Think big".into()).await?;
    let button: String = visit.eval(BUTTON, json!([])).await?;
    let (_, time) = button.split_once("Play from ").unwrap_or_default();
    assert!(!time.is_empty(), "{button:?}");
    visit.click("[data-anchor=poster-play]").await?;
    let load = visit.session.player.load(0).await?;
    let start: u32 = load.parameter("start").parse()?;
    assert_eq!(skillreel::video::clock(start), time);
    // Problems have no player above them, unless one plays.
    visit.open("#panel=problems").await?;
    visit.until_equal("no player", STATE, json!([]), "none".into()).await?;
    assert!(!visit.shows("[data-anchor=player]").await?);
    Ok(())
}

async fn plays_the_title_of_the_note_that_says_it(visit: &Visit) -> Result<()> {
    visit.open("#note=b").await?;
    visit.until_equal("the words", WORDS, json!([]), "Bake it hot.".into()).await?;
    visit.click("[data-anchor=poster-play]").await?;
    visit.session.player.told_to_play().await?;
    let title = "return document.querySelector('[data-anchor=now-title]').textContent";
    visit.until_equal("the title", title, json!([]), "On heat".into()).await?;
    visit.click("td a.stamp[data-seconds='10']").await?;
    visit.until_equal("the title", title, json!([]), "On dough".into()).await
}

async fn sees_no_player_where_there_is_nothing_to_play(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.until_equal("no player", STATE, json!([]), "none".into()).await?;
    assert!(!visit.shows("[data-anchor=player]").await?);
    // A rank and a time that cannot be played do not stick together.
    let gap = "const time = document.querySelector('td [title*=names]');
        return parseFloat(getComputedStyle(time).paddingInlineStart) >= 4";
    visit.until("a gap before the time", gap, json!([])).await
}

async fn reads_one_line_where_nothing_plays(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.until_equal("the line", STATE, json!([]), "outside".into()).await?;
    let line = "const { height } = document.querySelector('[data-anchor=player] [role=note]').parentElement.getBoundingClientRect();
        return [height <= 73, document.querySelector('[data-anchor=player] [role=note]').parentElement.innerText.trim().replace(/\\s+/g, ' ')]";
    let (is_low, text): (bool, String) = visit.eval(line, json!([])).await?;
    assert!(is_low, "a line of 72 px");
    assert_eq!(text, "Times open YouTube in one tab. Have the recording? Play it here");
    assert!(!visit.shows("[data-anchor=notice]").await?, "and no notice at the top");
    Ok(())
}

async fn walks_the_list_clip_by_clip(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.click("[data-anchor=play-bar] [data-anchor=play-these]").await?;
    let walk = "const link = document.querySelector('[data-anchor=queue-walk]');
        return [link.textContent.trim(), link.href.split('t=')[1]]";
    let first = json!(["Open clip 1 of 2", "10s"]);
    visit.until_equal("the first clip", walk, json!([]), first).await?;
    // The tab is not for this page: it is enough to know where it would lead.
    let press = "const link = document.querySelector('[data-anchor=queue-walk]');
        let led = null;
        document.addEventListener('click', (event) => {
            led = [link.href.split('t=')[1], link.target];
            event.preventDefault();
        }, { once: true });
        link.click();
        return led";
    let led: Json = visit.eval(press, json!([])).await?;
    assert_eq!(led, json!(["10s", "skillreel-youtube"]));
    let second = json!(["Open clip 2 of 2 · next", "40s"]);
    visit.until_equal("the next clip", walk, json!([]), second).await
}

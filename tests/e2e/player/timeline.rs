//! The timeline under the player.

use anyhow::Result;
use fantoccini::key::Key;
use serde_json::json;

use crate::facts::RANKED;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, over_http};
use crate::pages::with_notes;
use crate::seen;

everywhere_nightly! {
    reads_what_is_said_where_in_the_video,
}

over_http! {
    walks_the_timeline_by_keys_and_plays,
    clicks_beside_a_tick_and_plays_the_nearest,
    sees_the_timeline_on_a_phone,
    reads_what_is_said_now_where_ticks_lie_close in close,
}

/// A note whose claims stand so close that they are one tick.
fn close(scene: Scene) -> Scene {
    let note = b"---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n\
        1. **Knead** the dough [10:00]\n2. **Rest** a while [10:04]\n3. **Bake** it hot [10:08]\n\
        4. **Eat** it all [30:00]\n";
    with_notes(scene, "close-ticks", &[("a.md", note)])
}

/// The tick that has the focus.
const FOCUSED: &str = "return Number(document.activeElement.dataset.seconds)";

async fn reads_what_is_said_where_in_the_video(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let ticks = "return [...document.querySelectorAll('[data-anchor=timeline] [data-anchor=tick]')].map((tick) => [
        Number(tick.dataset.seconds), tick.dataset.strength,
        parseFloat(tick.querySelector('rect').getAttribute('x')), tick.getAttribute('aria-label')])";
    let ticks: Vec<(u32, String, f64, String)> = visit.eval(ticks, json!([])).await?;
    assert!(ticks.len() > 30, "{ticks:?}");
    assert!(ticks.is_sorted_by(|a, b| a.0 < b.0 && a.2 < b.2), "in the order of the video");
    for cell in RANKED {
        // Ticks that stand too near are one.
        let tick = ticks.iter().rfind(|tick| tick.0 <= cell.seconds);
        assert_eq!(tick.map(|tick| tick.1.as_str()), Some("ranked"), "{cell:?}");
    }
    let big = ticks.iter().find(|tick| tick.0 == 702);
    assert!(big.is_some_and(|tick| tick.3.starts_with("11:42: Think big")), "{big:?}");
    let name =
        "return document.querySelector('[data-anchor=timeline] svg').getAttribute('aria-label')";
    let name: String = visit.eval(name, json!([])).await?;
    assert!(name.starts_with("Timeline: "), "{name}");
    Ok(())
}

async fn walks_the_timeline_by_keys_and_plays(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let stops =
        "return document.querySelectorAll('[data-anchor=timeline] [tabindex=\"0\"]').length";
    assert_eq!(visit.eval::<u32>(stops, json!([])).await?, 1, "one stop for Tab");
    let start = "document.querySelector('[data-anchor=timeline] [tabindex=\"0\"]').focus()";
    visit.eval::<()>(start, json!([])).await?;
    visit.press(&Key::End.to_string()).await?;
    let last: u32 = visit.eval(FOCUSED, json!([])).await?;
    assert!(last > 2257, "{last}");
    visit.press(&Key::Home.to_string()).await?;
    visit.until_equal("the first tick", FOCUSED, json!([]), 7.into()).await?;
    visit.press(&Key::Right.to_string()).await?;
    let second: u32 = visit.eval(FOCUSED, json!([])).await?;
    assert!(second > 7, "{second}");
    let said = visit.find("[data-anchor=timeline-said]").await?.text().await?;
    assert!(!said.is_empty(), "the focus shows the claim");
    visit.press(&Key::Left.to_string()).await?;
    visit.until_equal("the first tick", FOCUSED, json!([]), 7.into()).await?;
    visit.press(&Key::Enter.to_string()).await?;
    let load = visit.session.player.load(0).await?;
    assert_eq!(load.parameter("start"), "7");
    visit.session.player.told_to_play().await?;
    let current = "return [...document.querySelectorAll('[data-anchor=tick][aria-current]')]
        .map((tick) => tick.dataset.seconds)";
    visit.until_equal("the tick of now", current, json!([]), json!(["7"])).await
}

async fn clicks_beside_a_tick_and_plays_the_nearest(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    // The line begins long before the first claim, which is the nearest to its start.
    let click = "const line = document.querySelector('[data-anchor=timeline] svg rect');
        const { left, top } = line.getBoundingClientRect();
        const at = { bubbles: true, cancelable: true, clientX: left + 2, clientY: top + 4 };
        line.dispatchEvent(new PointerEvent('pointermove', at));
        line.dispatchEvent(new MouseEvent('click', at))";
    visit.eval::<()>(click, json!([])).await?;
    assert_eq!(visit.session.player.load(0).await?.parameter("start"), "7");
    seen::fragment_has(visit, "t=7").await?;
    let said = visit.find("[data-anchor=timeline-said]").await?.text().await?;
    assert!(said.starts_with("0:07"), "the pointer shows the claim: {said:?}");
    Ok(())
}

async fn sees_the_timeline_on_a_phone(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    visit.narrow().await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.session.player.told_to_play().await?;
    let in_sight = "const { top, bottom, left, right } =
            document.querySelector('[data-anchor=timeline] svg').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth";
    visit.until("the timeline to be in sight", in_sight, json!([])).await
}

async fn reads_what_is_said_now_where_ticks_lie_close(visit: &Visit) -> Result<()> {
    const LINE: &str =
        "return document.querySelector('[data-anchor=timeline-said]').textContent.trim()";
    visit.open("").await?;
    visit.click("td a.stamp[data-seconds='604']").await?;
    visit.session.player.told_to_play().await?;
    let ticks = "return [...document.querySelectorAll('[data-anchor=tick]')].map((tick) => tick.dataset.seconds)";
    let wanted = json!(["600", "1800"]);
    visit.until_equal("the ticks", ticks, json!([]), wanted).await?;
    visit.until_equal("the line", LINE, json!([]), "10:04 Rest a while".into()).await?;
    visit.press(".").await?;
    visit.until_equal("the line", LINE, json!([]), "10:08 Bake it hot".into()).await?;
    // A tick that was pressed is not what plays for ever.
    visit.eval::<()>("document.querySelector('[data-anchor=tick]').focus()", json!([])).await?;
    let tick = "10:00 Knead the dough (and 2 more)";
    visit.until_equal("the line", LINE, json!([]), tick.into()).await?;
    visit.press(&Key::Enter.to_string()).await?;
    visit.until_equal("the line", LINE, json!([]), "10:00 Knead the dough".into()).await?;
    visit.press(".").await?;
    visit.until_equal("the line", LINE, json!([]), "10:04 Rest a while".into()).await
}

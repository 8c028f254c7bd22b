//! Following along: the page marks what is said now, and goes with it.

use anyhow::Result;
use fantoccini::key::Key;
use serde_json::json;

use crate::facts::NOTE;
use crate::harness::over_http;
use crate::harness::run::scenario;
use crate::harness::visit::Visit;
use crate::seen;
use crate::stand_in::Switches;

over_http! {
    sees_what_is_said_now_in_the_note_and_in_the_matrix,
    sees_what_is_said_now_in_an_open_skill,
    scrolls_away_and_comes_back_to_now,
}

scenario! {
    follows_on_small_screens_under_nothing_that_sticks (|scene| scene):
    chromium_http = Chromium Http,
}

/// The seconds of the stamps of the claims that are current, below a selector.
const CURRENT: &str = "return [...document.querySelectorAll(`${arguments[0]}[aria-current]`)]
    .map((claim) => [...claim.querySelectorAll('a.stamp[aria-current]')]
        .map((stamp) => Number(stamp.dataset.seconds)))";

/// The cells of the matrix that are current.
const CELLS: &str = "return [...document.querySelectorAll('td[aria-current]')]
    .map((cell) => [cell.dataset.skill, cell.dataset.level])";

/// Whether what is said now is in sight.
const IN_SIGHT: &str = "const claim = document.querySelector('[data-anchor=note-text] [data-anchor=claim][aria-current]');
    const frame = document.querySelector('[data-anchor=detail]').getBoundingClientRect();
    const { top, bottom } = claim.getBoundingClientRect();
    return top >= frame.top && bottom <= frame.bottom";

/// Waits until the claims below a selector that are current have these current stamps.
async fn current(visit: &Visit, selector: &str, seconds: &[&[u32]]) -> Result<()> {
    let what = format!("what is said now in {selector}");
    visit.until_equal(&what, CURRENT, json!([selector]), json!(seconds)).await
}

async fn sees_what_is_said_now_in_the_note_and_in_the_matrix(visit: &Visit) -> Result<()> {
    visit.open(&format!("#note={NOTE}")).await?;
    current(visit, "[data-anchor=claim]", &[]).await?;
    visit.click("[data-anchor=note-text] a.stamp[data-seconds='1396']").await?;
    visit.session.player.told_to_play().await?;
    current(visit, "[data-anchor=claim]", &[&[1396]]).await?;
    let communicate = json!([["communicate", "senior"]]);
    visit.until_equal("the cell of what is said now", CELLS, json!([]), communicate).await?;
    visit.until("it to be in sight", IN_SIGHT, json!([])).await?;
    // Ten seconds on somebody says something else, and nobody has clicked.
    visit.press("l").await?;
    current(visit, "[data-anchor=claim]", &[&[1405]]).await?;
    let think_big = json!([["think-big", "senior"]]);
    visit.until_equal("the cell of what is said now", CELLS, json!([]), think_big).await?;
    visit.until("it to be in sight", IN_SIGHT, json!([])).await
}

async fn sees_what_is_said_now_in_an_open_skill(visit: &Visit) -> Result<()> {
    visit.open("#skill=think-big").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.session.player.told_to_play().await?;
    visit.click("th[data-skill=think-big] a").await?;
    visit.press("l").await?;
    current(visit, "[data-anchor=claim-item]", &[&[1405]]).await
}

async fn scrolls_away_and_comes_back_to_now(visit: &Visit) -> Result<()> {
    const BACK: &str = "[data-anchor=back-to-now] button";
    visit.open(&format!("#note={NOTE}")).await?;
    visit.click("[data-anchor=note-text] a.stamp[data-seconds='1396']").await?;
    visit.session.player.told_to_play().await?;
    visit.until("it to be in sight", IN_SIGHT, json!([])).await?;
    assert!(!visit.shows(BACK).await?, "there is nothing to come back to");
    visit.eval::<()>("document.querySelector('[data-anchor=detail]').focus()", json!([])).await?;
    visit.press(&Key::Home.to_string()).await?;
    visit.find(BACK).await?;
    let top = "return document.querySelector('[data-anchor=detail]').scrollTop === 0";
    visit.until("the note's start", top, json!([])).await?;
    // What is said next does not take the reader along.
    visit.press("l").await?;
    current(visit, "[data-anchor=claim]", &[&[1405]]).await?;
    assert!(visit.eval::<bool>(top, json!([])).await?, "the reader stays where they went");
    visit.click(BACK).await?;
    visit.until("it to be in sight", IN_SIGHT, json!([])).await?;
    let gone = "return !document.querySelector(arguments[0])";
    visit.until("the button to go", gone, json!([BACK])).await
}

async fn follows_on_small_screens_under_nothing_that_sticks(visit: &Visit) -> Result<()> {
    // What is in the claim's first line is the claim, and the video is whole and as high as it can be.
    const SEEN: &str = "const claim = document.querySelector(arguments[0]);
        const [{ left, top, width, height }] = [...claim.getClientRects()].filter(({ width }) => width > 8);
        const at = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
        const screen = document.querySelector('[data-anchor=slot]').parentElement.getBoundingClientRect();
        const wanted = Math.min(screen.width * 9 / 16, 200, innerHeight * 0.8);
        const video = document.querySelector('[data-anchor=slot] iframe').getBoundingClientRect();
        const isWhole = video.top >= 0 && video.left >= 0 && video.bottom <= innerHeight && video.right <= innerWidth
            && video.top >= screen.top - 1 && video.bottom <= screen.bottom + 1;
        return (claim.contains(at) && isWhole && screen.height >= wanted - 1)
            || [at?.outerHTML.slice(0, 99), left, top, screen.height, video.toJSON(), innerHeight]";
    for (width, height) in [(320, 640), (844, 390), (640, 450), (320, 256)] {
        // What it was told before is of another page.
        visit.session.player.reset(Switches::default());
        visit.open(&format!("#note={NOTE}")).await?;
        visit.resize(width, height).await?;
        // What was opened comes into sight by itself, and what moves is not pressed.
        seen::still(visit, "[data-anchor=note-text] a.stamp[data-seconds='1396']").await?;
        visit.click("[data-anchor=note-text] a.stamp[data-seconds='1396']").await?;
        visit.session.player.told_to_play().await?;
        visit.press("l").await?;
        current(visit, "[data-anchor=claim]", &[&[1405]]).await?;
        let claim = json!(["[data-anchor=note-text] [data-anchor=claim][aria-current]"]);
        visit.until(&format!("the claim at {width} by {height}"), SEEN, claim).await?;
        // In an opened skill nobody is taken along: what was pressed stays in sight.
        visit.session.player.reset(Switches::default());
        visit.open("#skill=communicate").await?;
        seen::still(visit, "[data-anchor=claim-item] a.stamp[data-seconds='1396']").await?;
        visit.click("[data-anchor=claim-item] a.stamp[data-seconds='1396']").await?;
        visit.session.player.told_to_play().await?;
        let claim = json!(["[data-anchor=claim-item]:has(a.stamp[data-seconds='1396'])"]);
        visit.until(&format!("what was pressed at {width} by {height}"), SEEN, claim).await?;
    }
    Ok(())
}

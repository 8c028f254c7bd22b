//! Nothing moves by itself: not at the start, nor while one filters, searches and plays.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::harness::in_chromium;
use crate::harness::run::Place;
use crate::harness::visit::Visit;
use crate::seen;

in_chromium! {
    sees_nothing_move_on_the_page,
    sees_nothing_move_in_another_pages_frame,
    sees_nothing_move_on_a_narrow_page,
}

/// What moved without a reader's doing, as browsers count it (<https://web.dev/articles/cls>), with the
/// elements that did.
const SHIFTS: &str = "const done = arguments[arguments.length - 1];
    const moved = [];
    const note = (list) => { for (const entry of list) {
        if (!entry.hadRecentInput) moved.push(`${entry.value}: ${entry.sources.map(
            ({ node }) => node?.className || node?.nodeName).join(', ')}`);
    } };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
        note(observer.takeRecords());
        done(moved);
    })));";

async fn nothing_moved(visit: &Visit, when: &str) -> Result<()> {
    let moved: Json = visit.client().execute_async(SHIFTS, Vec::new()).await?;
    assert_eq!(moved, json!([]), "what moved {when}");
    Ok(())
}

async fn walk_through(visit: &Visit, query: &str) -> Result<()> {
    visit.open(query).await?;
    // The observer itself counts: what was painted first is what is told of.
    let is_counted = "return PerformanceObserver.supportedEntryTypes.includes('layout-shift')";
    assert!(visit.eval::<bool>(is_counted, json!([])).await?);
    nothing_moved(visit, "at the start").await?;
    seen::choose_level(visit, "Senior").await?;
    seen::rows_start_with(visit, &crate::facts::ranked_at("senior")).await?;
    nothing_moved(visit, "when filtered").await?;
    if query.is_empty() {
        // As a reader comes to it: a browser tells what follows a press from what comes by itself.
        visit.click(crate::search::searching::BOX).await?;
        visit.find(crate::search::searching::BOX).await?.send_keys("trust").await?;
        seen::fragment_has(visit, "q=trust").await?;
        seen::text(visit, "moments").await?;
        nothing_moved(visit, "when searched").await?;
        // Once to clear it, once to leave it.
        visit.press("\u{e00c}").await?;
        visit.press("\u{e00c}").await?;
        // All rows come back a frame after the results went, and what stood above them goes a frame later:
        // a press in between would meet none, or another one.
        seen::rows_start_with(visit, &crate::facts::ranked_at("senior")).await?;
        seen::still(visit, "th[data-skill=communicate]").await?;
    }
    visit.click("th[data-skill=communicate] :is(a, button)").await?;
    seen::text(visit, "saying a thing puts the thinking behind it to the test").await?;
    nothing_moved(visit, "when a skill was opened").await?;
    if visit.place == Place::Http {
        visit.open(query).await?;
        visit.click(&seen::cell_stamp("communicate", "senior")).await?;
        visit.find("iframe").await?;
        nothing_moved(visit, "when it plays").await?;
    }
    Ok(())
}

async fn sees_nothing_move_on_the_page(visit: &Visit) -> Result<()> {
    walk_through(visit, "").await
}

async fn sees_nothing_move_in_another_pages_frame(visit: &Visit) -> Result<()> {
    walk_through(visit, "?embed=1").await
}

async fn sees_nothing_move_on_a_narrow_page(visit: &Visit) -> Result<()> {
    visit.narrow().await?;
    walk_through(visit, "").await
}

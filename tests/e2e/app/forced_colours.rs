//! With the reader's own few colours, as Windows' contrast themes force them on a page: what only a ground marks
//! is marked otherwise.

use anyhow::Result;
use serde_json::json;

use crate::harness::extras;
use crate::harness::run::scenario;
use crate::harness::visit::Visit;
use crate::seen;

// No other driver forces colours.
scenario! {
    sees_what_is_open_in_forced_colours (|scene| scene):
    chromium_http = Chromium Http,
}

async fn sees_what_is_open_in_forced_colours(visit: &Visit) -> Result<()> {
    /// How thick the bar before a row's name is, for each row that is shown.
    const BARS: &str = "return [...document.querySelectorAll('th[scope=row][data-skill]')]
        .filter((head) => parseFloat(getComputedStyle(head).borderInlineStartWidth) >= 3)
        .map((head) => head.dataset.skill)";
    visit.open("#skill=prioritize").await?;
    seen::text(visit, "14 skills").await?;
    visit.until_equal("no bars", BARS, json!([]), json!([])).await?;
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    extras::devtools(visit.client(), "Emulation.setEmulatedMedia", forced).await?;
    let is_forced = "return matchMedia('(forced-colors: active)').matches";
    visit.until("forced colours", is_forced, json!([])).await?;
    visit.until_equal("the open row's bar", BARS, json!([]), json!(["prioritize"])).await?;
    // The chosen level is not marked by its ground alone either.
    let ringed = "return [...document.querySelectorAll('[role=radiogroup] input')].map((radio) =>
        getComputedStyle(radio.nextElementSibling).outlineStyle !== 'none' && radio.value)
        .filter(Boolean)";
    visit.until_equal("the chosen level's ring", ringed, json!([]), json!(["all"])).await?;
    visit.click("th[data-skill=execute] a").await?;
    visit.until_equal("the open row's bar", BARS, json!([]), json!(["execute"])).await
}

//! On a phone.

use anyhow::Result;
use serde_json::json;

use crate::facts::{NOTE, ranked_at};
use crate::harness::over_http;
use crate::harness::run::scenario;
use crate::harness::visit::Visit;
use crate::seen;

// No other browser makes its window as narrow.
scenario! {
    reads_what_the_search_field_is_for (|scene| scene):
    chromium_http = Chromium Http,
}

over_http! {
    scrolls_only_downwards_on_a_phone,
    watches_and_reads_on_a_phone,
}

/// How far the page can be scrolled to the side, in pixels.
const SIDEWAYS: &str = "return document.documentElement.scrollWidth - innerWidth";

async fn scrolls_only_downwards_on_a_phone(visit: &Visit) -> Result<()> {
    for view in ["", "#level=senior", "#q=trust", "#skill=communicate", &format!("#note={NOTE}")] {
        visit.open(view).await?;
        visit.narrow().await?;
        let sideways: i32 = visit.eval(SIDEWAYS, json!([])).await?;
        assert!(sideways <= 0, "{view:?} is {sideways} px too wide");
    }
    Ok(())
}

async fn reads_what_the_search_field_is_for(visit: &Visit) -> Result<()> {
    const ROOM: &str = "const field = document.querySelector(arguments[0]);
        const { paddingLeft, paddingRight, font } = getComputedStyle(field);
        const context = document.createElement('canvas').getContext('2d');
        context.font = font;
        return field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
            - context.measureText(field.placeholder).width";
    visit.open("").await?;
    for width in [390, 320] {
        visit.resize(width, 700).await?;
        let room: f64 = visit.eval(ROOM, json!([crate::search::searching::BOX])).await?;
        assert!(room >= 0.0, "at {width} px the word is {room} px too long");
        let sideways: i32 = visit.eval(SIDEWAYS, json!([])).await?;
        assert!(sideways <= 0, "{width} px are {sideways} px too few");
    }
    Ok(())
}

async fn watches_and_reads_on_a_phone(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    visit.narrow().await?;
    seen::rows_start_with(visit, &ranked_at("senior")).await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.session.player.told_to_play().await?;
    let in_sight = "const { top, bottom, left, right, height } =
            document.querySelector('iframe').getBoundingClientRect();
        return height > 100 && top >= 0 && bottom <= innerHeight
            && left >= 0 && right <= innerWidth";
    visit.until("the player to be in sight", in_sight, json!([])).await?;
    visit.eval::<()>("scrollTo(0, document.documentElement.scrollHeight)", json!([])).await?;
    visit.until("the player to stay while one reads on", in_sight, json!([])).await?;
    let last = "th[data-skill=execute] :is(a, button)";
    // Whatever is scrolled to the top stops below the player.
    let up = "document.querySelector(arguments[0]).scrollIntoView({ behavior: 'instant' })";
    visit.eval::<()>(up, json!([last])).await?;
    visit.click(last).await?;
    seen::text(visit, "Ship, and hand over what you promised").await?;
    visit.until("the player to stay beside an open skill", in_sight, json!([])).await
}

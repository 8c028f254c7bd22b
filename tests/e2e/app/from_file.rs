//! The page in one file, opened by double-click.

use anyhow::Result;
use serde_json::json;

use crate::facts::VIDEO;
use crate::harness::browser::Browser;
use crate::harness::visit::Visit;
use crate::harness::{extras, from_file};
use crate::seen;

from_file! {
    fault_11_clicks_a_stamp_and_goes_to_youtube,
    asks_for_nothing_until_a_click in Scene::windowed,
}

async fn fault_11_clicks_a_stamp_and_goes_to_youtube(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let stamp = visit.find(&seen::cell_stamp("communicate", "senior")).await?;
    let there = format!("https://www.youtube.com/watch?v={VIDEO}&t=1396s");
    assert_eq!(stamp.prop("href").await?, Some(there));
    stamp.click().await?;
    // The browser follows the link, in a tab of its own, for the page is to stay.
    visit.session.outside.asked_for("www.youtube.com").await?;
    assert_eq!(visit.client().current_url().await?.scheme(), "file");
    let frames: u32 =
        visit.eval("return document.querySelectorAll('iframe').length", json!([])).await?;
    assert_eq!(frames, 0, "YouTube would answer with error 153");
    assert_eq!(
        stamp.attr("target").await?.as_deref(),
        Some("skillreel-youtube"),
        "one tab for all"
    );
    // Once, kindly, and in words that say what to do.
    let notes = "return [...document.querySelectorAll('[role=status], [role=note], p')]
        .filter((place) => place.getClientRects().length > 0)
        .map((place) => place.innerText)
        .filter((text) => /Times open YouTube/.test(text))";
    let said: Vec<String> = visit.eval(notes, json!([])).await?;
    assert_eq!(said.len(), 1, "the page says once that videos open on YouTube: {said:?}");
    Ok(())
}

async fn asks_for_nothing_until_a_click(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    seen::choose_level(visit, "Senior").await?;
    visit.find(crate::search::searching::BOX).await?.send_keys("trust").await?;
    seen::fragment_has(visit, "q=trust").await?;
    visit.click("th[data-skill=earn-trust-with-others] :is(a, button)").await?;
    seen::text(visit, "Trust buys resources and influence").await?;
    assert_eq!(visit.session.outside.hosts(), Vec::<String>::new());
    assert_eq!(visit.site.asked(), Vec::<String>::new());
    if visit.browser() == Browser::Chromium {
        let requests = extras::requests(visit.client()).await?;
        assert_eq!(requests, [visit.address("")?], "the file, and nothing else");
    }
    Ok(())
}

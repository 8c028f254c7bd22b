//! What is told once typing pauses waits for the pause, also while the letters find nothing new.

use anyhow::Result;
use serde_json::json;

use crate::app::pieces::{open, served};
use crate::harness::over_http;
use crate::harness::visit::Visit;
use crate::search::searching::BOX;
use crate::seen;

over_http! {
    tells_nothing_while_letters_are_typed_that_find_nothing_new,
}

/// How long typing has to pause until the number of results is told, in milliseconds; a clock may be rounded.
const PAUSE_MS: f64 = 290.0;

/// Letters of which the first find what is here, and the others need a part of the index that is held back.
const LETTERS: &str = "
    const [box, status] = [arguments[0], '[data-anchor=results] > [role=status]']
        .map((part) => document.querySelector(part));
    const fetched = window.fetch.bind(window), held = [];
    window.fetch = (...asked) => String(asked[0].url ?? asked[0]).includes('pieces/')
        ? new Promise((go) => held.push(() => go(fetched(...asked))))
        : fetched(...asked);
    window.letGo = () => {
        window.fetch = fetched;
        held.forEach((go) => go());
    };
    window.told = [];
    let typed = 0;
    new MutationObserver(() => told.push([status.textContent, performance.now() - typed]))
        .observe(status, { childList: true, characterData: true, subtree: true });
    const type = (text) => {
        box.value = text;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        typed = performance.now();
    };
    const words = 'oddword17 line of talk';
    for (let letters = 9; letters <= words.length; letters += 1)
        setTimeout(() => type(words.slice(0, letters)), 50 * (letters - 9));";

async fn tells_nothing_while_letters_are_typed_that_find_nothing_new(visit: &Visit) -> Result<()> {
    let site = served(visit, Vec::new()).await?;
    open(visit, &site, "").await?;
    visit.ready().await?;
    visit.find(BOX).await?.send_keys("oddword17").await?;
    seen::text(visit, "1 moment").await?;
    visit.find(BOX).await?.clear().await?;
    let empty =
        "return document.querySelector('[data-anchor=results] > [role=status]').textContent";
    visit.until_equal("nothing to be told", empty, json!([]), json!("")).await?;
    visit.eval::<()>(LETTERS, json!([BOX])).await?;
    visit.until("the number to be told", "return told.length > 0", json!([])).await?;
    let told: Vec<(String, f64)> = visit.eval("letGo(); return told", json!([])).await?;
    assert!(told.iter().all(|(_, paused_ms)| *paused_ms > PAUSE_MS), "{told:?}");
    let told: Vec<&str> = told.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(told, ["1 moment"], "what was found first");
    visit.until("what came later to be told", "return told.length > 1", json!([])).await
}

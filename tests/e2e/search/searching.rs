//! Searching.

use anyhow::Result;
use fantoccini::key::Key;
use serde_json::json;

use skillreel::anchor::Anchor;

use crate::facts::SKILLS;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_first, everywhere_nightly};
use crate::seen;

everywhere_first! {
    jumps_to_the_search_and_finds_trust,
}

everywhere_nightly! {
    walks_through_the_results_and_opens_one,
    gives_up_a_search,
    searches_for_what_is_not_there,
}

/// The search box.
pub(crate) const BOX: &str = Anchor::SearchField.selector();

/// The list of hits.
const RESULTS: &str = "[aria-label=Results], [aria-labelledby]";

async fn jumps_to_the_search_and_finds_trust(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.press("/").await?;
    let focus = "const box = document.activeElement;
        return [box.matches(arguments[0]), box.value]";
    visit.until_equal("the focus", focus, json!([BOX]), json!([true, ""])).await?;
    visit.press("trust").await?;
    seen::fragment_has(visit, "q=trust").await?;
    let list = visit.find_named(RESULTS, "list", "Results").await?;
    let narrowed = "const rows = (() => { ".to_owned()
        + seen::ROWS
        + " })(); return rows.includes('earn-trust-with-others') && rows.length < arguments[0]";
    visit.until("the matrix to narrow", &narrowed, json!([SKILLS.len()])).await?;
    // The rest of many results comes when it is asked for.
    visit
        .eval::<()>("document.querySelector('[aria-label=Results] + button')?.click()", json!([]))
        .await?;
    let texts = "return [...arguments[0].children].map((item) => item.innerText)";
    let items: Vec<String> = visit.eval(texts, json!([list])).await?;
    assert!(!items.is_empty(), "there are results");
    for item in &items {
        assert!(item.to_lowercase().contains("trust"), "{item:?} is about trust");
    }
    let marks = visit.texts("mark").await?;
    assert!(!marks.is_empty(), "what was searched for is marked");
    for mark in &marks {
        assert!(mark.to_lowercase().contains("trust"), "{mark:?} is what was searched for");
    }
    // The number is told once typing pauses.
    let told = "return [...document.querySelectorAll('[role=status]')]
        .map((status) => parseInt(status.textContent)).find((number) => number > 0) ?? null";
    visit.until_equal("the number of results", told, json!([]), json!(items.len())).await
}

async fn walks_through_the_results_and_opens_one(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.press("/").await?;
    visit.press("elephants").await?;
    visit.find_named(RESULTS, "list", "Results").await?;
    visit.press(&Key::Down.to_string()).await?;
    visit.press(&Key::Enter.to_string()).await?;
    let opened = "const view = new URLSearchParams(location.hash.slice(1));
        return view.has('skill') || view.has('note') ? true : location.hash";
    visit.until("the result to be open", opened, json!([])).await?;
    seen::text(visit, "Warren Buffett goes after ever larger elephants").await
}

async fn gives_up_a_search(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.press("/").await?;
    visit.press("trust").await?;
    seen::fragment_has(visit, "q=trust").await?;
    visit.press(&Key::Escape.to_string()).await?;
    let empty = "return [document.querySelector(arguments[0]).value, location.hash.includes('q=')]";
    visit.until_equal("the search", empty, json!([BOX]), json!(["", false])).await?;
    let rows = format!("{}.length", seen::ROWS);
    visit.until_equal("the number of rows", &rows, json!([]), json!(SKILLS.len())).await
}

async fn searches_for_what_is_not_there(visit: &Visit) -> Result<()> {
    visit.open("#q=zzyzx").await?;
    let status = "return [...document.querySelectorAll('[role=status]')]
        .some((status) => /\\b(no|0|nothing)\\b/i.test(status.innerText))";
    visit.until("the status to say that there is nothing", status, json!([])).await?;
    assert_eq!(visit.texts("mark").await?, Vec::<String>::new());
    Ok(())
}

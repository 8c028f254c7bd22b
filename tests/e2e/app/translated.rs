//! A browser that translates the page puts texts of its own in the place of the page's. Whatever the
//! program then changes is seen all the same, once, and where it belongs.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::facts::NOTE;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, over_http};
use crate::seen;

everywhere_nightly! {
    walks_through_a_page_that_the_browser_translates,
    keeps_names_times_and_levels_from_being_translated,
}

over_http! {
    sees_what_the_player_says_in_a_translated_page,
}

/// Puts every text into an element of its own, twice, as engines do: the page's own text node is gone.
const TRANSLATE: &str = "const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest('script, style, textarea, font')) continue;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(text.data);
        outer.append(inner);
        text.replaceWith(outer);
    }
    return document.querySelectorAll('font').length";

/// What a person reads: filters, results, matrix and what is open, line by line.
const READ: &str = "const lines = (selector) => [...document.querySelectorAll(selector)]
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => element.innerText.replace(/\\s+/g, ' ').trim());
    const options = [...document.querySelectorAll('option')].map((option) => option.textContent);
    return [...lines('[aria-label=Seniority] label'), ...lines('[data-anchor=results]'), ...lines('caption'), ...lines('table tr'),
        ...lines('[data-anchor=detail]'), ...options]";

/// A way through the page: what is done, and the address at which the same is seen.
const WAY: [(&str, &str); 9] = [
    ("level Senior", "#level=senior"),
    ("search impact", "#level=senior&q=impact"),
    ("search trust", "#level=senior&q=trust"),
    ("search ", "#level=senior"),
    ("skill communicate", "#level=senior&skill=communicate"),
    ("skill think-big", "#level=senior&skill=think-big"),
    ("level New", "#level=new&skill=think-big"),
    ("note", "#level=new&skill=think-big&note="),
    ("close", "#level=new&skill=think-big"),
];

async fn act(visit: &Visit, what: &str) -> Result<()> {
    match what.split_once(' ').unwrap_or((what, "")) {
        ("level", level) => seen::choose_level(visit, level).await,
        ("skill", skill) => visit.click(&format!("th[data-skill={skill}] a")).await,
        ("search", query) => {
            let type_in = "const box = document.querySelector('[role=searchbox]');
                box.value = arguments[0];
                box.dispatchEvent(new Event('input', { bubbles: true }))";
            visit.eval::<Json>(type_in, json!([query])).await.map(drop)
        }
        ("note", _) => {
            let open = format!("[data-anchor=detail] a[href*='note={NOTE}']");
            visit.click(&open).await
        }
        _ => visit.click("[data-anchor=detail] [aria-label=Close]").await,
    }
}

async fn walks_through_a_page_that_the_browser_translates(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let fonts: usize = visit.eval(TRANSLATE, json!([])).await?;
    assert!(fonts > 100, "{fonts} texts were translated");
    let mut walked: Vec<(String, Json)> = Vec::new();
    for (what, _) in WAY {
        act(visit, what).await?;
        // The number of results is told once typing pauses, and the notes are drawn piece by piece.
        settled(visit, pause(what)).await?;
        let hash: String = visit.eval("return location.hash", json!([])).await?;
        walked.push((hash, visit.eval(READ, json!([])).await?));
        // Engines go on translating what comes.
        visit.eval::<usize>(TRANSLATE, json!([])).await?;
    }
    for ((hash, seen), (what, address)) in walked.into_iter().zip(WAY) {
        assert!(hash.starts_with(address), "{what}: {hash}");
        visit.open(&hash).await?;
        settled(visit, pause(what)).await?;
        let wanted: Json = visit.eval(READ, json!([])).await?;
        let (seen, wanted) = (lines(&seen), lines(&wanted));
        for (line, same) in seen.iter().zip(&wanted) {
            assert_eq!(line, same, "{what}");
        }
        assert_eq!(seen.len(), wanted.len(), "{what}: {seen:?} in place of {wanted:?}");
    }
    Ok(())
}

fn lines(read: &Json) -> Vec<&str> {
    read.as_array().into_iter().flatten().filter_map(Json::as_str).collect()
}

/// How long the page has to stay as it is after that, in milliseconds: what is found is counted once typing pauses.
fn pause(what: &str) -> u32 {
    if what.starts_with("search") { 600 } else { 200 }
}

/// Waits until what is read stays as it is for so many milliseconds.
async fn settled(visit: &Visit, pause_ms: u32) -> Result<()> {
    let script = format!(
        "const now = JSON.stringify((() => {{ {READ} }})());
        const rest = performance.now() - (window.readAt ?? 0);
        if (window.readLast !== now) {{ window.readLast = now; window.readAt = performance.now(); }}
        return window.readLast === now && rest > {pause_ms} && window.readAt < performance.now() - {pause_ms}"
    );
    visit.eval::<Json>("window.readLast = null", json!([])).await?;
    visit.until("the page to be still", &script, json!([])).await
}

async fn keeps_names_times_and_levels_from_being_translated(visit: &Visit) -> Result<()> {
    visit.open("#level=senior&skill=communicate").await?;
    let translated = "return [...document.querySelectorAll(arguments[0])]
        .filter((element) => element.translate).map((element) => element.outerHTML)";
    for kept in [
        "th[data-skill] a > *",
        "[data-anchor=detail] h2",
        "a.stamp",
        "thead th[data-level]:not([data-level=any])",
        "[data-anchor=detail] header li > span:last-child",
    ] {
        assert!(visit.shows(kept).await?, "{kept} is there");
        let found: Vec<String> = visit.eval(translated, json!([kept])).await?;
        assert_eq!(found, Vec::<String>::new(), "{kept}");
    }
    // What was said is there to be read, in whichever language.
    let said = "return document.querySelector('[data-anchor=claim-item] p').translate";
    assert!(visit.eval::<bool>(said, json!([])).await?);
    Ok(())
}

async fn sees_what_the_player_says_in_a_translated_page(visit: &Visit) -> Result<()> {
    let times = "const stamps = [...document.querySelectorAll('td a.stamp')];
        const [first] = stamps;
        return [first, stamps.find((stamp) => stamp.dataset.seconds !== first.dataset.seconds)]
        .map((stamp) => [stamp.dataset.seconds, stamp.textContent.trim()])";
    visit.open("").await?;
    let times: Vec<(String, String)> = visit.eval(times, json!([])).await?;
    let [(first, _), (second, shown)] = times.as_slice() else { anyhow::bail!("{times:?}") };
    visit.eval::<usize>(TRANSLATE, json!([])).await?;
    for seconds in [first, second] {
        visit.click(&format!("td a.stamp[data-seconds='{seconds}']")).await?;
        visit.eval::<usize>(TRANSLATE, json!([])).await?;
    }
    visit.click("[data-anchor=player-options] summary").await?;
    let link =
        "return document.querySelector('[data-anchor=player-options] a')?.textContent.trim()";
    let wanted = format!("YouTube at {shown}");
    visit.until_equal("the link beside the player", link, json!([]), wanted.into()).await?;
    let line = "return document.querySelector('[data-anchor=timeline-said] b').innerText.trim()";
    visit.until_equal("the line under the timeline", line, json!([]), json!(shown)).await
}

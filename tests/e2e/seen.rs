//! What of the page a person sees, read from it in one go.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::harness::site::Site;
use crate::harness::visit::Visit;
use crate::harness::wait::{PATIENCE, Seen, eventually};

/// The skills of the matrix that are shown, from top to bottom.
pub(crate) const ROWS: &str =
    "return [...document.querySelectorAll('table th[scope=row][data-skill]')]
    .filter((head) => head.getClientRects().length > 0)
    .map((head) => head.dataset.skill)";

/// A radio of the level filter.
#[derive(Debug, Deserialize)]
pub(crate) struct Radio {
    /// Its label, as read aloud.
    pub(crate) label: String,
    /// Whether it is chosen.
    pub(crate) checked: bool,
}

/// The view, as far as a copied link has to bring it back.
#[derive(Debug, Deserialize, PartialEq)]
pub(crate) struct View {
    rows: Vec<String>,
    level: Option<String>,
    query: String,
    headings: Vec<String>,
}

/// The skills of the matrix that are shown, from top to bottom.
pub(crate) async fn rows(visit: &Visit) -> Result<Vec<String>> {
    visit.eval(ROWS, json!([])).await
}

/// Waits until the matrix shows these skills first.
pub(crate) async fn rows_start_with(visit: &Visit, wanted: &[&str]) -> Result<()> {
    let script = format!("const rows = (() => {{ {ROWS} }})(); return rows.slice(0, arguments[0])");
    let what = "the first rows of the matrix";
    visit.until_equal(what, &script, json!([wanted.len()]), json!(wanted)).await
}

/// The radios of the level filter.
pub(crate) async fn radios(visit: &Visit) -> Result<Vec<Radio>> {
    let script = "return [...document.querySelectorAll('input[type=radio]')].map((radio) => ({
        label: [...radio.labels].map((label) => label.textContent).join(' ')
            .replace(/\\s+/g, ' ').trim(),
        checked: radio.checked,
    }))";
    visit.eval(script, json!([])).await
}

/// Clicks a level in the filter.
pub(crate) async fn choose_level(visit: &Visit, name: &str) -> Result<()> {
    let script = "return [...document.querySelectorAll('input[type=radio]')]
        .flatMap((radio) => [...radio.labels])
        .find((label) => label.textContent.trim().startsWith(arguments[0])) ?? null";
    let label = visit.element(script, json!([name])).await;
    label.with_context(|| format!("no level {name}"))?.click().await?;
    Ok(())
}

/// The level that is chosen.
pub(crate) async fn chosen_level(visit: &Visit) -> Result<String> {
    let chosen = radios(visit).await?.into_iter().find(|radio| radio.checked);
    Ok(chosen.context("no level is chosen")?.label)
}

/// The view, as far as a copied link has to bring it back.
pub(crate) async fn view(visit: &Visit) -> Result<View> {
    let script = format!(
        "const rows = (() => {{ {ROWS} }})();
        const shown = (element) => element.getClientRects().length > 0;
        const radio = document.querySelector('input[type=radio]:checked');
        return {{
            rows,
            level: radio && radio.value,
            query: document.querySelector('[role=searchbox], input[type=search]').value,
            headings: [...document.querySelectorAll('h1, h2, h3')].filter(shown)
                .map((heading) => heading.textContent.trim()),
        }}"
    );
    visit.eval(&script, json!([])).await
}

/// Waits until the address holds this part of a view, such as `level=senior`.
pub(crate) async fn fragment_has(visit: &Visit, part: &str) -> Result<()> {
    let script = "return location.hash.slice(1).split('&').includes(arguments[0])
        ? true : location.hash";
    visit.until(&format!("{part} in the address"), script, json!([part])).await
}

/// Whether the address holds a key of a view, such as `q`.
pub(crate) async fn fragment_value(visit: &Visit, key: &str) -> Result<Option<String>> {
    let script = "return new URLSearchParams(location.hash.slice(1)).get(arguments[0])";
    visit.eval(script, json!([key])).await
}

/// Whether any shown text of the page holds this text.
pub(crate) const TEXT: &str = "return (document.body?.innerText ?? '').replace(/\\s+/g, ' ')
    .includes(arguments[0])";

/// Waits until the page shows a text.
pub(crate) async fn text(visit: &Visit, wanted: &str) -> Result<()> {
    visit.until(&format!("the text {wanted:?}"), TEXT, json!([wanted])).await
}

/// The seconds and addresses of all stamps below a selector, in order.
pub(crate) async fn stamps(visit: &Visit, below: &str) -> Result<Vec<(u32, String)>> {
    let script = "return [...document.querySelectorAll(`${arguments[0]} a.stamp`)]
        .map((stamp) => [Number(stamp.dataset.seconds), stamp.href])";
    visit.eval(script, json!([below])).await
}

/// A selector for the first moment of a ranked cell.
pub(crate) fn cell_stamp(skill: &str, level: &str) -> String {
    format!("td[data-skill='{skill}'][data-level='{level}'] a.stamp")
}

/// Nothing, as arguments of a script.
pub(crate) fn none() -> Json {
    json!([])
}

/// Waits until an element that a selector finds holds a text, shown or only read aloud.
pub(crate) async fn text_anywhere(visit: &Visit, selector: &str, wanted: &str) -> Result<()> {
    let script = "const texts = [...document.querySelectorAll(arguments[0])]
            .map((element) => element.textContent.replace(/\\s+/g, ' '));
        return texts.some((text) => text.includes(arguments[1])) ? true : texts";
    let what = format!("the text {wanted:?} in {selector}");
    visit.until(&what, script, json!([selector, wanted])).await
}

/// Waits until an element stays where it is for three frames.
pub(crate) async fn still(visit: &Visit, selector: &str) -> Result<()> {
    let script = "const [selector, done] = arguments;
        const top = () => document.querySelector(selector)?.getBoundingClientRect().top;
        const before = top();
        let left = 3;
        const frame = () => {
            left -= 1;
            left && top() === before ? requestAnimationFrame(frame) : done(before !== undefined && top() === before);
        };
        requestAnimationFrame(frame);";
    eventually(&format!("{selector} to stay where it is"), PATIENCE, async || {
        let is_still = visit.client().execute_async(script, vec![selector.into()]).await?;
        Ok(Seen::or((is_still == true).then_some(()), || "it moves".into()))
    })
    .await
}

/// Waits until all is there that is printed: what draws it comes when somebody is there, and what it says may lie
/// beside the page.
pub(crate) async fn printable(visit: &Visit) -> Result<()> {
    let script = "dispatchEvent(new Event('pointermove'));
        dispatchEvent(new Event('beforeprint'));
        const printed = document.querySelector('[data-anchor=printed]');
        const is_whole = printed !== null && !printed.querySelector('[data-anchor=printed-in-part]');
        dispatchEvent(new Event('afterprint'));
        return is_whole";
    visit.until("what is printed to be whole", script, json!([])).await
}

/// Pieces that did not come are not asked for again and again.
pub(crate) async fn nothing_asked_on_and_on(visit: &Visit, site: &Site) -> Result<()> {
    let asked = || site.asked().iter().filter(|path| path.ends_with(".bin")).count();
    let frames = "const [done] = arguments;
        let left = 30;
        const frame = () => { left -= 1; left ? requestAnimationFrame(frame) : done(true); };
        frame()";
    // What was on its way still comes.
    visit.client().execute_async(frames, Vec::new()).await?;
    let before = asked();
    visit.client().execute_async(frames, Vec::new()).await?;
    assert_eq!(asked(), before, "files that do not come are asked for on and on");
    Ok(())
}

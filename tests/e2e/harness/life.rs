//! The sign of life that is asked of the program after every scenario, and what the console holds
//! against it.
//!
//! A program that a trap ended leaves a page that looks alive: its listeners even answer. So the
//! harness goes to a view and back by the address, as "back" does, and waits for what is drawn.
//! That takes a listener, the view, what is derived from it, and the drawing.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value as Json, json};

use super::visit::Visit;
use super::wait::{Seen, eventually};
use super::{extras, settings};

/// Whether the program is there when a scenario is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Program {
    /// It answers.
    #[default]
    Alive,
    /// It does not run: the scenario is about a page without it, or with one that stopped.
    Absent,
}

/// What a scene says about the end of its scenario.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ending {
    /// Whether the program is there.
    pub(crate) program: Program,
    /// Parts of the errors that the console may hold, because the scenario is about them.
    pub(crate) errors: &'static [&'static str],
}

/// Frames of the document, those within elements of their own among them.
const FRAMES: &str = "const within = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
        element.localName === 'iframe' ? [element]
            : element.shadowRoot ? within(element.shadowRoot) : []);
    return within(document)";

/// Whether the document holds a program that started, and has not said that it stopped.
const RUNS: &str = "return ['starting', 'running'].includes(document.documentElement?.dataset.boot)
    && !document.getElementById('skillreel-stopped')";

/// Goes to the view of a word, or away from it if the word is empty, and gives true once the page
/// shows that: what is open, what is searched, and what stands in the search box. Another page's
/// frame has no box, and a page without notes no results. Where what that takes lies beside the page and there is
/// no host any more, it shows that it did not come.
const GO: &str = "const [word, lies_beside] = arguments;
    if (document.getElementById('skillreel-stopped')) return 'the program says that it stopped';
    if (!performance.getEntriesByName('skillreel:ready').length) return 'it is not ready';
    const there = new URLSearchParams(location.hash.slice(1)).get('skill') === (word || null);
    if (!there) location.hash = word && `#q=${word}&skill=${word}`;
    const all = (selector) => [...document.querySelectorAll(selector)];
    const seen = {
        address: location.hash,
        open: all('[data-anchor=detail]').map((detail) => detail.dataset.open === 'true' ? detail.innerText : ''),
        searching: all('[data-anchor=results]').map((results) => results.dataset.searching === 'true'),
        typed: all('[data-anchor=search-field]').map((field) => field.value),
    };
    const lacks = (text) => word && lies_beside && text.includes('did not arrive');
    const results = all('[data-anchor=results]').map((results) => results.innerText);
    const right = seen.open.length === 1
        && (word ? seen.open[0].includes(word) || lacks(seen.open[0]) : seen.open[0] === '')
        && seen.searching.every((searching, at) => searching === (word !== '') || lacks(results[at]))
        && seen.typed.every((typed) => typed === word);
    return right ? true : JSON.stringify(seen)";

/// Checks that a scenario ended as its scene says, and gives a program so long to answer.
pub(crate) async fn check(visit: &Visit, ending: Ending, limit: Duration) -> Result<()> {
    let client = visit.client();
    let here = client.window().await?;
    let mut running = 0;
    for window in client.windows().await? {
        client.switch_to_window(window).await?;
        extras::enter_top(client).await?;
        running += look(visit, ending.program, limit).await?;
        for frame in visit.elements(FRAMES, json!([])).await? {
            // Browsers draw nothing in a frame that is out of sight.
            let show = "arguments[0].scrollIntoView()";
            let shown = visit.eval::<Json>(show, json!([frame])).await;
            // One that left the page meanwhile holds no program.
            if shown.is_ok() && frame.enter_frame().await.is_ok() {
                running += look(visit, ending.program, limit).await?;
                extras::enter_top(client).await?;
            }
        }
    }
    client.switch_to_window(here).await?;
    match ending.program {
        Program::Alive => ensure!(running > 0, "no program is there to give a sign of life"),
        Program::Absent => ensure!(running == 0, "the program runs; its scene says it does not"),
    }
    console(visit, ending.errors).await
}

/// How many programs run in the document: one that does has to give a sign of life, unless it is
/// not to be there.
async fn look(visit: &Visit, program: Program, limit: Duration) -> Result<u32> {
    let runs: bool = visit.eval(RUNS, json!([])).await?;
    if runs && program == Program::Alive {
        sign_of_life(visit, limit).await?;
    }
    Ok(runs.into())
}

async fn sign_of_life(visit: &Visit, limit: Duration) -> Result<()> {
    // Never the same word twice: what is seen was drawn now.
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let word = format!("signoflife{}", COUNT.fetch_add(1, Ordering::Relaxed));
    for word in [&word, ""] {
        let what = "a sign of life: that the page goes to a view and back";
        eventually(what, limit, async || {
            let value: Json = visit.eval(GO, json!([word, settings::is_beside()])).await?;
            Ok(Seen::or((value == true).then_some(()), || value.to_string()))
        })
        .await?;
    }
    Ok(())
}

/// Checks that the console holds no errors but those that are expected.
async fn console(visit: &Visit, expected: &[&str]) -> Result<()> {
    let errors = visit.session.errors().await?;
    // Of a part of the program that was on its way to a frame when that went elsewhere Chromium says that it cannot
    // be loaded, and no reason: of all other faults it gives one.
    let was_left = |error: &str| {
        error.contains("Fetch API cannot load") && error.trim_end().ends_with(".wasm.")
    };
    let is_strange =
        |error: &&String| !was_left(error) && !expected.iter().any(|part| error.contains(part));
    let others: Vec<&String> = errors.iter().filter(is_strange).collect();
    ensure!(others.is_empty(), "the console holds errors: {others:#?}");
    Ok(())
}

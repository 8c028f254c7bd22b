//! "I am new: what changes at senior, how far am I, give me a plan, play it, and what does my manager say?"

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use serde_json::json;

use crate::harness::run::Place;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_first, everywhere_nightly};
use crate::seen;
use crate::stand_in::Switches;

everywhere_first! {
    compares_rates_plans_plays_and_talks_about_it,
}

everywhere_nightly! {
    does_the_same_by_keys,
}

/// The skills of a group of the comparison, by their names in addresses.
const GROUP: &str =
    "return [...document.querySelectorAll(`tbody[data-group=${arguments[0]}] tr[data-skill]`)]
    .map((row) => row.dataset.skill)";

/// The skills of the plan with a tick or without, in order.
const PLAN: &str = "return [...document.querySelectorAll('[data-anchor=list-line]')].map((item) =>
    item.querySelector('b').textContent + (item.querySelector('[data-anchor=list-tick]').checked ? ' ✓' : ''))";

/// What a place of the page says.
async fn says(visit: &Visit, selector: &str, wanted: &str) -> Result<()> {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    visit.until_equal(selector, script, json!([selector]), wanted.into()).await
}

/// Waits until a skill's dots stand at a step; empty for none.
pub(crate) async fn rated(visit: &Visit, skill: &str, wanted: &str) -> Result<()> {
    let script = "return document.querySelector(
        `tr[data-skill=${arguments[0]}] [data-anchor=dots] input:checked`)?.value ?? ''";
    visit.until_equal(skill, script, json!([skill]), wanted.into()).await
}

/// Presses a button of the page that says this.
pub(crate) async fn press(visit: &Visit, within: &str, label: &str) -> Result<()> {
    let script = "const button = [...document.querySelectorAll(`${arguments[0]} button`)]
        .find((button) => button.textContent.trim() === arguments[1]);
        button?.scrollIntoView({ block: 'center' });
        return button";
    let button = visit.element(script, json!([within, label])).await;
    Ok(button.with_context(|| format!("{label:?} in {within}"))?.click().await?)
}

/// Sets a skill's dots with a pointer.
pub(crate) async fn rate(visit: &Visit, skill: &str, step: &str) -> Result<()> {
    let script = "const dot = document.querySelector(
            `tr[data-skill=${arguments[0]}] [data-anchor=dots] input[value=${arguments[1]}]`);
        dot?.scrollIntoView({ block: 'center' });
        return dot";
    visit.element(script, json!([skill, step])).await?.click().await?;
    rated(visit, skill, step).await
}

/// The link to the ratings, out of its dialog.
pub(super) async fn link(visit: &Visit) -> Result<String> {
    let script = "return document.querySelector('#copy-link-to-your-ratings').value";
    let link: String = visit.eval(script, json!([])).await?;
    ensure!(link.contains("rate=1."), "{link}");
    Ok(link)
}

/// Nothing of what was rated was asked of anybody.
fn nothing_left(visit: &Visit) {
    let hosts = visit.session.outside.hosts();
    let others: Vec<&String> = hosts.iter().filter(|host| !host.contains("youtube")).collect();
    assert!(others.is_empty(), "{hosts:?}");
    let asked = visit.site.asked();
    assert!(
        !asked.iter().any(|path| path.contains("rate") || path.contains("think-big")),
        "{asked:?}"
    );
}

const RATED: [(&str, &str); 4] = [
    ("think-big", "with-help"),
    ("earn-trust-with-others", "alone"),
    ("driven-by-impact-not-promotion", "not-yet"),
    ("communicate", "with-help"),
];

async fn compares_rates_plans_plays_and_talks_about_it(visit: &Visit) -> Result<()> {
    visit.session.player.reset(Switches { speed: 8.0, ..Switches::default() });
    visit.open("#level=new").await?;
    visit.click("a[href*='compare=']").await?;
    seen::fragment_has(visit, "compare=new..senior").await?;
    for (group, skills) in [
        (
            "comes-in",
            json!(["think-big", "earn-trust-with-others", "driven-by-impact-not-promotion"]),
        ),
        ("stays", json!(["communicate"])),
        ("granted", json!(["prioritize", "execute"])),
    ] {
        visit.until_equal(group, GROUP, json!([group]), skills).await?;
    }
    // The page's own parts come by themselves, and the worker takes what it keeps.
    let page = visit.folder();
    let before = visit.site.asked().len();
    for (skill, step) in RATED {
        rate(visit, skill, step).await?;
    }
    let mut asked = visit.site.asked().split_off(before);
    asked.retain(|path| !page.join(path.trim_start_matches('/')).is_file());
    assert_eq!(asked, Vec::<String>::new(), "rating asks nobody for anything");
    says(visit, "[data-anchor=gap-bar] [role=status]", "Your gap to Senior: 3 skills").await?;
    says(
        visit,
        "[data-anchor=gap-bar] [role=status] + p",
        "Work on these first: Communicate · Think big · Driven by impact not promotion",
    )
    .await?;
    plans_and_plays(visit).await?;
    manager(visit, true).await
}

async fn plans_and_plays(visit: &Visit) -> Result<()> {
    press(visit, "[data-anchor=gap-bar]", "Make it my plan").await?;
    let plan = ["Communicate", "Think big", "Driven by impact not promotion"];
    visit.until_equal("the plan", PLAN, json!([]), json!(plan)).await?;
    if visit.place == Place::Http {
        nothing_left(visit);
        press(visit, "[data-anchor=queue]", "Play").await?;
        visit.session.player.told_to_play().await?;
    } else {
        // Nothing plays inside a file, and one ticks by hand what one has seen.
        assert!(visit.shows("[data-anchor=queue-walk]").await?, "there is nothing to play with");
        visit.click("[data-anchor=list-line]:first-child [data-anchor=list-tick]").await?;
    }
    let ticked = ["Communicate ✓", "Think big", "Driven by impact not promotion"];
    let script = format!("return (() => {{ {PLAN} }})()[0]");
    visit.until_equal("the first tick", &script, json!([]), json!(ticked[0])).await
}

/// Sends the link, opens it as somebody else, and rates, too.
async fn manager(visit: &Visit, with_pointer: bool) -> Result<()> {
    if with_pointer && visit.place == Place::Http {
        press(visit, "[data-anchor=queue-tools]", "Stop").await?;
    }
    press(visit, "[data-anchor=gap-tools]", "Send to somebody").await?;
    let link = link(visit).await?;
    assert!(link.len() < 2000, "{} characters", link.len());
    visit.press(&Key::Escape.to_string()).await?;
    // Somebody else has another browser.
    let forget = "localStorage.clear(); sessionStorage.clear(); location.hash = ''";
    visit.eval::<()>(forget, json!([])).await?;
    visit.client().goto("about:blank").await?;
    visit.load(&link).await?;
    visit.find("[data-anchor=second-view]").await?;
    assert_eq!(seen::fragment_value(visit, "rate").await?, None, "no other link takes it along");
    rated(visit, "think-big", "").await?;
    for (skill, step) in [
        ("think-big", "teach-it"),
        ("earn-trust-with-others", "alone"),
        ("driven-by-impact-not-promotion", "alone"),
        ("communicate", "alone"),
    ] {
        if with_pointer {
            rate(visit, skill, step).await?;
        } else {
            rate_by_keys(visit, skill, step).await?;
        }
    }
    says(visit, "[data-anchor=second-view] strong", "2 skills to talk about.").await?;
    let apart = "return document.querySelectorAll('[data-apart]').length";
    visit.until_equal("what is far apart", apart, json!([]), json!(2)).await?;
    let words = "return document.querySelector('tr[data-skill=communicate] [data-anchor=dots] ~ p').textContent";
    visit.until_equal("a step", words, json!([]), "you: alone, they: with help".into()).await?;
    // Tomorrow it is all there.
    visit.load(&visit.address("#compare=new..senior")?).await?;
    visit.client().refresh().await?;
    visit.ready().await?;
    rated(visit, "think-big", "teach-it").await?;
    says(visit, "[data-anchor=second-view] strong", "2 skills to talk about.").await?;
    press(visit, "[data-anchor=second-view]", "Put it away").await?;
    visit
        .until(
            "it is away",
            "return !document.querySelector('[data-anchor=second-view]')",
            json!([]),
        )
        .await?;
    nothing_left(visit);
    assert!(!visit.shows("#skillreel-stopped").await?, "nothing has stopped");
    Ok(())
}

/// Sets a skill's dots with the keys of its group.
async fn rate_by_keys(visit: &Visit, skill: &str, step: &str) -> Result<()> {
    let focus =
        "document.querySelector(`tr[data-skill=${arguments[0]}] [data-anchor=dots] input`).focus()";
    visit.eval::<()>(focus, json!([skill])).await?;
    let key = ["not-yet", "with-help", "alone", "teach-it"].iter().position(|one| *one == step);
    let key = key.context("a step")? + 1;
    visit.press(&key.to_string()).await?;
    rated(visit, skill, step).await
}

/// Gives an element the focus, as Tab would sooner or later, and presses Enter.
async fn enter(visit: &Visit, selector: &str, label: &str) -> Result<()> {
    let focus = "const one = [...document.querySelectorAll(arguments[0])]
        .find((one) => one.textContent.trim().startsWith(arguments[1]));
        one?.focus();
        return Boolean(one) && document.activeElement === one";
    visit.until(&format!("the focus on {label:?}"), focus, json!([selector, label])).await?;
    visit.press(&Key::Enter.to_string()).await
}

async fn does_the_same_by_keys(visit: &Visit) -> Result<()> {
    visit.open("#level=new").await?;
    enter(visit, "a[href*='compare=']", "Compare").await?;
    seen::fragment_has(visit, "compare=new..senior").await?;
    enter(visit, "[data-anchor=gap-tools] button", "Rate one by one").await?;
    visit.find("dialog[open] button[aria-pressed]").await?;
    // In the order of the level: communicate, think big, earn trust, driven by impact.
    for key in ["2", "2", "3", "1"] {
        visit.press(key).await?;
    }
    visit.press(&Key::Escape.to_string()).await?;
    for (skill, step) in RATED {
        rated(visit, skill, step).await?;
    }
    // The dots are one stop with arrows inside.
    rate_by_keys(visit, "think-big", "not-yet").await?;
    visit.press(&Key::Right.to_string()).await?;
    rated(visit, "think-big", "with-help").await?;
    visit.press("0").await?;
    rated(visit, "think-big", "").await?;
    rate_by_keys(visit, "think-big", "with-help").await?;
    says(visit, "[data-anchor=gap-bar] [role=status]", "Your gap to Senior: 3 skills").await?;
    enter(visit, "[data-anchor=gap-tools] button", "Make it my plan").await?;
    let plan = ["Communicate", "Think big", "Driven by impact not promotion"];
    visit.until_equal("the plan", PLAN, json!([]), json!(plan)).await?;
    manager(visit, false).await
}

//! Watching as one likes: how fast, again and again, from a little earlier on, and taking a second along.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::harness::over_http;
use crate::harness::visit::Visit;
use crate::seen;
use crate::stand_in::{Message, Switches};

over_http! {
    watches_faster_by_a_key_and_in_the_next_visit,
    hears_a_clip_again_and_again,
    starts_a_little_before_the_stamp,
    takes_the_second_along,
}

/// Keeps what the page copies.
const CATCH: &str = "window.copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText: (text) => { copied.push(text); return Promise.resolve(); } } });";

fn speed(told: &Message) -> Option<f64> {
    told.is_command("setPlaybackRate").then(|| told.message["args"][0].as_f64())?
}

async fn play(visit: &Visit) -> Result<()> {
    visit.click(&seen::cell_stamp("execute", "new")).await?;
    visit.session.player.told_to_play().await.map(drop)
}

async fn watches_faster_by_a_key_and_in_the_next_visit(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    visit.open("").await?;
    play(visit).await?;
    visit.press(">").await?;
    player.told("to play faster", |told| speed(told) == Some(1.25)).await?;
    visit.press("<").await?;
    visit.press("<").await?;
    player.told("to play slower", |told| speed(told) == Some(0.75)).await?;
    let chosen = "return document.querySelector('select[aria-label=Speed]').value";
    visit.until_equal("the speed", chosen, json!([]), "0.75".into()).await?;
    let before = player.messages().len();
    visit.open("").await?;
    play(visit).await?;
    let again = |messages: &[Message]| {
        messages.get(before..).unwrap_or_default().iter().any(|told| speed(told) == Some(0.75))
    };
    player.told_all("the speed of the last visit", again).await
}

async fn hears_a_clip_again_and_again(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    player.reset(Switches { speed: 8.0, ..Switches::default() });
    visit.open("").await?;
    play(visit).await?;
    visit.click("[data-anchor=player-loop]").await?;
    let on = "return document.querySelector('[data-anchor=player-loop]').ariaPressed";
    visit.until_equal("the loop", on, json!([]), "true".into()).await?;
    let again = |messages: &[Message]| {
        let seeks = messages.iter().filter(|told| told.seek_seconds() == Some(1171.0));
        seeks.count() >= 3
    };
    player.told_all("to go to 1171 again and again", again).await?;
    visit.click("[data-anchor=player-loop]").await?;
    visit.until_equal("the loop", on, json!([]), "false".into()).await
}

async fn starts_a_little_before_the_stamp(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    visit.open("").await?;
    visit.click("[data-anchor=player-options] summary").await?;
    visit.find("[data-anchor=player-options] select").await?;
    let choose = "const select = document.querySelector('[data-anchor=player-options] select');
        select.value = '5';
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    visit.eval::<Json>(choose, json!([])).await?;
    play(visit).await?;
    player.told("to go to 1166", |told| told.seek_seconds() == Some(1166.0)).await?;
    assert_eq!(player.load(0).await?.parameter("start"), "1166");
    // What it leads up to is what is named.
    let line = "return document.querySelector('[data-anchor=timeline-said] b')?.textContent ?? ''";
    visit.until_equal("the line", line, json!([]), "19:31".into()).await?;
    seen::fragment_has(visit, "t=1171").await
}

async fn takes_the_second_along(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    play(visit).await?;
    visit.press("k").await?;
    visit.session.player.told("to pause", |told| told.is_command("pauseVideo")).await?;
    visit.eval::<Json>(CATCH, json!([])).await?;
    visit.click("[data-anchor=player-options] summary").await?;
    for label in ["Link to this second", "Copy this second as a note line"] {
        visit
            .find_named("[data-anchor=player-options] button", "button", label)
            .await?
            .click()
            .await?;
    }
    visit.until_equal("what was copied", "return copied.length", json!([]), 2.into()).await?;
    let copied: Vec<String> = visit.eval("return copied", json!([])).await?;
    let link = visit.site.url("index.html#");
    assert!(copied[0].starts_with(&link) && copied[0].contains("t=11"), "{copied:?}");
    assert!(copied[1].starts_with("[19:") && copied[1].ends_with("] "), "{copied:?}");
    Ok(())
}

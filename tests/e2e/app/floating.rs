//! Cards that float above the page are put away by Escape and by a press beside them.

use anyhow::Result;
use fantoccini::key::Key;
use serde_json::{Value as Json, json};
use skillreel::anchor::Anchor;

use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, over_http};
use crate::search::searching::BOX;
use crate::seen;
use crate::stand_in::{Answering, Switches};

everywhere_nightly! {
    puts_the_recent_searches_away,
}

// From a file nothing plays, and the player has no options.
over_http! {
    puts_the_players_options_away,
    keeps_the_players_options_open_whatever_begins_to_play,
}

/// Whether an element that a selector finds is shown.
const SHOWN: &str = "return [...document.querySelectorAll(arguments[0])]
    .some((element) => element.checkVisibility())";

async fn is_shown(visit: &Visit, selector: &str, wanted: bool) -> Result<()> {
    visit
        .until_equal(&format!("{selector} to be shown"), SHOWN, json!([selector]), wanted.into())
        .await
}

/// The skill that is open, which no card takes along.
async fn skill_is_open(visit: &Visit) -> Result<()> {
    seen::fragment_has(visit, "skill=communicate").await
}

async fn puts_the_players_options_away(visit: &Visit) -> Result<()> {
    const CARD: &str = "[data-anchor=player-options] > div";
    const BUTTON: &str = "[data-anchor=player-options] summary";
    visit.open("#skill=communicate").await?;
    visit.click(BUTTON).await?;
    is_shown(visit, CARD, true).await?;
    visit.press(&Key::Escape.to_string()).await?;
    is_shown(visit, CARD, false).await?;
    skill_is_open(visit).await?;
    let focus = "return document.activeElement.matches(arguments[0])";
    visit.until("the focus on its button", focus, json!([BUTTON])).await?;
    // From something in it, as well.
    visit.click(BUTTON).await?;
    visit.find("[data-anchor=player-options] > div :is(button, input)").await?;
    visit
        .eval::<()>(
            "document.querySelector('[data-anchor=player-options] > div :is(button, input)').focus()",
            json!([]),
        )
        .await?;
    visit.press(&Key::Escape.to_string()).await?;
    is_shown(visit, CARD, false).await?;
    visit.until("the focus on its button", focus, json!([BUTTON])).await?;
    // A press in it leaves it there, one beside it does not.
    visit.click(BUTTON).await?;
    visit.click("[data-anchor=player-options] > div p").await?;
    is_shown(visit, CARD, true).await?;
    visit.click("[data-anchor=detail] h2").await?;
    is_shown(visit, CARD, false).await?;
    skill_is_open(visit).await?;
    // The next Escape is for what is open.
    visit.press(&Key::Escape.to_string()).await?;
    visit.until("the skill to close", "return !location.hash.includes('skill=')", json!([])).await
}

async fn keeps_the_players_options_open_whatever_begins_to_play(visit: &Visit) -> Result<()> {
    const OPTIONS: &str = "[data-anchor=player-options]";
    // Slow enough for its options to be opened before it answers.
    let answering = Answering::AfterMilliseconds(1500);
    visit.session.player.reset(Switches { answering, ..Switches::default() });
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.click(&format!("{OPTIONS} summary")).await?;
    let keep = "window.options = document.querySelector(arguments[0])";
    visit.eval::<Json>(keep, json!([OPTIONS])).await?;
    let open = "return window.options.isConnected && window.options.open
        && window.options.querySelector('a')?.textContent.trim()";
    let link = "the link on the card";
    visit.until_equal(link, open, json!([]), "YouTube at 23:16".into()).await?;
    visit.session.player.told_to_play().await?;
    let says = "const player = document.querySelector('[data-anchor=player]');
        return player.dataset.state === 'up' && !player.textContent.includes('Loading the video')";
    visit.until("the player to be there", says, json!([])).await?;
    visit.until_equal(link, open, json!([]), "YouTube at 23:16".into()).await?;
    visit.press(".").await?;
    visit.until_equal(link, open, json!([]), "YouTube at 23:20".into()).await
}

async fn puts_the_recent_searches_away(visit: &Visit) -> Result<()> {
    const LIST: &str = "[data-anchor=recent-searches]";
    visit.open("#skill=communicate").await?;
    let field = visit.find(BOX).await?;
    field.send_keys("trust").await?;
    seen::fragment_has(visit, "q=trust").await?;
    visit.find(Anchor::Hit.selector()).await?;
    field.send_keys(&Key::Enter.to_string()).await?;
    visit.open("#skill=communicate").await?;
    visit.press("/").await?;
    is_shown(visit, LIST, true).await?;
    visit.press(&Key::Tab.to_string()).await?;
    let within = "return document.activeElement.closest('[data-anchor=recent-searches]') !== null";
    visit.until("the focus in the list", within, json!([])).await?;
    visit.press(&Key::Escape.to_string()).await?;
    is_shown(visit, LIST, false).await?;
    skill_is_open(visit).await?;
    let focus = "return document.activeElement.matches(arguments[0])";
    visit.until("the focus on the box", focus, json!([BOX])).await?;
    // Beside it.
    visit.click("[data-anchor=detail] h2").await?;
    visit.press("/").await?;
    is_shown(visit, LIST, true).await?;
    visit.click("[data-anchor=detail] h2").await?;
    is_shown(visit, LIST, false).await
}

//! With the keyboard alone.

use anyhow::{Result, bail};
use fantoccini::key::Key;
use serde_json::json;

use crate::facts::ranked_at;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, over_http};
use crate::seen;

everywhere_nightly! {
    asks_for_help_and_puts_it_away,
}

over_http! {
    tabs_to_a_level_and_to_a_stamp_and_plays_it,
    goes_past_the_matrix,
}

/// A dialog that is open.
const DIALOG: &str = "dialog[open], [role=dialog]";

async fn asks_for_help_and_puts_it_away(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    assert!(!visit.shows(DIALOG).await?);
    visit.press("?").await?;
    visit.find(DIALOG).await?;
    seen::text(visit, "From the search box through the results").await?;
    let help = visit.find(DIALOG).await?.text().await?;
    for key in ["/", "?", "Esc", "Enter"] {
        assert!(help.contains(key), "{key} in {help:?}");
    }
    visit.press(&Key::Escape.to_string()).await?;
    let gone = "return ![...document.querySelectorAll(arguments[0])]
        .some((dialog) => dialog.getClientRects().length > 0)";
    visit.until("the help to go", gone, json!([DIALOG])).await?;
    // In the search box it is a character like others.
    visit.press("/").await?;
    visit.press("?").await?;
    seen::fragment_has(visit, "q=%3F").await?;
    assert!(!visit.shows(DIALOG).await?);
    Ok(())
}

async fn tabs_to_a_level_and_to_a_stamp_and_plays_it(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    tab_to(visit, "input[type=radio]").await?;
    visit.press(&Key::Right.to_string()).await?;
    seen::rows_start_with(visit, &ranked_at("new")).await?;
    visit.press(&Key::Right.to_string()).await?;
    seen::rows_start_with(visit, &ranked_at("senior")).await?;
    assert!(seen::chosen_level(visit).await?.starts_with("Senior"));
    tab_to(visit, "td[data-level] a.stamp").await?;
    let seconds: String =
        visit.eval("return document.activeElement.dataset.seconds", json!([])).await?;
    let ring = "const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            || style.boxShadow !== 'none'";
    assert!(visit.eval::<bool>(ring, json!([])).await?, "one sees where the focus is");
    visit.press(&Key::Enter.to_string()).await?;
    let load = visit.session.player.load(0).await?;
    assert_eq!(load.parameter("start"), seconds);
    Ok(())
}

/// Presses Tab until the focus is on such an element.
async fn tab_to(visit: &Visit, selector: &str) -> Result<()> {
    let mut path = Vec::new();
    for _ in 0..40 {
        visit.press(&Key::Tab.to_string()).await?;
        let script = "const focus = document.activeElement;
            return focus.matches(arguments[0]) ? null : focus.outerHTML.slice(0, 80)";
        match visit.eval::<Option<String>>(script, json!([selector])).await? {
            None => return Ok(()),
            Some(other) => path.push(other),
        }
    }
    bail!("40 times Tab did not lead to {selector}, but along {path:#?}")
}

async fn goes_past_the_matrix(visit: &Visit) -> Result<()> {
    visit.open("#skill=communicate").await?;
    visit.eval::<()>("document.activeElement.blur()", json!([])).await?;
    visit.press(&Key::Tab.to_string()).await?;
    let focus = "const { top, height } = document.activeElement.getBoundingClientRect();
        return top >= 0 && height > 20 ? document.activeElement.innerText : null";
    let skip = "To the player and what is open";
    visit.until_equal("what has the focus", focus, json!([]), skip.into()).await?;
    visit.press(&Key::Enter.to_string()).await?;
    let on_detail = "return document.activeElement.dataset.anchor";
    visit.until_equal("what has the focus", on_detail, json!([]), "detail".into()).await
}

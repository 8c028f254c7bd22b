//! Whatever closes or changes, the focus stands on something that is there.

use anyhow::Result;
use fantoccini::key::Key;
use serde_json::{Value as Json, json};

use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, over_http};
use crate::import::own_notes;
use crate::seen;

everywhere_nightly! {
    keeps_the_focus_from_sheet_to_sheet,
    keeps_the_focus_when_dialogs_close,
}

over_http! {
    leaves_the_preview_by_escape,
}

/// Waits until what has the focus fits a selector and can be seen.
async fn is_on(visit: &Visit, selector: &str) -> Result<()> {
    let script = "const focus = document.activeElement;
        const { width, height } = focus.getBoundingClientRect();
        return focus.matches(arguments[0]) && width > 0 && height > 0
            ? true : focus.outerHTML.slice(0, 120)";
    visit.until(&format!("the focus on {selector}"), script, json!([selector])).await
}

async fn share(visit: &Visit) -> Result<()> {
    Ok(visit.find_named("header button", "button", "Share").await?.click().await?)
}

const SHARE: &str = "header button[aria-label=Share]";

async fn keeps_the_focus_from_sheet_to_sheet(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    for sheet in ["Save as one page", "Embed"] {
        share(visit).await?;
        is_on(visit, "dialog[aria-labelledby=share-title] *").await?;
        let way = "return [...document.querySelectorAll('[data-anchor=ways] button')]
            .find((way) => way.innerText.startsWith(arguments[0]))";
        visit
            .until(
                "the ways",
                &format!("return (() => {{ {way} }})() !== undefined")
                    .replace("arguments[0]", &format!("{sheet:?}")),
                json!([]),
            )
            .await?;
        visit.element(way, json!([sheet])).await?.click().await?;
        is_on(visit, "#share-title").await?;
        assert_eq!(visit.find("#share-title").await?.text().await?, sheet);
        visit.press(&Key::Tab.to_string()).await?;
        is_on(visit, "dialog[aria-labelledby=share-title] button").await?;
        visit.press(&Key::Escape.to_string()).await?;
        is_on(visit, SHARE).await?;
    }
    Ok(())
}

async fn keeps_the_focus_when_dialogs_close(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.press("?").await?;
    is_on(visit, "dialog *").await?;
    visit.press(&Key::Escape.to_string()).await?;
    is_on(visit, "main").await?;
    // What had the focus is gone when the dialog closes.
    let added = own_notes::note("Sail");
    let _folder = own_notes::choose(visit, &[("sail.md", added.as_bytes())]).await?;
    is_on(visit, "dialog[aria-labelledby=ask-title] *").await?;
    own_notes::press_button(visit, "Replace the 1 note here").await?;
    seen::rows_start_with(visit, &["sail"]).await?;
    is_on(visit, "main, main *, header *").await?;
    own_notes::press_button(visit, "Undo").await?;
    is_on(visit, "main, main *, header *").await?;
    // A claim's sheet, from a button that is gone by then.
    visit.open("#skill=communicate").await?;
    visit.click("[data-anchor=claim-item] button[aria-haspopup=dialog]").await?;
    is_on(visit, "dialog[aria-labelledby=share-title] *").await?;
    visit.eval::<Json>("location.hash = ''", json!([])).await?;
    visit
        .until(
            "the skill to close",
            "return !document.querySelector('[data-anchor=claim-item]')",
            json!([]),
        )
        .await?;
    visit.press(&Key::Escape.to_string()).await?;
    is_on(visit, "main, main *").await
}

async fn leaves_the_preview_by_escape(visit: &Visit) -> Result<()> {
    const FRAME: &str = "return document.querySelector('[data-anchor=embed-preview]')";
    const OPEN: &str = "return document.querySelector('dialog[aria-labelledby=share-title]').open";
    visit.open("#skill=communicate").await?;
    share(visit).await?;
    let way = "return [...document.querySelectorAll('[data-anchor=ways] button')].find((way) => way.innerText.startsWith('Embed'))";
    visit.element(way, json!([])).await?.click().await?;
    visit.find("[data-anchor=embed-preview]").await?;
    let enter = async || -> Result<()> {
        visit.element(FRAME, json!([])).await?.enter_frame().await?;
        visit.ready().await
    };
    enter().await?;
    // Nothing in a frame has the focus before somebody pressed something there.
    visit.click("[data-anchor=detail] h2").await?;
    // The frame's own use for it comes first: the skill in it closes.
    visit.press(&Key::Escape.to_string()).await?;
    visit
        .until("the skill to close", "return !location.hash.includes('skill=')", json!([]))
        .await?;
    visit.client().enter_parent_frame().await?;
    assert!(visit.eval::<bool>(OPEN, json!([])).await?, "the dialog stays");
    enter().await?;
    visit.press(&Key::Escape.to_string()).await?;
    visit.client().enter_parent_frame().await?;
    visit.until_equal("the dialog to be open", OPEN, json!([]), false.into()).await?;
    is_on(visit, SHARE).await
}

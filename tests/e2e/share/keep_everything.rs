//! A hosted page whose notes lie beside it, kept whole for a time without a network.

use anyhow::Result;
use serde_json::json;

use crate::app::pieces::{BROKEN, NOTES, OFFLINE, broken, open, page, pieces, served_and_kept};
use crate::harness::over_http;
use crate::harness::site::Instead;
use crate::harness::visit::Visit;
use crate::search::searching::BOX;
use crate::seen;

over_http! {
    keeps_everything_for_a_time_without_a_network in |scene| scene.errors(OFFLINE),
    is_told_what_could_not_be_kept_and_goes_on in |scene| scene.errors(BROKEN),
}

/// Opens the sheet on which one keeps all of it.
async fn open_sheet(visit: &Visit) -> Result<()> {
    visit.find_named("header button", "button", "Share").await?.click().await?;
    let way = "return [...document.querySelectorAll('[data-anchor=ways] button')]
        .find((way) => way.innerText.startsWith('Keep everything for offline · '))";
    visit.until("the way", &way.replace("return ", "return !!"), json!([])).await?;
    visit.element(way, json!([])).await?.click().await?;
    Ok(())
}

async fn keeps_everything_for_a_time_without_a_network(visit: &Visit) -> Result<()> {
    let (_folder, site) = served_and_kept(visit).await?;
    open(visit, &site, "").await?;
    visit.ready().await?;
    open_sheet(visit).await?;
    visit.click("[data-anchor=keep]").await?;
    seen::text(visit, "All of it is kept").await?;
    assert_eq!(pieces(&site), NOTES);
    let other = site.url("index.html?b#note=talk-17");
    drop(site);
    visit.load(&other).await?;
    seen::text(visit, "oddword17").await?;
    visit.find(BOX).await?.send_keys("oddword53").await?;
    seen::text(visit, "The oddword53 of this talk").await
}

async fn is_told_what_could_not_be_kept_and_goes_on(visit: &Visit) -> Result<()> {
    let folder = page(visit)?;
    let site = broken(folder.path(), Instead::NotFound).await?;
    open(visit, &site, "").await?;
    visit.ready().await?;
    open_sheet(visit).await?;
    visit.click("[data-anchor=keep]").await?;
    seen::text(visit, "It stopped: pieces/").await?;
    site.heal();
    visit.click("[data-anchor=keep]").await?;
    seen::text(visit, "All of it is kept").await?;
    // What is kept is not fetched again.
    let before = site.asked().len();
    visit.eval::<()>("document.querySelector('dialog[open]').close()", json!([])).await?;
    open(visit, &site, "?again").await?;
    visit.ready().await?;
    open_sheet(visit).await?;
    visit.click("[data-anchor=keep]").await?;
    seen::text(visit, "All of it is kept").await?;
    let pieces = site.asked().into_iter().skip(before).filter(|path| path.contains("pieces/"));
    // The index's head is read for the list of all pieces.
    assert!(pieces.count() <= 1);
    Ok(())
}

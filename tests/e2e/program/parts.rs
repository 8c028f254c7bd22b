//! When a part of the program does not come: that is said where it was wanted, and the rest goes on.

use anyhow::Result;
use fantoccini::key::Key;
use skillreel::anchor::Anchor;

use crate::facts::SKILLS;
use crate::harness::run::Scene;
use crate::harness::site::{Fault, Instead};
use crate::harness::visit::Visit;
use crate::harness::{from_file_nightly, over_http, over_http_first, settings};
use crate::pages::changed;
use crate::seen;

over_http_first! {
    fault_16_says_which_part_did_not_come_and_fetches_it_then in |scene| parts(scene),
}

over_http! {
    fault_16_shows_the_skills_where_what_reads_notes_does_not_come_and_reads_them_then in |scene| {
        let reading = Fault::File {
            ending: "_reading.wasm", instead: Instead::NotFound, only_cached: false,
        };
        scene.faults(vec![reading]).errors(&["404", "integrity"])
    },
}

from_file_nightly! {
    fault_16_says_which_part_of_a_file_is_damaged in |scene| {
        changed(scene, "damaged-part", |page| Ok(page.replacen("\nshare H4sI", "\nshare AAAA", 1)))
    },
}

/// Three parts, each with a host's own way of not having them.
fn parts(scene: Scene) -> Scene {
    let part = |ending, instead| Fault::File { ending, instead, only_cached: false };
    let faults = vec![
        part("_share.wasm", Instead::NotFound),
        part("_compare.wasm", Instead::Half),
        part("_problems.wasm", Instead::SignInPage),
    ];
    scene.faults(faults).errors(&["404", "integrity"])
}

async fn says_missing(visit: &Visit, place: &str) -> Result<()> {
    let alert = visit.find(&format!("{place} [role=alert]")).await?;
    let text = alert.text().await?;
    assert!(text.contains("did not arrive"), "{text:?} says what is wrong");
    assert!(text.contains("Try again"), "{text:?} says what to do");
    Ok(())
}

async fn try_again(visit: &Visit, place: &str) -> Result<()> {
    visit.find(&format!("{place} [role=alert] button")).await?.click().await?;
    Ok(())
}

async fn fault_16_says_which_part_did_not_come_and_fetches_it_then(visit: &Visit) -> Result<()> {
    visit.open("#compare=new..senior").await?;
    says_missing(visit, "main").await?;
    visit.open("#panel=problems").await?;
    says_missing(visit, "[data-anchor=detail]").await?;
    visit.find_named("[data-anchor=detail] button", "button", "Close").await?;
    visit.find_named("header button", "button", "Share").await?.click().await?;
    says_missing(visit, "dialog[open]").await?;
    // Still not: it is said again.
    try_again(visit, "dialog[open]").await?;
    says_missing(visit, "dialog[open]").await?;
    visit.site.heal();
    try_again(visit, "dialog[open]").await?;
    seen::text(visit, "Save as one page").await?;
    visit.press(&Key::Escape.to_string()).await?;
    try_again(visit, "[data-anchor=detail]").await?;
    seen::text(visit, "For the notes’ author").await?;
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len(), "the rest went on");
    Ok(())
}

async fn fault_16_shows_the_skills_where_what_reads_notes_does_not_come_and_reads_them_then(
    visit: &Visit,
) -> Result<()> {
    visit.open("").await?;
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len(), "they are known without it");
    visit.find(Anchor::Tick.selector()).await?;
    seen::text(visit, "Play all 14").await?;
    // Of notes that lie beside the page nobody has asked for more yet.
    if !settings::is_beside() {
        let asked = visit.site.asked();
        let times = asked.iter().filter(|path| path.ends_with("_reading.wasm")).count();
        assert!(times > 1, "it was asked for once more, past the cache: {asked:?}");
    }
    visit.open("#skill=communicate").await?;
    says_missing(visit, "[data-anchor=detail]").await?;
    visit.find(Anchor::SearchField.selector()).await?.send_keys("trust").await?;
    seen::text(visit, "searches did not arrive").await?;
    visit.site.heal();
    try_again(visit, "[data-anchor=detail]").await?;
    seen::text(visit, "Keep at it, and keep getting better.").await?;
    try_again(visit, "main").await?;
    visit.find(Anchor::Hit.selector()).await?;
    Ok(())
}

async fn fault_16_says_which_part_of_a_file_is_damaged(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.find_named("header button", "button", "Share").await?.click().await?;
    says_missing(visit, "dialog[open]").await?;
    visit.press(&Key::Escape.to_string()).await?;
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len(), "the rest went on");
    Ok(())
}

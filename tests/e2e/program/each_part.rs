//! Each part of the program where it does not come, in each of a host's ways of not having it, and once it comes.

use anyhow::{Context, Result};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;
use skillreel::anchor::Anchor;
use skillreel::matrix::{LevelId, SkillId};
use skillreel::progress::{At, Day, Record, Step};

use crate::compare::how_far::{rate, rated};
use crate::facts::SKILLS;
use crate::harness::run::Scene;
use crate::harness::site::{Fault, Instead};
use crate::harness::visit::Visit;
use crate::harness::wait::{PATIENCE, Seen, eventually};
use crate::harness::{from_file_nightly, over_http};
use crate::pages::changed;
use crate::search::searching::BOX;
use crate::seen;

over_http! {
    fault_16_says_of_every_part_that_it_did_not_come_and_fetches_it_then in |scene| {
        faulty(scene, &PARTS)
    },
    fault_16_says_that_what_draws_results_did_not_come in |scene| {
        faulty(scene, &[("_search.wasm", Instead::ServerError)])
    },
    fault_16_takes_parts_of_a_host_that_does_not_know_their_kind in |scene| {
        faulty(scene, &[(".wasm", Instead::Untyped)])
    },
    fault_16_keeps_what_is_rated_with_what_was_rated_before_once_what_keeps_it_came in |scene| {
        faulty(scene, &[("_record.wasm", Instead::Half)])
    },
    fault_16_reads_what_was_rated_before_at_rest_where_what_reads_it_did_not_come_at_once in |scene| {
        // Each part is asked for twice, the second time past all caches.
        let fault = Fault::AtFirst { ending: "_record.wasm", instead: Instead::Half, times: 2 };
        scene.faults(vec![fault]).errors(&["integrity"])
    },
    clicks_a_stamp_before_what_plays_is_there in |scene| {
        faulty(scene, &[("_player.wasm", Instead::SignInPage)])
    },
}

from_file_nightly! {
    fault_16_says_of_every_damaged_part_of_a_file_where_it_is_wanted in |scene| {
        changed(scene, "damaged-parts", |page| {
            let damage = |page: String, (ending, _): &(&str, Instead)| {
                let name = ending.trim_start_matches('_').trim_end_matches(".wasm");
                page.replacen(&format!("{name} H4sI"), &format!("{name} AAAA"), 1)
            };
            // Without what answers there is no sign of life in the end.
            let is_damaged = |(ending, _): &&(&str, Instead)| !ANSWERS.contains(ending);
            Ok(PARTS.iter().filter(is_damaged).fold(page.to_owned(), damage))
        })
    },
}

/// The files of all parts, and what a host sends of them.
const PARTS: [(&str, Instead); 12] = [
    ("_add.wasm", Instead::NotFound),
    ("_base.wasm", Instead::Half),
    ("_compare.wasm", Instead::Half),
    ("_opened.wasm", Instead::SignInPage),
    ("_player.wasm", Instead::ServerError),
    ("_problems.wasm", Instead::OtherVersion),
    ("_queue.wasm", Instead::ServerError),
    ("_reading.wasm", Instead::OtherVersion),
    ("_record.wasm", Instead::SignInPage),
    ("_search.wasm", Instead::Half),
    ("_share.wasm", Instead::SignInPage),
    ("_shared.wasm", Instead::NotFound),
];

/// Those of them without which nothing is opened or found.
const ANSWERS: [&str; 5] =
    ["_base.wasm", "_opened.wasm", "_reading.wasm", "_search.wasm", "_shared.wasm"];

fn faulty(scene: Scene, parts: &[(&'static str, Instead)]) -> Scene {
    let fault = |&(ending, instead): &(&'static str, Instead)| Fault::File {
        ending,
        instead,
        only_cached: false,
    };
    scene.faults(parts.iter().map(fault).collect()).errors(&["404", "500", "integrity"])
}

/// How many parts that did not come the page tells of, each with a way to try again.
async fn missing(visit: &Visit) -> Result<usize> {
    let script = "return [...document.querySelectorAll('[role=alert]')].filter((alert) =>
        alert.checkVisibility() && /did not arrive|did not come/.test(alert.innerText)
            && [...alert.querySelectorAll('button')].some((way) => way.innerText === 'Try again')).length";
    visit.eval(script, json!([])).await
}

async fn says(visit: &Visit, wanted: usize, when: &str) -> Result<()> {
    eventually(&format!("{wanted} parts told of {when}"), PATIENCE, async || {
        let told = missing(visit).await?;
        Ok(Seen::or((told == wanted).then_some(()), || format!("{told} are")))
    })
    .await
}

/// The matrix goes on, whatever else is missing.
async fn lives(visit: &Visit) -> Result<()> {
    seen::choose_level(visit, "Senior").await?;
    seen::rows_start_with(visit, &crate::facts::ranked_at("senior")).await?;
    seen::choose_level(visit, "All").await?;
    let rows = seen::rows(visit).await?.len();
    assert_eq!(rows, SKILLS.len(), "the rest goes on");
    Ok(())
}

/// Wants one part after the other, on a page that tells of so many at the start.
async fn wants_views(visit: &Visit, at_first: usize) -> Result<()> {
    visit.open("").await?;
    says(visit, at_first, "at the start").await?;
    // Where one looks through problems, there is no player.
    visit.open("#panel=problems").await?;
    says(visit, 1, "in place of the problems").await?;
    visit.open("#compare=new..senior").await?;
    says(visit, at_first + 1, "in place of the comparison").await?;
    visit.open("").await?;
    lives(visit).await?;
    for button in ["Share", "Add notes"] {
        visit.find_named("header button", "button", button).await?.click().await?;
        visit.find("dialog[open] [role=alert]").await?;
        visit.press(&Key::Escape.to_string()).await?;
    }
    let add = "document.querySelector('[data-anchor=add-to-list]').click()";
    visit.eval::<serde_json::Value>(add, json!([])).await?;
    says(visit, at_first + 2, "in place of the list, and that it is not kept").await?;
    lives(visit).await
}

/// Wants what opens and what is found, on a page that tells of so many that are missing.
async fn wants_answers(visit: &Visit, at_first: usize) -> Result<()> {
    visit.find(BOX).await?.send_keys("trust").await?;
    seen::text(visit, "searches did not arrive").await?;
    says(visit, at_first + 1, "in place of the results").await?;
    visit.press("\u{e00c}").await?;
    says(visit, at_first, "without a search").await?;
    visit.click("th[data-skill=communicate] :is(a, button)").await?;
    says(visit, at_first + 1, "in place of what is opened").await?;
    lives(visit).await
}

async fn tries_all_again(visit: &Visit) -> Result<()> {
    eventually("nothing to be missing", PATIENCE, async || {
        let again = "for (const alert of document.querySelectorAll('[role=alert]'))
            [...alert.querySelectorAll('button')].find((way) => way.innerText === 'Try again')?.click()";
        visit.eval::<serde_json::Value>(again, json!([])).await?;
        let told = missing(visit).await?;
        Ok(Seen::or((told == 0).then_some(()), || format!("{told} parts are")))
    })
    .await
}

async fn fault_16_says_of_every_part_that_it_did_not_come_and_fetches_it_then(
    visit: &Visit,
) -> Result<()> {
    // The timeline; then the list as well, and that it is not kept.
    wants_views(visit, 1).await?;
    wants_answers(visit, 3).await?;
    // What plays is wanted, too, and does not come either.
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.find("[data-anchor=player] [role=alert]").await?;
    visit.site.heal();
    tries_all_again(visit).await?;
    visit.find(Anchor::Tick.selector()).await?;
    visit.find("[data-anchor=queue]").await?;
    visit.find(BOX).await?.send_keys("trust").await?;
    tries_all_again(visit).await?;
    visit.find(Anchor::Hit.selector()).await?;
    visit.press("\u{e00c}").await?;
    for (button, text) in [("Share", "Save as one page"), ("Add notes", "Choose files")] {
        visit.find_named("header button", "button", button).await?.click().await?;
        tries_all_again(visit).await?;
        seen::text(visit, text).await?;
        visit.press(&Key::Escape.to_string()).await?;
    }
    visit.open("#skill=communicate").await?;
    seen::text(visit, "Keep at it, and keep getting better.").await?;
    visit.open("#panel=problems").await?;
    seen::text(visit, "For the notes’ author").await?;
    visit.open("").await?;
    lives(visit).await
}

async fn fault_16_says_that_what_draws_results_did_not_come(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.find(BOX).await?.send_keys("trust").await?;
    says(visit, 1, "in place of the results").await?;
    visit.site.heal();
    tries_all_again(visit).await?;
    visit.find(Anchor::Hit.selector()).await?;
    Ok(())
}

async fn fault_16_takes_parts_of_a_host_that_does_not_know_their_kind(visit: &Visit) -> Result<()> {
    visit.open("#skill=communicate").await?;
    seen::text(visit, "Keep at it, and keep getting better.").await?;
    visit.find(Anchor::Tick.selector()).await?;
    says(visit, 0, "where all came").await
}

/// What the browser keeps for the page, as JSON.
pub(crate) const KEPT: &str =
    "return localStorage.getItem('skillreel.progress:' + location.pathname) ?? ''";

/// Keeps ratings as an earlier visit to the page would have, and gives them.
pub(crate) async fn rated_earlier(visit: &Visit) -> Result<String> {
    let day = Day::new(2026, 3, 1).context("a day")?;
    let mut earlier = Record::default();
    for (skill, step) in [("communicate", 3), ("think-big", 2), ("think-big", 3)] {
        let at = At { skill: SkillId(skill.into()), level: LevelId::SENIOR };
        earlier.rate(at, skill, Step::at(step), day);
    }
    let earlier = earlier.to_json();
    let keep = "localStorage.setItem('skillreel.progress:/index.html', arguments[0])";
    visit.eval::<()>(keep, json!([earlier])).await?;
    Ok(earlier)
}

async fn fault_16_keeps_what_is_rated_with_what_was_rated_before_once_what_keeps_it_came(
    visit: &Visit,
) -> Result<()> {
    visit.open("#compare=new..senior").await?;
    says(visit, 0, "where nothing is lacking yet").await?;
    rate(visit, "think-big", "with-help").await?;
    says(visit, 1, "that it is not kept").await?;
    assert_eq!(visit.eval::<String>(KEPT, json!([])).await?, "");
    // Meanwhile an earlier visit kept something.
    let earlier = rated_earlier(visit).await?;
    visit.client().refresh().await?;
    visit.ready().await?;
    seen::text(visit, "What you rated and listed before is not here").await?;
    says(visit, 1, "that what was rated is not here").await?;
    rate(visit, "think-big", "not-yet").await?;
    assert_eq!(visit.eval::<String>(KEPT, json!([])).await?, earlier, "as it was");
    visit.site.heal();
    tries_all_again(visit).await?;
    rated(visit, "communicate", "teach-it").await?;
    rated(visit, "think-big", "not-yet").await?;
    visit.client().refresh().await?;
    visit.ready().await?;
    rated(visit, "communicate", "teach-it").await?;
    rated(visit, "think-big", "not-yet").await?;
    visit.open("").await?;
    lives(visit).await
}

async fn fault_16_reads_what_was_rated_before_at_rest_where_what_reads_it_did_not_come_at_once(
    visit: &Visit,
) -> Result<()> {
    visit.load(&visit.site.url("icon.svg")).await?;
    rated_earlier(visit).await?;
    // A comparison would ask for it once more before it is drawn.
    visit.open("").await?;
    says(visit, 0, "once all came").await?;
    let asked = visit.site.asked();
    let asked = asked.iter().filter(|path| path.ends_with("_record.wasm")).count();
    assert!(asked > 2, "twice in vain, and at rest: {asked}");
    lives(visit).await?;
    visit.eval::<()>("location.hash = 'compare=new..senior'", json!([])).await?;
    rated(visit, "communicate", "teach-it").await
}

async fn clicks_a_stamp_before_what_plays_is_there(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.find("[data-anchor=player] [role=alert]").await?;
    // The player's place, and the timeline's.
    says(visit, 2, "where nothing can play").await?;
    let frames = visit.client().find_all(Locator::Css("iframe")).await?.len();
    assert_eq!(frames, 0, "nothing plays");
    lives(visit).await?;
    visit.site.heal();
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.find("iframe").await?;
    tries_all_again(visit).await?;
    visit.find(Anchor::Tick.selector()).await?;
    Ok(())
}

async fn fault_16_says_of_every_damaged_part_of_a_file_where_it_is_wanted(
    visit: &Visit,
) -> Result<()> {
    // The timeline, and the button for a recording of one's own.
    wants_views(visit, 2).await
}

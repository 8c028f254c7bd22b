//! What is rated is kept, told where it cannot be, and leaves the browser only when asked.

use anyhow::{Context, Result};
use fantoccini::Locator;
use serde_json::json;
use skillreel::matrix::{LevelId, SkillId};
use skillreel::progress::{At, Day, Record, Step};

use super::how_far::{press, rate, rated};
use crate::harness::browser::Setup;
use crate::harness::site::{Fault, Instead};
use crate::harness::visit::Visit;
use crate::harness::{everywhere_but_webkit_nightly, over_http, over_http_but_webkit};
use crate::program::each_part::{KEPT, rated_earlier};
use crate::seen;

over_http! {
    reads_a_link_that_was_cut_and_one_with_skills_that_are_not_here,
    undoes_that_a_list_was_cleared,
}

over_http_but_webkit! {
    reads_a_file_of_ratings_after_what_was_rated_before_where_what_reads_them_came_late in |scene| {
        let fault = Fault::File {
            ending: "_record.wasm",
            instead: Instead::ServerError,
            only_cached: false,
        };
        scene.faults(vec![fault]).errors(&["500", "integrity"])
    },
}

everywhere_but_webkit_nightly! {
    is_told_that_ratings_are_not_kept_in_a_private_window in |scene| scene.setup(Setup::StorageRefused),
}

async fn reads_a_link_that_was_cut_and_one_with_skills_that_are_not_here(
    visit: &Visit,
) -> Result<()> {
    visit.open("#compare=new..senior&rate=1.AAAA").await?;
    seen::text(visit, "The link was cut off on its way").await?;
    let away = skillreel_link("Lsenior\nR2flying\nR1communicate\n");
    visit
        .eval::<()>(
            "location.hash = arguments[0]",
            json!([format!("compare=new..senior&rate={away}")]),
        )
        .await?;
    seen::text(visit, "Not in these notes: flying").await?;
    seen::text(visit, "they: with help").await
}

/// Ratings as a link has them.
pub(crate) fn skillreel_link(text: &str) -> String {
    use skillreel::matrix::{LevelId, SkillId};
    use skillreel::progress::{At, Day, Record, Step, write_link};
    let mut record = Record::default();
    let today = Day::new(2026, 1, 1);
    for line in text.lines().filter_map(|line| line.strip_prefix('R')) {
        let (step, skill) = line.split_at(1);
        let at = At { skill: SkillId(skill.into()), level: LevelId::SENIOR };
        if let (Some(today), Ok(step)) = (today, step.parse()) {
            record.rate(at, skill, Step::at(step), today);
        }
    }
    write_link(&record, LevelId::SENIOR, false)
}

async fn undoes_that_a_list_was_cleared(visit: &Visit) -> Result<()> {
    visit.open("#compare=new..senior").await?;
    rate(visit, "think-big", "not-yet").await?;
    press(visit, "[data-anchor=gap-bar]", "Make it my plan").await?;
    let count = "return document.querySelectorAll('[data-anchor=list-line]').length";
    visit.until_equal("the plan", count, json!([]), json!(1)).await?;
    press(visit, "[data-anchor=queue]", "Clear").await?;
    visit.until_equal("no plan", count, json!([]), json!(0)).await?;
    press(visit, "[data-anchor=queue]", "Undo").await?;
    visit.until_equal("the plan again", count, json!([]), json!(1)).await
}

async fn is_told_that_ratings_are_not_kept_in_a_private_window(visit: &Visit) -> Result<()> {
    visit.open("#compare=new..senior").await?;
    rate(visit, "think-big", "with-help").await?;
    seen::text(visit, "Your ratings last for this tab only").await
}

async fn reads_a_file_of_ratings_after_what_was_rated_before_where_what_reads_them_came_late(
    visit: &Visit,
) -> Result<()> {
    visit.load(&visit.site.url("icon.svg")).await?;
    let earlier = rated_earlier(visit).await?;
    visit.open("#compare=new..senior").await?;
    seen::text(visit, "What you rated and listed before is not here").await?;
    rated(visit, "communicate", "").await?;
    // Rated twice before, and so later by its count alone than what is rated now.
    rate(visit, "think-big", "not-yet").await?;
    assert_eq!(visit.eval::<String>(KEPT, json!([])).await?, earlier, "as it was");
    visit.site.heal();

    let mut file = Record::default();
    let at = At { skill: SkillId("earn-trust-with-others".into()), level: LevelId::SENIOR };
    file.rate(at, "earn-trust-with-others", Step::at(1), Day::new(2026, 2, 1).context("a day")?);
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("ratings.json");
    std::fs::write(&path, file.to_json())?;
    let menu = "Your ratings stay in this browser";
    let script = "return [...document.querySelectorAll('summary')]
        .find((summary) => summary.textContent === arguments[0])";
    visit.element(script, json!([menu])).await?.click().await?;
    let input = visit.client().find(Locator::Css("#import-ratings")).await?;
    input.send_keys(path.to_str().context("a path of letters")?).await?;
    seen::text(visit, "1 rating read.").await?;
    for (skill, step) in [
        ("communicate", "teach-it"),
        ("think-big", "not-yet"),
        ("earn-trust-with-others", "with-help"),
    ] {
        rated(visit, skill, step).await?;
    }
    visit.client().refresh().await?;
    visit.ready().await?;
    rated(visit, "think-big", "not-yet").await?;
    rated(visit, "earn-trust-with-others", "with-help").await
}

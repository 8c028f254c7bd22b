//! Choosing a level of seniority, and coming back to it.

use anyhow::Result;
use serde_json::json;

use crate::facts::{SKILLS, ranked_at};
use crate::harness::visit::Visit;
use crate::harness::wait::{PATIENCE, Seen, eventually};
use crate::harness::{everywhere_first, everywhere_nightly};
use crate::seen;

everywhere_first! {
    picks_senior_and_sees_its_ranked_skills_first,
}

everywhere_nightly! {
    goes_back_and_forward_between_levels,
    opens_a_copied_link_and_sees_the_same,
}

/// What stands over the parts of the matrix.
const HEADINGS: &str = "return [...document.querySelectorAll('table tbody th[scope=rowgroup]')]
    .map((head) => head.innerText.replace(/\\s+/g, ' ').trim())";

async fn picks_senior_and_sees_its_ranked_skills_first(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    seen::choose_level(visit, "Senior").await?;
    let senior = ranked_at("senior");
    seen::rows_start_with(visit, &senior).await?;
    seen::fragment_has(visit, "level=senior").await?;
    let headings = [
        "Work on these first ranked for Senior product managers · 1 talk",
        "Earlier, for New 2",
        "Said of no level 8",
    ];
    visit.until_equal("the parts", HEADINGS, json!([]), json!(headings)).await?;
    let rows = seen::rows(visit).await?;
    assert_eq!(rows.len(), 6, "what is said of no level is closed: {rows:?}");
    assert_eq!(visit.texts("caption").await?, ["4 skills ranked for Senior"]);
    visit.click("[data-group=no-level] button").await?;
    let all = format!("return (() => {{ {} }})().length", seen::ROWS);
    visit.until_equal("all rows", &all, json!([]), json!(SKILLS.len())).await?;
    seen::choose_level(visit, "New").await?;
    seen::rows_start_with(visit, &ranked_at("new")).await?;
    seen::fragment_has(visit, "level=new").await
}

async fn goes_back_and_forward_between_levels(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    seen::choose_level(visit, "New").await?;
    seen::rows_start_with(visit, &ranked_at("new")).await?;
    seen::choose_level(visit, "Senior").await?;
    seen::rows_start_with(visit, &ranked_at("senior")).await?;
    visit.client().back().await?;
    seen::rows_start_with(visit, &ranked_at("new")).await?;
    assert!(seen::chosen_level(visit).await?.starts_with("New"));
    visit.client().back().await?;
    seen::rows_start_with(visit, &[SKILLS[0].0, SKILLS[1].0]).await?;
    assert!(seen::chosen_level(visit).await?.starts_with("All"));
    assert_eq!(seen::fragment_value(visit, "level").await?, None);
    visit.client().forward().await?;
    visit.client().forward().await?;
    seen::rows_start_with(visit, &ranked_at("senior")).await
}

async fn opens_a_copied_link_and_sees_the_same(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    seen::choose_level(visit, "Senior").await?;
    visit.find("[role=searchbox], input[type=search]").await?.send_keys("impact").await?;
    seen::fragment_has(visit, "q=impact").await?;
    visit.click("th[data-skill=driven-by-impact-not-promotion] :is(a, button)").await?;
    seen::fragment_has(visit, "skill=driven-by-impact-not-promotion").await?;
    seen::text(visit, "the tie is direct").await?;
    let before = seen::view(visit).await?;
    let copied = visit.client().current_url().await?;
    visit.load(copied.as_str()).await?;
    visit.ready().await?;
    seen::text(visit, "the tie is direct").await?;
    sees(visit, &before).await?;
    visit.client().refresh().await?;
    visit.ready().await?;
    seen::text(visit, "the tie is direct").await?;
    sees(visit, &before).await
}

/// Waits until the view is the one of before: what it searches for may have to come first.
async fn sees(visit: &Visit, before: &seen::View) -> Result<()> {
    eventually("the view of before", PATIENCE, async || {
        let now = seen::view(visit).await?;
        Ok(Seen::or((now == *before).then_some(()), || format!("{now:?} in place of {before:?}")))
    })
    .await
}

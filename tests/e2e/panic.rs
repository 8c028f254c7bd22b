//! When the program breaks in the middle of its work.

use anyhow::Result;
use serde_json::json;

use crate::harness::everywhere;
use crate::harness::visit::Visit;
use crate::seen;

everywhere! {
    fault_17_reloads_the_page_after_the_program_stopped in |scene| {
        scene.errors(&["panicked", "unreachable"])
    },
}

async fn fault_17_reloads_the_page_after_the_program_stopped(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    // A browser that makes no element is not to be had; the program takes it for granted, and its
    // next row is the end of it.
    let break_it = "document.createElement = () => {
            delete document.createElement;
            throw new Error('a test of what happens then');
        }";
    visit.eval::<()>(break_it, json!([])).await?;
    visit.click("th[data-skill=communicate] :is(a, button)").await?;
    let bar = visit.find("[role=alert]").await?.text().await?;
    assert!(bar.contains("stopped"), "{bar:?} says what happened");
    seen::fragment_has(visit, "skill=communicate").await?;
    visit.click("[role=alert] button").await?;
    visit.ready().await?;
    seen::text(visit, "saying a thing puts the thinking behind it to the test").await
}

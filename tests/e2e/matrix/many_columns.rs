//! Five levels and more beside each other: what does not fit is hinted at, and reached by scrolling.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::harness::run::{Scene, scenario};
use crate::harness::visit::Visit;
use crate::pages::with_notes;

// No other browser sets its window so exactly.
scenario! {
    sees_that_there_are_more_levels (five_levels):
    chromium_http = Chromium Http,
}

fn five_levels(scene: Scene) -> Scene {
    let levels = ["new", "mid", "senior", "staff", "lead"];
    let lists: Vec<String> = levels
        .iter()
        .enumerate()
        .map(|(at, level)| {
            format!(
                "## Skills of {level} engineers\n\n1. **Explaining trade-offs**: to peers [{at}:10]\n\
                 2. **Writing for decisions**: in one page [{at}:30]\n\n"
            )
        })
        .collect();
    let note = format!("---\ntitle: Ladders\nvideoId: aaaaaaaaaaa\n---\n{}", lists.concat());
    with_notes(scene, "five-levels", &[("a.md", note.as_bytes())])
}

async fn sees_that_there_are_more_levels(visit: &Visit) -> Result<()> {
    /// Of the last level: whether it is within the table's place, whether the rest fades out there, and whether the
    /// names are in sight and on a ground of their own.
    const LAST: &str = "const matrix = document.querySelector('[role=region][aria-label=\"Skills by seniority\"]');
        const place = matrix.getBoundingClientRect();
        const last = matrix.querySelector('thead th:last-child').getBoundingClientRect();
        const name = matrix.querySelector('th[data-skill]');
        const at = name.getBoundingClientRect();
        return {
            whole: last.right <= Math.min(place.right, innerWidth) + 1,
            fades: getComputedStyle(matrix).maskImage.includes('gradient'),
            names: at.left >= place.left - 1 && at.width >= 150
                && getComputedStyle(name).backgroundColor !== 'rgba(0, 0, 0, 0)',
        }";
    visit.open("").await?;
    for (width, fits) in [(1440, true), (1100, false)] {
        visit.resize(width, 800).await?;
        // What fades follows the scrolling, with the next frame.
        let seen = format!("const seen = (() => {{ {LAST} }})(); return [seen.whole, seen.fades]");
        let what = format!("whole and without fading, or neither, at {width} px");
        visit.until_equal(&what, &seen, json!([]), json!([fits, !fits])).await?;
    }
    let end = "document.querySelector('[role=region][aria-label=\"Skills by seniority\"]').scrollLeft = 9999";
    visit.eval::<Json>(end, json!([])).await?;
    let wanted = json!({ "whole": true, "fades": false, "names": true });
    visit.until_equal("the last level", LAST, json!([]), wanted).await?;
    let sideways = "return document.documentElement.scrollWidth - innerWidth";
    assert!(visit.eval::<i32>(sideways, json!([])).await? <= 0, "the page itself stays");
    Ok(())
}

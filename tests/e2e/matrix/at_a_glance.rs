//! What is seen without scrolling or clicking: the answer, on a desk and on a phone, of one note and of 700.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::facts::SKILLS;
use crate::harness::run::scenario;
use crate::harness::visit::Visit;
use crate::made_up::talks;
use crate::pages::with_files;
use crate::seen;

// No other browser sets its window so exactly.
scenario! {
    sees_what_comes_first_of_one_note (|scene| scene):
    chromium_http = Chromium Http,
}

scenario! {
    sees_what_comes_first_of_700_notes (|scene| with_files(scene, "700-talks", &talks(700))):
    chromium_http = Chromium Http,
}

scenario! {
    reads_fourteen_skills_on_a_phone (|scene| scene):
    chromium_http = Chromium Http,
}

/// Once the level is known, the next visit shows what to work on first, each with what was said and when.
async fn sees_what_comes_first(visit: &Visit) -> Result<()> {
    const IN_SIGHT: &str = "const shown = (element) => {
            const { top, bottom, left, right, height } = element?.getBoundingClientRect() ?? {};
            return height > 0 && top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth
                && element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
        };
        const group = document.querySelector('tbody:has([data-skill])');
        const rows = [...group.querySelectorAll('tr')].filter((row) => row.querySelector('[data-skill]')).slice(0, 3);
        return [group.innerText.startsWith('Work on these first'), shown(group.querySelector('th[scope=rowgroup]')),
            ...rows.map((row) => shown(row.querySelector('th[data-skill] a')) && shown(row.querySelector('td a.stamp'))),
            shown(document.querySelector('[data-anchor=poster-play]'))]";
    visit.resize(1440, 900).await?;
    visit.open("").await?;
    seen::choose_level(visit, "New").await?;
    seen::text(visit, "Work on these first").await?;
    visit.open("").await?;
    assert!(seen::chosen_level(visit).await?.starts_with("New"));
    visit.until_equal("what is in sight", IN_SIGHT, json!([]), json!(vec![true; 6])).await?;
    // The head stays where one scrolls, and says which column is whose.
    seen::choose_level(visit, "All").await?;
    visit.resize(1440, 500).await?;
    visit.eval::<Json>("scrollTo(0, 260)", json!([])).await?;
    let head = "const head = document.querySelector('thead th[data-level]');
        const { top, bottom, left, right } = head.getBoundingClientRect();
        return scrollY > 0 && top >= 0 && head.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))";
    visit.until("the head to stay", head, json!([])).await
}

async fn sees_what_comes_first_of_one_note(visit: &Visit) -> Result<()> {
    sees_what_comes_first(visit).await
}

async fn sees_what_comes_first_of_700_notes(visit: &Visit) -> Result<()> {
    sees_what_comes_first(visit).await
}

async fn reads_fourteen_skills_on_a_phone(visit: &Visit) -> Result<()> {
    visit.narrow().await?;
    visit.open("").await?;
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len());
    let table = "return document.querySelector('table').getBoundingClientRect().height";
    let height: f64 = visit.eval(table, json!([])).await?;
    assert!((600.0..1100.0).contains(&height), "14 skills take {height} px");
    // A thumb finds the time of each, and the rest of the card opens it.
    let targets = "return [...document.querySelectorAll('td a.stamp')]
        .filter((stamp) => stamp.getClientRects().length > 0)
        .map((stamp) => stamp.getBoundingClientRect().height).filter((height) => height < 44).length";
    visit.until_equal("low times", targets, json!([]), 0.into()).await
}

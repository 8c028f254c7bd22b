//! Opening the page: the matrix of the bundled note.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::json;

use crate::facts::{NOTE, RANKED, SKILLS, VIDEO};
use crate::harness::visit::Visit;
use crate::harness::{everywhere_first, extras, in_chromium};
use crate::seen;

everywhere_first! {
    opens_the_page,
}

in_chromium! {
    looks_around_and_the_console_stays_silent,
}

/// What is read and not changed is read from one page.
async fn opens_the_page(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    sees_the_matrix(visit).await?;
    reads_the_ranks_and_their_moments_in_the_cells(visit).await?;
    finds_the_levels_with_their_counts(visit).await?;
    can_copy_the_link_of_every_stamp(visit).await?;
    can_measure_when_the_page_is_there(visit).await
}

async fn sees_the_matrix(visit: &Visit) -> Result<()> {
    let tables: u32 =
        visit.eval("return document.querySelectorAll('table').length", json!([])).await?;
    assert_eq!(tables, 1, "the static table is gone once the program runs");
    let caption = visit.texts("table > caption").await?;
    assert!(caption.len() == 1 && !caption[0].is_empty(), "{caption:?}");
    let ids: Vec<&str> = SKILLS.iter().map(|(id, _)| *id).collect();
    assert_eq!(seen::rows(visit).await?, ids);
    let names = visit.texts("th[scope=row][data-skill]").await?;
    for ((_, name), text) in SKILLS.iter().zip(&names) {
        assert!(text.starts_with(name), "{text:?} names {name}");
    }
    let columns = visit.texts("table thead th[scope=col]").await?;
    assert!(columns.iter().any(|name| name.starts_with("New")), "{columns:?}");
    assert!(columns.iter().any(|name| name.starts_with("Senior")), "{columns:?}");
    assert_ne!(visit.client().title().await?, "");
    Ok(())
}

async fn reads_the_ranks_and_their_moments_in_the_cells(visit: &Visit) -> Result<()> {
    let script = "return Object.fromEntries(
        [...document.querySelectorAll('td[data-level][data-rank]')].map((cell) => [
            `${cell.dataset.level} ${cell.dataset.skill}`,
            [cell.dataset.rank, Number(cell.querySelector('a.stamp')?.dataset.seconds)],
        ]))";
    let cells: BTreeMap<String, (String, u32)> = visit.eval(script, json!([])).await?;
    let wanted: BTreeMap<String, (String, u32)> = RANKED
        .iter()
        .map(|cell| {
            (format!("{} {}", cell.level, cell.skill), (cell.rank.to_string(), cell.seconds))
        })
        .collect();
    assert_eq!(cells, wanted, "level and skill to rank and first moment");
    let script = "return [...document.querySelectorAll('td[data-level][data-rank]')].filter(
        (cell) => !cell.innerText.split(/\\s+/).includes(cell.dataset.rank)).length";
    let hidden: u32 = visit.eval(script, json!([])).await?;
    assert_eq!(hidden, 0, "a rank is a numeral that one reads");
    let script = "return ['new', 'senior'].map((level) => [
        document.querySelectorAll(`td[data-level=${level}]`).length,
        [...document.querySelectorAll(`td[data-level=${level}]:not([data-rank])`)]
            .filter((cell) => cell.querySelector('a.stamp')).length])";
    let counts: Vec<(u32, u32)> = visit.eval(script, json!([])).await?;
    assert_eq!(counts, [(14, 0), (14, 0)], "a cell a skill; those without a rank are empty");
    Ok(())
}

async fn finds_the_levels_with_their_counts(visit: &Visit) -> Result<()> {
    visit.find_named("[role=radiogroup]", "radiogroup", "Seniority").await?;
    let line = "const middle = (selector) => {
            const { top, bottom } = document.querySelector(`[aria-label=Seniority] > ${selector}`).getBoundingClientRect();
            return (top + bottom) / 2;
        };
        return Math.abs(middle(':first-child') - middle(':last-child'))";
    let off: f64 = visit.eval(line, json!([])).await?;
    assert!(off < 4.0, "the title stands {off} px off the line of its levels");
    let labels: Vec<String> =
        seen::radios(visit).await?.into_iter().map(|radio| radio.label).collect();
    let wanted = [("All", "14"), ("New", "3"), ("Senior", "4")];
    assert_eq!(labels.len(), wanted.len(), "{labels:?}");
    for (label, (name, count)) in labels.iter().zip(wanted) {
        let words: Vec<&str> = label.split(|c: char| !c.is_alphanumeric()).collect();
        assert!(words[0] == name && words.contains(&count), "{label:?} is {name} with {count}");
    }
    assert!(seen::chosen_level(visit).await?.starts_with("All"));
    Ok(())
}

async fn can_copy_the_link_of_every_stamp(visit: &Visit) -> Result<()> {
    let stamps = seen::stamps(visit, "table").await?;
    assert!(stamps.len() >= SKILLS.len(), "every skill was said somewhere: {stamps:?}");
    for (seconds, href) in stamps {
        assert_eq!(href, format!("https://www.youtube.com/watch?v={VIDEO}&t={seconds}s"));
    }
    let unsafe_links: Vec<String> = visit
        .eval(
            "return [...document.querySelectorAll('a[target=_blank]')]
                .filter((link) => !link.relList.contains('noopener')).map((link) => link.href)",
            json!([]),
        )
        .await?;
    assert_eq!(unsafe_links, Vec::<String>::new(), "links that hand their window over");
    Ok(())
}

async fn can_measure_when_the_page_is_there(visit: &Visit) -> Result<()> {
    let script = "return ['skillreel:matrix', 'skillreel:ready']
        .map((name) => performance.getEntriesByName(name).map((mark) => mark.startTime))";
    let marks: Vec<Vec<f64>> = visit.eval(script, json!([])).await?;
    let [matrix, ready] = &marks[..] else { anyhow::bail!("{marks:?}") };
    assert_eq!((matrix.len(), ready.len()), (1, 1), "each once: {marks:?}");
    assert!(matrix[0] <= ready[0], "the matrix is painted before search answers: {marks:?}");
    let asked = "const [matrix] = performance.getEntriesByName('skillreel:matrix');
        return performance.getEntriesByType('mark').filter(({ name }) => name.startsWith('skillreel:asks'))
            .map(({ name, startTime }) => [name, startTime < matrix.startTime])";
    let asked: Vec<(String, bool)> = visit.eval(asked, json!([])).await?;
    let is_file: bool = visit.eval("return location.protocol === 'file:'", json!([])).await?;
    assert!(is_file || !asked.is_empty(), "the rest of the program comes");
    let early: Vec<_> = asked.iter().filter(|(_, is_before)| *is_before).collect();
    assert!(early.is_empty(), "asked for before the matrix is there: {early:?}");
    Ok(())
}

async fn looks_around_and_the_console_stays_silent(visit: &Visit) -> Result<()> {
    for view in ["", "#level=senior&q=trust", "#skill=communicate", &format!("#note={NOTE}")] {
        visit.open(view).await?;
        // What the page's own policy refused would stand here, too.
        let console = extras::console(visit.client()).await?;
        assert_eq!(console, Vec::<String>::new(), "at {view:?}");
    }
    Ok(())
}

//! Notes as long as books, and longer: the first screen is drawn at once, the rest piece by piece.

use anyhow::Result;
use serde_json::{Value as Json, json};
use skillreel::vault::NoteFile;

use crate::harness::everywhere_nightly;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::pages::with_files;
use crate::seen;

everywhere_nightly! {
    opens_notes_of_thousands_of_parts_in_pieces in long,
    comes_to_what_was_asked_for_far_below in long,
    lists_what_is_long_in_steps in long,
}

/// How many headings, links, items or rows each note has.
const MANY: usize = 3_000;

/// How many rows the table has.
const ROWS: usize = 800;

/// The most elements that may come in one go: some screens of them.
const AT_ONCE: usize = 2_000;

fn long(scene: Scene) -> Scene {
    let many = |line: &dyn Fn(usize) -> String| (0..MANY).map(line).collect::<String>();
    let note = |name: &str, text: String| {
        NoteFile::new(format!("{name}.md"), format!("---\ntitle: Long {name}\n---\n\n{text}"))
    };
    // A browser lays a table out anew with each row that comes.
    let rows: String =
        (0..ROWS).map(|number| format!("| {number} | [[headings]] | [[x]] |\n")).collect();
    let table = "| A | B | C |\n| - | - | - |\n".to_owned();
    let notes = [
        note("headings", many(&|number| format!("## Heading {number}\n\n"))),
        note("alike", many(&|_| "## Heading\n\n".to_owned())),
        note("links", many(&|_| "[[headings]]\n".to_owned())),
        note("list", many(&|number| format!("- Item {number} of [[headings]]\n"))),
        note("table", table + &rows),
        note(
            "topic",
            "# All of it\n\n".to_owned()
                + &many(&|number| format!("- Said {number} [{number}:00]\n")),
        ),
    ];
    with_files(scene, "long-notes", &notes)
}

/// Opens a view, and notes down how many elements what is open has after each piece of work.
const OPEN: &str = "window.sizes = [0];
    window.observer?.disconnect();
    window.observer = new MutationObserver(() => {
        sizes.push(document.querySelectorAll('[data-anchor=detail] *').length);
    });
    observer.observe(document.querySelector('[data-anchor=detail]').parentElement, { childList: true, subtree: true });
    location.hash = arguments[0]";

/// Waits until so many elements of a kind are drawn, and looks how they came.
async fn come_in_pieces(visit: &Visit, view: &str, kind: &str, wanted: usize) -> Result<()> {
    visit.eval::<Json>(OPEN, json!([view])).await?;
    let drawn = "return document.querySelectorAll(arguments[0]).length";
    visit.until_equal(&format!("{kind} of {view}"), drawn, json!([kind]), json!(wanted)).await?;
    let sizes: Vec<usize> = visit.eval("return sizes", json!([])).await?;
    let most = sizes.windows(2).map(|pair| pair[1].saturating_sub(pair[0])).max();
    assert!(most.is_some_and(|most| most < AT_ONCE), "{view}: {most:?} elements at once");
    Ok(())
}

async fn opens_notes_of_thousands_of_parts_in_pieces(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    for (view, kind, wanted) in [
        ("#note=headings", "[data-anchor=note-text] h3", MANY),
        ("#note=alike", "[data-anchor=note-text] h3", MANY),
        ("#note=links", "[data-anchor=note-text] p a", MANY),
        ("#note=list", "[data-anchor=note-text] ul > li", MANY),
        ("#note=table", "[data-anchor=note-text] tbody tr", ROWS),
        ("#note=topic&topic=all-of-it", "[data-anchor=claim-item]", MANY),
    ] {
        come_in_pieces(visit, view, kind, wanted).await?;
    }
    // It is one list, one paragraph and one table as before.
    for (view, whole) in [("#note=links", "p"), ("#note=list", "ul"), ("#note=table", "table")] {
        visit.eval::<Json>("location.hash = arguments[0]", json!([view])).await?;
        let one =
            "return document.querySelectorAll(`[data-anchor=note-text] ${arguments[0]}`).length";
        visit.until_equal(whole, one, json!([whole]), json!(1)).await?;
    }
    Ok(())
}

async fn comes_to_what_was_asked_for_far_below(visit: &Visit) -> Result<()> {
    visit.open("#note=headings&section=heading-2900").await?;
    let in_sight = "const box = document.querySelector('[data-section=heading-2900]')
            ?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight";
    visit.until("the section that was asked for", in_sight, json!([])).await
}

async fn lists_what_is_long_in_steps(visit: &Visit) -> Result<()> {
    visit.open("#note=headings").await?;
    let listed = "return document.querySelectorAll('[aria-label=Outline] li').length";
    visit.until("headings", &format!("{listed} > 0"), json!([])).await?;
    let first: usize = visit.eval(listed, json!([])).await?;
    assert!((1..AT_ONCE).contains(&first), "{first} headings are listed at first");
    visit.click("[aria-label=Outline] > button").await?;
    visit.until("more headings", &format!("{listed} > {first}"), json!([])).await?;
    seen::text(visit, "more headings").await?;
    seen::text(visit, "Linked from 3 notes").await
}

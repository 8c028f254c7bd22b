//! A matrix over many notes, filtered by the lists that the browser draws, and scrolled through.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::harness::run::{Scene, scenario};
use crate::harness::visit::Visit;
use crate::harness::{everywhere_but_webkit_nightly, extras, over_http};
use crate::pages::with_notes;
use crate::seen;

// WebKit's driver does not come back from the lists that the system draws.
everywhere_but_webkit_nightly! {
    filters_by_role_and_video in five_notes,
}

over_http! {
    scrolls_through_many_rows in many_rows,
    sees_no_choices_where_none_leaves_anything in said_of_no_skill,
}

// No other browser makes its window as narrow.
scenario! {
    reads_in_one_line_how_much_plays (many_rows):
    chromium_http = Chromium Http,
}

// What is printed is counted in pages as Chromium writes them.
scenario! {
    prints_a_level_and_not_all_skills (many_rows):
    chromium_http = Chromium Http,
}

/// Five notes of three videos: designers and engineers, new and senior.
fn five_notes(scene: Scene) -> Scene {
    let note = |video: &str, title: &str, body: &str| {
        format!("---\ntitle: {title}\nvideoId: {video}\n---\n\n{body}")
    };
    let drawing = note(
        "aaaaaaaaaaa",
        "On drawing",
        "## Skills of new designers\n\n1. **Sketch**: a page a day [0:10]\n\
         2. **Bend**: why at all [0:20]\n",
    );
    let more = note(
        "aaaaaaaaaaa",
        "More on drawing",
        "## Skills of new designers\n\n1. **Sketching**: with a soft pencil [0:40]\n",
    );
    let shapes = note(
        "bbbbbbbbbbb",
        "On shapes",
        "## Skills of new designers\n\n1. **Sketch**: before you measure [1:10]\n\n\
         And later:\n\n3. **Bend**: who will hold it [1:20]\n",
    );
    let bridges = note(
        "ccccccccccc",
        "On bridges",
        "## Skills of senior engineers\n\n1. **Weld**: under water [2:10]\n\
         2. **Bend**: what it carries [2:20]\n",
    );
    let calm = note("ccccccccccc", "On calm", "## Key skills\n\n* **Breathe**: slowly [3:10]\n");
    let notes = [
        ("drawing.md", drawing),
        ("drawings.md", more),
        ("shapes.md", shapes),
        ("tall-bridges.md", bridges),
        ("zen.md", calm),
    ];
    let notes: Vec<(&str, &[u8])> =
        notes.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    with_notes(scene, "five-notes", &notes)
}

/// What a list offers, as it is read.
const OPTIONS: &str = "const select = [...document.querySelectorAll('label')]
        .find((label) => label.textContent === arguments[0])?.control;
    return select ? [...select.options].map((option) => option.textContent) : null";

/// Waits until a list offers these.
async fn offers(visit: &Visit, list: &str, wanted: &[&str]) -> Result<()> {
    visit.until_equal(&format!("the list {list}"), OPTIONS, json!([list]), json!(wanted)).await
}

/// Waits until the matrix shows these rows and no others.
async fn rows_are(visit: &Visit, wanted: &[&str]) -> Result<()> {
    visit.until_equal("the rows", seen::ROWS, json!([]), json!(wanted)).await
}

/// Chooses from a list the option whose text begins so.
async fn choose(visit: &Visit, list: &str, option: &str) -> Result<()> {
    let open = "const card = arguments[0].closest('details'); if (card) card.open = true";
    let label = "return [...document.querySelectorAll('label')]
        .find((label) => label.textContent === arguments[0])";
    let label = visit.element(label, json!([list])).await?;
    visit.eval::<()>(open, json!([label])).await?;
    let select = visit.find_named("select", "combobox", list).await?;
    let script = "const [select, text] = arguments;
        return [...select.options].findIndex((option) => option.textContent.startsWith(text))";
    let index: i64 = visit.eval(script, json!([select, option])).await?;
    let index = usize::try_from(index).with_context(|| format!("no {option} in {list}"))?;
    select.select_by_index(index).await.with_context(|| format!("choosing {option} in {list}"))
}

async fn filters_by_role_and_video(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    choose(visit, "Role", "Engineer").await?;
    seen::fragment_has(visit, "role=engineer").await?;
    rows_are(visit, &["weld", "bend"]).await?;
    offers(visit, "Video", &["All (2)", "On drawing (0)", "On shapes (0)", "On bridges (2)"])
        .await?;
    visit.client().back().await?;
    rows_are(visit, &["bend", "sketch", "weld", "breathe"]).await?;
    choose(visit, "Sort", "Name").await?;
    rows_are(visit, &["bend", "breathe", "sketch", "weld"]).await
}

/// How many skills the long matrix has.
const MANY: usize = 150;

fn many_rows(scene: Scene) -> Scene {
    let list: String = (0..MANY)
        .map(|number| format!("* **Knot {number:03}**: tied in so many ways [{number}:00]\n"))
        .collect();
    let note = format!("---\ntitle: Knots\nvideoId: aaaaaaaaaaa\n---\n\n## Key skills\n\n{list}");
    let few = "---\ntitle: Few\n---\n## Skills of new designers\n1. **Knot 149**: last\n";
    with_notes(scene, "many-rows", &[("knots.md", note.as_bytes()), ("less.md", few.as_bytes())])
}

/// How many rows are drawn.
const DRAWN: &str = "return document.querySelectorAll('th[scope=row][data-skill]').length";

async fn scrolls_through_many_rows(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    assert_eq!(visit.texts("caption").await?, [format!("{MANY} skills from 2 notes")]);
    let drawn: usize = visit.eval(DRAWN, json!([])).await?;
    assert!((40..MANY).contains(&drawn), "{drawn} rows are drawn");
    let rows: Option<String> = visit.find("table").await?.attr("aria-rowcount").await?;
    assert_eq!(rows, Some((MANY + 1).to_string()), "with the head");
    for more in 1..=3 {
        let before: usize = visit.eval(DRAWN, json!([])).await?;
        visit.eval::<()>("scrollTo(0, document.documentElement.scrollHeight)", json!([])).await?;
        let grown = format!("{DRAWN} > Math.min({before}, {})", MANY - 1);
        visit.until(&format!("more rows, the {more}. time"), &grown, json!([])).await?;
    }
    visit.until_equal("the rows", DRAWN, json!([]), json!(MANY)).await?;
    assert_eq!(visit.find("table").await?.attr("aria-rowcount").await?, None);
    assert!(!visit.shows("[data-anchor=more-rows] button").await?);
    // Another choice starts from the top again.
    visit.eval::<()>("scrollTo(0, 0)", json!([])).await?;
    seen::choose_level(visit, "New").await?;
    rows_are(visit, &["knot-149"]).await?;
    visit.click("[data-group=no-level] button").await?;
    seen::rows_start_with(visit, &["knot-149", "knot-000"]).await?;
    let few = format!("{DRAWN} < {MANY}");
    visit.until("the first rows alone", &few, json!([])).await
}

async fn reads_in_one_line_how_much_plays(visit: &Visit) -> Result<()> {
    const LINES: &str = "const label = document.querySelector('[data-anchor=play-bar] [data-anchor=play-these] span');
        const words = document.createRange();
        words.selectNodeContents(label);
        return [label.innerText.split(' · ')[0], words.getClientRects().length,
            document.documentElement.scrollWidth <= innerWidth]";
    visit.open("?embed=1").await?;
    visit.resize(312, 700).await?;
    let line = json!(["Play the first 100 of 151", 1, true]);
    visit.until_equal("the button", LINES, json!([]), line).await
}

/// How many pages of A4 a browser prints.
async fn pages(visit: &Visit) -> Result<usize> {
    seen::printable(visit).await?;
    let pdf = STANDARD.decode(extras::print(visit.client(), 21.0, 29.7).await?)?;
    let is_page =
        |part: &&[u8]| part.starts_with(b"/Type /Page") && !part[11].is_ascii_alphabetic();
    Ok(pdf.windows(12).filter(is_page).count())
}

async fn prints_a_level_and_not_all_skills(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let all = pages(visit).await?;
    assert!(all >= 5, "{MANY} skills, and what was said of them, on {all} pages");
    visit.open("#level=new").await?;
    assert_eq!(pages(visit).await?, 1, "the one skill of the level");
    Ok(())
}

/// Notes of two roles and two videos, one of which says something of no skill.
fn said_of_no_skill(scene: Scene) -> Scene {
    let a = b"---\ntitle: A\nvideoId: aaaaaaaaaaa\n---\n## Skills of new designers\n\n1. **Sketch**: daily [0:10]\n\n\
        ## Weather\n\nIt rained all day [5:00].\n";
    let b = b"---\ntitle: B\nvideoId: bbbbbbbbbbb\n---\n## Skills of new engineers\n\n1. **Weld**: cold [0:10]\n";
    with_notes(scene, "no-skill", &[("a.md", a), ("b.md", b)])
}

async fn sees_no_choices_where_none_leaves_anything(visit: &Visit) -> Result<()> {
    /// What is offered in the line of filters, as it is seen.
    const OFFERED: &str = "return [...document.querySelectorAll('[role=radiogroup] label > span > span:last-child, [id=choose-Role], [data-anchor=more-filters]')]
        .filter((part) => part.getClientRects().length > 0 && getComputedStyle(part).visibility === 'visible')
        .map((part) => part.id || part.dataset.anchor || part.textContent)";
    visit.open("").await?;
    let all = json!(["2", "2", "choose-Role", "more-filters"]);
    visit.until_equal("what is offered", OFFERED, json!([]), all.clone()).await?;
    seen::still(visit, "[data-anchor=results]").await?;
    let top = "return document.querySelector('[data-anchor=results]').getBoundingClientRect().top";
    let before: f64 = visit.eval(top, json!([])).await?;
    visit.find(crate::search::searching::BOX).await?.send_keys("rained").await?;
    seen::text(visit, "It rained all day").await?;
    visit.until_equal("what is offered", OFFERED, json!([]), json!([])).await?;
    assert_eq!(visit.eval::<f64>(top, json!([])).await?, before, "what stands below stays");
    // A choice that is made can be undone.
    visit.open("#q=rained&role=engineer").await?;
    let chosen = json!(["choose-Role"]);
    visit.until_equal("what is offered", OFFERED, json!([]), chosen).await?;
    visit.click("[aria-label='Clear the search']").await?;
    visit
        .until("the rest", &format!("return (() => {{ {OFFERED} }})().length > 2"), json!([]))
        .await
}

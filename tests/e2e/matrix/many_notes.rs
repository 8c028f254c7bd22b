//! A matrix over many notes: filters whose numbers follow each other, orders, and notes that agree
//! or do not.

use anyhow::{Context, Result};
use serde_json::json;

use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_but_webkit, everywhere_nightly, over_http};
use crate::pages::with_notes;
use crate::seen;

// WebKit's driver does not come back from the lists that the system draws.
everywhere_but_webkit! {
    filters_by_role_and_video in five_notes,
    sorts_by_notes_and_by_name in five_notes,
}

everywhere_nightly! {
    sees_where_notes_agree_and_where_not in five_notes,
}

over_http! {
    opens_filters_that_leave_nothing in five_notes,
    scrolls_through_many_rows in many_rows,
    asks_for_all_rows in many_rows,
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

/// Waits until the levels are told so.
async fn levels_are(visit: &Visit, wanted: &[&str]) -> Result<()> {
    let script = "return [...document.querySelectorAll('input[type=radio]')]
        .map((radio) => radio.labels[0].textContent.replace(/\\s+/g, ' ').trim())";
    visit.until_equal("the levels", script, json!([]), json!(wanted)).await
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
    levels_are(visit, &["All 4", "New 2", "Senior 2"]).await?;
    offers(visit, "Role", &["Any role (4)", "Engineer (2)", "Designer (2)", "None named (1)"])
        .await?;
    let videos = ["All (4)", "On drawing (2)", "On shapes (2)", "On bridges (3)"];
    offers(visit, "Video", &videos).await?;
    assert_eq!(visit.texts("caption").await?, ["4 skills from 5 notes"]);

    choose(visit, "Role", "Engineer").await?;
    seen::fragment_has(visit, "role=engineer").await?;
    rows_are(visit, &["weld", "bend"]).await?;
    assert_eq!(visit.texts("caption").await?, ["2 of 4 skills"]);
    // What designers say of asking does not count in the cells either.
    assert_eq!(seen::stamps(visit, "td[data-skill=bend]").await?.len(), 1);
    levels_are(visit, &["All 2", "New 0", "Senior 2"]).await?;
    offers(visit, "Role", &["Any role (4)", "Engineer (2)", "Designer (2)", "None named (1)"])
        .await?;
    offers(visit, "Video", &["All (2)", "On drawing (0)", "On shapes (0)", "On bridges (2)"])
        .await?;

    choose(visit, "Role", "Any").await?;
    choose(visit, "Video", "On bridges").await?;
    seen::fragment_has(visit, "video=ccccccccccc").await?;
    assert_eq!(seen::fragment_value(visit, "role").await?, None);
    rows_are(visit, &["weld", "bend", "breathe"]).await?;
    offers(visit, "Role", &["Any role (3)", "Engineer (2)", "Designer (0)", "None named (1)"])
        .await?;

    // What is said of no level is closed then.
    seen::choose_level(visit, "Senior").await?;
    rows_are(visit, &["weld", "bend"]).await?;
    offers(visit, "Role", &["Any role (2)", "Engineer (2)", "Designer (0)", "None named (0)"])
        .await?;

    visit.client().back().await?;
    visit.client().back().await?;
    rows_are(visit, &["bend", "sketch", "weld", "breathe"]).await?;
    offers(visit, "Video", &videos).await?;
    let chosen =
        "return [...document.querySelectorAll('.filters select')].map((select) => select.value)";
    visit.until_equal("the lists", chosen, json!([]), json!(["", "", ""])).await?;

    // The numbers follow the search, too.
    visit.find(crate::search::searching::BOX).await?.send_keys("pencil").await?;
    rows_are(visit, &["sketch"]).await?;
    let found = ["Any role (1)", "Engineer (0)", "Designer (1)", "None named (0)"];
    offers(visit, "Role", &found).await?;
    // What a role would show is counted as if it were chosen, whichever one is.
    choose(visit, "Role", "Designer").await?;
    rows_are(visit, &["sketch"]).await?;
    offers(visit, "Role", &found).await?;
    choose(visit, "Role", "Engineer").await?;
    rows_are(visit, &[]).await?;
    offers(visit, "Role", &found).await
}

async fn sorts_by_notes_and_by_name(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    rows_are(visit, &["bend", "sketch", "weld", "breathe"]).await?;
    offers(visit, "Sort", &["Order given", "Videos", "Name", "Order for New", "Order for Senior"])
        .await?;
    choose(visit, "Sort", "Name").await?;
    seen::fragment_has(visit, "sort=name").await?;
    rows_are(visit, &["bend", "breathe", "sketch", "weld"]).await?;
    seen::choose_level(visit, "Senior").await?;
    rows_are(visit, &["bend", "weld", "sketch"]).await?;
    seen::choose_level(visit, "All").await?;
    choose(visit, "Sort", "Videos").await?;
    seen::fragment_has(visit, "sort=videos").await?;
    rows_are(visit, &["bend", "sketch", "weld", "breathe"]).await?;
    choose(visit, "Video", "On bridges").await?;
    rows_are(visit, &["weld", "bend", "breathe"]).await?;
    // A copied link brings the order and the filters along.
    visit.open("#sort=name&video=ccccccccccc").await?;
    rows_are(visit, &["bend", "breathe", "weld"]).await?;
    let chosen =
        "return [...document.querySelectorAll('.filters select')].map((select) => select.value)";
    visit.until_equal("the lists", chosen, json!([]), json!(["", "ccccccccccc", "name"])).await?;
    choose(visit, "Sort", "Order given").await?;
    rows_are(visit, &["weld", "bend", "breathe"]).await?;
    assert_eq!(seen::fragment_value(visit, "sort").await?, None, "the usual order is not written");
    Ok(())
}

async fn sees_where_notes_agree_and_where_not(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    // Three notes in two videos agree.
    let cell = "td[data-skill=sketch][data-level=new]";
    let text = |cell: &str| format!("{cell} .placed");
    assert_eq!(visit.texts(&text(cell)).await?.len(), 1);
    assert_eq!(visit.texts(&format!("{cell} .rank")).await?, ["1"]);
    assert_eq!(visit.texts(&format!("{cell} .backing")).await?, ["3 notes in 2 videos"]);
    // Two notes do not: each rank stands for itself, and none is in between.
    let cell = "td[data-skill=bend][data-level=new]";
    assert_eq!(visit.texts(&format!("{cell} .rank")).await?, ["2", "3"]);
    assert_eq!(visit.texts(&format!("{cell} .backing")).await?, ["1 note", "1 note"]);
    let rank: Option<String> =
        visit.client().find(fantoccini::Locator::Css(cell)).await?.attr("data-rank").await?;
    assert_eq!(rank.as_deref(), Some("2"));
    let times: Vec<u32> =
        seen::stamps(visit, cell).await?.into_iter().map(|(seconds, _)| seconds).collect();
    assert_eq!(times, [20, 80]);
    // One note alone says nothing of it.
    assert_eq!(visit.texts("td[data-skill=weld] .backing").await?, Vec::<String>::new());

    visit.click("th[data-skill=sketch] a").await?;
    seen::text(visit, "New: 3 notes in 2 videos rank it 1.").await?;
    seen::text(visit, "with a soft pencil").await?;
    visit.click("th[data-skill=bend] a").await?;
    seen::text(visit, "New: 1 note ranks it 2; 1 note ranks it 3.").await?;
    assert_eq!(visit.texts(".agreement li").await?.len(), 1, "one note makes no agreement");
    Ok(())
}

async fn opens_filters_that_leave_nothing(visit: &Visit) -> Result<()> {
    visit.open("#role=engineer&video=aaaaaaaaaaa&sort=name").await?;
    rows_are(visit, &[]).await?;
    seen::text(visit, "No note here names a skill for these filters.").await?;
    seen::text(visit, "Role: Engineer").await?;
    seen::text(visit, "Video: On drawing").await?;
    visit.click(".nothing button").await?;
    rows_are(visit, &["bend", "breathe", "sketch", "weld"]).await?;
    seen::fragment_has(visit, "sort=name").await?;
    // What an address has wrong is left out.
    visit.open("#role=baker&video=short&sort=size").await?;
    rows_are(visit, &["bend", "sketch", "weld", "breathe"]).await
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
const DRAWN: &str = "return document.querySelectorAll('tr.skill').length";

async fn scrolls_through_many_rows(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    assert_eq!(visit.texts("caption").await?, [format!("{MANY} skills from 2 notes")]);
    let drawn: usize = visit.eval(DRAWN, json!([])).await?;
    assert!((60..MANY).contains(&drawn), "{drawn} rows are drawn");
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
    assert!(!visit.shows(".more-rows button").await?);
    // Another choice starts from the top again.
    visit.eval::<()>("scrollTo(0, 0)", json!([])).await?;
    seen::choose_level(visit, "New").await?;
    rows_are(visit, &["knot-149"]).await?;
    visit.click("[data-group=no-level] button").await?;
    seen::rows_start_with(visit, &["knot-149", "knot-000"]).await?;
    let few = format!("{DRAWN} < {MANY}");
    visit.until("the first rows alone", &few, json!([])).await
}

async fn asks_for_all_rows(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let before: usize = visit.eval(DRAWN, json!([])).await?;
    let text = visit.find(".more-rows button").await?.text().await?;
    assert_eq!(text, format!("Show all {MANY} skills"));
    // By its key, for a click would scroll there first.
    let focus = "document.querySelector('.more-rows button').focus({ preventScroll: true })";
    visit.eval::<()>(focus, json!([])).await?;
    visit.eval::<()>("document.activeElement.click()", json!([])).await?;
    visit.until_equal("the rows", DRAWN, json!([]), json!(MANY)).await?;
    let next = "return document.activeElement.closest('tr')?.querySelector('th').dataset.skill";
    // The ranked one stands above all others.
    let wanted = format!("knot-{:03}", before - 1);
    visit.until_equal("the focus", next, json!([]), json!(wanted)).await?;
    seen::text(visit, &format!("All {MANY} skills are shown")).await
}

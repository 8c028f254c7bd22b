//! Filters whose numbers follow each other, orders, more rows than are drawn at first, and notes that agree or do not.

use skillreel::anchor::Anchor;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::{Page, address_has, document, fragment, go_back, go_to, note};

/// Five notes of three videos: designers and engineers, new and senior.
pub(super) fn five_notes() -> [(&'static str, String); 5] {
    let drawing = "## Skills of new designers\n\n1. **Sketch**: a page a day [0:10]\n\
                   2. **Bend**: why at all [0:20]\n";
    let more = "## Skills of new designers\n\n1. **Sketching**: with a soft pencil [0:40]\n";
    let shapes = "## Skills of new designers\n\n1. **Sketch**: before you measure [1:10]\n\n\
                  And later:\n\n3. **Bend**: who will hold it [1:20]\n";
    let bridges = "## Skills of senior engineers\n\n1. **Weld**: under water [2:10]\n\
                   2. **Bend**: what it carries [2:20]\n";
    let calm = "## Key skills\n\n* **Breathe**: slowly [3:10]\n";
    [
        ("drawing.md", note("aaaaaaaaaaa", "On drawing", drawing)),
        ("drawings.md", note("aaaaaaaaaaa", "More on drawing", more)),
        ("shapes.md", note("bbbbbbbbbbb", "On shapes", shapes)),
        ("tall-bridges.md", note("ccccccccccc", "On bridges", bridges)),
        ("zen.md", note("ccccccccccc", "On calm", calm)),
    ]
}

const ALL_VIDEOS: [&str; 4] = ["All (4)", "On drawing (2)", "On shapes (2)", "On bridges (3)"];

async fn levels_are(page: &Page, wanted: &[&str]) {
    let wanted: Vec<String> = wanted.iter().map(|&level| level.to_owned()).collect();
    page.until("the levels", wanted, Page::levels).await;
}

async fn lists_are(page: &Page, wanted: [&str; 3]) {
    let look = |page: &Page| ["Role", "Video", "Sort"].map(|list| page.list(list).value());
    page.until("the lists", wanted.map(str::to_owned), look).await;
}

#[wasm_bindgen_test]
async fn numbers_follow_what_is_chosen() {
    let page = Page::of(&five_notes(), "").await;
    levels_are(&page, &["All 4", "New 2", "Senior 2"]).await;
    let roles = ["Any role (4)", "Engineer (2)", "Designer (2)", "None named (1)"];
    page.offers("Role", &roles).await;
    page.offers("Video", &ALL_VIDEOS).await;
    assert_eq!(page.texts("caption"), ["4 skills from 5 notes"]);

    page.choose("Role", "Engineer");
    page.has_rows(&["weld", "bend"]).await;
    assert!(address_has("role=engineer"));
    page.until("what is counted", vec!["2 of 4 skills".to_owned()], |page| page.texts("caption"))
        .await;
    // What designers say of bending does not count in the cells either.
    assert_eq!(page.all("td[data-skill=bend] a.stamp").len(), 1);
    levels_are(&page, &["All 2", "New 0", "Senior 2"]).await;
    page.offers("Role", &roles).await;
    page.offers("Video", &["All (2)", "On drawing (0)", "On shapes (0)", "On bridges (2)"]).await;

    page.choose("Role", "Any");
    page.has_rows(&["bend", "sketch", "weld", "breathe"]).await;
    page.choose("Video", "On bridges");
    page.has_rows(&["weld", "bend", "breathe"]).await;
    assert_eq!(fragment(), "video=ccccccccccc");
    page.offers("Role", &["Any role (3)", "Engineer (2)", "Designer (0)", "None named (1)"]).await;

    // What is said of no level is closed then.
    page.choose_level("Senior");
    page.has_rows(&["weld", "bend"]).await;
    page.offers("Role", &["Any role (2)", "Engineer (2)", "Designer (0)", "None named (0)"]).await;
}

#[wasm_bindgen_test]
async fn going_back_brings_the_filters_back() {
    let page = Page::of(&five_notes(), "").await;
    page.choose("Video", "On bridges");
    page.has_rows(&["weld", "bend", "breathe"]).await;
    page.choose_level("Senior");
    page.has_rows(&["weld", "bend"]).await;
    go_back();
    page.has_rows(&["weld", "bend", "breathe"]).await;
    lists_are(&page, ["", "ccccccccccc", ""]).await;
    go_back();
    page.has_rows(&["bend", "sketch", "weld", "breathe"]).await;
    page.offers("Video", &ALL_VIDEOS).await;
    lists_are(&page, ["", "", ""]).await;
}

#[wasm_bindgen_test]
async fn numbers_follow_the_search() {
    let page = Page::of(&five_notes(), "").await;
    page.write(Anchor::SearchField.selector(), "pencil");
    page.has_rows(&["sketch"]).await;
    let found = ["Any role (1)", "Engineer (0)", "Designer (1)", "None named (0)"];
    page.offers("Role", &found).await;
    // What a role would show is counted as if it were chosen, whichever one is.
    page.choose("Role", "Designer");
    page.has_rows(&["sketch"]).await;
    page.offers("Role", &found).await;
    page.choose("Role", "Engineer");
    page.has_rows(&[]).await;
    page.offers("Role", &found).await;
}

#[wasm_bindgen_test]
async fn rows_are_sorted_by_videos_and_by_name() {
    let page = Page::of(&five_notes(), "").await;
    page.has_rows(&["bend", "sketch", "weld", "breathe"]).await;
    page.offers("Sort", &["Order given", "Videos", "Name", "Order for New", "Order for Senior"])
        .await;
    page.choose("Sort", "Name");
    page.has_rows(&["bend", "breathe", "sketch", "weld"]).await;
    assert!(address_has("sort=name"));
    page.choose_level("Senior");
    page.has_rows(&["bend", "weld", "sketch"]).await;
    page.choose_level("All");
    page.has_rows(&["bend", "breathe", "sketch", "weld"]).await;
    page.choose("Sort", "Videos");
    page.has_rows(&["bend", "sketch", "weld", "breathe"]).await;
    assert!(address_has("sort=videos"));
    page.choose("Video", "On bridges");
    page.has_rows(&["weld", "bend", "breathe"]).await;
}

#[wasm_bindgen_test]
async fn a_link_brings_the_order_and_the_filters_along() {
    let page = Page::of(&five_notes(), "sort=name&video=ccccccccccc").await;
    page.has_rows(&["bend", "breathe", "weld"]).await;
    lists_are(&page, ["", "ccccccccccc", "name"]).await;
    page.choose("Sort", "Order given");
    page.has_rows(&["weld", "bend", "breathe"]).await;
    assert_eq!(fragment(), "video=ccccccccccc", "the usual order is not written");
}

#[wasm_bindgen_test]
async fn filters_that_leave_nothing_are_named_and_undone() {
    let page = Page::of(&five_notes(), "role=engineer&video=aaaaaaaaaaa&sort=name").await;
    page.has_rows(&[]).await;
    for text in
        ["No note here names a skill for these filters.", "Role: Engineer", "Video: On drawing"]
    {
        page.reads("[data-anchor=nothing]", text).await;
    }
    page.one("[data-anchor=nothing] button").click();
    page.has_rows(&["bend", "breathe", "sketch", "weld"]).await;
    assert_eq!(fragment(), "sort=name");
    // What an address has wrong is left out.
    go_to("role=baker&video=short&sort=size");
    page.has_rows(&["bend", "sketch", "weld", "breathe"]).await;
}

#[wasm_bindgen_test]
async fn notes_that_agree_share_a_rank_and_others_stand_for_themselves() {
    let page = Page::of(&five_notes(), "").await;
    // Three notes in two videos agree.
    let cell = "td[data-skill=sketch][data-level=new]";
    assert_eq!(page.all(&format!("{cell} [role=img]")).len(), 1);
    assert_eq!(page.texts(&format!("{cell} [role=img]")), ["1"]);
    assert_eq!(page.texts(&format!("{cell} [data-anchor=evidence]")), ["3 notes in 2 videos"]);
    // Two notes do not: each rank stands for itself, and none is in between.
    let cell = "td[data-skill=bend][data-level=new]";
    assert_eq!(page.texts(&format!("{cell} [role=img]")), ["2", "3"]);
    assert_eq!(page.texts(&format!("{cell} [data-anchor=evidence]")), ["1 note", "1 note"]);
    assert_eq!(page.one(cell).dataset().get("rank").as_deref(), Some("2"));
    let stamps = page.all(&format!("{cell} a.stamp"));
    let seconds: Vec<_> =
        stamps.iter().filter_map(|stamp| stamp.dataset().get("seconds")).collect();
    assert_eq!(seconds, ["20", "80"]);
    // One note alone says nothing of it.
    assert_eq!(page.texts("td[data-skill=weld] [data-anchor=evidence]"), Vec::<String>::new());

    page.one("th[data-skill=sketch] a").click();
    let detail = Anchor::Detail.selector();
    page.reads(detail, "New: 3 notes in 2 videos rank it 1.").await;
    page.reads(detail, "with a soft pencil").await;
    page.one("th[data-skill=bend] a").click();
    page.reads(detail, "New: 1 note ranks it 2; 1 note ranks it 3.").await;
    assert_eq!(page.all("[data-anchor=agreement] li").len(), 1, "one note makes no agreement");
}

/// How many skills the matrix has.
const MANY: usize = 150;

#[wasm_bindgen_test]
async fn all_rows_are_there_once_they_are_asked_for() {
    let list: String = (0..MANY)
        .map(|number| format!("* **Knot {number:03}**: tied in so many ways [{number}:00]\n"))
        .collect();
    let notes = [
        ("knots.md", note("aaaaaaaaaaa", "Knots", &format!("## Key skills\n\n{list}"))),
        (
            "less.md",
            "---\ntitle: Few\n---\n## Skills of new designers\n1. **Knot 149**: last\n".to_owned(),
        ),
    ];
    let page = Page::of(&notes, "").await;
    let before = page.rows().len();
    assert!((40..MANY).contains(&before), "{before} rows are drawn");
    let rows = |page: &Page| page.one("table").get_attribute("aria-rowcount");
    assert_eq!(rows(&page), Some((MANY + 1).to_string()), "with the head");
    page.reads("[data-anchor=more-rows] button", &format!("Show all {MANY} skills")).await;
    page.one("[data-anchor=more-rows] button").focus().unwrap();
    page.one("[data-anchor=more-rows] button").click();
    page.until("the rows", MANY, |page| page.rows().len()).await;
    assert_eq!(rows(&page), None);
    // The ranked one stands above all others.
    let at_focus = |_: &Page| {
        let row = document().active_element()?.closest("tr").ok()??;
        let head = row.query_selector(Anchor::SkillHead.selector()).ok()??;
        head.dyn_into::<HtmlElement>().ok()?.dataset().get("skill")
    };
    page.until("the focus", Some(format!("knot-{:03}", before - 1)), at_focus).await;
    page.reads("[aria-live]", &format!("All {MANY} skills are shown")).await;
}

//! A matrix with more rows than are drawn at first.

use skillreel::anchor::Anchor;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::{Page, document, note};

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

//! The matrix at a glance: what its marks say and choose.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::progress::{handed_out, stop_watching, watch_files};
use super::{Page, address_has, note};

/// More skills than are looked through in a moment, two of them at levels.
pub(super) fn many() -> [(&'static str, String); 2] {
    let list: String =
        (0..60).map(|number| format!("* **Knot {number:02}**: tied [{number}:00]\n")).collect();
    let levels = "## Skills of new designers\n\n1. **Bend**: slowly [0:10]\n\n\
                  ## Skills of senior designers\n\n1. **Weld**: under water [0:20]\n\
                  2. **Bend**: fast [0:30]\n";
    [
        ("knots.md", note("aaaaaaaaaaa", "Knots", &format!("## Key skills\n\n{list}"))),
        ("levels.md", note("bbbbbbbbbbb", "Levels", levels)),
    ]
}

/// Presses the mark that says so. It is drawn, so it is no element of HTML.
fn press_mark(page: &Page, says: &str) {
    let titles =
        page.one("[data-anchor=map]").query_selector_all("[data-anchor=map-target]").unwrap();
    let mark = (0..titles.length())
        .filter_map(|index| titles.get(index)?.dyn_into::<Element>().ok())
        .find(|mark| mark.text_content().is_some_and(|text| text == says))
        .unwrap_or_else(|| panic!("no mark says {says}"));
    let click = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &{
        let init = web_sys::MouseEventInit::new();
        init.set_bubbles(true);
        init
    });
    mark.dispatch_event(&click.unwrap()).unwrap();
}

fn marks(page: &Page) -> u32 {
    let map = page.one("[data-anchor=map]");
    map.query_selector_all("[data-anchor=map-target]").unwrap().length()
}

#[wasm_bindgen_test]
async fn a_map_of_many_skills_chooses_what_is_pressed() {
    let page = Page::of(&many(), "").await;
    assert_eq!(marks(&page), 0, "nobody asked for it");
    page.one("[data-anchor=map] summary").click();
    // A mark for each skill at each level, and the two levels.
    page.until("the marks", 60 + 3 + 2, marks).await;
    press_mark(&page, "Senior: 2 skills, ranked");
    page.until("the level", true, |_| address_has("level=senior")).await;
    page.until("the rows", Some("weld".to_owned()), |page| page.rows().first().cloned()).await;
    press_mark(&page, "Bend, New: rank 1, 1 video");
    page.until("the skill", true, |_| address_has("skill=bend")).await;
    // Pressed again it lets go of the level.
    press_mark(&page, "Senior: 2 skills, ranked");
    page.until("all levels", false, |_| address_has("level=senior")).await;
}

#[wasm_bindgen_test]
async fn a_map_is_handed_out_as_a_picture_of_either_kind() {
    let page = Page::of(&many(), "").await;
    page.one("[data-anchor=map] summary").click();
    page.until("the marks", 60 + 3 + 2, marks).await;
    watch_files();
    page.press_button("Save as SVG");
    page.until("a file", 2, |_| handed_out().len()).await;
    let svg = handed_out().concat();
    // With a ranked and a named one in its legend.
    assert!(
        svg.contains("2-notes-map.svg")
            && svg.contains("Weld")
            && svg.matches("<circle").count() == 60 + 3 + 2,
        "{svg}"
    );
    watch_files();
    page.press_button("Save as PNG");
    page.until("a file", 2, |_| handed_out().len()).await;
    let png = handed_out().concat();
    assert!(png.contains("2-notes-map.png") && png.contains("PNG"), "{:?}", png.get(..80));
    stop_watching();
    page.reads("[data-anchor=map] [role=status]", "Saved.").await;
}

#[wasm_bindgen_test]
async fn few_skills_have_no_map() {
    let page = Page::of(&[many()[1].clone()], "").await;
    assert!(page.all("[data-anchor=map]").is_empty());
}

#[wasm_bindgen_test]
async fn a_row_of_the_chosen_level_names_the_others() {
    let page = Page::of(&[many()[1].clone()], "level=senior").await;
    page.has_rows(&["weld", "bend"]).await;
    assert_eq!(page.texts("td[data-skill=bend] [data-anchor=also-at]"), ["also New1"]);
    assert!(page.all("td[data-skill=weld] [data-anchor=also-at]").is_empty());
}

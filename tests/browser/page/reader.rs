//! Who reads is asked once, the table is sorted and pressed, and one thing has one number wherever it is told.

use js_sys::Function;
use skillreel::anchor::Anchor;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, address_has, fragment, note};

/// Two lists that rank for new people of two roles, and one of a higher level.
fn two_roles() -> [(&'static str, String); 2] {
    let designers =
        "## Skills of new designers\n\n1. **Sketch**: daily [0:10]\n2. **Bend**: slowly [0:20]\n";
    let engineers = "## Skills of new engineers\n\n1. **Measure**: twice [1:10]\n2. **Bend**: by a plan [1:20] [1:40]\n\n\
                     ## Skills of senior engineers\n\n1. **Weld**: under water [2:10]\n2. **Bend**: cold [2:20]\n";
    [
        ("a.md", note("aaaaaaaaaaa", "On shapes", designers)),
        ("b.md", note("bbbbbbbbbbb", "On bridges", engineers)),
    ]
}

#[wasm_bindgen_test]
async fn the_level_and_the_role_of_the_reader_are_kept_in_the_browser() {
    {
        let page = Page::of(&two_roles(), "").await;
        page.choose_level("New");
        page.choose("Role", "Engineer");
        page.until("the view", true, |_| address_has("level=new")).await;
        page.leave();
    }
    // The next visit begins there, with the lists of the role first, and nothing of it in the address.
    let page = Page::of(&two_roles(), "").await;
    page.has_rows(&["measure", "bend", "sketch", "bend", "weld"]).await;
    page.until("the address", String::new(), |_| fragment()).await;
    drop(page);
    // Whoever follows a link sees what it names, whoever they are.
    {
        let page = Page::of(&two_roles(), "").await;
        page.choose_level("New");
        page.leave();
    }
    let page = Page::of(&two_roles(), "level=senior").await;
    page.until("the rows", Some("weld".to_owned()), |page| page.rows().first().cloned()).await;
}

#[wasm_bindgen_test]
async fn a_head_sorts_by_its_level_and_a_row_opens_its_skill() {
    let page = Page::of(&two_roles(), "").await;
    let given = page.rows();
    page.one("th[data-level=senior] button").click();
    page.until("the order of Senior", vec!["weld".to_owned(), "bend".to_owned()], |page| {
        page.rows().into_iter().take(2).collect()
    })
    .await;
    let sorted = |page: &Page| page.all("th[data-level=senior][aria-sort=ascending]").len();
    assert_eq!(sorted(&page), 1);
    page.one("th[data-level=senior] button").click();
    page.until("the order given", given, Page::rows).await;
    assert_eq!(sorted(&page), 0);
    // A press beside all links of a row.
    page.one("td[data-skill=weld][data-level=new]").click();
    page.until("the skill", true, |_| address_has("skill=weld")).await;
    page.reads(Anchor::Detail.selector(), "under water").await;
}

#[wasm_bindgen_test]
async fn the_line_of_a_row_is_what_its_first_time_plays() {
    // The general comes first in the note, and the highest rank last.
    let text = "## Key skills\n\n* **Bend**: whatever it is [0:10]\n* **Hold**: on [0:20]\n* **Cool**: slowly [0:30]\n\n\
                ## Skills of new designers\n\n1. **Hold**: with tongs [1:10]\n2. **Bend**: while hot [1:20]\n\n\
                ## Skills of senior designers\n\n1. **Bend**: cold [2:20]\n\n\
                ## Skills of new engineers\n\n* **Cool**: in ash [3:10]\n";
    let notes = [("a.md", note("aaaaaaaaaaa", "On iron", text))];
    let page = Page::of(&notes, "").await;
    // What is named at a level goes before what is said of none.
    for (skill, line, seconds) in [("bend", "cold", "140"), ("cool", "in ash", "190")] {
        let row = |page: &Page| {
            let line = page.texts(&format!("tr:has([data-skill={skill}]) th p")).concat();
            let time = page.one(&format!("td[data-skill={skill}][data-first] a.stamp"));
            (line, time.dataset().get("seconds").unwrap_or_default())
        };
        page.until(skill, (line.to_owned(), seconds.to_owned()), row).await;
    }
    page.reads("[data-anchor=player]", "cold").await;
}

#[wasm_bindgen_test]
async fn stamps_are_what_is_counted_as_moments() {
    // Three claims, of which one has two stamps and one has none.
    let text = "## Bread\n\nKnead it [0:10] and once more [0:30]. \n\nBake it [1:00].\n\nEat it.\n";
    let notes = [("a.md", note("aaaaaaaaaaa", "On bread", text))];
    let page = Page::of(&notes, "").await;
    page.reads("[data-anchor=note-list]", "3 moments").await;
    page.reads("[data-anchor=note-list]", "Bread3").await;
    super::go_to("note=a&topic=bread");
    page.reads(Anchor::Detail.selector(), "Topic · 3 moments").await;
    drop(page);
    let page = Page::of(&two_roles(), "skill=bend").await;
    page.reads(Anchor::Detail.selector(), "4 moments").await;
}

#[wasm_bindgen_test]
async fn what_the_button_says_is_what_it_plays() {
    // One of the claims has no time, and one has two.
    let text =
        "## Skills of bakers\n\n1. **Knead** [0:10] [0:20]\n2. **Rest**\n3. **Bake** [1:00]\n";
    let page = Page::of(&[("a.md", note("aaaaaaaaaaa", "On bread", text))], "").await;
    let button = "[data-anchor=play-bar] [data-anchor=play-these]";
    page.reads(button, "Play all 3 · ").await;
    assert_eq!(page.texts("caption"), ["3 skills from 1 note"]);
}

/// The rows and the text that a browser would put on paper.
fn on_paper() -> (Vec<String>, String) {
    let print = "dispatchEvent(new Event('beforeprint'));
        const printed = document.querySelector('[data-anchor=printed]');
        const found = [...printed.querySelectorAll('tbody th[scope=row]')].map((head) => head.textContent);
        found.push(printed.textContent);
        dispatchEvent(new Event('afterprint'));
        return found";
    let found = Function::new_no_args(print).call0(&JsValue::NULL).unwrap();
    let mut found: Vec<String> =
        js_sys::Array::from(&found).iter().filter_map(|text| text.as_string()).collect();
    let text = found.pop().unwrap();
    (found, text)
}

#[wasm_bindgen_test]
async fn a_level_is_printed_with_its_rows_and_what_was_said_of_them() {
    let page = Page::of(&super::map::many(), "level=senior").await;
    // What draws on paper comes when nothing else is to do.
    let is_there = |_: &Page| {
        let has = "dispatchEvent(new Event('beforeprint'));
            const has = document.querySelector('[data-anchor=printed]') !== null;
            dispatchEvent(new Event('afterprint'));
            return has";
        Function::new_no_args(has).call0(&JsValue::NULL).unwrap() == true
    };
    page.until("a printer", true, is_there).await;
    let (rows, text) = on_paper();
    assert_eq!(rows, ["Weld", "Bend"], "{text}");
    assert!(text.contains("under water") && text.contains("fast"), "{text}");
    assert!(!text.contains("slowly") && !text.contains("Knot"), "{text}");
}

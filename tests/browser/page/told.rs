//! What is told of added notes: it goes by itself, unless somebody is at it or has to read what was skipped.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::taken::drop_files;
use super::{Page, note, send};

const TOLD: &str = "[aria-label='Added notes']";

/// Keeps the timers that wait as long as what is told stays, in place of letting them run out by the clock.
fn hold_timers() {
    let hold = "window.heldTimers = new Map();
        window.realTimers ??= [window.setTimeout, window.clearTimeout];
        const [set, clear] = window.realTimers;
        window.setTimeout = (run, ms, ...rest) => {
            if (ms !== 15000) return set(run, ms, ...rest);
            const id = -1 - heldTimers.size;
            heldTimers.set(id, run);
            return id;
        };
        window.clearTimeout = (id) => { heldTimers.delete(id) || clear(id); };";
    js(hold);
}

fn let_timers_go() {
    js("[window.setTimeout, window.clearTimeout] = window.realTimers");
}

fn js(script: &str) -> JsValue {
    Function::new_no_args(script).call0(&JsValue::NULL).unwrap()
}

/// How many timers wait.
fn waiting() -> f64 {
    js("return heldTimers.size").as_f64().unwrap()
}

async fn add(page: &Page, files: &[(&str, &str)]) {
    drop_files(files);
    page.until("the question", true, |page| page.says("dialog button", "Add 1 note")).await;
    page.press_button("Add 1 note to the 1 here");
    page.until("what is told", 1, |page| page.all(TOLD).len()).await;
}

fn here() -> [(&'static str, String); 1] {
    [("here.md", note("aaaaaaaaaaa", "Here", "## Skills of rowers\n\n1. **Balance** [0:10]\n"))]
}

const ADDED: &str = "## Skills of rowers\n\n1. **Patience** [0:20]\n";

#[wasm_bindgen_test]
async fn what_is_told_goes_by_itself_unless_somebody_is_at_it() {
    let page = Page::of(&here(), "").await;
    hold_timers();
    add(&page, &[("a.md", ADDED)]).await;
    assert_eq!(waiting(), 1.0, "it is to go");
    let told = page.one(TOLD);
    for (comes, goes) in [("mouseenter", "mouseleave"), ("focusin", "focusout")] {
        send(&told, &format!("new Event('{comes}', {{ bubbles: true }})"));
        assert_eq!(waiting(), 0.0, "it stays after {comes}");
        send(&told, &format!("new Event('{goes}', {{ bubbles: true }})"));
        assert_eq!(waiting(), 1.0, "it is to go after {goes}");
    }
    js("[...heldTimers.values()].forEach((run) => run())");
    page.until("nothing", 0, |page| page.all(TOLD).len()).await;
    page.has_rows(&["balance", "patience"]).await;
    let_timers_go();
}

#[wasm_bindgen_test]
async fn what_was_skipped_is_told_until_it_is_put_away() {
    let page = Page::of(&here(), "").await;
    hold_timers();
    add(&page, &[("a.md", ADDED), ("b.png", "x"), ("c.zip", "x")]).await;
    page.reads("[data-anchor=skipped]", "b.png").await;
    assert_eq!(waiting(), 0.0, "it stays");
    let told = page.one(TOLD);
    for passes in ["mouseenter", "mouseleave", "focusin", "focusout"] {
        send(&told, &format!("new Event('{passes}', {{ bubbles: true }})"));
    }
    assert_eq!(waiting(), 0.0, "it stays whoever was at it");
    page.press_button("Put this away");
    page.until("nothing", 0, |page| page.all(TOLD).len()).await;
    let_timers_go();
}

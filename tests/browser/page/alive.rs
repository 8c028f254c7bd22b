//! Whether a page lives: that nothing stops which no test waits for, and that nothing goes on once it is gone.

use js_sys::{Array, Function};
use skillreel::anchor::Anchor;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use super::{Page, document, fragment, go_to, note, pause, press, window};

/// Fails where something has stopped since the last look; the first look begins it.
pub(super) fn nothing_stopped() {
    let look = "if (!window.whatStopped) {
            window.whatStopped = [];
            window.addEventListener('error', (event) => window.whatStopped.push(event.message));
            window.addEventListener('unhandledrejection', (event) => window.whatStopped.push(`${event.reason}`));
        }
        return window.whatStopped.splice(0);";
    let stopped: Array = Function::new_no_args(look).call0(&window()).unwrap().unchecked_into();
    let stopped: Vec<String> = stopped.iter().filter_map(|what| what.as_string()).collect();
    assert_eq!(stopped, Vec::<String>::new(), "in this test, or once the one before had ended");
}

#[wasm_bindgen_test]
async fn a_page_that_is_gone_hears_nothing() {
    let notes =
        [("a.md", note("aaaaaaaaaaa", "A", "## Key skills\n\n* **Breathe**: slowly [0:10]\n"))];
    let page = Page::of(&notes, "").await;
    page.has_rows(&["breathe"]).await;
    let place = page.place.clone();
    drop(page);
    assert_eq!(place.inner_html(), "", "all that was drawn went with it");
    go_to("skill=breathe");
    pause(20).await;
    press("/", false);
    window().dispatch_event(&Event::new("beforeprint").unwrap()).unwrap();
    assert!(
        document().query_selector("[data-anchor=printed]").unwrap().is_none(),
        "nothing is left to print"
    );
    assert_eq!(fragment(), "skill=breathe");
    let next = Page::of(&notes, "skill=breathe").await;
    next.reads(Anchor::Detail.selector(), "Breathe").await;
}

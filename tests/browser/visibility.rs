//! Elements that come into sight, and a watch that ends.

use std::cell::Cell;
use std::rc::Rc;

use skillreel::browser::page::scheduler;
use skillreel::browser::page::visibility;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

/// An element that stands so far from the top of the page, in pixels.
fn element(top_px: &str) -> HtmlElement {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let element = document.create_element("p").expect("an element");
    let element: HtmlElement = element.dyn_into().expect("an HTML element");
    element.set_text_content(Some("x"));
    let style = "position: absolute; height: 1px; top: ";
    element.set_attribute("style", &[style, top_px, "px"].concat()).expect("a test page may");
    document.body().expect("a body").append_child(&element).expect("it takes a child");
    element
}

/// Waits until observers had their turn: they are called once a frame.
async fn frames() {
    for _ in 0..4 {
        scheduler::painted().await;
    }
}

#[wasm_bindgen_test]
async fn says_when_an_element_comes_near() {
    let calls = Rc::new(Cell::new(0));
    let count = |calls: &Rc<Cell<u32>>| {
        let calls = Rc::clone(calls);
        move || calls.set(calls.get() + 1)
    };
    let near = element("0");
    let watch = visibility::on_sight(&near, 0, count(&calls)).expect("browsers have observers");
    frames().await;
    assert_eq!(calls.get(), 1, "what is in sight is told at once");

    drop(watch);
    near.remove();
    frames().await;
    assert_eq!(calls.get(), 1, "a watch that ended is silent");

    let far = element("60000");
    let watch = visibility::on_sight(&far, 800, count(&calls)).expect("browsers have observers");
    frames().await;
    assert_eq!(calls.get(), 1, "what is far away is not told");
    let wide = visibility::on_sight(&far, 100_000, count(&calls)).expect("browsers have observers");
    frames().await;
    assert_eq!(calls.get(), 2, "unless one looks that far ahead");
    far.scroll_into_view();
    frames().await;
    assert_eq!(calls.get(), 3, "until it comes into sight");
    drop((watch, wide));
    far.remove();
}

//! Parts of a page that are drawn after it: in their turn, once the page is at rest, or when they come.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use leptos::mount::mount_to;
use leptos::prelude::*;
use skillreel::browser::page::scheduler;
use skillreel::ui::at_rest::{begin_to_work, come_to_rest, is_at_rest};
use skillreel::ui::fresh::fresh;
use skillreel::ui::in_chunk::NotHere;
use skillreel::ui::in_turn::{all_drawn, begin, draw_waiting, in_turn};
use skillreel::ui::late_view::{Arriving, late};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

/// A place in the test's document, and what `draw` draws there until that is dropped.
fn drawn(draw: impl FnOnce() -> AnyView + 'static) -> (HtmlElement, impl Sized) {
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    let mounted = mount_to(place.clone(), draw);
    (place, mounted)
}

fn text_of(place: &HtmlElement) -> String {
    place.text_content().unwrap_or_default()
}

/// Lets effects and what was begun have their turn.
async fn tasks() {
    for _ in 0..8 {
        scheduler::next_task().await;
    }
}

#[wasm_bindgen_test]
async fn parts_are_drawn_in_their_turn_and_what_is_within_them_last() {
    begin();
    let (place, mounted) = drawn(|| {
        let within = || view! { <p>"within "</p> }.into_any();
        view! {
            <p>"around "</p>
            {in_turn(move || view! { <p>"first "</p> {in_turn(within)} }.into_any())}
            {in_turn(|| view! { <p>"second "</p> }.into_any())}
        }
        .into_any()
    });
    assert_eq!(text_of(&place), "around ", "the others wait");
    let heard = Arc::new(Mutex::new(String::new()));
    let told = (Arc::clone(&heard), place.clone());
    spawn_local(async move {
        all_drawn().await;
        *told.0.lock().unwrap() = text_of(&told.1);
    });
    draw_waiting().await;
    assert_eq!(text_of(&place), "around first within second ");
    tasks().await;
    assert_eq!(*heard.lock().unwrap(), "around first within second ", "who waited saw all of it");
    let (later, also_mounted) = drawn(|| in_turn(|| view! { <p>"at once"</p> }.into_any()));
    assert_eq!(text_of(&later), "at once", "nothing waits any more");
    drop((mounted, also_mounted));
    place.remove();
    later.remove();
}

#[wasm_bindgen_test]
async fn what_can_wait_is_drawn_once_the_page_is_at_rest() {
    let part =
        || fresh(is_at_rest, |is_there| is_there.then(|| view! { <p>"there"</p> }).into_any());
    begin_to_work();
    let (place, mounted) = drawn(part);
    tasks().await;
    assert_eq!(text_of(&place), "", "the page is at work");
    come_to_rest();
    tasks().await;
    assert_eq!(text_of(&place), "there");
    drop(mounted);
    place.remove();
}

#[wasm_bindgen_test]
async fn what_comes_at_the_second_try_goes_on() {
    let (tries, count) = (AtomicU32::new(0), Arc::new(Mutex::new(None::<RwSignal<u32>>)));
    let made = Arc::clone(&count);
    let draw = move || -> Arriving {
        let (is_first, made) = (tries.fetch_add(1, Ordering::Relaxed) == 0, Arc::clone(&made));
        Box::pin(async move {
            scheduler::next_task().await;
            if is_first {
                return Err(NotHere);
            }
            let count = RwSignal::new(1);
            *made.lock().unwrap() = Some(count);
            let doubled = Memo::new(move |_| count.get() * 2);
            Ok(view! { <p prop:textContent=move || doubled.get().to_string()></p> }.into_any())
        })
    };
    let (place, mounted) = drawn(move || late(draw));
    assert!(text_of(&place).contains("Loading"), "{:?}", text_of(&place));
    tasks().await;
    assert!(text_of(&place).contains("did not arrive"), "{:?}", text_of(&place));
    let again: HtmlElement =
        place.query_selector("[role=alert] button").unwrap().unwrap().unchecked_into();
    again.click();
    tasks().await;
    assert_eq!(text_of(&place), "2");
    count.lock().unwrap().expect("it was drawn").set(21);
    tasks().await;
    assert_eq!(text_of(&place), "42", "what it is made of is still there");
    drop(mounted);
    place.remove();
}

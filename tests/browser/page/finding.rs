//! Searching on: other spellings, topics, and searches made before.

use std::collections::BTreeSet;

use js_sys::Promise;
use skillreel::anchor::Anchor;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::taken::drop_files;
use super::{Page, address_has, fragment, note, press, storage};

fn zoo() -> [(&'static str, String); 1] {
    let text = "## Feeding at night\n\nThe elephants wait for hay [0:10].\n\n\
                ## Letters to keepers\n\nWriting often keeps the keepers near [0:50].\n";
    [("zoo.md", note("aaaaaaaaaaa", "On the zoo", text))]
}

const BOX: &str = Anchor::SearchField.selector();

#[wasm_bindgen_test]
async fn the_notes_own_spelling_is_offered() {
    let page = Page::of(&zoo(), "q=elephnats").await;
    page.until("the spelling", vec!["elephants".to_owned()], |page| {
        page.texts("[data-anchor=suggestion-line] a")
    })
    .await;
    page.one("[data-anchor=suggestion-line] a").click();
    page.until("the line to go", 0, |page| page.all("[data-anchor=suggestion-line]").len()).await;
    assert!(address_has("q=elephants"));
}

#[wasm_bindgen_test]
async fn a_topic_that_was_found_is_opened() {
    let page = Page::of(&zoo(), "q=letters%20to%20keepers").await;
    page.reads("[data-anchor=result][data-kind=Topics] [data-anchor=hit]", "Letters to keepers")
        .await;
    page.one("[data-anchor=result][data-kind=Topics] [data-anchor=hit]").click();
    page.reads(Anchor::ClaimItem.selector(), "Writing often").await;
    assert!(address_has("note=zoo") && fragment().contains("topic="), "{}", fragment());
}

#[wasm_bindgen_test]
async fn a_search_is_offered_again_until_it_is_forgotten() {
    {
        let page = Page::of(&zoo(), "").await;
        page.write(BOX, "letters to keepers");
        page.reads(
            "[data-anchor=result][data-kind=Topics] [data-anchor=hit]",
            "Letters to keepers",
        )
        .await;
        page.one("[data-anchor=result][data-kind=Topics] [data-anchor=hit]").click();
        page.reads(Anchor::ClaimItem.selector(), "Writing often").await;
        page.leave();
    }
    // What was searched before is offered where nothing is searched, in another visit, too.
    let page = Page::of(&zoo(), "").await;
    press("/", false);
    let offered = |page: &Page| page.texts("[data-anchor=recent-search]");
    page.until("the searches", vec!["letters to keepers".to_owned()], offered).await;
    page.one("[data-anchor=recent-search]").click();
    page.until("the search", true, |_| address_has("q=letters+to+keepers")).await;
    page.write(BOX, "");
    page.until("the searches", vec!["letters to keepers".to_owned()], offered).await;
    page.one("[data-anchor=recent-searches] > button").click();
    page.until("the searches", Vec::new(), offered).await;
    let storage = storage();
    let kept = (0..storage.length().unwrap())
        .filter_map(|at| storage.get_item(&storage.key(at).unwrap()?).unwrap());
    assert!(
        !kept.into_iter().any(|kept| kept.contains("keepers")),
        "a search that was forgotten is kept"
    );
}

#[wasm_bindgen_test]
async fn a_word_that_no_note_has_is_named() {
    let page = Page::of(&zoo(), "q=elephants%20kubernetes").await;
    page.reads("[data-anchor=results]", "Nothing says “kubernetes”. Without it:").await;
    page.reads(Anchor::Hit.selector(), "The elephants wait for hay").await;
}

#[wasm_bindgen_test]
async fn what_was_found_is_found_again_until_there_are_other_notes() {
    let page = Page::of(&zoo(), "").await;
    let hits = |page: &Page| page.texts(Anchor::Hit.selector());
    page.write(BOX, "keep");
    page.until("both", 2, |page| hits(page).len()).await;
    let before = hits(&page);
    page.write(BOX, "keepers hay");
    page.until("others", true, |page| hits(page) != before).await;
    page.write(BOX, "keep");
    page.until("the same", before, hits).await;
    drop_files(&[("ark.md", "## Rain\n\nNobody could keep dry [0:20].\n")]);
    page.until("the question", true, |page| page.says("dialog button", "Add 1 note")).await;
    page.press_button("Add 1 note to the 1 here");
    page.until("one more", 3, |page| hits(page).len()).await;
    page.write(BOX, "kee");
    page.until("all of them", 3, |page| hits(page).len()).await;
    page.write(BOX, "keep");
    page.until("all of them", 3, |page| hits(page).len()).await;
}

/// A note with skills, moments and topics of two words.
fn rigging() -> [(&'static str, String); 1] {
    let mut text = "## Skills for sailors\n\n".to_owned();
    for (word, minute) in [("Rope", 1), ("Sail", 2)] {
        for nth in 0..6 {
            text += &format!("* **{word} {nth}**: the {word} is at hand [{minute}:0{nth}]\n");
        }
    }
    for word in ["Rope", "Sail"] {
        for nth in 0..3 {
            text += &format!("\n## {word} lore {nth}\n\nIt is told at night [3:0{nth}].\n");
        }
    }
    [("rigging.md", note("aaaaaaaaaaa", "On rigging", &text))]
}

#[wasm_bindgen_test]
async fn the_best_results_come_first_and_the_others_in_their_place() {
    let page = Page::of(&rigging(), "q=rope").await;
    let hits = |page: &Page| page.texts(Anchor::Hit.selector());
    let are_of = |page: &Page, word: &str| {
        let hits = hits(page);
        hits.len() == 12 && hits.iter().all(|hit| hit.contains(word))
    };
    page.until("all of the first", true, |page| are_of(page, "Rope")).await;
    let first = page.one("[data-anchor=result]");
    page.write(BOX, "sail");
    while !hits(&page).first().is_some_and(|hit| hit.contains("Sail")) {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
    // What is further down stays what it was until the first ones are painted.
    let now = hits(&page);
    let places = |word: &str| now.iter().filter(|hit| hit.contains(word)).count();
    assert_eq!((places("Sail"), places("Rope")), (6, 6), "{now:?}");
    page.until("all of the second", true, |page| are_of(page, "Sail")).await;
    assert!(!first.is_connected());
    // More of them leave those that are there as they are.
    let first = page.one("[data-anchor=result]");
    page.press_button("Show 4 more results");
    page.until("all there are", 16, |page| hits(page).len()).await;
    assert!(first.is_connected());
    let links: BTreeSet<_> =
        page.all(Anchor::Hit.selector()).iter().map(|hit| hit.get_attribute("href")).collect();
    assert_eq!(links.len(), 16, "none of them twice");
    page.write(BOX, "sailors");
    page.until("one of them", 1, |page| hits(page).len()).await;
    page.until("nothing more to show", false, |page| page.says("button", "more result")).await;
}

#[wasm_bindgen_test]
async fn a_result_that_stays_is_marked_anew_and_nothing_else() {
    let page = Page::of(&zoo(), "").await;
    page.write(BOX, "elep");
    page.reads("[data-anchor=result] mark", "elep").await;
    let before = page.one("[data-anchor=result]");
    page.write(BOX, "elepha");
    page.reads("[data-anchor=result] mark", "elepha").await;
    assert!(page.one("[data-anchor=result]").is_same_node(Some(&before)), "it was drawn anew");
    let marks = page.texts("[data-anchor=result] mark");
    assert_eq!(marks, ["elepha"], "what was marked before is not");
    let text = page.texts("[data-anchor=hit]").concat();
    assert_eq!(text.matches("elephants").count(), 1, "its text is there once: {text}");
}

#[wasm_bindgen_test]
async fn the_button_that_clears_stays_while_one_types() {
    let page = Page::of(&zoo(), "").await;
    let clear = "button[aria-label='Clear the search']";
    page.write(BOX, "elep");
    page.until("the button", 1, |page| page.all(clear).len()).await;
    let before = page.one(clear);
    page.write(BOX, "elepha");
    page.reads("[data-anchor=result] mark", "elepha").await;
    assert!(page.one(clear).is_same_node(Some(&before)));
    before.click();
    page.until("the button to go", 0, |page| page.all(clear).len()).await;
    let field = page.one(BOX).unchecked_into::<HtmlInputElement>();
    page.until("the field to be empty", String::new(), |_| field.value()).await;
    assert!(page.all("[data-anchor=result]").is_empty());
}

//! Searching on: other spellings, topics, and searches made before.

use skillreel::anchor::Anchor;
use wasm_bindgen_test::wasm_bindgen_test;

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

//! Links and notes that are not as they should be.

use skillreel::anchor::Anchor;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, note};

const DETAIL: &str = Anchor::Detail.selector();

fn sound() -> [(&'static str, String); 1] {
    let text = "## Skills of new designers\n\n1. **Knead**: with both hands [0:10]\n2. **Wait**: for it [0:20]\n\n\
                ## Skills of senior designers\n\n1. **Rest**: leave it alone [0:40]\n2. **Sell**: all of it [0:50]\n";
    [("bread.md", note("aaaaaaaaaaa", "On bread", text))]
}

/// The chosen level, as the filter tells it.
fn chosen(page: &Page) -> Vec<String> {
    page.all("input[type=radio]:checked")
        .iter()
        .map(|radio| super::text_of(&super::label_of(radio)))
        .collect()
}

#[wasm_bindgen_test]
async fn a_link_to_a_skill_that_is_not_here_says_so_and_the_rest_works() {
    let page = Page::of(&sound(), "level=senior&skill=juggling").await;
    page.reads(DETAIL, "juggling").await;
    page.has_rows(&["rest", "sell", "knead", "wait"]).await;
    assert_eq!(chosen(&page), ["Senior 2"]);
    page.one("th[data-skill=rest] a").click();
    page.reads(DETAIL, "leave it alone").await;
}

#[wasm_bindgen_test]
async fn a_link_to_a_note_that_is_not_here_says_so_and_the_rest_works() {
    let page = Page::of(&sound(), "note=lost%2Fletter&t=12&level=boss").await;
    page.reads(DETAIL, "lost/letter").await;
    page.has_rows(&["knead", "rest", "sell", "wait"]).await;
    assert_eq!(chosen(&page), ["All 4"], "boss is no level");
}

#[wasm_bindgen_test]
async fn a_page_without_notes_says_so() {
    let page = Page::of(&[], "").await;
    page.until("what is said", true, |page| {
        page.texts("main")[0].to_lowercase().contains("no notes")
    })
    .await;
    page.has_rows(&[]).await;
}

#[wasm_bindgen_test]
async fn an_empty_note_says_so() {
    let page = Page::of(&[("nothing.md", String::new())], "note=nothing").await;
    page.until("what is said", true, |page| {
        page.texts("article").iter().any(|text| !text.is_empty())
    })
    .await;
    assert_eq!(page.all(Anchor::SearchField.selector()).len(), 1);
}

#[wasm_bindgen_test]
async fn a_time_without_a_video_is_no_link() {
    let text = "---\ntitle: On paper\n---\n\n## Skills for senior product managers\n\n\
                1. **Juggling**: keeps three plates in the air [00:02:10]\n";
    let page = Page::of(&[("paper.md", text.to_owned())], "skill=juggling").await;
    page.has_rows(&["juggling"]).await;
    page.reads(DETAIL, "keeps three plates in the air").await;
    page.reads(DETAIL, "2:10").await;
    assert_eq!(page.all("a.stamp").len(), 0);
}

#[wasm_bindgen_test]
async fn fault_12_a_bad_video_id_goes_into_no_address() {
    let text = "## Skills for product managers\n\n\
                * **Juggling**: three plates <a class=\"yt-timestamp\" data-t=\"00:02:10\">[00:02:10]</a>\n";
    let page = Page::of(&[("typo.md", note("7gaPPrAd7n", "A typo", text))], "skill=juggling").await;
    page.reads(DETAIL, "three plates").await;
    page.reads(DETAIL, "2:10").await;
    for element in page.all("[href], [src]") {
        for name in ["href", "src"] {
            let address = element.get_attribute(name).unwrap_or_default();
            assert!(!address.contains("7gaPPrAd7n"), "{address}");
        }
    }
}

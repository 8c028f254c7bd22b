//! Several notes together: topics, the links between notes, and what is wrong in them.

use skillreel::anchor::Anchor;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, address_has, go_to, note};

fn linked() -> [(&'static str, String); 2] {
    let boats = "## Skills for new rowers\n\nBoats are patient [00:05:00]. [[oars]]\n\n\
        ## Launching\n\nBoth ends need a hand <a class=\"yt-timestamp\" data-t=\"01:00:17:51\">[01:00:17]</a>.\n";
    let oars = "From: [[Harbour talks]] <br/>\n\n\
        ## Picking an oar\n\nA light oar tires nobody [00:01:10]. Its length is a matter of the boat, \
        see [[On boats]].\n\n### Ash or spruce\n\nSpruce is lighter [00:02:20].\n\n## Care\n\nOil it \
        twice a year [00:03:30]. [[On varnish | Varnish]] is a topic of its own.\n";
    [
        ("boats.md", note("7gaPPrAd7nc", "On boats", boats)),
        ("oars.md", note("7gaPPrAd7nc", "On oars", oars)),
    ]
}

const DETAIL: &str = Anchor::Detail.selector();

#[wasm_bindgen_test]
async fn a_notes_topics_are_gone_through() {
    let page = Page::of(&linked(), "").await;
    // The notes stand in the order of their files: the second is the one about oars.
    page.one("[data-anchor=note-list] > ul > li:nth-child(2) summary").click();
    page.until("its topics", false, |page| page.all("a[href*='topic=picking-an-oar']").is_empty())
        .await;
    page.one("a[href*='topic=picking-an-oar']").click();
    for text in ["A light oar tires nobody.", "Ash or spruce", "Spruce is lighter.", "On oars"] {
        page.reads(DETAIL, text).await;
    }
    assert!(address_has("topic=picking-an-oar"));
    assert!(!page.says(DETAIL, "Oil it"), "the next topic is one of its own");
    let stamps = page.all("[data-anchor=detail] a.stamp");
    let seconds: Vec<_> =
        stamps.iter().filter_map(|stamp| stamp.dataset().get("seconds")).collect();
    assert_eq!(seconds, ["70", "140"]);
    // On to the next one, which is below the first.
    page.one("[data-anchor=neighbours] a:last-child").click();
    page.until("the next topic", false, |page| page.says(DETAIL, "A light oar")).await;
    assert!(address_has("topic=ash-or-spruce"));
    page.one("[data-anchor=neighbours] a:last-child").click();
    page.reads(DETAIL, "Oil it twice a year.").await;
}

#[wasm_bindgen_test]
async fn a_link_to_a_topic_opens_it() {
    let page = Page::of(&linked(), "note=boats&topic=launching").await;
    page.reads(DETAIL, "Both ends need a hand.").await;
    page.one("[data-anchor=detail] header a").click();
    page.reads(DETAIL, "Boats are patient").await;
    assert!(address_has("section=launching"));
    go_to("note=boats&topic=sinking");
    page.reads(DETAIL, "no topic “sinking”").await;
}

#[wasm_bindgen_test]
async fn a_note_names_those_that_lead_to_it() {
    let page = Page::of(&linked(), "note=boats").await;
    page.reads(DETAIL, "1 other note of this video").await;
    let around: Vec<String> =
        page.texts("[data-anchor=around]").iter().map(|text| text.to_lowercase()).collect();
    assert_eq!(around.len(), 2, "{around:?}");
    assert!(
        around[0].starts_with("linked from 1 note") && around[0].ends_with("on oars"),
        "{around:?}"
    );
    assert!(around[1].starts_with("1 other note of this video") && around[1].ends_with("on oars"));
    page.one("[data-anchor=around] a[href*='note=oars']").click();
    page.reads(DETAIL, "A light oar tires nobody").await;
    assert!(address_has("note=oars"));
}

#[wasm_bindgen_test]
async fn problems_are_looked_through_by_their_weight() {
    let page = Page::of(&linked(), "").await;
    page.one("a[href*='panel=problems']").click();
    page.reads(DETAIL, "2 things to mend in 2 files").await;
    for text in ["boats.md", "oars.md", "Line 12", "01:00:17:51", "[[On varnish]]"] {
        page.reads(DETAIL, text).await;
    }
    // Neither is an error, both are warnings.
    let labels: Vec<String> = page
        .all("input[name=severity]")
        .iter()
        .map(|radio| super::text_of(&super::label_of(radio)))
        .collect();
    assert_eq!(labels, ["All 2", "Errors 0", "Warnings 2", "Notices 0"]);
    let files = |page: &Page| page.all("[data-anchor=detail] li > details").len();
    page.one("input[value=error]").click();
    page.until("the files with errors", 0, files).await;
    page.one("input[value=warning]").click();
    page.until("the files with warnings", 2, files).await;
}

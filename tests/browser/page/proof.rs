//! A ladder with talks: which of its cells have a clip, and what may be proof of the others.

use skillreel::anchor::Anchor;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, note};

const LADDER: &str = "# Ladder of bakers\n\n\
    | Skill | Junior | Senior |\n|-|-|-|\n\
    | Kneading | by hand | for hours |\n| Baking | one sort | every sort |\n";

/// A ladder, a talk, and a note of proofs with this line.
fn notes(line: &str) -> Vec<(&'static str, String)> {
    let talk = "## Dough\n\nKneading takes long [0:01:00]. Baking is quick [0:02:00].\n";
    let mut notes =
        vec![("ladder.md", LADDER.to_owned()), ("talk.md", note("aaaaaaaaaaa", "On bread", talk))];
    if !line.is_empty() {
        notes.push(("proof.md", format!("---\ntitle: Proof\nproof: true\n---\n\n- {line}\n")));
    }
    notes
}

#[wasm_bindgen_test]
async fn cells_with_a_clip_are_counted_and_the_others_listed() {
    let cases = [
        ("", "0 of 4 cells have a clip", vec!["Kneading", "Baking"]),
        (
            "**Kneading** (Junior): [[talk]] [1:00]",
            "1 of 4 cells have a clip",
            vec!["Kneading", "Baking"],
        ),
        // What names nothing here counts nothing.
        (
            "**Resting** (Junior): [[talk]] [1:00]",
            "0 of 4 cells have a clip",
            vec!["Kneading", "Baking"],
        ),
    ];
    for (line, count, missing) in cases {
        let page = Page::of(&notes(line), "panel=without-clip").await;
        page.reads("[data-anchor=clip-count]", count).await;
        let listed = |page: &Page| page.texts("[data-anchor=without-clip] a");
        let missing: Vec<String> = missing.into_iter().map(str::to_owned).collect();
        page.until("what has no clip", missing, listed).await;
    }
    // Without a video there is nothing to look for.
    let page = Page::of(&[("ladder.md", LADDER.to_owned())], "skill=kneading").await;
    page.reads(Anchor::Detail.selector(), "Kneading").await;
    assert!(page.all("[data-anchor=clip-count], [data-anchor=proof-offer]").is_empty());
}

#[wasm_bindgen_test]
async fn a_choice_is_said_to_be_one_and_no_level_is_asked_where_one_is_chosen() {
    let line = "**Kneading** (Junior): [[talk]] [1:00]";
    let page = Page::of(&notes(line), "skill=kneading&level=senior").await;
    page.reads("[data-anchor=chosen-proof]", "Chosen as proof by whoever keeps this page").await;
    let chosen = "td[data-skill=kneading][data-level=new] [data-anchor=chosen-clip]";
    page.reads(chosen, "1:00chosen").await;
    assert!(page.all(&format!("{chosen} [role=img]")).is_empty(), "nobody ranked or named it");
    page.reads("td[data-level=senior] [data-anchor=no-clip]", "no clip for Senior · Junior 1:00")
        .await;
    // What backs the skill elsewhere may do here as well, and other words find something else.
    page.reads("[data-anchor=proof-offer] h3", "No clip yet for Senior").await;
    page.write("[data-anchor=proof-offer] input", "quick");
    page.reads("[data-anchor=proof-offer] li", "Baking is quick").await;
    let button = page.one("[data-anchor=this-is-proof]");
    assert_eq!(
        button.get_attribute("aria-label").as_deref(),
        Some("This is proof of Kneading at Senior: 2:00")
    );
    assert_eq!(button.get_attribute("aria-expanded"), None);
}

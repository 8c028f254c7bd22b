//! A chosen level reaches what a search finds and what is played of it; ranked skills come first.

use skillreel::anchor::Anchor;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, go_to, note};

/// Bread at two levels, and elsewhere.
fn two_levels() -> [(&'static str, String); 1] {
    let many: String = (0..9)
        .map(|number| format!("Bread, bread and bread again {number} [{number}:30].\n\n"))
        .collect();
    let ranked = "## Skills of new designers\n\n1. **Knead**: bread by hand [10:10]\n\
                  2. **Wait**: for the oven [10:20]\n\n\
                  ## Skills of senior designers\n\n1. **Taste**: old bread beside new bread [11:10]\n\
                  2. **Teach**: how bread is sold [11:20]\n";
    [("baking.md", note("aaaaaaaaaaa", "On dough", &(many + ranked)))]
}

fn moments(page: &Page) -> Vec<String> {
    page.texts("[data-anchor=result][data-kind=Moments] [data-anchor=hit] > :first-child")
}

async fn status_is(page: &Page, wanted: &str) {
    page.until("what is told", vec![wanted.to_owned()], |page| {
        page.texts("[data-anchor=results] > [role=status]")
    })
    .await;
}

#[wasm_bindgen_test]
async fn what_is_of_the_level_is_found_first() {
    let page = Page::of(&two_levels(), "level=senior").await;
    page.write(Anchor::SearchField.selector(), "bread");
    status_is(&page, "12 moments; in Senior 2 · elsewhere 10").await;
    let senior = ["Taste: old bread beside new bread", "Teach: how bread is sold"];
    let first = moments(&page);
    assert_eq!(first.len(), 2, "{first:?}");
    assert!(
        senior.iter().all(|text| first.iter().any(|moment| moment.contains(text))),
        "{first:?}"
    );
    // The others follow once they are asked for, and say what they are.
    page.one("[aria-label=Results] + button").click();
    page.until("the number of moments", 12, |page| moments(page).len()).await;
    assert_eq!(moments(&page)[..2], first, "those of the level stay first");
    assert_eq!(page.texts("[data-anchor=result] > span:first-child"), ["Moments", "Elsewhere"]);
    page.choose_level("New");
    status_is(&page, "12 moments; in New 1 · elsewhere 11").await;
    page.choose_level("All");
    status_is(&page, "12 moments").await;
    // Where the level has nothing, the rest is there at once.
    go_to("level=senior&q=oven");
    status_is(&page, "1 moment; in Senior 0 · elsewhere 1").await;
    assert_eq!(page.texts("[data-anchor=result] > span:first-child"), ["Moments elsewhere"]);
}

#[wasm_bindgen_test]
async fn what_is_shown_is_played() {
    let offered = "[data-anchor=results] [data-anchor=play-these]";
    {
        let page = Page::of(&two_levels(), "level=senior&q=bread").await;
        page.reads(offered, "for 2 moments in Senior").await;
        page.one("[aria-label=Results] + button").click();
        page.reads(offered, "for 12 moments").await;
    }
    // Opened anew, it is the level's own again.
    let page = Page::of(&two_levels(), "level=senior&q=bread").await;
    page.reads(offered, "for 2 moments in Senior").await;
    page.one(offered).click();
    let seconds = |page: &Page| {
        let clips = page.all(Anchor::QueueClip.selector());
        let mut seconds: Vec<_> =
            clips.iter().map(|clip| clip.get_attribute("href").unwrap()).collect();
        seconds.sort();
        seconds
            .iter()
            .map(|href| href.contains("t=670s") || href.contains("t=680s"))
            .collect::<Vec<_>>()
    };
    page.until("the list", vec![true, true], seconds).await;
}

#[wasm_bindgen_test]
async fn ranked_skills_stand_first() {
    let knots: String =
        (0..42).map(|number| format!("* **Knot {number:02}**: tied [{number}:00]\n")).collect();
    let ranked = "## Skills of new designers\n\n1. **Sketch**: daily [0:10]\n2. **Bend**: slowly [0:20]\n\n\
                  ## Key skills\n\n* **Knot 41** [0:30]\n";
    let notes = [
        ("a.md", note("aaaaaaaaaaa", "A", &format!("## Key skills\n\n{knots}"))),
        ("b.md", note("bbbbbbbbbbb", "B", ranked)),
    ];
    let page = Page::of(&notes, "").await;
    let first = ["sketch", "bend", "knot-41", "knot-00", "knot-01"];
    assert_eq!(page.rows()[..5], first);
    go_to("q=sketch");
    page.has_rows(&["sketch"]).await;
}

//! A chosen level reaches what a search finds and what is played of it; ranked skills come first.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::harness::everywhere_nightly;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::import::own_notes::rows_are;
use crate::pages::with_notes;
use crate::seen;

everywhere_nightly! {
    finds_what_is_of_the_level_first in two_levels,
    plays_what_is_shown in two_levels,
    sees_ranked_skills_first in ranked_last,
}

/// Bread at two levels, and elsewhere.
fn two_levels(scene: Scene) -> Scene {
    let many: String = (0..9)
        .map(|number| format!("Bread, bread and bread again {number} [{number}:30].\n\n"))
        .collect();
    let body = format!(
        "---\ntitle: On dough\nvideoId: aaaaaaaaaaa\n---\n\n{many}\
         ## Skills of new designers\n\n1. **Knead**: bread by hand [10:10]\n2. **Wait**: for the oven [10:20]\n\n\
         ## Skills of senior designers\n\n1. **Taste**: old bread beside new bread [11:10]\n\
         2. **Teach**: how bread is sold [11:20]\n"
    );
    with_notes(scene, "two-levels", &[("baking.md", body.as_bytes())])
}

/// The moments that are listed, and whether each says that it is from elsewhere.
const MOMENTS: &str = "return [...document.querySelectorAll('.hits [data-kind=Moments] .hit-text')]
    .map((hit) => hit.textContent)";

async fn status_is(visit: &Visit, wanted: &str) -> Result<()> {
    let told = "return document.querySelector('.status').textContent";
    visit.until_equal("what is told", told, json!([]), wanted.into()).await
}

async fn finds_what_is_of_the_level_first(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    visit.find(crate::search::searching::BOX).await?.send_keys("bread").await?;
    status_is(visit, "12 moments; in Senior 2 · elsewhere 10").await?;
    let senior = ["Taste: old bread beside new bread", "Teach: how bread is sold"];
    let moments: Vec<String> = visit.eval(MOMENTS, json!([])).await?;
    assert_eq!(moments.len(), 2, "{moments:?}");
    assert!(senior.iter().all(|text| moments.iter().any(|moment| moment.contains(text))));
    // The others follow once they are asked for, and say what they are.
    visit.click("button.more").await?;
    visit
        .until_equal(
            "the number of moments",
            &MOMENTS.replace(".map((hit) => hit.textContent)", ".length"),
            json!([]),
            12.into(),
        )
        .await?;
    let all: Vec<String> = visit.eval(MOMENTS, json!([])).await?;
    assert_eq!(&all[..2], &moments[..], "those of the level stay first");
    assert_eq!(visit.texts(".hit-kind").await?, ["Moments", "Elsewhere"]);
    seen::choose_level(visit, "New").await?;
    status_is(visit, "12 moments; in New 1 · elsewhere 11").await?;
    seen::choose_level(visit, "All").await?;
    status_is(visit, "12 moments").await?;
    // Where the level has nothing, the rest is there at once.
    visit.open("#level=senior&q=oven").await?;
    status_is(visit, "1 moment; in Senior 0 · elsewhere 1").await?;
    assert_eq!(visit.texts(".hit-kind").await?, ["Moments elsewhere"]);
    Ok(())
}

async fn plays_what_is_shown(visit: &Visit) -> Result<()> {
    visit.open("#level=senior&q=bread").await?;
    let offered = ".results .play-these";
    seen::text_anywhere(visit, offered, "for 2 moments in Senior").await?;
    visit.click("button.more").await?;
    seen::text_anywhere(visit, offered, "for 12 moments").await?;
    // Chosen anew, it is the level's own again.
    visit.open("#level=senior&q=bread").await?;
    seen::text_anywhere(visit, offered, "for 2 moments in Senior").await?;
    visit.click(offered).await?;
    let times = "return [...document.querySelectorAll('.queue-clip')]
        .map((clip) => Number(new URL(clip.href).searchParams.get('t').replace('s', ''))).sort()";
    visit.until_equal("the queue", times, json!([]), json!([670, 680])).await
}

/// Forty-two skills without a rank, and one with.
fn ranked_last(scene: Scene) -> Scene {
    let list: String =
        (0..42).map(|number| format!("* **Knot {number:02}**: tied [{number}:00]\n")).collect();
    let first = format!("---\ntitle: A\nvideoId: aaaaaaaaaaa\n---\n\n## Key skills\n\n{list}");
    let last = "---\ntitle: B\nvideoId: bbbbbbbbbbb\n---\n\n## Skills of new designers\n\n\
        1. **Sketch**: daily [0:10]\n2. **Bend**: slowly [0:20]\n\n## Key skills\n\n* **Knot 41** [0:30]\n";
    let notes: [(&str, &[u8]); 2] = [("a.md", first.as_bytes()), ("b.md", last.as_bytes())];
    with_notes(scene, "ranked-last", &notes)
}

async fn sees_ranked_skills_first(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    seen::rows_start_with(visit, &["sketch", "bend", "knot-41", "knot-00", "knot-01"]).await?;
    assert!(!visit.eval::<Json>(seen::ROWS, json!([])).await?.is_null());
    // The page without the program has the same order, so that no row moves when it starts.
    let page = std::fs::read_to_string(visit.folder().join("index.html"))?;
    let at = |name: &str| page.find(&format!("<th scope=\"row\">{name}</th>"));
    assert!(
        at("Sketch") < at("Bend") && at("Bend") < at("Knot 41") && at("Knot 41") < at("Knot 00")
    );
    assert!(at("Sketch").is_some());
    visit.open("#q=sketch").await?;
    rows_are(visit, &["sketch"]).await
}

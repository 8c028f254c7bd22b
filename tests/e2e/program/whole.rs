//! When the program cannot start: the skills and their links stay.

use anyhow::Result;
use serde_json::json;

use crate::facts::{SKILLS, VIDEO};
use crate::harness::browser::Setup;
use crate::harness::run::Scene;
use crate::harness::site::{Fault, Instead};
use crate::harness::visit::Visit;
use crate::harness::{everywhere_but_webkit, from_file_nightly, over_http, over_http_but_webkit};
use crate::pages::damaged;
use crate::seen;

everywhere_but_webkit! {
    fault_19_reads_the_skills_without_javascript in |scene| {
        scene.setup(Setup::ScriptsOff).without_program()
    },
}

from_file_nightly! {
    fault_16_opens_a_file_that_is_damaged in |scene| damaged(scene).without_program(),
}

over_http_but_webkit! {
    fault_15_opens_the_page_where_webassembly_is_forbidden in |scene| {
        // src/early.js stands in the page; without it src/boot.js asks for the program.
        let scene = scene.errors(&["inline script"]);
        scene.faults(vec![Fault::Policy("script-src 'self'")]).without_program()
    },
}

over_http! {
    asks_for_the_program_once_something_is_painted,
    fault_15_opens_the_page_where_the_program_is_missing in |scene| {
        wasm(scene, Instead::NotFound, false).without_program()
    },
    fault_16_opens_the_page_with_half_a_program in |scene| {
        wasm(scene, Instead::Half, false).without_program()
    },
    fault_16_opens_the_page_in_a_network_to_sign_in_to in |scene| {
        wasm(scene, Instead::SignInPage, false).without_program()
    },
    fault_16_opens_the_page_with_a_broken_copy_in_the_cache in |scene| {
        wasm(scene, Instead::Half, true)
    },
}

fn wasm(scene: Scene, instead: Instead, only_cached: bool) -> Scene {
    let fault = Fault::File { ending: "_bg.wasm", instead, only_cached };
    scene.faults(vec![fault]).errors(&["integrity"])
}

/// The skills and the links to their moments that stand in the page itself.
async fn static_content_stands(visit: &Visit) -> Result<()> {
    let names = visit.texts("#app table tbody th").await?;
    let wanted: Vec<&str> = SKILLS.iter().map(|(_, name)| *name).collect();
    assert_eq!(names, wanted);
    let links = "return [...document.querySelectorAll('#app a[href]')]
        .filter((link) => link.getClientRects().length > 0).map((link) => link.href)";
    let links: Vec<String> = visit.eval(links, json!([])).await?;
    let moment = format!("https://www.youtube.com/watch?v={VIDEO}&t=1396s");
    assert!(links.contains(&moment), "{moment} among {links:?}");
    Ok(())
}

async fn says_why(visit: &Visit) -> Result<()> {
    visit.load(&visit.address("")?).await?;
    let notice = visit.find("[role=alert]").await?;
    let text = notice.text().await?;
    assert!(text.contains("could not start"), "{text:?} says what is wrong");
    assert!(text.contains("still work"), "{text:?} says what is not");
    static_content_stands(visit).await
}

/// When the program was asked for, and when the page was painted first, in milliseconds.
const ASKED: &str = "const all = (kind) => performance.getEntriesByType(kind);
    return [all('resource').filter(({ name }) => name.endsWith('_bg.wasm')).map(({ startTime }) => startTime),
        Math.min(...all('paint').map(({ startTime }) => startTime))]";

async fn asks_for_the_program_once_something_is_painted(visit: &Visit) -> Result<()> {
    /// What is not painted by then is not waited for (src/early.js).
    const LONGEST_MS: f64 = 100.0;

    visit.open("").await?;
    let (asked, painted): (Vec<f64>, f64) = visit.eval(ASKED, json!([])).await?;
    assert_eq!(asked.len(), 1, "it is asked for once, not at {asked:?}");
    let asked = asked[0];
    assert!(asked >= painted.min(LONGEST_MS), "asked at {asked} ms, painted at {painted}");
    Ok(())
}

async fn fault_15_opens_the_page_where_the_program_is_missing(visit: &Visit) -> Result<()> {
    says_why(visit).await
}

async fn fault_15_opens_the_page_where_webassembly_is_forbidden(visit: &Visit) -> Result<()> {
    says_why(visit).await?;
    seen::text(visit, "forbid").await
}

async fn fault_16_opens_a_file_that_is_damaged(visit: &Visit) -> Result<()> {
    says_why(visit).await?;
    seen::text(visit, "damaged").await
}

async fn fault_16_opens_the_page_with_half_a_program(visit: &Visit) -> Result<()> {
    says_why(visit).await?;
    let asked = visit.site.asked();
    let times = asked.iter().filter(|path| path.ends_with("_bg.wasm")).count();
    assert!(times > 1, "it was asked for once more, past the cache: {asked:?}");
    Ok(())
}

async fn fault_16_opens_the_page_in_a_network_to_sign_in_to(visit: &Visit) -> Result<()> {
    says_why(visit).await
}

async fn fault_16_opens_the_page_with_a_broken_copy_in_the_cache(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    assert!(!visit.shows("[role=alert]").await?, "the page mended itself");
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len());
    Ok(())
}

async fn fault_19_reads_the_skills_without_javascript(visit: &Visit) -> Result<()> {
    visit.load(&visit.address("")?).await?;
    let ran: bool =
        visit.eval("return 'boot' in document.documentElement.dataset", json!([])).await?;
    assert!(!ran, "scripts are off");
    let text = visit.find("noscript p").await?.text().await?;
    assert!(text.contains("JavaScript"), "{text:?} says what is missing");
    assert!(visit.shows("noscript a[href]").await?, "and where to go on");
    static_content_stands(visit).await
}

//! When the program breaks in the middle of its work.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::facts::ranked_at;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, in_chromium};
use crate::pages::with_notes;
use crate::seen;

everywhere_nightly! {
    fault_17_reloads_the_page_after_the_program_stopped in |scene| {
        scene.errors(&["panicked", "unreachable"])
    },
    fault_17_reloads_the_page_after_the_program_ran_out_of_stack in broken_off,
    fault_17_leaves_out_a_note_that_broke_the_program_off in |scene| {
        broken_off(with_notes(scene, "breaks-off", &[("odd.md", ODD), ("good.md", GOOD)]))
    },
}

// In Firefox a driver's script sees neither the program nor what becomes of the page's promises.
in_chromium! {
    fault_17_reloads_the_page_after_the_program_ran_out_of_memory in broken_off,
    fault_17_reloads_the_page_after_a_task_of_the_program_broke_off in broken_off,
}

/// What stands in the console then is what happened, and nothing else.
fn broken_off(scene: Scene) -> Scene {
    // Where no stack is left, Chromium has hardly words for it: a place, or what it could not begin.
    scene.errors(&[
        "panicked",
        "unreachable",
        "RuntimeError",
        "RangeError",
        "recursion",
        "Stack overflow",
        " 0:0 ",
        "wasm://",
        // A place in the program's glue, with no words at all; in one file it stands in the page.
        "/skillreel-",
        "/skillreel.html ",
        // All that WebKit tells a page from a file.
        "Script error",
    ])
}

const ODD: &[u8] = b"---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n1. **Knead** [0:10]\n";
const GOOD: &[u8] = b"---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n1. **Bake** [0:40]\n";

/// Takes all the memory that the program can have, so that the next thing it does fails.
const NO_MEMORY: &str = "const done = arguments[arguments.length - 1];
    wasm_bindgen().then((program) => {
        for (let size = 1 << 28; size >= 1; size >>= 1) {
            for (;;) {
                try { program.__wbindgen_malloc(size, 1); } catch { break; }
            }
        }
        done(true);
    })";

/// Presses something again and again where hardly any stack is left, until that was too little.
const NO_STACK: &str = "const pressed = document.querySelector('tbody th[data-skill] a');
    const deep = () => {
        try { deep(); } catch { /* this is the bottom */ }
        if (!document.querySelector('#skillreel-stopped')) {
            try { pressed.click(); } catch { /* not even that */ }
        }
    };
    deep()";

/// A task that breaks off, of which nobody waits for the end: what is started here traps at once.
const BROKEN_TASK: &str = "WebAssembly.instantiate(new Uint8Array([
        0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 8, 1, 0,
        10, 5, 1, 3, 0, 0, 11]))";

async fn fault_17_reloads_the_page_after_the_program_stopped(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    // A browser that makes no element is not to be had; the program takes it for granted, and its
    // next row is the end of it.
    let break_it = "document.createElement = () => {
            delete document.createElement;
            throw new Error('a test of what happens then');
        }";
    visit.eval::<()>(break_it, json!([])).await?;
    visit.click("th[data-skill=communicate] :is(a, button)").await?;
    let bar = visit.find("[role=alert]").await?.text().await?;
    assert!(bar.contains("stopped"), "{bar:?} says what happened");
    seen::fragment_has(visit, "skill=communicate").await?;
    visit.click("[role=alert] button").await?;
    visit.ready().await?;
    seen::text(visit, "saying a thing puts the thinking behind it to the test").await
}

/// The bar says that the program has stopped, and “Reload” brings back what was open.
async fn says_so_and_reloads(visit: &Visit, said: &str) -> Result<()> {
    let bar = visit.find("#skillreel-stopped[role=alert]").await?.text().await?;
    assert!(
        bar.contains("The program stopped") && bar.contains(said),
        "{bar:?} says what happened"
    );
    let bars = "return document.querySelectorAll('#skillreel-stopped').length";
    assert_eq!(visit.eval::<u32>(bars, json!([])).await?, 1);
    visit.click("#skillreel-stopped button").await?;
    let fresh = "return !document.querySelector('#skillreel-stopped')";
    visit.until("the page anew", fresh, json!([])).await?;
    visit.ready().await
}

/// Opens a skill at a level.
async fn open_skill(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    seen::choose_level(visit, "Senior").await?;
    visit.click("th[data-skill=communicate] :is(a, button)").await?;
    seen::fragment_has(visit, "skill=communicate").await
}

/// The level and a skill are open again, and the program lives.
async fn goes_on(visit: &Visit) -> Result<()> {
    assert!(seen::chosen_level(visit).await?.starts_with("Senior"));
    visit.find("[data-anchor=detail] [data-anchor=claim-item]").await?;
    seen::choose_level(visit, "New").await?;
    seen::rows_start_with(visit, &ranked_at("new")).await
}

async fn fault_17_reloads_the_page_after_the_program_ran_out_of_memory(
    visit: &Visit,
) -> Result<()> {
    open_skill(visit).await?;
    visit.client().execute_async(NO_MEMORY, Vec::new()).await?;
    // What the program has to do by itself may be the first thing that fails.
    visit.click("th[data-skill=think-big] :is(a, button)").await?;
    says_so_and_reloads(visit, "after “").await?;
    goes_on(visit).await
}

async fn fault_17_reloads_the_page_after_the_program_ran_out_of_stack(visit: &Visit) -> Result<()> {
    open_skill(visit).await?;
    visit.eval::<Json>(NO_STACK, json!([])).await?;
    says_so_and_reloads(visit, "after “").await?;
    goes_on(visit).await
}

async fn fault_17_reloads_the_page_after_a_task_of_the_program_broke_off(
    visit: &Visit,
) -> Result<()> {
    open_skill(visit).await?;
    visit.eval::<Json>(&format!("{BROKEN_TASK}; return null"), json!([])).await?;
    says_so_and_reloads(visit, "after “Communicate”").await?;
    goes_on(visit).await
}

async fn fault_17_leaves_out_a_note_that_broke_the_program_off(visit: &Visit) -> Result<()> {
    visit.open("#note=good").await?;
    // As while that note is being read.
    visit.eval::<Json>("document.documentElement.dataset.reading = 'odd.md'", json!([])).await?;
    visit.eval::<Json>(NO_STACK, json!([])).await?;
    says_so_and_reloads(visit, "while reading odd.md").await?;
    seen::text(visit, "odd.md stopped the program and was left out").await?;
    seen::rows_start_with(visit, &["bake"]).await?;
    assert_eq!(seen::rows(visit).await?, ["bake"]);
    Ok(())
}

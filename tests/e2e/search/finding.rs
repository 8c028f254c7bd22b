//! Searching on: other spellings, the moment in its note, and a search that is not yet ready.

use anyhow::Result;
use fantoccini::key::Key;
use serde_json::{Value as Json, json};

use skillreel::vault::NoteFile;

use crate::facts::NOTE;
use crate::harness::run::{Scene, scenario};
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, extras};
use crate::pages::with_files_to_read;
use crate::seen;

use super::searching::BOX;

everywhere_nightly! {
    takes_the_notes_spelling,
    opens_the_note_at_the_moment,
}

// Only Chromium's driver makes a machine slow.
scenario! {
    answers_from_what_it_knows_so_far (many_words):
    chromium_file = Chromium File,
    also_chromium_http = Chromium Http,
}

async fn takes_the_notes_spelling(visit: &Visit) -> Result<()> {
    visit.open("#q=elephnats").await?;
    let meant =
        "return document.querySelector('[data-anchor=suggestion-line] a')?.textContent ?? null";
    visit.until_equal("the spelling", meant, json!([]), json!("elephants")).await?;
    let lines = "const line = document.querySelector('[data-anchor=suggestion-line]');
        return Math.round(line.offsetHeight / parseFloat(getComputedStyle(line).lineHeight))";
    assert_eq!(visit.eval::<u32>(lines, json!([])).await?, 1, "a sentence, not a list");
    visit.click("[data-anchor=suggestion-line] a").await?;
    seen::fragment_has(visit, "q=elephants").await?;
    let box_and_line = "return [document.querySelector(arguments[0]).value,
        document.querySelector('[data-anchor=suggestion-line]') !== null]";
    visit.until_equal("the search", box_and_line, json!([BOX]), json!(["elephants", false])).await
}

async fn opens_the_note_at_the_moment(visit: &Visit) -> Result<()> {
    visit.open("#q=elephants").await?;
    visit.find("[data-anchor=result][data-kind=Moments] [data-anchor=hit]").await?;
    let focus = "document.querySelector('[data-anchor=result][data-kind=Moments] [data-anchor=hit]').focus()";
    visit.eval::<Json>(focus, json!([])).await?;
    visit
        .press(&[char::from(Key::Control), char::from(Key::Enter)].iter().collect::<String>())
        .await?;
    seen::fragment_has(visit, &format!("note={NOTE}")).await?;
    assert!(seen::fragment_value(visit, "t").await?.is_some());
    // The moment's claim is marked, and in sight.
    let marked = "const claim = document.querySelector('[data-anchor=note-text] [aria-current]');
        if (!claim?.textContent.includes('elephants')) return false;
        const { top, bottom } = claim.getBoundingClientRect();
        return top < innerHeight && bottom > 0";
    visit.until("the claim to be marked in sight", marked, json!([])).await
}

/// Notes whose words take a while to gather, in a page that does not know them beforehand.
fn many_words(scene: Scene) -> Scene {
    let note = |number: usize| {
        let said = |line: usize| {
            let (one, other) = (number * 7 % 997, line * 13 % 499);
            format!("- apple{one} plum{other} and pears of kind {line} [0:{:02}]\n", line % 60)
        };
        let head = format!("---\ntitle: Basket {number}\nvideoId: basket{number:05}\n---\n");
        NoteFile::new(format!("{number}.md"), head + &(0..40).map(said).collect::<String>())
    };
    let notes: Vec<NoteFile> = (0..1200).map(note).collect();
    with_files_to_read(scene, "many-words", &notes)
}

async fn answers_from_what_it_knows_so_far(visit: &Visit) -> Result<()> {
    // What the page says while the search is being prepared.
    let watch = "window.soFar = [];
        new MutationObserver(() => {
            const line = document.querySelector('[data-so-far]');
            if (line === null) return;
            const known = Number(line.dataset.soFar);
            if (window.soFar.at(-1) !== known) window.soFar.push(known);
            window.hasFound ||= document.querySelector('[data-anchor=hit]') !== null;
        }).observe(document, { childList: true, subtree: true });";
    let source = json!({ "source": watch });
    extras::devtools(visit.client(), "Page.addScriptToEvaluateOnNewDocument", source).await?;
    let slow = json!({ "rate": 4 });
    extras::devtools(visit.client(), "Emulation.setCPUThrottlingRate", slow).await?;
    visit.load(&visit.address("#q=pears")?).await?;
    let has_said = "return window.hasFound === true";
    visit.until("an answer from the first notes", has_said, json!([])).await?;
    let usual = json!({ "rate": 1 });
    extras::devtools(visit.client(), "Emulation.setCPUThrottlingRate", usual).await?;
    visit.ready().await?;
    let whole = "return document.querySelector('[data-so-far]') === null
        && document.querySelector('[data-anchor=hit]') !== null";
    visit.until("all notes to be searched", whole, json!([])).await?;
    let known: Vec<usize> = visit.eval("return window.soFar", json!([])).await?;
    assert!(known.is_sorted() && known.iter().all(|&known| known < 1200), "{known:?}");
    seen::text(visit, "48000 moments").await
}

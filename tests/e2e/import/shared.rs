//! A video that is shared with the page, and files that it is opened with.

use anyhow::Result;
use serde_json::json;

use super::own_notes::{press_button, rows_are};
use crate::harness::run::Place;
use crate::harness::visit::Visit;
use crate::harness::{extras, in_chromium, over_http};
use crate::seen;

over_http! {
    opens_the_note_of_a_video_that_is_shared,
    starts_a_note_about_a_video_that_is_shared,
}

in_chromium! {
    takes_files_with_which_the_system_opens_it,
}

/// The page forgets what was shared: loaded again, it does not ask again.
async fn forgot(visit: &Visit) -> Result<()> {
    let script = "return location.search";
    visit.until_equal("the address without it", script, json!([]), json!("")).await
}

async fn opens_the_note_of_a_video_that_is_shared(visit: &Visit) -> Result<()> {
    let address = "?share-title=A+talk&share-text=https%3A%2F%2Fyoutu.be%2F7gaPPrAd7nc%3Ft%3D1396";
    visit.open(address).await?;
    visit.find("[data-anchor=note-text]").await?;
    seen::fragment_has(visit, "t=1396").await?;
    forgot(visit).await
}

async fn starts_a_note_about_a_video_that_is_shared(visit: &Visit) -> Result<()> {
    let address = "?share-title=On+ovens&share-url=https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ";
    visit.open(address).await?;
    press_button(visit, "Replace the 1 note here").await?;
    rows_are(visit, &[]).await?;
    forgot(visit).await?;
    visit.eval::<serde_json::Value>("location.hash = '#note=on-ovens'", json!([])).await?;
    seen::text(visit, "On ovens").await
}

async fn takes_files_with_which_the_system_opens_it(visit: &Visit) -> Result<()> {
    if visit.place == Place::File {
        // Only a page from a host can be installed.
        return visit.open("").await;
    }
    // The system is out of a driver's reach; this is what it would hand over.
    let source = "Object.defineProperty(window, 'launchQueue',
        { value: { setConsumer: (consumer) => { window.launch = consumer } } })";
    let method = "Page.addScriptToEvaluateOnNewDocument";
    let added = extras::devtools(visit.client(), method, json!({ "source": source })).await?;
    visit.open("").await?;
    let launch = "const [text, done] = arguments;
        (async () => {
            const folder = await navigator.storage.getDirectory();
            const file = await folder.getFileHandle('opened.md', { create: true });
            const out = await file.createWritable();
            await out.write(text);
            await out.close();
            window.launch({ files: [file] });
        })().then(() => done(true), (error) => done(String(error)))";
    let note = super::own_notes::note("Juggling");
    let launched = visit.client().execute_async(launch, vec![json!(note)]).await?;
    assert_eq!(launched, json!(true));
    press_button(visit, "Replace the 1 note here").await?;
    rows_are(visit, &["juggling"]).await?;
    // The next test gets the browser as it was.
    let method = "Page.removeScriptToEvaluateOnNewDocument";
    extras::devtools(visit.client(), method, added).await?;
    Ok(())
}

//! A hosted page whose notes lie beside it: what is looked at comes, what does not come is told, and what came is kept.

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use serde_json::json;
use skillreel::export::page::look::PageLook;
use skillreel::export::site::vault_pieces::FillingInPieces;
use skillreel::vault::NoteFile;
use tempfile::TempDir;

use crate::app::installed::{copy, kept, load};
use crate::harness::site::{Fault, Instead, Site};
use crate::harness::visit::Visit;
use crate::harness::{over_http, over_http_first};
use crate::import::own_notes::{choose, note, press_button};
use crate::pages::put_beside;
use crate::search::searching::BOX;
use crate::seen;
use crate::share::saving::save;

over_http_first! {
    brings_what_is_looked_at,
}

over_http! {
    tells_of_texts_that_do_not_come_and_brings_them_later in |scene| scene.errors(BROKEN),
    tells_of_an_index_that_does_not_come_and_brings_it_later in |scene| scene.errors(BROKEN),
    shows_what_was_looked_at_without_a_network in |scene| scene.errors(OFFLINE),
    leaves_the_rest_as_it_is_while_a_text_comes,
    saves_all_of_them_as_one_page,
    takes_own_notes_beside_them,
    takes_own_notes_beside_what_does_not_come in |scene| scene.errors(BROKEN),
}

/// What browsers say of a file that is none, and of one that has another digest.
pub(crate) const BROKEN: &[&str] = &["pieces/", "integrity", "404"];
/// What browsers say where there is no host.
pub(crate) const OFFLINE: &[&str] = &["pieces/", "Failed to load", "Failed to fetch"];

/// How many notes there are: more than a page takes along as sketches.
pub(crate) const NOTES: usize = 60;

/// Notes on skills of their own, each with a word that no other has, and so long that each is a pack.
fn notes() -> Vec<NoteFile> {
    let text = |number: usize| {
        let mut text = format!(
            "---\ntitle: Talk {number}\nvideoId: video{number:06}\n---\n\n## Skills for senior product managers\n\n\
             * **Juggling {number}**: three plates [00:02:10]\n\n## What else is said\n\n\
             * The oddword{number} of this talk [00:04:00]\n"
        );
        for line in 0..40 {
            // Writing to a text does not fail.
            let _ = writeln!(
                text,
                "* Line {line} of talk {number}, which says as much as others [00:0{}:30]",
                line % 10
            );
        }
        text
    };
    (0..NOTES).map(|number| NoteFile::new(format!("talk-{number}.md"), text(number))).collect()
}

/// A copy of the built page with these notes beside it, in packs of a note each.
pub(crate) fn page(visit: &Visit) -> Result<TempDir> {
    let folder = copy(visit)?;
    put_beside(folder.path(), notes(), 1)?;
    Ok(folder)
}

/// How many files with texts were asked for, each once: the first that are written.
pub(crate) fn pieces(site: &Site) -> usize {
    let texts = FillingInPieces::of(notes(), &PageLook::default(), 1).map(|made| made.files);
    let texts: Vec<String> =
        texts.unwrap_or_default().into_iter().take(NOTES).map(|(name, _)| name).collect();
    let is_text = |path: &String| texts.iter().any(|text| path.ends_with(text.as_str()));
    let mut asked: Vec<String> = site.asked().into_iter().filter(is_text).collect();
    asked.sort_unstable();
    asked.dedup();
    asked.len()
}

pub(crate) async fn open(visit: &Visit, site: &Site, view: &str) -> Result<()> {
    visit.load(&site.url(&format!("index.html{view}"))).await?;
    visit
        .until("the rows", "return document.querySelectorAll('tbody tr').length > 10", json!([]))
        .await
}

/// The same page served until the program has given its sign of life.
pub(crate) async fn served(visit: &Visit, faults: Vec<Fault>) -> Result<Arc<Site>> {
    let folder = page(visit)?;
    let site = Arc::new(Site::serve(folder.path().to_owned(), faults).await?);
    visit.keep((folder, Arc::clone(&site)));
    Ok(site)
}

/// The same page served, and kept by its worker.
pub(crate) async fn served_and_kept(visit: &Visit) -> Result<(TempDir, Site)> {
    let folder = page(visit)?;
    let site = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    load(visit, &site).await?;
    kept(visit, "").await?;
    Ok((folder, site))
}

async fn brings_what_is_looked_at(visit: &Visit) -> Result<()> {
    let site = served(visit, Vec::new()).await?;
    open(visit, &site, "").await?;
    visit.ready().await?;
    seen::text(visit, "three plates").await?;
    let at_first = pieces(&site);
    assert_eq!(at_first, 0, "what is heard first is known without its text");
    let parts = "return performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => /_(reading|search|opened)\\.wasm/.test(name))";
    let none: [&str; 0] = [];
    assert_eq!(
        visit.eval::<Vec<String>>(parts, json!([])).await?,
        none,
        "nobody has asked for more"
    );
    // A search in the address is made at once.
    visit.load(&site.url("index.html#q=oddword23")).await?;
    seen::text(visit, "The oddword23 of this talk").await?;
    visit.load(&site.url("index.html#note=talk-41")).await?;
    seen::text(visit, "oddword41").await?;
    visit.find(BOX).await?.send_keys("oddword17").await?;
    seen::text(visit, "The oddword17 of this talk").await?;
    seen::text(visit, "1 moment").await?;
    let at_last = pieces(&site);
    assert!(at_last < NOTES / 2, "{at_last} of {NOTES} texts were fetched for two");
    Ok(())
}

fn no_piece(instead: Instead) -> Fault {
    Fault::File { ending: ".bin", instead, only_cached: false }
}

/// A host of which no piece comes as it should.
pub(crate) async fn broken(folder: &Path, instead: Instead) -> Result<Site> {
    Site::serve(folder.to_owned(), vec![no_piece(instead)]).await
}

async fn tells_of_texts_that_do_not_come_and_brings_them_later(visit: &Visit) -> Result<()> {
    let folder = page(visit)?;
    for instead in [Instead::NotFound, Instead::SignInPage, Instead::Half] {
        let site = broken(folder.path(), instead).await?;
        open(visit, &site, "#note=talk-41").await?;
        seen::text(visit, "Some of what the notes say did not come: pieces/").await?;
        seen::nothing_asked_on_and_on(visit, &site).await?;
        let printed = "dispatchEvent(new Event('pointermove'));
            dispatchEvent(new Event('beforeprint'));
            const told = document.querySelector('[data-anchor=printed-in-part]')?.textContent ?? '';
            dispatchEvent(new Event('afterprint'));
            return told.includes('Print once more')";
        visit.until("paper to say that it is not all", printed, json!([])).await?;
        site.heal();
        // A second text may still be failing, after which the notice is drawn again.
        let again = "[...document.querySelectorAll('[data-anchor=notice] button')]
            .find((button) => button.textContent === 'Try again')?.click();
            return document.body?.innerText.includes('oddword41') ?? false";
        visit.until("the text to come", again, json!([])).await?;
        seen::text(visit, "oddword41").await?;
        seen::printable(visit).await?;
        let gone = "return !document.body.innerText.includes('did not come')";
        visit.until("the notice to go", gone, json!([])).await?;
        visit.find(BOX).await?.send_keys("oddword17").await?;
        seen::text(visit, "1 moment").await?;
    }
    Ok(())
}

async fn tells_of_an_index_that_does_not_come_and_brings_it_later(visit: &Visit) -> Result<()> {
    let site = served(visit, vec![no_piece(Instead::NotFound)]).await?;
    open(visit, &site, "").await?;
    visit.find(BOX).await?.send_keys("oddword17").await?;
    seen::text(visit, "that searches did not arrive").await?;
    site.heal();
    let again = "[...document.querySelectorAll('[data-anchor=results] button')]
        .find((button) => button.textContent.includes('Try again')).click()";
    visit.eval::<()>(again, json!([])).await?;
    seen::text(visit, "1 moment").await
}

async fn shows_what_was_looked_at_without_a_network(visit: &Visit) -> Result<()> {
    let (_folder, site) = served_and_kept(visit).await?;
    open(visit, &site, "#note=talk-41").await?;
    seen::text(visit, "oddword41").await?;
    visit.find(BOX).await?.send_keys("oddword41").await?;
    seen::text(visit, "1 moment").await?;
    let (same, other) =
        (site.url("index.html?a#note=talk-41"), site.url("index.html?b#note=talk-17"));
    drop(site);
    visit.load(&same).await?;
    seen::text(visit, "oddword41").await?;
    visit.load(&other).await?;
    seen::text(visit, "Some of what the notes say did not come: pieces/").await?;
    // What was searched before is found again; of what was not, it is said.
    let search = visit.find(BOX).await?;
    search.send_keys("oddword41").await?;
    seen::text(visit, "1 moment").await?;
    visit.find(BOX).await?.clear().await?;
    visit.find(BOX).await?.send_keys("oddword17").await?;
    seen::text(visit, "These words did not arrive").await?;
    seen::text(visit, "No results in what could be searched").await
}

async fn leaves_the_rest_as_it_is_while_a_text_comes(visit: &Visit) -> Result<()> {
    let site = served(visit, Vec::new()).await?;
    open(visit, &site, "").await?;
    visit.ready().await?;
    let look = "window.before = ['tbody tr', '[data-anchor=results]', '[data-anchor=detail]']
            .map((part) => document.querySelector(part));
        location.hash = '#skill=juggling-41'";
    visit.eval::<()>(look, json!([])).await?;
    seen::text_anywhere(visit, "[data-anchor=detail]", "three plates").await?;
    assert_eq!(pieces(&site), 1, "it stood in a text that had to come");
    let stays = "return before.map((part) => part?.isConnected)";
    assert_eq!(visit.eval::<Vec<bool>>(stays, json!([])).await?, [true; 3]);
    // Nor is the one who types disturbed.
    visit.find(BOX).await?.send_keys("oddword17").await?;
    seen::text(visit, "The oddword17 of this talk").await?;
    let focus = "return document.activeElement.dataset.anchor";
    assert_eq!(visit.eval::<String>(focus, json!([])).await?, "search-field");
    Ok(())
}

async fn saves_all_of_them_as_one_page(visit: &Visit) -> Result<()> {
    let folder = page(visit)?;
    let site = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    open(visit, &site, "").await?;
    visit.ready().await?;
    let (_, saved) = save(visit, None).await?;
    assert_eq!(pieces(&site), NOTES, "every text, and not the index");
    assert!(saved.contains("skillreel-notes"), "a page of its own");
    crate::share::saving::open_file(visit, folder.path(), &saved).await?;
    visit
        .until("the rows", "return document.querySelectorAll('tbody tr').length > 10", json!([]))
        .await
}

async fn takes_own_notes_beside_them(visit: &Visit) -> Result<()> {
    let site = served(visit, Vec::new()).await?;
    open(visit, &site, "").await?;
    visit.ready().await?;
    let _files = choose(visit, &[("mine.md", note("Baking").as_bytes())]).await?;
    press_button(visit, "Add 1 note to the 60 here").await?;
    for _ in 0..2 {
        seen::text(visit, "61 skills from 61 notes").await?;
        for (typed, found) in [("oddword17", "The oddword17 of this talk"), ("baking", "Baking")] {
            visit.find(BOX).await?.clear().await?;
            visit.find(BOX).await?.send_keys(typed).await?;
            seen::text_anywhere(visit, "[data-anchor=results]", found).await?;
        }
        let fetched = pieces(&site);
        assert!(fetched < NOTES / 2, "{fetched} of {NOTES} texts were fetched for one");
        open(visit, &site, "?again").await?;
    }
    press_button(visit, "Back to the page’s own notes").await?;
    seen::text(visit, "60 skills from 60 notes").await?;
    visit.find(BOX).await?.send_keys("baking").await?;
    seen::text(visit, "Nothing here is like “baking”").await?;
    visit.find(BOX).await?.clear().await?;
    visit.find(BOX).await?.send_keys("oddword23").await?;
    seen::text(visit, "The oddword23 of this talk").await?;
    let fetched = pieces(&site);
    assert!(fetched < NOTES / 2, "{fetched} of {NOTES} texts were fetched for two");
    Ok(())
}

async fn takes_own_notes_beside_what_does_not_come(visit: &Visit) -> Result<()> {
    let site = served(visit, vec![no_piece(Instead::NotFound)]).await?;
    open(visit, &site, "").await?;
    visit.ready().await?;
    let _files = choose(visit, &[("mine.md", note("Baking").as_bytes())]).await?;
    press_button(visit, "Add 1 note to the 60 here").await?;
    seen::text(visit, "61 skills from 61 notes").await?;
    seen::text(visit, "Some of what the notes say did not come: pieces/").await?;
    open(visit, &site, "?again#note=mine").await?;
    seen::text(visit, "three plates").await?;
    seen::nothing_asked_on_and_on(visit, &site).await?;
    site.heal();
    // It was wanted by what put the notes together, which begins anew.
    press_button(visit, "Try again").await?;
    let is_mended = "return !document.body.innerText.includes('did not come')";
    visit.until("nothing to be missing", is_mended, json!([])).await?;
    visit.find(BOX).await?.send_keys("baking").await?;
    seen::text_anywhere(visit, "[data-anchor=results]", "Baking").await
}

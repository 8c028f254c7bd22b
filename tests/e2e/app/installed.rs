//! A hosted page that is visited again: without a network, after a new build, after a bad one.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value as Json, json};
use skillreel::export::page::look::PageLook;
use skillreel::export::page::pack;
use skillreel::vault::NoteFile;
use tempfile::TempDir;

use crate::facts::SKILLS;
use crate::harness::site::{Fault, Site};
use crate::harness::visit::Visit;
use crate::harness::{over_http, over_http_but_webkit};
use crate::import::own_notes::{note, press_button, rows_are};
use crate::seen;

over_http! {
    opens_without_a_network_on_the_second_visit,
    sees_a_new_build_on_the_next_visit,
    fault_34_is_told_of_a_new_version_and_takes_it,
    takes_a_new_version_that_another_tab_has_let_in,
    fault_16_keeps_the_version_it_has_when_the_next_is_broken,
    can_be_freed_of_what_was_kept,
}

// WebKit's driver works in a private session, which keeps no files, and takes `only-if-cached` for nothing there.
over_http_but_webkit! {
    is_sent_nothing_twice,
    keeps_what_comes_by_where_the_host_forbids_to_keep_it,
}

/// A copy of the built page that a test may change.
pub(crate) fn copy(visit: &Visit) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for entry in std::fs::read_dir(visit.folder())? {
        let from = entry?.path();
        if from.is_file() {
            std::fs::copy(&from, folder.path().join(from.file_name().unwrap_or_default()))?;
        }
    }
    Ok(folder)
}

/// Puts another build into the folder: with one note, on a skill, under a version of its own.
fn build(folder: &Path, skill: &str) -> Result<()> {
    let (page, worker) = (folder.join("index.html"), folder.join("sw.js"));
    let text = std::fs::read_to_string(&worker)?;
    let (_, version) = text.split_once("const VERSION = '").context("a version")?;
    let (version, _) = version.split_once('\'').context("a version")?;
    let next = format!("of-{skill}");
    let notes = [NoteFile::new("a.md", note(skill))];
    let filled = pack::page(&std::fs::read_to_string(&page)?, &notes, &PageLook::default())?;
    std::fs::write(page, filled.replace(version, &next))?;
    std::fs::write(worker, text.replace(version, &next))?;
    Ok(())
}

/// The bundled note's skills that are said of some level: those of none are closed while one is chosen.
const PLACED: [&str; 6] = [
    "communicate",
    "driven-by-impact-not-promotion",
    "earn-trust-with-others",
    "execute",
    "prioritize",
    "think-big",
];

pub(crate) async fn load(visit: &Visit, site: &Site) -> Result<()> {
    visit.load(&site.url("index.html")).await?;
    visit.ready().await
}

/// Waits until all of the page is kept under a version whose name ends so.
pub(crate) async fn kept(visit: &Visit, version: &str) -> Result<()> {
    let script = "window.isKept ??= false;
        (async () => {
            for (const name of await caches.keys())
                if (name.endsWith(arguments[0]) && await (await caches.open(name)).match('./')) window.isKept = true;
        })();
        return window.isKept";
    visit.until("the page to be kept", script, json!([version])).await
}

fn all() -> Vec<&'static str> {
    SKILLS.iter().map(|(id, _)| *id).collect()
}

async fn opens_without_a_network_on_the_second_visit(visit: &Visit) -> Result<()> {
    let folder = copy(visit)?;
    let site = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    load(visit, &site).await?;
    kept(visit, "").await?;
    let address = site.url("index.html#level=senior");
    drop(site);
    visit.load(&address).await?;
    visit.ready().await?;
    rows_are(visit, &PLACED).await?;
    assert!(seen::chosen_level(visit).await?.starts_with("Senior"));
    visit.find(crate::search::searching::BOX).await?.send_keys("trust").await?;
    seen::fragment_has(visit, "q=trust").await
}

/// What was asked for more than once since the first `before` requests, the worker's own script aside.
fn asked_twice(site: &Site, before: usize) -> Vec<String> {
    let mut asked: Vec<String> = site.asked().split_off(before);
    asked.retain(|path| path != "/sw.js");
    for path in &mut asked {
        if path == "/index.html" {
            *path = "/".to_owned();
        }
    }
    asked.sort_unstable();
    let mut pairs: Vec<String> =
        asked.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect();
    pairs.dedup();
    pairs
}

async fn is_sent_nothing_twice(visit: &Visit) -> Result<()> {
    let folder = copy(visit)?;
    let site = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    load(visit, &site).await?;
    kept(visit, "").await?;
    assert_eq!(asked_twice(&site, 0), [""; 0]);
    Ok(())
}

async fn keeps_what_comes_by_where_the_host_forbids_to_keep_it(visit: &Visit) -> Result<()> {
    let folder = copy(visit)?;
    let site = Site::serve(folder.path().to_owned(), vec![Fault::NoStore]).await?;
    load(visit, &site).await?;
    let begun = "window.begun ??= false;
        caches.match('./icon.svg').then((found) => { window.begun = !!found; });
        return window.begun";
    visit.until("what the page did not load to be kept", begun, json!([])).await?;
    let at_first = site.asked().len();
    assert_eq!(asked_twice(&site, 0), [""; 0], "on the first visit");
    load(visit, &site).await?;
    kept(visit, "").await?;
    assert_eq!(asked_twice(&site, at_first), [""; 0], "on the second visit");
    let address = site.url("index.html#level=senior");
    drop(site);
    visit.load(&address).await?;
    visit.ready().await?;
    rows_are(visit, &PLACED).await
}

async fn sees_a_new_build_on_the_next_visit(visit: &Visit) -> Result<()> {
    let folder = copy(visit)?;
    let site = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    load(visit, &site).await?;
    kept(visit, "").await?;
    build(folder.path(), "Juggling")?;
    load(visit, &site).await?;
    rows_are(visit, &["juggling"]).await?;
    assert!(!visit.shows("#new-version").await?, "it is the new version already");
    kept(visit, "of-Juggling").await?;
    // Nothing of the old version is left once it is closed, and the new one needs no network either.
    load(visit, &site).await?;
    let names = "window.names ??= null; caches.keys().then((names) => { window.names = names; });
        return window.names";
    visit.until_equal("what is kept", names, json!([]), json!(["skillreel-of-Juggling"])).await?;
    let address = site.url("");
    drop(site);
    visit.load(&address).await?;
    visit.ready().await?;
    rows_are(visit, &["juggling"]).await
}

async fn fault_34_is_told_of_a_new_version_and_takes_it(visit: &Visit) -> Result<()> {
    let folder = copy(visit)?;
    let site = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    load(visit, &site).await?;
    kept(visit, "").await?;
    seen::choose_level(visit, "New").await?;
    build(folder.path(), "Juggling")?;
    // As when the reader comes back to the tab.
    let back = "document.dispatchEvent(new Event('visibilitychange'))";
    visit.eval::<Json>(back, json!([])).await?;
    seen::text(visit, "There is a new version of this page").await?;
    rows_are(visit, &PLACED).await?;
    press_button(visit, "Load it").await?;
    // The new skill is of no level, and those are closed.
    let number = "return document.querySelector('[data-group=no-level] button span:last-child')?.textContent";
    visit.until_equal("the new skill's part", number, json!([]), json!("1")).await?;
    visit.click("[data-group=no-level] button").await?;
    rows_are(visit, &["juggling"]).await?;
    assert_eq!(seen::fragment_value(visit, "level").await?, Some("new".into()), "the view stays");
    Ok(())
}

async fn takes_a_new_version_that_another_tab_has_let_in(visit: &Visit) -> Result<()> {
    let folder = copy(visit)?;
    let site = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    load(visit, &site).await?;
    kept(visit, "").await?;
    let first = visit.client().window().await?;
    let other = visit.client().new_window(true).await?.handle;
    visit.client().switch_to_window(other.clone()).await?;
    load(visit, &site).await?;
    build(folder.path(), "Juggling")?;
    let back = "document.dispatchEvent(new Event('visibilitychange'))";
    visit.eval::<Json>(back, json!([])).await?;
    let told = "There is a new version of this page";
    seen::text(visit, told).await?;
    visit.client().switch_to_window(first).await?;
    seen::text(visit, told).await?;
    // Both are told, and the other one takes it first.
    visit.client().switch_to_window(other).await?;
    press_button(visit, "Load it").await?;
    rows_are(visit, &["juggling"]).await?;
    visit.client().close_window().await?;
    let first = visit.client().windows().await?.into_iter().next().context("the first tab")?;
    visit.client().switch_to_window(first).await?;
    rows_are(visit, &all()).await?;
    press_button(visit, "Load it").await?;
    rows_are(visit, &["juggling"]).await
}

async fn fault_16_keeps_the_version_it_has_when_the_next_is_broken(visit: &Visit) -> Result<()> {
    let folder = copy(visit)?;
    let site = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    load(visit, &site).await?;
    kept(visit, "").await?;
    build(folder.path(), "Juggling")?;
    // The new version names a file that is cut off.
    let worker = folder.path().join("sw.js");
    let text = std::fs::read_to_string(&worker)?;
    let files = text.matches("[\"./").count();
    std::fs::write(&worker, text.replace("[\"./icon.svg\"", "[\"./cut-off.svg\""))?;
    std::fs::write(folder.path().join("cut-off.svg"), "<svg")?;
    load(visit, &site).await?;
    rows_are(visit, &["juggling"]).await?;
    let but_one = "window.number ??= null;
        caches.has('skillreel-of-Juggling').then(async (has) => {
            if (has) window.number = (await (await caches.open('skillreel-of-Juggling')).keys()).length; });
        return window.number";
    visit.until_equal("all but one to be kept", but_one, json!([]), json!(files)).await?;
    let address = site.url("");
    drop(site);
    visit.load(&address).await?;
    visit.ready().await?;
    rows_are(visit, &all()).await
}

async fn can_be_freed_of_what_was_kept(visit: &Visit) -> Result<()> {
    let folder = copy(visit)?;
    let site = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    load(visit, &site).await?;
    kept(visit, "").await?;
    let guide = include_str!("../../../docs/INSTALLED.md");
    let (_, switch) = guide.split_once("```js\n").context("the script in the guide")?;
    let (switch, _) = switch.split_once("```").context("its end")?;
    std::fs::write(folder.path().join("sw.js"), switch)?;
    // A page without the program's own registration, as the guide says.
    let page = folder.path().join("index.html");
    let text = std::fs::read_to_string(&page)?;
    let lines: Vec<&str> = text.lines().filter(|line| !line.contains("install-")).collect();
    std::fs::write(&page, lines.join("\n"))?;
    load(visit, &site).await?;
    let script = "window.left ??= null;
        navigator.serviceWorker.getRegistrations().then(async (found) => {
            await Promise.all(found.map((one) => one.update().catch(() => {})));
            window.left = [found.length, (await caches.keys()).length];
        });
        return window.left";
    visit.until_equal("what is left", script, json!([]), json!([0, 0])).await
}

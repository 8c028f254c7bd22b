//! A reader adds notes of their own: chosen or dropped, added or in place of what is there.

use std::io::Write;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Locator;
use fantoccini::elements::Element;
use flate2::{Compression, write::DeflateEncoder};
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use serde_json::json;
use tempfile::TempDir;

use crate::facts::SKILLS;
use crate::harness::browser::Setup;
use crate::harness::visit::Visit;
use crate::harness::{
    everywhere_but_webkit_nightly, everywhere_first, everywhere_nightly, in_chromium,
};
use crate::pages::with_notes;
use crate::seen;

everywhere_first! {
    adds_chosen_files_and_undoes_it,
}

everywhere_but_webkit_nightly! {
    fault_01_is_told_that_added_notes_last_for_the_tab_only in |scene| {
        scene.setup(Setup::StorageRefused)
    },
}

everywhere_nightly! {
    replaces_the_notes_and_finds_them_after_a_reload,
    drops_an_archive_on_a_page_without_notes in |scene| with_notes(scene, "no-notes", &[]),
    finds_the_way_to_add_notes_by_keys,
}

in_chromium! {
    chooses_a_folder,
}

/// A note that names one skill.
pub(crate) fn note(skill: &str) -> String {
    format!(
        "---\ntitle: On {skill}\nvideoId: 7gaPPrAd7nc\n---\n\n## Skills for product managers\n\n\
         * **{skill}**: three plates [00:02:10]\n"
    )
}

/// The field behind a button to choose notes: in a page without notes it stands there, else in the dialog.
async fn input(visit: &Visit, label: &str) -> Result<Element> {
    let selector = format!("input[aria-label='{label}']");
    if visit.client().find_all(Locator::Css(&selector)).await?.is_empty() {
        visit.find_named("header button", "button", "Add notes").await?.click().await?;
    }
    visit.element("return document.querySelector(arguments[0])", json!([selector])).await
}

/// Chooses files, as the browser's own dialog would. They are there as long as the folder is.
pub(crate) async fn choose(visit: &Visit, files: &[(&str, &[u8])]) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let mut paths = Vec::new();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes)?;
        paths.push(path.to_str().context("a path of letters")?.to_owned());
    }
    let input = input(visit, "Files of notes").await?;
    input.send_keys(&paths.join("\n")).await?;
    Ok(folder)
}

/// Drops files on the page: their names and bytes.
pub(crate) async fn drop_files(visit: &Visit, files: &[(&str, &[u8])]) -> Result<()> {
    let files: Vec<(&str, String)> =
        files.iter().map(|(name, bytes)| (*name, STANDARD.encode(bytes))).collect();
    let script = "const held = new DataTransfer();
        for (const [name, text] of arguments[0]) {
            const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
            held.items.add(new File([bytes], name));
        }
        window.fire = (type) => document.querySelector('main').dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: held }));
        fire('dragenter');
        return fire('dragover')";
    let is_left: bool = visit.eval(script, json!([files])).await?;
    assert!(!is_left, "else the browser opens the file in place of the page");
    visit.find("[data-anchor=drop]").await?;
    visit.eval("fire('drop')", json!([])).await
}

/// An archive with these files.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (name, content) in files {
        let (mut entry, config) = archive
            .new_file(EntryPath::conformant(*name))
            .compression_method(CompressionMethod::DEFLATE)
            .start()?;
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
        writer.write_all(content)?;
        let (encoder, descriptor) = writer.finish()?;
        encoder.finish()?;
        entry.finish(descriptor)?;
    }
    archive.finish()?;
    Ok(bytes)
}

/// Clicks a button by what stands on it, as soon as it is there.
pub(crate) async fn press_button(visit: &Visit, text: &str) -> Result<()> {
    let script = "const button = [...document.querySelectorAll('button')].find(
            (button) => button.getClientRects().length > 0
                && button.textContent.trim() === arguments[0]);
        button?.click();
        return button !== undefined";
    visit.until(&format!("the button {text:?}"), script, json!([text])).await
}

/// Waits until the matrix shows these skills, whatever their order.
pub(crate) async fn rows_are(visit: &Visit, wanted: &[&str]) -> Result<()> {
    let script = format!("const rows = (() => {{ {} }})(); return rows.sort()", seen::ROWS);
    let mut wanted = wanted.to_vec();
    wanted.sort_unstable();
    visit.until_equal("the skills of the matrix", &script, json!([]), json!(wanted)).await
}

/// The skills of the note that the page came with, and these.
fn with_bundled<'a>(more: &[&'a str]) -> Vec<&'a str> {
    SKILLS.iter().map(|(id, _)| *id).chain(more.iter().copied()).collect()
}

async fn adds_chosen_files_and_undoes_it(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let (juggling, fencing) = (note("Juggling"), note("Fencing"));
    let _files = choose(
        visit,
        &[("a.md", juggling.as_bytes()), ("b.markdown", fencing.as_bytes()), ("c.txt", b"no note")],
    )
    .await?;
    press_button(visit, "Add 2 notes to the 1 here").await?;
    rows_are(visit, &with_bundled(&["juggling", "fencing"])).await?;
    seen::text(visit, "Added 2 notes; 1 file skipped (no transcript).").await?;
    visit.click("[data-anchor=skipped] summary").await?;
    seen::text(visit, "c.txt is a text without times").await?;
    // What was added is found like what was there.
    visit.find(crate::search::searching::BOX).await?.send_keys("plates").await?;
    seen::text(visit, "2 moments").await?;
    press_button(visit, "Undo").await?;
    visit.click("[aria-label='Clear the search']").await?;
    rows_are(visit, &with_bundled(&[])).await
}

async fn replaces_the_notes_and_finds_them_after_a_reload(visit: &Visit) -> Result<()> {
    visit.open("#skill=communicate").await?;
    let _files = choose(visit, &[("a.md", note("Juggling").as_bytes())]).await?;
    press_button(visit, "Replace the 1 note here").await?;
    rows_are(visit, &["juggling"]).await?;
    seen::text(visit, "No note here names a skill “communicate”").await?;
    seen::text(visit, "kept in this browser").await?;
    visit.open("").await?;
    rows_are(visit, &["juggling"]).await?;
    // Of the same path: it takes the other's place.
    let _files = choose(visit, &[("a.md", note("Fencing").as_bytes())]).await?;
    press_button(visit, "Add 1 note to the 1 here").await?;
    rows_are(visit, &["fencing"]).await?;
    press_button(visit, "Undo").await?;
    rows_are(visit, &["juggling"]).await?;
    visit.open("").await?;
    rows_are(visit, &["juggling"]).await?;
    press_button(visit, "Back to the page’s own notes").await?;
    rows_are(visit, &with_bundled(&[])).await?;
    visit.open("").await?;
    rows_are(visit, &with_bundled(&[])).await
}

async fn drops_an_archive_on_a_page_without_notes(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let (juggling, fencing) = (note("Juggling"), note("Fencing"));
    let archive = zip(&[
        ("vault/a.md", juggling.as_bytes()),
        ("vault/sub/b.md", fencing.as_bytes()),
        ("vault/picture.png", b"x"),
        ("vault/.hidden/c.md", b"x"),
    ])?;
    drop_files(visit, &[("notes.zip", &archive)]).await?;
    rows_are(visit, &["juggling", "fencing"]).await?;
    seen::text(visit, "Added 2 notes; 1 file skipped (not Markdown).").await?;
    // The folder that all share is no part of their names.
    visit.open("#note=sub%2Fb").await?;
    seen::text(visit, "On Fencing").await
}

async fn fault_01_is_told_that_added_notes_last_for_the_tab_only(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    drop_files(visit, &[("a.md", note("Juggling").as_bytes())]).await?;
    press_button(visit, "Add 1 note to the 1 here").await?;
    rows_are(visit, &with_bundled(&["juggling"])).await?;
    seen::text(visit, "These notes last for this tab only").await
}

async fn finds_the_way_to_add_notes_by_keys(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let add = visit.find_named("header button", "button", "Add notes").await?;
    add.send_keys("\u{e007}").await?;
    visit.find_named("dialog button", "button", "Choose files").await?;
    visit.find_named("dialog button", "button", "Choose a folder").await?;
    visit.press("\u{e00c}").await?;
    let focus = "return document.querySelector('dialog[open]') === null
        && document.activeElement.getAttribute('aria-label')";
    visit.until_equal("what has the focus", focus, json!([]), "Add notes".into()).await
}

async fn chooses_a_folder(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let folder = tempfile::tempdir()?;
    let vault = folder.path().join("vault");
    std::fs::create_dir_all(vault.join("sub/.hidden"))?;
    std::fs::write(vault.join("a.md"), note("Juggling"))?;
    std::fs::write(vault.join("sub/b.md"), note("Fencing"))?;
    std::fs::write(vault.join("sub/.hidden/c.md"), note("Hiding"))?;
    let input = input(visit, "Folder of notes").await?;
    input.send_keys(vault.to_str().context("a path of letters")?).await?;
    press_button(visit, "Replace the 1 note here").await?;
    rows_are(visit, &["juggling", "fencing"]).await?;
    visit.open("#note=sub%2Fb").await?;
    seen::text(visit, "On Fencing").await
}

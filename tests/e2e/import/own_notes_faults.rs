//! Notes of the reader's own that are broken, huge, many, or gone by the time they are read.

use anyhow::Result;
use serde_json::json;

use crate::harness::browser::Browser;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, extras, in_chromium, over_http};
use crate::pages::with_notes;
use crate::seen;
use crate::share::saving::CATCH;

use super::own_notes::{choose, drop_files, note, press_button, rows_are, zip};

everywhere_nightly! {
    fault_21_a_malformed_note_is_shown_and_the_others_are_there in no_notes,
    fault_24_notes_of_one_name_are_told_apart_by_their_folders in no_notes,
    fault_25_notes_in_odd_encodings_can_be_added in no_notes,
    fault_26_a_file_that_is_gone_is_named_and_the_rest_is_kept in no_notes,
    fault_27_odd_names_stay_what_they_are in no_notes,
}

over_http! {
    fault_17_an_added_note_that_stopped_the_program_is_left_out_until_it_is_added_anew in no_notes,
    fault_18_a_note_nested_without_end_is_read in no_notes,
    fault_21_a_broken_archive_is_named in no_notes,
    fault_22_a_huge_note_is_read_on_request_and_drawn_in_pieces in no_notes,
    fault_23_many_notes_can_be_cancelled_and_read in no_notes,
}

in_chromium! {
    fault_27_a_dropped_folder_is_walked in no_notes,
}

/// What the page has handed over: name and bytes.
const CAUGHT_BYTES: &str = "const done = arguments[arguments.length - 1];
    const { name, blob } = handedOver.at(-1);
    blob.arrayBuffer().then((buffer) => done([name, [...new Uint8Array(buffer)]]));";

fn no_notes(scene: Scene) -> Scene {
    with_notes(scene, "no-notes", &[])
}

async fn fault_21_a_malformed_note_is_shown_and_the_others_are_there(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let bad = b"---\ntitle: Never closed\n\n# <script>alert(1)</script>\n\n[[ <img src=x onerror=alert(2)>";
    let _files =
        choose(visit, &[("bad.md", bad), ("good.md", note("Juggling").as_bytes())]).await?;
    rows_are(visit, &["juggling"]).await?;
    // What came of them is told at once, with the way to what is wrong.
    seen::text(visit, "Added 2 notes. 1 skill, of no level; 1 error to mend. Look").await?;
    visit.click("[aria-label='Added notes'] a").await?;
    seen::fragment_has(visit, "panel=problems").await?;
    visit.open("#note=bad").await?;
    // The driver would have failed at an alert.
    seen::text(visit, "<script>alert(1)</script>").await
}

async fn fault_24_notes_of_one_name_are_told_apart_by_their_folders(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let text = |word: &str| format!("---\ntitle: The same\nvideoId: 7gaPPrAd7nc\n---\n{word}\n");
    let (one, other) = (text("Apples."), text("Pears."));
    let from = "---\ntitle: From\nvideoId: 7gaPPrAd7nc\n---\nSee [[same]].\n";
    let archive = zip(&[
        ("a/same.md", one.as_bytes()),
        ("b/same.md", other.as_bytes()),
        ("b/from.md", from.as_bytes()),
    ])?;
    drop_files(visit, &[("notes.zip", &archive)]).await?;
    seen::text(visit, "Added 3 notes.").await?;
    visit.open("#note=a%2Fsame").await?;
    seen::text(visit, "Apples.").await?;
    visit.open("#note=b%2Ffrom").await?;
    visit.click("article a[href*='note=']").await?;
    seen::text(visit, "Pears.").await
}

async fn fault_25_notes_in_odd_encodings_can_be_added(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let text = note("Juggling").replace('\n', "\r\n");
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let mut latin1 = note("Rowing").into_bytes();
    latin1.extend(b"\nZo\xeb\n");
    drop_files(visit, &[("utf16.md", &utf16), ("latin1.md", &latin1)]).await?;
    rows_are(visit, &["juggling", "rowing"]).await?;
    // What was lost is told after a reload, too, and the file can be had back.
    visit.open("#note=latin1").await?;
    seen::text(visit, "Zo\u{fffd}").await?;
    visit.eval::<serde_json::Value>(CATCH, json!([])).await?;
    visit.click("[data-anchor=note-problems] summary").await?;
    let named = "return [...document.querySelectorAll('[data-anchor=note-problems] li')]
        .some((problem) => problem.textContent.includes('UTF-8'))";
    visit.until("the problem to be named", named, json!([])).await?;
    press_button(visit, "Download the file as it was").await?;
    let (name, bytes): (String, Vec<u8>) =
        serde_json::from_value(visit.client().execute_async(CAUGHT_BYTES, Vec::new()).await?)?;
    assert_eq!((name.as_str(), bytes), ("latin1.md", latin1));
    Ok(())
}

async fn fault_26_a_file_that_is_gone_is_named_and_the_rest_is_kept(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    drop_files(visit, &[("first.md", note("Fencing").as_bytes())]).await?;
    rows_are(visit, &["fencing"]).await?;
    let (here, gone) = (note("Juggling"), note("Rowing"));
    let folder =
        choose(visit, &[("here.md", here.as_bytes()), ("gone.md", gone.as_bytes())]).await?;
    // While the reader is still asked.
    visit.find("dialog[open]").await?;
    std::fs::remove_file(folder.path().join("gone.md"))?;
    press_button(visit, "Add 2 notes to the 1 here").await?;
    rows_are(visit, &["fencing", "juggling"]).await?;
    seen::text(visit, "Added 1 note; 1 file skipped (could not be read).").await?;
    visit.click("[data-anchor=skipped] summary").await?;
    seen::text(visit, "gone.md could not be read").await
}

async fn fault_27_odd_names_stay_what_they_are(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let long = format!("{}.md", "n".repeat(300));
    let names = [&long, "\u{202e}reversed?#%.md", "שלום עולם.md", "a & <b>.md"];
    let text = |name: &str| format!("From a file of the name {name}.");
    let texts: Vec<String> = names.iter().map(|name| text(name)).collect();
    let mut files: Vec<(&str, &[u8])> =
        names.iter().zip(&texts).map(|(name, text)| (*name, text.as_bytes())).collect();
    let odd = "\u{202e}txt.exe";
    files.push((odd, b"x"));
    drop_files(visit, &files).await?;
    seen::text(visit, "Added 4 notes; 1 file skipped (not Markdown).").await?;
    // A name that turns its letters round does not turn round what stands behind it.
    let isolated = "return [...document.querySelectorAll('[data-anchor=skipped] bdi')]
        .map((name) => name.textContent)";
    assert_eq!(visit.eval::<Vec<String>>(isolated, json!([])).await?, [odd]);
    let links = "return [...document.querySelectorAll('[data-anchor=note-list] > ul > li > div a')].map((link) => link.hash)";
    let links: Vec<String> = visit.eval(links, json!([])).await?;
    assert_eq!(links.len(), names.len());
    for link in links {
        visit.open(&link).await?;
        seen::text(visit, "From a file of the name").await?;
    }
    Ok(())
}

async fn fault_17_an_added_note_that_stopped_the_program_is_left_out_until_it_is_added_anew(
    visit: &Visit,
) -> Result<()> {
    visit.open("").await?;
    let (bad, good) = (note("Fencing"), note("Juggling"));
    drop_files(visit, &[("bad.md", bad.as_bytes()), ("good.md", good.as_bytes())]).await?;
    rows_are(visit, &["fencing", "juggling"]).await?;
    // No note is known that stops the program. This is what the program writes when one does.
    let stopped = "sessionStorage.setItem('skillreel.skipped', 'bad.md\\n')";
    visit.eval::<()>(stopped, json!([])).await?;
    visit.open("").await?;
    rows_are(visit, &["juggling"]).await?;
    seen::text(visit, "bad.md stopped the program and was left out").await?;
    drop_files(visit, &[("bad.md", bad.as_bytes())]).await?;
    press_button(visit, "Add 1 note to the 1 here").await?;
    rows_are(visit, &["fencing", "juggling"]).await
}

async fn fault_18_a_note_nested_without_end_is_read(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let files = [
        ("quotes.md", [">".repeat(100_000), "deep".into()].concat()),
        ("brackets.md", ["[".repeat(100_000), "deep".into()].concat()),
        ("lists.md", (0..2_000).map(|depth| format!("{}- x\n", " ".repeat(depth * 2))).collect()),
        ("tags.md", "<b><details><summary>".repeat(20_000)),
        ("stars.md", "**a *b ".repeat(50_000)),
    ];
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    drop_files(visit, &files).await?;
    seen::text(visit, "Added 5 notes.").await?;
    for (name, _) in files {
        let id = name.trim_end_matches(".md");
        visit.open(&format!("#note={id}")).await?;
        let drawn = "return document.querySelector('article')?.textContent.length > 0";
        visit.until(&format!("{name} to be drawn"), drawn, json!([])).await?;
    }
    Ok(())
}

async fn fault_21_a_broken_archive_is_named(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let (juggling, fencing) = (note("Juggling"), note("Fencing"));
    let mut archive = zip(&[("a.md", juggling.as_bytes()), ("b.md", fencing.as_bytes())])?;
    // A byte of what is packed first.
    let place = archive.windows(4).position(|four| four == b"a.md").unwrap_or_default() + 10;
    archive[place] ^= 0xff;
    let cut = archive.get(..archive.len() / 2).unwrap_or_default().to_vec();
    drop_files(visit, &[("whole.zip", &archive), ("cut.zip", &cut)]).await?;
    rows_are(visit, &["fencing"]).await?;
    visit.click("[data-anchor=skipped] summary").await?;
    seen::text(visit, "cut.zip is damaged").await?;
    seen::text(visit, "a.md is damaged").await
}

async fn fault_22_a_huge_note_is_read_on_request_and_drawn_in_pieces(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    // A file of spaces: what counts is that it is not read unasked.
    let drop_huge = "const held = new DataTransfer();
        held.items.add(new File([' '.repeat(21e6)], 'huge.md'));
        document.querySelector('main').dispatchEvent(
            new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: held }))";
    visit.eval::<()>(drop_huge, json!([])).await?;
    seen::text(visit, "huge.md, 21 MB").await?;
    press_button(visit, "Read 1 note").await?;
    seen::text(visit, "huge.md is over 20 MB and was left out").await?;

    let sections: String = (0..3_000)
        .map(|number| format!("## Section {number}\n\nWords of **section** {number} [[x]].\n\n"))
        .collect();
    let book = ["---\ntitle: Book\n---\n\n", &sections].concat();
    drop_files(visit, &[("book.md", book.as_bytes())]).await?;
    seen::text(visit, "Added 1 note.").await?;
    visit.open("#note=book&section=section-2500").await?;
    let in_sight = "const box = document.querySelector('[data-section=section-2500]')
            ?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight";
    visit.until("the section that was asked for", in_sight, json!([])).await?;
    let sections = "return document.querySelectorAll('article [data-section]').length";
    visit.until_equal("the sections that are drawn", sections, json!([]), 3_000.into()).await
}

async fn fault_23_many_notes_can_be_cancelled_and_read(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let drop_many = "const held = new DataTransfer();
        for (let number = 0; number < 2000; number += 1) {
            held.items.add(new File([`---\\ntitle: Note ${number}\\n---\\nWords.`], `${number}.md`));
        }
        const cancel = arguments[0] && new MutationObserver(() => {
            const buttons = [...document.querySelectorAll('section[aria-label^=Adding] button')];
            const button = buttons.find((button) => button.textContent === 'Cancel');
            if (button) { cancel.disconnect(); window.cancelled = true; button.click(); }
        });
        if (cancel) cancel.observe(document.body, { childList: true, subtree: true });
        document.querySelector('main').dispatchEvent(
            new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: held }))";
    visit.eval::<()>(drop_many, json!([true])).await?;
    visit.until("the work to be cancelled", "return window.cancelled === true", json!([])).await?;
    let quiet = "return document.querySelector('section[aria-label^=Add]') === null";
    visit.until("nothing to go on", quiet, json!([])).await?;
    let notes = "return document.querySelectorAll('[data-anchor=note-list] li').length";
    assert_eq!(visit.eval::<u32>(notes, json!([])).await?, 0, "it is as if nothing was dropped");
    visit.eval::<()>(drop_many, json!([false])).await?;
    seen::text(visit, "Added 2000 notes.").await
}

async fn fault_27_a_dropped_folder_is_walked(visit: &Visit) -> Result<()> {
    assert_eq!(visit.browser(), Browser::Chromium);
    visit.open("").await?;
    let folder = tempfile::tempdir()?;
    let vault = folder.path().join("vault");
    std::fs::create_dir_all(vault.join("sub/.hidden"))?;
    std::fs::write(vault.join("a.md"), note("Juggling"))?;
    std::fs::write(vault.join("sub/b.md"), note("Fencing"))?;
    std::fs::write(vault.join("sub/.hidden/c.md"), note("Hiding"))?;
    std::os::unix::fs::symlink(&vault, vault.join("sub/loop"))?;
    let data = json!({
        "items": [], "files": [vault.to_string_lossy()], "dragOperationsMask": 1,
    });
    for kind in ["dragEnter", "dragOver", "drop"] {
        let event = json!({ "type": kind, "x": 300, "y": 300, "data": data });
        extras::devtools(visit.client(), "Input.dispatchDragEvent", event).await?;
    }
    rows_are(visit, &["fencing", "juggling"]).await
}

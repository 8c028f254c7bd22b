//! Links and notes that are not as they should be.

use anyhow::Result;
use serde_json::json;

use crate::facts::SKILLS;
use crate::harness::everywhere_nightly;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::pages::with_notes;
use crate::seen;

everywhere_nightly! {
    follows_a_link_to_a_skill_that_is_not_here,
    follows_a_link_to_a_note_that_is_not_here,
    opens_a_page_without_notes in no_notes,
    opens_a_page_with_an_empty_note in empty_note,
    reads_a_note_without_a_video in no_video,
    fault_12_reads_a_note_with_a_bad_video_id in bad_video_id,
    fault_21_reads_a_malformed_note_and_the_others in malformed,
    fault_25_reads_notes_in_odd_encodings in odd_encodings,
}

async fn follows_a_link_to_a_skill_that_is_not_here(visit: &Visit) -> Result<()> {
    visit.open("#level=senior&skill=juggling").await?;
    seen::text(visit, "juggling").await?;
    assert_eq!(seen::rows(visit).await?.len(), 6, "the rest of the page works");
    assert!(seen::chosen_level(visit).await?.starts_with("Senior"));
    visit.click("th[data-skill=communicate] :is(a, button)").await?;
    seen::text(visit, "saying a thing puts the thinking behind it to the test").await
}

async fn follows_a_link_to_a_note_that_is_not_here(visit: &Visit) -> Result<()> {
    visit.open("#note=lost%2Fletter&t=12&level=boss").await?;
    seen::text(visit, "lost/letter").await?;
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len(), "the rest of the page works");
    assert!(seen::chosen_level(visit).await?.starts_with("All"), "boss is no level");
    Ok(())
}

fn no_notes(scene: Scene) -> Scene {
    with_notes(scene, "no-notes", &[])
}

async fn opens_a_page_without_notes(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let text: String = visit.eval("return document.body.innerText", json!([])).await?;
    assert!(
        text.to_lowercase().contains("no notes"),
        "{text:?} says that there is nothing to show"
    );
    assert_eq!(seen::rows(visit).await?, Vec::<String>::new());
    Ok(())
}

fn empty_note(scene: Scene) -> Scene {
    with_notes(scene, "empty-note", &[("nothing.md", b"")])
}

async fn opens_a_page_with_an_empty_note(visit: &Visit) -> Result<()> {
    visit.open("#note=nothing").await?;
    let says = "return (document.querySelector('article')?.innerText.trim() ?? '') !== ''";
    visit.until("the empty note to say so", says, json!([])).await?;
    assert!(visit.shows(crate::search::searching::BOX).await?);
    Ok(())
}

fn no_video(scene: Scene) -> Scene {
    let note = b"---\ntitle: On paper\n---\n\n## Skills for senior product managers\n\n\
        1. **Juggling**: keeps three plates in the air [00:02:10]\n";
    with_notes(scene, "no-video", &[("paper.md", note)])
}

async fn reads_a_note_without_a_video(visit: &Visit) -> Result<()> {
    visit.open("#skill=juggling").await?;
    assert_eq!(seen::rows(visit).await?, ["juggling"]);
    seen::text(visit, "keeps three plates in the air").await?;
    seen::text(visit, "2:10").await?;
    assert_eq!(seen::stamps(visit, "body").await?, [], "a time without a video is no link");
    Ok(())
}

fn bad_video_id(scene: Scene) -> Scene {
    let note = b"---\ntitle: A typo\nvideoId: 7gaPPrAd7n\n---\n\n## Skills for product managers\n\n\
        * **Juggling**: three plates <a class=\"yt-timestamp\" data-t=\"00:02:10\">[00:02:10]</a>\n";
    with_notes(scene, "bad-video-id", &[("typo.md", note)])
}

async fn fault_12_reads_a_note_with_a_bad_video_id(visit: &Visit) -> Result<()> {
    visit.open("#skill=juggling").await?;
    seen::text(visit, "three plates").await?;
    seen::text(visit, "2:10").await?;
    let addresses = "return [...document.querySelectorAll('[href], [src]')]
        .map((element) => element.href ?? element.src).filter((url) => url.includes('7gaPPrAd7n'))";
    let addresses: Vec<String> = visit.eval(addresses, json!([])).await?;
    assert_eq!(addresses, Vec::<String>::new(), "a bad id goes into no address");
    Ok(())
}

fn malformed(scene: Scene) -> Scene {
    let bad = b"---\ntitle: Never closed\nvideoId: \x00\n\n# <script>alert(1)</script>\n\n\
        <img src=x onerror=alert(2)> [[ [x](javascript:alert(3)) <a class=\"yt-timestamp\" data-t=";
    let good = b"---\nvideoId: 7gaPPrAd7nc\n---\n\n## Skills for product managers\n\n\
        * **Juggling**: three plates [00:02:10]\n";
    with_notes(scene, "malformed", &[("bad.md", bad), ("good.md", good)])
}

async fn fault_21_reads_a_malformed_note_and_the_others(visit: &Visit) -> Result<()> {
    visit.open("#note=bad").await?;
    seen::text(visit, "<script>alert(1)</script>").await?;
    assert_eq!(seen::rows(visit).await?, ["juggling"], "the other note is there");
    let live = "return document.querySelectorAll(
        'article script, article img, article [onerror], a[href^=\"javascript:\"]').length";
    assert_eq!(visit.eval::<u32>(live, json!([])).await?, 0, "nothing of a note becomes alive");
    // The driver would have failed at an alert. What is wrong with the file stands beside it.
    visit.click(".note-problems summary").await?;
    let named = "return document.querySelector('.note-problems li')?.textContent.includes('Line ')";
    visit.until("the line of what is wrong", named, json!([])).await?;
    Ok(())
}

fn odd_encodings(scene: Scene) -> Scene {
    let text = "---\r\ntitle: Zo\u{eb}\r\nvideoId: 7gaPPrAd7nc\r\n---\r\n\r\n\
        ## Skills for product managers\r\n\r\n* **Juggling**: three plates [00:02:10]\r\n";
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bom = ["\u{feff}", text].concat().replace("Juggling", "Fencing");
    let latin1: Vec<u8> = text
        .replace("Juggling", "Rowing")
        .chars()
        .map(|c| u8::try_from(c).unwrap_or(b'?'))
        .collect();
    let notes: [(&str, &[u8]); 3] =
        [("bom.md", bom.as_bytes()), ("latin1.md", &latin1), ("utf16.md", &utf16)];
    with_notes(scene, "odd-encodings", &notes)
}

async fn fault_25_reads_notes_in_odd_encodings(visit: &Visit) -> Result<()> {
    visit.open("#note=latin1").await?;
    let mut rows = seen::rows(visit).await?;
    rows.sort();
    assert_eq!(rows, ["fencing", "juggling", "rowing"]);
    let title = "return document.body.innerText.includes('Zo\u{fffd}')";
    visit.until("the title with a mark in place of the lost letter", title, json!([])).await
}

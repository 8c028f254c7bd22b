//! Files that are not as they should be: what stands in them does not come alive, and the others are there.

use anyhow::Result;
use serde_json::json;

use crate::harness::everywhere_nightly;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::pages::with_notes;
use crate::seen;

everywhere_nightly! {
    fault_21_reads_a_malformed_note_and_the_others in malformed,
    fault_25_reads_notes_in_odd_encodings in odd_encodings,
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
    visit.click("[data-anchor=note-problems] summary").await?;
    let named = "return document.querySelector('[data-anchor=note-problems] li')?.textContent.includes('Line ')";
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

//! Files of the reader's own in place of YouTube's videos.

use anyhow::{Context, Result};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;
use tempfile::TempDir;

use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, in_chromium};
use crate::import::own_notes::press_button;
use crate::pages::with_notes;
use crate::seen;

everywhere_nightly! {
    plays_a_file_of_ones_own in note,
    plays_a_queue_from_a_file in note,
    is_told_that_a_file_cannot_be_played in note,
    goes_back_to_youtube in note,
    is_told_that_a_time_lies_past_the_end_of_the_file in long,
}

in_chromium! {
    is_offered_the_same_file_in_the_next_visit in note,
}

/// A page with a note of a short video.
fn note(scene: Scene) -> Scene {
    let note = b"---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n\
        1. **Knead** [0:02]\n2. **Rest** [0:20]\n3. **Bake** [0:50]\n";
    with_notes(scene, "own-media", &[("a.md", note)])
}

/// A page with a note of a video that is longer than the file.
fn long(scene: Scene) -> Scene {
    let note = b"---\nvideoId: bbbbbbbbbbb\n---\n## Skills for bakers\n\
        1. **Taste** [00:00:05]\n2. **Cool** [00:12:22]\n";
    with_notes(scene, "own-media-long", &[("long.md", note)])
}

/// A minute of silence, as a file that every browser plays: one channel, 8,000 bytes a second.
/// Source: <https://www.rfc-editor.org/rfc/rfc2361>.
pub(crate) fn silence() -> Vec<u8> {
    const RATE: u32 = 8_000;
    const SECONDS: u32 = 60;
    let length = RATE * SECONDS;
    let mut wav = Vec::new();
    wav.extend(b"RIFF");
    wav.extend((36 + length).to_le_bytes());
    wav.extend(b"WAVEfmt ");
    wav.extend(16_u32.to_le_bytes());
    // PCM, one channel.
    wav.extend([1, 0, 1, 0]);
    wav.extend(RATE.to_le_bytes());
    wav.extend(RATE.to_le_bytes());
    // A byte a sample, eight bits.
    wav.extend([1, 0, 8, 0]);
    wav.extend(b"data");
    wav.extend(length.to_le_bytes());
    wav.extend(std::iter::repeat_n(128, length as usize));
    wav
}

/// Chooses a file, as the browser's own dialog would.
pub(crate) async fn choose(visit: &Visit, name: &str, bytes: &[u8]) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(name);
    std::fs::write(&path, bytes)?;
    let input = "input[type=file][accept^='video/']";
    let is_opened = visit.client().find_all(Locator::Css(input)).await?.is_empty();
    if is_opened {
        visit.click("[data-anchor=player-options] summary").await?;
        let is_there = "return document.querySelector(arguments[0]) !== null";
        visit.until("a place for files", is_there, json!([input])).await?;
    }
    let input = visit.client().find(Locator::Css(input)).await?;
    input.send_keys(path.to_str().context("a path of letters")?).await?;
    if is_opened {
        // The options stay open, and say what plays.
        visit.press(&Key::Escape.to_string()).await?;
    }
    Ok(folder)
}

/// Where the file's player is, between these seconds, and that it plays.
async fn plays_between(visit: &Visit, from: f64, to: f64) -> Result<()> {
    let script = "const media = document.querySelector('[data-anchor=slot] video');
        if (!media) return 'no player';
        const { currentTime, paused } = media;
        return !paused && currentTime >= arguments[0] && currentTime < arguments[1]
            ? true : [currentTime, paused]";
    visit.until(&format!("the file to play from {from}"), script, json!([from, to])).await
}

async fn nothing_was_asked_of_youtube(visit: &Visit) -> Result<()> {
    let frames = "return document.querySelectorAll('iframe').length";
    assert_eq!(visit.eval::<u32>(frames, json!([])).await?, 0);
    assert_eq!(visit.session.player.loads(), []);
    Ok(())
}

async fn plays_a_file_of_ones_own(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let _folder = choose(visit, "talk.wav", &silence()).await?;
    visit.find("[data-anchor=slot] video").await?;
    visit.click("td a.stamp[data-seconds='20']").await?;
    plays_between(visit, 20.0, 30.0).await?;
    let marked = "return [...document.querySelectorAll('td[aria-current]')]
        .map((cell) => cell.dataset.skill)";
    visit.until_equal("what is said now", marked, json!([]), json!(["rest"])).await?;
    // The keys, and the timeline, whose length is the file's.
    visit.press(".").await?;
    plays_between(visit, 50.0, 58.0).await?;
    visit.press("k").await?;
    let paused = "return document.querySelector('[data-anchor=slot] video').paused";
    visit.until("the file to pause", paused, json!([])).await?;
    let name =
        "return document.querySelector('[data-anchor=timeline] svg').getAttribute('aria-label')";
    let name: String = visit.eval(name, json!([])).await?;
    assert_eq!(name, "Timeline: 3 moments in 1:00");
    visit
        .eval::<()>(
            "document.querySelector('[data-anchor=tick][tabindex=\"0\"]').focus()",
            json!([]),
        )
        .await?;
    visit.press(&Key::Home.to_string()).await?;
    visit.press(&Key::Enter.to_string()).await?;
    plays_between(visit, 2.0, 12.0).await?;
    nothing_was_asked_of_youtube(visit).await
}

async fn plays_a_queue_from_a_file(visit: &Visit) -> Result<()> {
    visit.open("#queue=50.2-a").await?;
    let _folder = choose(visit, "talk.wav", &silence()).await?;
    visit.find("[data-anchor=slot] video").await?;
    visit.find_named("[data-anchor=queue-tools] button", "button", "Play").await?.click().await?;
    plays_between(visit, 50.0, 60.0).await?;
    // The file ends before the clip does, and the next one is played.
    visit.press("l").await?;
    plays_between(visit, 2.0, 12.0).await?;
    nothing_was_asked_of_youtube(visit).await
}

async fn is_told_that_a_file_cannot_be_played(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let _folder = choose(visit, "talk.mp4", b"no video at all").await?;
    seen::text(visit, "This browser cannot play the file you chose").await?;
    let _folder = choose(visit, "talk.wav", &silence()).await?;
    // Before a person has done something in the page, a browser may let nothing play by itself.
    visit.click("td a.stamp[data-seconds='2']").await?;
    plays_between(visit, 2.0, 12.0).await
}

async fn goes_back_to_youtube(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let _folder = choose(visit, "talk.wav", &silence()).await?;
    visit.find("[data-anchor=slot] video").await?;
    visit.click("[data-anchor=player-options] summary").await?;
    seen::text(visit, "Plays talk.wav from this device.").await?;
    press_button(visit, "Use YouTube again").await?;
    let gone = "return !document.querySelector('[data-anchor=slot] video')";
    visit.until("the file's player to go", gone, json!([])).await?;
    let url = visit.client().current_url().await?;
    if url.scheme() == "http" {
        visit.session.player.load(0).await?;
    }
    Ok(())
}

async fn is_offered_the_same_file_in_the_next_visit(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    if visit.client().current_url().await?.scheme() == "file" {
        // The files that a page may make by itself are not for pages from files.
        return Ok(());
    }
    // The browser's dialog is out of a driver's reach; this is what it would hand over.
    let bytes: Vec<u8> = silence();
    let stub = "const [bytes, done] = arguments;
        (async () => {
            const folder = await navigator.storage.getDirectory();
            const file = await folder.getFileHandle('talk.wav', { create: true });
            const out = await file.createWritable();
            await out.write(new Uint8Array(bytes));
            await out.close();
            window.showOpenFilePicker = async () => [file];
        })().then(() => done(true), (error) => done(String(error)))";
    let head: Vec<u8> = bytes.into_iter().take(44 + 80_000).collect();
    let made = visit.client().execute_async(stub, vec![json!(head)]).await?;
    assert_eq!(made, json!(true));
    visit.click("[data-anchor=player-options] summary").await?;
    visit
        .find_named("[data-anchor=player-options] button", "button", "Choose a file …")
        .await?
        .click()
        .await?;
    plays_between(visit, 0.0, 10.0).await?;
    visit.open("").await?;
    visit.click("[data-anchor=player-options] summary").await?;
    visit
        .find_named("[data-anchor=player-options] button", "button", "Play talk.wav")
        .await?
        .click()
        .await?;
    plays_between(visit, 0.0, 10.0).await?;
    nothing_was_asked_of_youtube(visit).await
}

async fn is_told_that_a_time_lies_past_the_end_of_the_file(visit: &Visit) -> Result<()> {
    // The video is longer than twelve minutes, the file a part of it.
    visit.open("#note=long&t=742").await?;
    let _folder = choose(visit, "talk.wav", &silence()).await?;
    seen::text(visit, "talk.wav ends before 12:22, so nothing plays.").await?;
    let still =
        "const { paused, currentTime } = document.querySelector('[data-anchor=slot] video');
        return paused && currentTime === 0 ? true : [paused, currentTime]";
    visit.until("nothing to play", still, json!([])).await?;
    let stamp = |seconds: u32| format!("[data-anchor=note-text] a.stamp[data-seconds='{seconds}']");
    visit.click(&stamp(5)).await?;
    plays_between(visit, 5.0, 15.0).await?;
    let gone = "return !document.querySelector('[data-anchor=player] > [role=status]')";
    visit.until("the note of it to go", gone, json!([])).await?;
    // What plays is stopped, and not taken for what was asked for.
    visit.click(&stamp(742)).await?;
    seen::text(visit, "talk.wav ends before 12:22, so nothing plays.").await?;
    let paused = "return document.querySelector('[data-anchor=slot] video').paused";
    visit.until("the file to pause", paused, json!([])).await?;
    let ticks = "return [...document.querySelectorAll('[data-anchor=tick]')].map((tick) => tick.dataset.seconds)";
    assert_eq!(visit.eval::<Vec<String>>(ticks, json!([])).await?, ["5", "742"]);
    nothing_was_asked_of_youtube(visit).await
}

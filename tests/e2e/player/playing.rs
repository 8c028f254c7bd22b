//! Playing: the player's keys, how far one was, and that nothing is left behind.

use std::collections::HashSet;

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::facts::VIDEO;
use crate::harness::over_http;
use crate::harness::visit::Visit;
use crate::harness::wait::{PATIENCE, Seen, eventually};
use crate::pages::with_notes;
use crate::seen;
use crate::stand_in::{Message, Switches};

over_http! {
    pauses_and_moves_the_video_by_keys,
    steps_from_claim_to_claim_by_keys,
    goes_on_where_the_video_was_left,
    hears_where_the_player_goes,
    sees_the_player_at_every_width,
    loads_the_player_with_the_page_where_the_reader_says_so,
    sets_nothing_going_while_nothing_plays,
    fault_29_comes_back_from_another_page_and_goes_on,
    fault_14_clicks_a_stamp_while_an_advertisement_runs,
    clicks_twenty_stamps_of_five_videos in |scene| with_notes(scene, "five-videos", &FIVE),
}

/// What is said aloud of the player.
const LIVE: &str = "[data-anchor=player] [aria-live]";

/// Notes of five videos.
const FIVE: [(&str, &[u8]); 5] = [
    ("a.md", b"---\nvideoId: aaaaaaaaaaa\n---\n- Knead [0:11] [1:11] [2:11] [3:11]"),
    ("b.md", b"---\nvideoId: bbbbbbbbbbb\n---\n- Rest [0:22] [1:22] [2:22] [3:22]"),
    ("c.md", b"---\nvideoId: ccccccccccc\n---\n- Fold [0:33] [1:33] [2:33] [3:33]"),
    ("d.md", b"---\nvideoId: ddddddddddd\n---\n- Bake [0:44] [1:44] [2:44] [3:44]"),
    ("e.md", b"---\nvideoId: eeeeeeeeeee\n---\n- Cool [0:55] [1:55] [2:55] [3:55]"),
];

/// Plays the stamp at 1396.
async fn play(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.session.player.told_to_play().await?;
    Ok(())
}

async fn pauses_and_moves_the_video_by_keys(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    play(visit).await?;
    let told = |name: &'static str, number: usize| {
        move |messages: &[Message]| {
            messages.iter().filter(|message| message.is_command(name)).count() >= number
        }
    };
    // The player has to have said that it plays.
    let plays = "return document.querySelector('[data-anchor=player] [aria-live]').textContent.startsWith('Playing')";
    visit.until("the page to know that it plays", plays, json!([])).await?;
    visit.press(" ").await?;
    player.told_all("to pause", told("pauseVideo", 1)).await?;
    seen::text_anywhere(visit, LIVE, "Paused").await?;
    visit.press("k").await?;
    player.told_all("to play again", told("playVideo", 2)).await?;
    seen::text_anywhere(visit, LIVE, "Playing").await?;
    visit.press("j").await?;
    let back =
        |told: &Message| told.seek_seconds().is_some_and(|to| (1385.0..1392.0).contains(&to));
    player.told("to go ten seconds back", back).await?;
    visit.press(&fantoccini::key::Key::Right.to_string()).await?;
    let on = |told: &Message| told.seek_seconds().is_some_and(|to| (1390.0..1395.9).contains(&to));
    player.told("to go five seconds on", on).await?;
    // In the search box they are letters, and on a button a space is a click.
    let before = player.messages().len();
    visit.press("/").await?;
    visit.press("jkl ").await?;
    seen::fragment_has(visit, "q=jkl+").await?;
    assert_eq!(player.messages().len(), before, "the player was told something");
    Ok(())
}

async fn steps_from_claim_to_claim_by_keys(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    play(visit).await?;
    visit.press(".").await?;
    player.told("to go to the next claim", |told| told.seek_seconds() == Some(1400.0)).await?;
    seen::fragment_has(visit, "t=1400").await?;
    visit.press(",").await?;
    let back = |messages: &[Message]| {
        let seeks: Vec<f64> = messages.iter().filter_map(Message::seek_seconds).collect();
        seeks.last() == Some(&1396.0) && seeks.contains(&1400.0)
    };
    player.told_all("to go back to the claim before", back).await
}

async fn goes_on_where_the_video_was_left(visit: &Visit) -> Result<()> {
    play(visit).await?;
    visit.press("l").await?;
    visit.press("l").await?;
    let player = &visit.session.player;
    player.told("to go on", |told| told.seek_seconds().is_some_and(|to| to > 1414.0)).await?;
    // Not only when the page is left: a phone ends it without a word.
    let kept = r"return / 14[123]\d\b/.test(localStorage.getItem('skillreel.positions'))";
    visit.until("it to be kept while it plays", kept, json!([])).await?;
    visit.open("").await?;
    let link = visit.find("[data-anchor=poster-play]").await?;
    assert!(link.text().await?.starts_with("Go on at 23:3"), "{:?}", link.text().await?);
    // What is opened is what is played.
    visit.eval::<()>("location.hash = '#skill=execute'", json!([])).await?;
    let says = "return document.querySelector('[data-anchor=poster-play]').textContent.trim()";
    visit.until_equal("the button", says, json!([]), "Play from 19:31".into()).await?;
    visit.eval::<()>("location.hash = ''", json!([])).await?;
    let link = visit.find("[data-anchor=poster-play]").await?;
    let before = player.loads().len();
    link.click().await?;
    let load = player.load(before).await?;
    let start: u32 = load.parameter("start").parse()?;
    assert!((1410..1440).contains(&start), "{load:?}");
    assert_eq!(load.video, VIDEO);
    Ok(())
}

async fn hears_where_the_player_goes(visit: &Visit) -> Result<()> {
    play(visit).await?;
    seen::text_anywhere(visit, LIVE, "Playing from 23:16: Communicate").await?;
    visit.click(&seen::cell_stamp("execute", "new")).await?;
    seen::text_anywhere(visit, LIVE, "Playing from 19:31: Execute").await
}

async fn fault_14_clicks_a_stamp_while_an_advertisement_runs(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    player.reset(Switches { ad_milliseconds: 3000, ..Switches::default() });
    play(visit).await?;
    visit.click(&seen::cell_stamp("execute", "new")).await?;
    let there = |told: &Message| {
        told.seek_seconds() == Some(1171.0) && (told.time_seconds - 1171.0).abs() < 1.0
    };
    player.told("to go to 1171 when the advertisement is over", there).await?;
    Ok(())
}

async fn clicks_twenty_stamps_of_five_videos(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    visit.open("").await?;
    // Every listener that is added to the window from now on, and every one that is removed.
    let count = "window.messageListeners = 0;
        const { addEventListener, removeEventListener } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (name, ...rest) {
            if (this === window && name === 'message') window.messageListeners += 1;
            return addEventListener.call(this, name, ...rest);
        };
        EventTarget.prototype.removeEventListener = function (name, ...rest) {
            if (this === window && name === 'message') window.messageListeners -= 1;
            return removeEventListener.call(this, name, ...rest);
        };";
    visit.eval::<()>(count, json!([])).await?;
    let videos = ["a", "b", "c", "d", "e"];
    let mut last = (String::new(), 0);
    for click in 0..20_u32 {
        let at = click as usize % 5;
        let name = videos[at];
        let seconds = 11 * (at as u32 + 1) + 60 * (click / 5);
        let note = format!("#note={name}");
        visit.eval::<()>("location.hash = arguments[0]", json!([note])).await?;
        visit.click(&format!("[data-anchor=note-text] a.stamp[data-seconds='{seconds}']")).await?;
        last = (name.repeat(11), seconds);
    }
    let (video, seconds) = last;
    let there = |told: &Message| told.seek_seconds() == Some(f64::from(seconds));
    player.told("to go to the last second", there).await?;
    let frames = "return [...document.querySelectorAll('iframe')].map((frame) => frame.src)";
    let frames: Vec<String> = visit.eval(frames, json!([])).await?;
    assert_eq!(frames.len(), 1, "one player: {frames:?}");
    assert!(frames[0].contains(&format!("/embed/{video}?")), "{frames:?}");
    let listeners: i32 = visit.eval("return window.messageListeners", json!([])).await?;
    assert_eq!(listeners, 1, "the player's one listener");
    let loads: HashSet<String> = player.loads().into_iter().map(|load| load.video).collect();
    assert!(loads.len() <= 5, "{loads:?}");
    let last_seek = player.messages().iter().rev().find_map(Message::seek_seconds);
    assert_eq!(last_seek, Some(f64::from(seconds)), "nothing later overrides it");
    Ok(())
}

async fn loads_the_player_with_the_page_where_the_reader_says_so(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    visit.open("").await?;
    visit.click("[data-anchor=player-options] summary").await?;
    visit.click("[data-anchor=player-options] input[type=checkbox]").await?;
    let load = player.load(0).await?;
    assert_eq!(load.parameter("autoplay"), "0", "it is there, and does not play");
    visit.open("#note=career-growth-and-impact-for-product-managers&t=1396").await?;
    let load = player.load(1).await?;
    assert_eq!((load.parameter("autoplay"), load.parameter("start")), ("0", "1396"));
    assert!(!player.messages().iter().any(|told| told.is_command("playVideo")));
    visit.click(&seen::cell_stamp("execute", "new")).await?;
    player.told("to go to 1171", |told| told.seek_seconds() == Some(1171.0)).await?;
    player.told_to_play().await?;
    assert_eq!(player.loads().len(), 2, "the player that is there plays");
    // Taken back, nothing is loaded any more.
    visit.click("[data-anchor=player-options] summary").await?;
    visit.click("[data-anchor=player-options] input[type=checkbox]").await?;
    visit.open("").await?;
    visit.find("[data-anchor=poster-play]").await?;
    assert_eq!(player.loads().len(), 2);
    Ok(())
}

/// Counts what a page sets going: timers, and frames of animation.
const COUNT: &str = "window.setGoing = 0;
    for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
        const original = window[name];
        window[name] = (...rest) => {
            // WebKit's driver sets one for each script that it runs.
            if (!String(rest[0]).includes('JavaScriptTimeout')) window.setGoing += 1;
            return original(...rest);
        };
    }
    const send = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (...rest) {
        window.setGoing += 1;
        return send.apply(this, rest);
    }";

async fn sets_nothing_going_while_nothing_plays(visit: &Visit) -> Result<()> {
    play(visit).await?;
    seen::text_anywhere(visit, LIVE, "Playing").await?;
    visit.press("k").await?;
    seen::text_anywhere(visit, LIVE, "Paused").await?;
    visit.eval::<()>(COUNT, json!([])).await?;
    // What the last key set going may still go on for a moment.
    eventually("nothing to be set going", PATIENCE, async || {
        visit.eval::<Json>("window.setGoing = 0", json!([])).await?;
        // Longer than any interval that a page would poll in.
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        let count: u32 = visit.eval("return window.setGoing", json!([])).await?;
        Ok(Seen::or((count == 0).then_some(()), || count.to_string()))
    })
    .await?;
    // The same eyes see what a click sets going.
    visit.click("th[data-skill=execute] a").await?;
    visit.until("something to be set going", "return window.setGoing > 0", json!([])).await
}

async fn fault_29_comes_back_from_another_page_and_goes_on(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    play(visit).await?;
    let other = visit.site.url("nothing-here");
    visit.client().goto(&other).await?;
    visit.client().back().await?;
    visit.ready().await?;
    let before = player.messages().len();
    visit.click(&seen::cell_stamp("execute", "new")).await?;
    let there = |messages: &[Message]| {
        let later = messages.get(before..).unwrap_or_default();
        // A browser that loads the page anew has its frame begin there.
        let begins = |told: &Message| told.playing && told.time_seconds.floor() == 1171.0;
        later.iter().any(|told| told.seek_seconds() == Some(1171.0) || begins(told))
    };
    player.told_all("to go to 1171", there).await
}

async fn sees_the_player_at_every_width(visit: &Visit) -> Result<()> {
    const IN_SIGHT: &str = "const { top, bottom, left, right, height } =
            document.querySelector('iframe').getBoundingClientRect();
        return height > 100 && top >= 0 && bottom <= innerHeight
            && left >= 0 && right <= innerWidth";
    for width in [1440, 1280, 800, 390] {
        visit.open("").await?;
        match width {
            390 => visit.narrow().await?,
            _ => visit.client().set_window_size(width, 900).await?,
        }
        // The last stamp of the matrix is a long way down.
        visit.click("tr:last-child td a.stamp").await?;
        visit.until(&format!("the player in sight at {width} px"), IN_SIGHT, json!([])).await?;
    }
    Ok(())
}

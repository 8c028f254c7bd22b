//! What the tests stand on, tested: on a small page whose every request and message is known.

use anyhow::Result;
use serde_json::json;

use crate::harness::browser::Browser;
use crate::harness::outside::YOUTUBE;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{extras, over_http};
use crate::pages;
use crate::stand_in::{Answering, Switches};

/// A page that embeds the player and says what it is told to.
const PAGE: &str = r#"<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Small</title>
<link rel="icon" href="data:,">
<script>
const heard = [];
let frame;
const say = (message) => frame.contentWindow.postMessage(JSON.stringify(message), '*');
const call = (func, ...args) => say({ event: 'command', func, args });
const embed = (query) => {
  frame = document.createElement('iframe');
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = 'https://www.youtube-nocookie.com/embed/7gaPPrAd7nc?' + query
    + '&origin=' + encodeURIComponent(location.origin);
  document.body.append(frame);
};
const listen = setInterval(() => frame && !heard.length && say({ event: 'listening', id: 7 }), 50);
addEventListener('message', (event) => {
  if (event.origin === 'https://www.youtube-nocookie.com') heard.push(JSON.parse(event.data));
});
// Firefox shows tests what hangs on the window, and no other names.
Object.assign(window, { heard, call, embed });
</script>
<body></body></html>"#;

fn small_page(scene: Scene) -> Scene {
    pages::of_text(scene.windowed(), "small", PAGE).without_program()
}

over_http! {
    the_stand_in_follows_and_reports in small_page,
    the_stand_in_fails_as_it_is_told in small_page,
    every_request_is_seen in small_page,
}

async fn the_stand_in_follows_and_reports(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    visit.load(&visit.address("")?).await?;
    visit.eval::<()>("embed('enablejsapi=1&autoplay=1&start=30')", json!([])).await?;
    let load = player.load(0).await?;
    assert_eq!(load.video, "7gaPPrAd7nc");
    assert_eq!(load.parameter("start"), "30");
    assert_eq!(load.referer, Some(format!("{}/", visit.site.origin())));

    let events = "return heard.map((message) => message.event)";
    let ready = "return heard.some((message) => message.event === 'onReady')";
    visit.until("the player to be ready", ready, json!([])).await?;
    let first: Vec<String> = visit.eval(events, json!([])).await?;
    assert_eq!(first[..2], ["initialDelivery", "onReady"], "in this order");

    let plays = "return heard.some(({ event, info }) =>
        event === 'infoDelivery' && info.playerState === 1 && info.currentTime > 30)";
    visit.until("the player to tell its time", plays, json!([])).await?;
    visit.eval::<()>("call('pauseVideo'); call('seekTo', 742, true)", json!([])).await?;
    let seek = player.told("to seek", |message| message.seek_seconds() == Some(742.0)).await?;
    assert!(!seek.playing, "a seek does not wake a paused player: {seek:?}");
    visit.eval::<()>("call('playVideo')", json!([])).await?;
    let play = player.told("to play", |message| message.is_command("playVideo")).await?;
    assert!(play.playing && (play.time_seconds - 742.0).abs() < 1.0, "{play:?}");
    assert!(
        player.messages().iter().any(|message| !message.heard && message.because == "too early"),
        "the page spoke before the player heard, and that was seen: {:?}",
        player.messages()
    );
    let told: Vec<String> = visit.eval(events, json!([])).await?;
    assert!(!told.iter().any(|event| event == "onStateChange"), "nobody asked for it: {told:?}");
    Ok(())
}

async fn the_stand_in_fails_as_it_is_told(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    let heard = "return heard.map(({ event, info }) => [event, info])";
    player.reset(Switches { error: Some(150), ..Switches::default() });
    visit.load(&visit.address("")?).await?;
    visit.eval::<()>("embed('enablejsapi=1')", json!([])).await?;
    visit.until("an answer", "return heard.length > 1", json!([])).await?;
    visit.eval::<()>("call('addEventListener', 'onError')", json!([])).await?;
    let error = "return heard.some(({ event, info }) => event === 'onError' && info === 150)";
    visit.until("the error", error, json!([])).await?;

    player.reset(Switches { answering: Answering::Never, ..Switches::default() });
    visit.load(&visit.address("")?).await?;
    visit.eval::<()>("embed('enablejsapi=1')", json!([])).await?;
    let early = player.told("something", |message| !message.heard).await?;
    assert_eq!(early.because, "too early");
    assert_eq!(visit.eval::<serde_json::Value>(heard, json!([])).await?, json!([]));

    player.reset(Switches { duration_seconds: 60.0, ..Switches::default() });
    visit.load(&visit.address("")?).await?;
    visit.eval::<()>("embed('enablejsapi=1')", json!([])).await?;
    visit.until("an answer", "return heard.length > 1", json!([])).await?;
    visit.eval::<()>("call('seekTo', 742, true)", json!([])).await?;
    let ended = "return heard.some(({ event, info }) =>
        event === 'infoDelivery' && info.playerState === 0 && info.currentTime === 60)";
    visit.until("the end of a short video", ended, json!([])).await
}

async fn every_request_is_seen(visit: &Visit) -> Result<()> {
    visit.load(&visit.address("")?).await?;
    assert_eq!(visit.site.asked(), ["/index.html"]);
    assert_eq!(visit.session.outside.hosts(), Vec::<String>::new());
    let picture = "https://i.ytimg.com/vi/x/0.jpg";
    visit.eval::<()>("new Image().src = arguments[0]", json!([picture])).await?;
    visit.session.outside.asked_for("i.ytimg.com").await?;
    if visit.browser() == Browser::Chromium {
        let requests = extras::requests(visit.client()).await?;
        assert_eq!(
            requests,
            [visit.address("")?, picture.to_owned()],
            "no data: address is listed"
        );
        // Firefox does not connect ahead of time through a proxy.
        let connect = "const link = document.createElement('link'); link.rel = 'preconnect';
            link.href = 'https://' + arguments[0]; document.head.append(link)";
        visit.eval::<()>(connect, json!([YOUTUBE])).await?;
        visit.session.outside.asked_for(YOUTUBE).await?;
    }
    Ok(())
}

//! Watching the proof: the embedded player, as the stand-in for YouTube sees it.

use anyhow::Result;
use serde_json::json;

use crate::facts::VIDEO;
use crate::harness::browser::Browser;
use crate::harness::outside::YOUTUBE;
use crate::harness::visit::Visit;
use crate::harness::{extras, over_http, over_http_first};
use crate::seen;

over_http_first! {
    clicks_a_stamp_and_the_video_starts_at_that_second,
}

over_http! {
    clicks_another_stamp_and_the_video_goes_there,
    clicks_a_stamp_while_the_video_is_paused,
    clicks_stamps_faster_than_the_player_gets_ready,
    nobody_hears_of_the_reader_before_the_first_click in Scene::windowed,
    fault_11_tells_the_player_which_page_it_stands_in,
}

/// The embedded player in the page.
const FRAME: &str = "return document.querySelector('iframe')";

async fn clicks_a_stamp_and_the_video_starts_at_that_second(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    let load = player.load(0).await?;
    assert_eq!(load.video, VIDEO);
    for (name, value) in
        [("enablejsapi", "1"), ("playsinline", "1"), ("rel", "0"), ("autoplay", "1")]
    {
        assert_eq!(load.parameter(name), value, "{name} of {load:?}");
    }
    assert_eq!(load.parameter("start"), "1396");
    assert_eq!(load.parameter("origin"), visit.site.origin());
    let play = player.told_to_play().await?;
    assert!((play.time_seconds - 1396.0).abs() < 2.0, "it plays from there: {play:?}");
    let attributes = "const frame = document.querySelector('iframe');
        return [frame.referrerPolicy, frame.title !== '', frame.allow]";
    let (policy, titled, allow): (String, bool, String) = visit.eval(attributes, json!([])).await?;
    assert_eq!(policy, "strict-origin-when-cross-origin");
    assert!(titled, "a screen reader can name the frame");
    for feature in ["autoplay", "encrypted-media", "picture-in-picture", "fullscreen"] {
        assert!(allow.split(';').any(|part| part.trim() == feature), "{feature} in {allow:?}");
    }
    let in_sight = "const { top, bottom, height } =
            document.querySelector('iframe').getBoundingClientRect();
        return height > 100 && top >= 0 && bottom <= innerHeight";
    visit.until("the player to be in sight", in_sight, json!([])).await
}

async fn clicks_another_stamp_and_the_video_goes_there(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    player.told_to_play().await?;
    let marked = "document.querySelector('iframe').dataset.first = 'yes'";
    visit.eval::<()>(marked, json!([])).await?;
    visit.click(&seen::cell_stamp("execute", "new")).await?;
    let seek = player.told("to go to 1171", |told| told.seek_seconds() == Some(1171.0)).await?;
    assert!((seek.time_seconds - 1171.0).abs() < 1.0, "it is there: {seek:?}");
    assert_eq!(player.loads().len(), 1, "the player was not loaded again");
    let same = "return document.querySelector('iframe').dataset.first === 'yes'";
    assert!(visit.eval::<bool>(same, json!([])).await?, "it is the same frame");
    seen::fragment_has(visit, "t=1171").await
}

async fn clicks_a_stamp_while_the_video_is_paused(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    player.told_to_play().await?;
    // The reader pauses inside the player, which is out of the page's hands.
    let frame = visit.element(FRAME, json!([])).await?;
    frame.enter_frame().await?;
    visit.client().find(fantoccini::Locator::Css("#pause")).await?.click().await?;
    visit.client().enter_parent_frame().await?;
    visit.click(&seen::cell_stamp("think-big", "senior")).await?;
    let seek = player.told("to go to 1411", |told| told.seek_seconds() == Some(1411.0)).await?;
    let after = |told: &crate::stand_in::Message| {
        told.at_milliseconds >= seek.at_milliseconds && told.is_command("playVideo")
    };
    let play = player.told("to play again", after).await?;
    assert!(play.playing && play.time_seconds >= 1411.0, "{play:?}");
    Ok(())
}

async fn clicks_stamps_faster_than_the_player_gets_ready(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    let slow = crate::stand_in::Answering::AfterMilliseconds(1500);
    player.reset(crate::stand_in::Switches { answering: slow, ..Default::default() });
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.click(&seen::cell_stamp("think-big", "senior")).await?;
    visit.click(&seen::cell_stamp("execute", "new")).await?;
    player.told("to go to 1171", |told| told.seek_seconds() == Some(1171.0)).await?;
    let last = player.messages().iter().rev().find_map(|told| told.seek_seconds());
    assert_eq!(last, Some(1171.0), "the last click wins");
    Ok(())
}

async fn nobody_hears_of_the_reader_before_the_first_click(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    seen::choose_level(visit, "Senior").await?;
    visit.find(crate::search::searching::BOX).await?.send_keys("trust").await?;
    seen::fragment_has(visit, "q=trust").await?;
    visit.click("th[data-skill=earn-trust-with-others] :is(a, button)").await?;
    seen::text(visit, "Trust buys resources and influence").await?;
    assert_eq!(visit.session.outside.hosts(), Vec::<String>::new());
    assert_eq!(
        visit.eval::<u32>("return document.querySelectorAll('iframe').length", json!([])).await?,
        0
    );
    if visit.browser() == Browser::Chromium {
        let origin = visit.site.origin();
        for url in extras::requests(visit.client()).await? {
            assert!(url.starts_with(&origin), "{url} is none of {origin}");
        }
    }
    // The same eyes see the request that a click makes.
    visit.click(&seen::cell_stamp("earn-trust-with-others", "senior")).await?;
    visit.session.outside.asked_for(YOUTUBE).await
}

async fn fault_11_tells_the_player_which_page_it_stands_in(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "new")).await?;
    let load = visit.session.player.load(0).await?;
    assert_eq!(load.referer, Some(format!("{}/", visit.site.origin())), "else error 153");
    Ok(())
}

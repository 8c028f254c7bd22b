//! When YouTube cannot play: the page says why, and offers the link to the very second.

use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::json;

use crate::facts::VIDEO;
use crate::harness::over_http;
use crate::harness::visit::Visit;
use crate::seen;
use crate::stand_in::{Answering, Switches};

over_http! {
    fault_08_waits_for_a_player_that_never_answers,
    fault_08_clicks_a_stamp_where_youtube_is_cut_off,
    fault_09_clicks_a_stamp_of_a_video_that_is_gone,
    fault_13_clicks_a_stamp_and_the_player_fails_twice,
    fault_14_clicks_a_stamp_past_the_end,
    fault_10_clicks_a_stamp_of_a_video_that_plays_on_youtube_only,
    fault_11_is_told_when_youtube_refuses_for_want_of_a_referrer,
}

/// The page may wait 8 s for an answer; the rest is for slow machines.
const PATIENCE: Duration = Duration::from_secs(13);

/// The address that a message beside the player offers, or the message as far as there is one.
const OFFER: &str = "const place = [...document.querySelectorAll('[role=alert], [role=status]')]
        .find((place) => place.querySelector('a[href*=\"youtube.com/watch\"]'));
    return place ? [place.querySelector('a[href*=\"youtube.com/watch\"]').href, place.innerText]
        : null";

/// Clicks the stamp at 1396 and reads what is offered in place of the video.
async fn offer_after_click(visit: &Visit) -> Result<String> {
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    let start = Instant::now();
    visit
        .until(
            "a message with a link",
            &format!("return (() => {{ {OFFER} }})() !== null"),
            json!([]),
        )
        .await?;
    assert!(start.elapsed() < PATIENCE, "the message came after {:?}", start.elapsed());
    let (link, message): (String, String) = visit.eval(OFFER, json!([])).await?;
    assert_eq!(link, format!("https://www.youtube.com/watch?v={VIDEO}&t=1396s"));
    // The page goes on working: another stamp changes the offer.
    seen::choose_level(visit, "Senior").await?;
    seen::rows_start_with(visit, &crate::facts::ranked_at("senior")).await?;
    Ok(message)
}

async fn fault_08_waits_for_a_player_that_never_answers(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    player.reset(Switches { answering: Answering::Never, ..Switches::default() });
    offer_after_click(visit).await?;
    let loads = player.loads();
    assert_eq!(loads.len(), 2, "it was loaded once more before it was given up: {loads:?}");
    assert!(loads.iter().all(|load| load.parameter("start") == "1396"), "{loads:?}");
    Ok(())
}

async fn fault_08_clicks_a_stamp_where_youtube_is_cut_off(visit: &Visit) -> Result<()> {
    visit.session.outside.cut_off_youtube();
    offer_after_click(visit).await?;
    assert_eq!(visit.session.player.loads(), []);
    Ok(())
}

async fn fault_10_clicks_a_stamp_of_a_video_that_plays_on_youtube_only(
    visit: &Visit,
) -> Result<()> {
    for number in [101, 150] {
        visit.session.player.reset(Switches { error: Some(number), ..Switches::default() });
        let message = offer_after_click(visit).await?;
        assert!(message.contains("YouTube"), "error {number}: {message:?}");
        assert_eq!(visit.session.player.loads().len(), 1, "asking again would fail again");
    }
    Ok(())
}

async fn fault_11_is_told_when_youtube_refuses_for_want_of_a_referrer(visit: &Visit) -> Result<()> {
    visit.session.player.reset(Switches { error: Some(153), ..Switches::default() });
    let message = offer_after_click(visit).await?;
    assert!(message.contains("YouTube"), "{message:?}");
    Ok(())
}

async fn fault_09_clicks_a_stamp_of_a_video_that_is_gone(visit: &Visit) -> Result<()> {
    visit.session.player.reset(Switches { error: Some(100), ..Switches::default() });
    let message = offer_after_click(visit).await?;
    assert!(message.contains("removed or made private"), "{message:?}");
    assert_eq!(visit.session.player.loads().len(), 1, "asking again would fail again");
    Ok(())
}

async fn fault_13_clicks_a_stamp_and_the_player_fails_twice(visit: &Visit) -> Result<()> {
    visit.session.player.reset(Switches { error: Some(5), ..Switches::default() });
    let message = offer_after_click(visit).await?;
    assert!(message.contains("failed twice"), "{message:?}");
    assert_eq!(visit.session.player.loads().len(), 2, "it had one more try");
    Ok(())
}

async fn fault_14_clicks_a_stamp_past_the_end(visit: &Visit) -> Result<()> {
    let player = &visit.session.player;
    // 00:23:16 may also be 23 seconds and 16 hundredths, which lie inside of this one.
    player.reset(Switches { duration_seconds: 1000.0, ..Switches::default() });
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    player.told("to go to 23", |told| told.seek_seconds() == Some(23.0)).await?;
    // No reading of it lies inside of this one.
    player.reset(Switches { duration_seconds: 10.0, ..Switches::default() });
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    seen::text(visit, "The video ends before 23:16.").await?;
    // What lies inside of it plays.
    let focus = "document.querySelector(\"[data-anchor=tick][data-seconds='7']\").focus()";
    visit.eval::<()>(focus, json!([])).await?;
    visit.press(&fantoccini::key::Key::Enter.to_string()).await?;
    player.told("to go to 7", |told| told.seek_seconds() == Some(7.0)).await?;
    let gone = "return !document.body.innerText.includes('The video ends before')";
    visit.until("the message to go", gone, json!([])).await
}

//! "I am new: what first, let me hear it, who else says so, and show it to my manager."

use anyhow::{Result, bail, ensure};
use fantoccini::key::Key;
use serde_json::json;

use skillreel::anchor::Anchor;

use crate::harness::run::{Place, Scene};
use crate::harness::visit::Visit;
use crate::harness::{everywhere_first, everywhere_nightly};
use crate::pages::with_notes;
use crate::seen;
use crate::stand_in::Switches;

everywhere_first! {
    asks_what_comes_first_hears_it_and_hands_it_on in |scene| two_talks(scene),
}

everywhere_nightly! {
    does_so_by_keys_alone in |scene| two_talks(scene),
}

/// Two talks: one ranks what new product managers need, the other says one of it again.
fn two_talks(scene: Scene) -> Scene {
    let one = b"---\ntitle: On beginnings\nvideoId: aaaaaaaaaaa\n---\n\
        ## Focus for new product managers\n\n\
        1. **Listen**: before you say a word [0:40]\n\
        2. **Write it down**: while it is fresh [1:20]\n\n\
        ## Key skills\n\n- **Travel light**: with one bag [3:00]\n";
    let other = b"---\ntitle: On ears\nvideoId: bbbbbbbbbbb\n---\n\
        ## Skills of new product managers\n\n\
        - **Listening**: twice as much as you speak [2:10]\n";
    with_notes(scene, "two-talks", &[("beginnings.md", one), ("ears.md", other)])
}

const STAMP: &str = "td[data-skill=listen][data-level=new] a.stamp";

/// The claim of the other talk, in the opened skill.
const LOUDER: &str = "[data-anchor=detail] a.stamp[data-seconds='130']";

/// What is asked first is answered: which skills, in whose order.
async fn is_answered(visit: &Visit) -> Result<()> {
    seen::text(visit, "Work on these first").await?;
    seen::rows_start_with(visit, &["listen", "write-it-down"]).await?;
    seen::text(visit, "before you say a word").await
}

/// What plays, or where the browser is sent: a file has no player.
async fn hears(visit: &Visit, stamp: &str, video: &str, seconds: u32) -> Result<()> {
    let there = format!("https://www.youtube.com/watch?v={video}&t={seconds}s");
    let link = visit.find(stamp).await?;
    assert_eq!(link.prop("href").await?, Some(there));
    match visit.place {
        Place::Http => {
            let script = "return document.querySelector('iframe')?.src ?? ''";
            let in_frame =
                format!("return ((src) => src.includes('{video}'))((() => {{ {script} }})())");
            visit.until(&format!("{video} in the player"), &in_frame, json!([])).await?;
            visit.session.player.told_to_play().await?;
        }
        Place::File => {
            visit.session.outside.asked_for("www.youtube.com").await?;
        }
    }
    Ok(())
}

async fn is_the_same_for_the_manager(visit: &Visit, link: &str) -> Result<()> {
    ensure!(link.contains("level=new"), "{link}");
    visit.load("about:blank").await?;
    visit.load(link).await?;
    visit.ready().await?;
    assert!(seen::chosen_level(visit).await?.starts_with("New"));
    is_answered(visit).await
}

async fn asks_what_comes_first_hears_it_and_hands_it_on(visit: &Visit) -> Result<()> {
    visit.session.player.reset(Switches::default());
    visit.open("").await?;
    seen::choose_level(visit, "New").await?;
    is_answered(visit).await?;
    visit.click(STAMP).await?;
    hears(visit, STAMP, "aaaaaaaaaaa", 40).await?;
    visit.click("th[data-skill=listen] a").await?;
    seen::text(visit, "twice as much as you speak").await?;
    visit.click(LOUDER).await?;
    hears(visit, LOUDER, "bbbbbbbbbbb", 130).await?;
    visit.find_named("header button", "button", "Share").await?.click().await?;
    let link = shared(visit).await?;
    ensure!(link.contains("skill=listen"), "{link}");
    is_the_same_for_the_manager(visit, &link).await
}

/// The link to the view, out of its dialog; a file's own address, where that is all there is.
async fn shared(visit: &Visit) -> Result<String> {
    match visit.place {
        Place::Http => {
            let field = visit.find("dialog[open] input[readonly]").await?;
            Ok(field.prop("value").await?.unwrap_or_default())
        }
        Place::File => Ok(visit.client().current_url().await?.to_string()),
    }
}

/// Presses a key until the focus is on such an element.
async fn go_to(visit: &Visit, key: &str, selector: &str) -> Result<()> {
    for _ in 0..60 {
        visit.press(key).await?;
        let is_there = "return document.activeElement?.matches(arguments[0]) ?? false";
        if visit.eval::<bool>(is_there, json!([selector])).await? {
            return Ok(());
        }
    }
    bail!("60 times {key:?} did not lead to {selector}")
}

async fn does_so_by_keys_alone(visit: &Visit) -> Result<()> {
    visit.session.player.reset(Switches::default());
    visit.open("").await?;
    let (tab, enter) = (Key::Tab.to_string(), Key::Enter.to_string());
    go_to(visit, &tab, "input[type=radio]").await?;
    visit.press(&Key::Right.to_string()).await?;
    is_answered(visit).await?;
    go_to(visit, &tab, "th[data-skill=listen] a").await?;
    // → leads to the row's times.
    visit.press(&Key::Right.to_string()).await?;
    let on_time = "return document.activeElement?.matches(arguments[0]) ?? false";
    visit.until("the focus on the time", on_time, json!([STAMP])).await?;
    // From a file the browser would go to another tab, and the keys with it.
    let plays = visit.place == Place::Http;
    if plays {
        visit.press(&enter).await?;
        hears(visit, STAMP, "aaaaaaaaaaa", 40).await?;
    }
    visit.press(&Key::Left.to_string()).await?;
    visit.until("the focus on the name", on_time, json!(["th[data-skill=listen] a"])).await?;
    visit.press(&enter).await?;
    seen::text(visit, "twice as much as you speak").await?;
    let in_panel = "return document.activeElement?.closest(arguments[0]) !== null";
    visit.until("the focus in the panel", in_panel, json!([Anchor::Detail.selector()])).await?;
    go_to(visit, &tab, LOUDER).await?;
    if plays {
        visit.press(&enter).await?;
        hears(visit, LOUDER, "bbbbbbbbbbb", 130).await?;
    }
    // Back to the row, and from there to the top.
    visit.press(&Key::Escape.to_string()).await?;
    visit.until("the focus on the row", on_time, json!(["th[data-skill=listen] a"])).await?;
    let back = [Key::Shift.to_string(), Key::Tab.to_string()].concat();
    go_to(visit, &back, "header button[title^=Share]").await?;
    visit.press(&enter).await?;
    is_the_same_for_the_manager(visit, &shared(visit).await?).await
}

//! What links between notes show before they are followed, and what is copied of what is wrong in notes.

use anyhow::{Context, Result};
use serde_json::json;

use crate::harness::browser::Browser;
use crate::harness::everywhere_nightly;
use crate::harness::extras;
use crate::harness::run::{Place, Scene};
use crate::harness::visit::Visit;
use crate::pages::with_notes;
use crate::seen;

everywhere_nightly! {
    sees_what_a_link_leads_to in linked,
    sees_what_a_missing_link_does in linked,
    copies_what_to_write in linked,
}

const OARS: &str = "---\ntitle: On oars\nvideoId: 7gaPPrAd7nc\n---\n\nFrom: [[Harbour talks]] <br/>\n\n\
    ## Picking an oar\n\nA light oar tires nobody [00:01:10]. Its length is a matter of the boat, \
    see [[On boats]].\n\n### Ash or spruce\n\nSpruce is lighter [00:02:20].\n\n## Care\n\nOil it \
    twice a year [00:03:30]. [[On varnish | Varnish]] is a topic of its own.\n";

const BOATS: &str = "---\ntitle: On boats\nvideoId: 7gaPPrAd7nc\n---\n\n## Skills for new rowers\n\n\
    Boats are patient [00:05:00]. [[oars]]\n\n## Launching\n\nBoth ends need a hand \
    <a class=\"yt-timestamp\" data-t=\"01:00:17:51\">[01:00:17]</a>.\n";

fn linked(scene: Scene) -> Scene {
    let notes: [(&str, &[u8]); 2] = [("boats.md", BOATS.as_bytes()), ("oars.md", OARS.as_bytes())];
    with_notes(scene, "linked", &notes)
}

/// The text of the preview, or none.
const PREVIEW: &str = "(document.querySelector('[role=tooltip]')?.innerText ?? '')";

/// Points at a link, or where no pointer can be moved, gives it the focus.
async fn point_at(visit: &Visit, selector: &str) -> Result<()> {
    visit.find(selector).await?;
    if visit.browser() == Browser::Chromium && visit.place == Place::Http {
        let script = "const element = document.querySelector(arguments[0]);
            element.scrollIntoView({ block: 'center' });
            const { left, top, width, height } = element.getClientRects()[0];
            return [left + width / 2, top + height / 2]";
        let place: Vec<f64> = visit.eval(script, json!([selector])).await?;
        let [x, y] = place[..] else { anyhow::bail!("{place:?} is no place") };
        let moved = json!({ "type": "mouseMoved", "x": x, "y": y });
        extras::devtools(visit.client(), "Input.dispatchMouseEvent", moved).await?;
        return Ok(());
    }
    visit.eval("document.querySelector(arguments[0]).focus()", json!([selector])).await
}

async fn sees_what_a_link_leads_to(visit: &Visit) -> Result<()> {
    visit.open("#note=oars").await?;
    point_at(visit, "article a[href*='note=boats']").await?;
    let shown = format!(
        "const text = {PREVIEW};
        return ['On boats', 'Boats are patient', '2 moments'].every((part) => text.includes(part))"
    );
    visit.until("a preview of the other note", &shown, json!([])).await?;
    let in_sight = "const { left, top, right, bottom } =
            document.querySelector('[role=tooltip]').getBoundingClientRect();
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight";
    assert!(visit.eval::<bool>(in_sight, json!([])).await?, "all of it is in sight");
    visit.press("\u{e00c}").await?;
    visit.until("Escape to take it away", &format!("return {PREVIEW} === ''"), json!([])).await?;
    seen::fragment_has(visit, "note=oars").await
}

async fn sees_what_a_missing_link_does(visit: &Visit) -> Result<()> {
    visit.open("#note=oars").await?;
    point_at(visit, "article a[title^='No note']").await?;
    let shown = format!("return {PREVIEW}.includes('No such note here')");
    visit.until("a preview that says so", &shown, json!([])).await
}

async fn copies_what_to_write(visit: &Visit) -> Result<()> {
    visit.open("#panel=problems").await?;
    let button = visit.find("[data-anchor=copy]").await?;
    let text = "return document.querySelector('[data-anchor=detail] code').textContent";
    let text: String = visit.eval(text, json!([])).await?;
    assert!(text.contains("01:00:17"), "{text:?} is what to write");
    button.click().await.context("clicking Copy")?;
    // A browser may refuse; the button then says so, and the text stands beside it.
    let said = "return ['Copied', 'Not allowed here'].includes(
        document.querySelector('[data-anchor=copy]').textContent.trim())";
    visit.until("the button to say what became of it", said, json!([])).await
}

//! The page in a frame that its host resets, types beside, or shuts in.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value as Json, json};
use skillreel::export::formats::embed::{Embed, Height};
use skillreel::view_state::{PageOptions, ViewState};

use crate::harness::run::scenario;
use crate::harness::site::Site;
use crate::harness::visit::Visit;
use crate::harness::{everywhere, extras, over_http, over_http_but_webkit};
use crate::seen;

use super::embedding::{enter, fits, host, leave, say};

// In WebKit the page's own policy leaves such a frame neither script nor style, for 'self' is nothing there: what is
// drawn without them stands, and nothing can be said.
over_http_but_webkit! {
    says_that_a_sandbox_keeps_it_from_its_program in |scene| {
        scene.without_program().errors(&["sandbox", "CORS", "integrity", "Failed to load", "ERR_FAILED"])
    },
}

over_http! {
    tells_its_height_whenever_it_is_asked,
    is_as_high_as_what_is_opened_in_it,
    leaves_the_focus_to_whoever_types_beside_it,
    plays_nothing_in_a_sandbox_and_says_so,
}

everywhere! {
    begins_where_the_browser_begins,
}

// Text and ground follow the reader's system, which no other driver sets without starting anew.
scenario! {
    is_read_in_a_dark_blog_that_says_nothing_of_it (|scene| scene):
    chromium_http = Chromium Http,
}

async fn tells_its_height_whenever_it_is_asked(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let _sites = host(visit, folder.path()).await?;
    for index in [0, 2] {
        enter(visit, index).await?;
        leave(visit).await?;
        fits(visit, index, "at first").await?;
    }
    // Another attribute is another address, or the same one once more.
    let change = "document.querySelector('skill-matrix').setAttribute(arguments[0], arguments[1])";
    for (name, value) in [("height", "300"), ("query", "trust"), ("theme", "dark"), ("height", "9")]
    {
        visit.eval::<Json>(change, json!([name, value])).await?;
        fits(visit, 2, &format!("after {name} became {value}")).await?;
    }
    let keep = "document.querySelector('skill-matrix').toggleAttribute('fixed', arguments[0])";
    visit.eval::<Json>(change, json!(["height", "333"])).await?;
    visit.eval::<Json>(keep, json!([true])).await?;
    let height = "return document.querySelector('skill-matrix').clientHeight";
    visit.until_equal("the height that is kept", height, json!([]), 333.into()).await?;
    visit.eval::<Json>(keep, json!([false])).await?;
    fits(visit, 2, "once its height is not kept any more").await?;
    // A host may give a frame another height by itself.
    let reset = "document.querySelector('iframe[data-skillreel]').height = 200";
    visit.eval::<Json>(reset, json!([])).await?;
    fits(visit, 0, "after its host has reset it").await?;
    let told = "return Number(document.body.dataset.told)";
    for _ in 0..2 {
        let before: u32 = visit.eval(told, json!([])).await?;
        say(visit, 0, json!({ "skillreel": 1, "type": "ask", "ask": "height" })).await?;
        visit.until("an answer", &format!("{told} > {before}"), json!([])).await?;
    }
    Ok(())
}

/// A host's page of this text. It is served as long as the site is held.
async fn host_of(visit: &Visit, folder: &Path, text: &str) -> Result<Site> {
    let document = format!("<!doctype html><meta charset=utf-8><title>Host</title>{text}");
    std::fs::write(folder.join("index.html"), document)?;
    let site = Site::serve(folder.to_owned(), Vec::new()).await?;
    visit.load(&site.url("index.html")).await?;
    Ok(site)
}

/// What has the focus.
const FOCUS: &str = "return document.activeElement?.id || document.activeElement?.dataset.anchor
    || document.activeElement?.tagName";

async fn is_as_high_as_what_is_opened_in_it(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let _sites = host(visit, folder.path()).await?;
    let narrow = "document.querySelector('#column').style.width = '600px'";
    visit.eval::<Json>(narrow, json!([])).await?;
    enter(visit, 0).await?;
    visit.eval::<Json>("location.hash = '#level=senior&skill=simplify'", json!([])).await?;
    visit.find("[data-anchor=detail] h2").await?;
    assert!(!visit.shows("table").await?, "what is opened stands in its place");
    let root = "return document.documentElement.getBoundingClientRect().height";
    let height: f64 = visit.eval(root, json!([])).await?;
    let detail =
        "return document.querySelector('[data-anchor=detail]').getBoundingClientRect().height";
    let detail: f64 = visit.eval(detail, json!([])).await?;
    assert!(
        height < detail + 120.0,
        "{height} is for the skill of {detail}, and not for the matrix"
    );
    leave(visit).await?;
    fits(visit, 0, "with a skill opened").await?;
    // And back: the matrix is there, with the way to all of its levels.
    enter(visit, 0).await?;
    visit.click("[data-anchor=detail] [aria-label=Close]").await?;
    visit.find_named("footer button", "button", "Show all 14").await?.click().await?;
    assert!(seen::chosen_level(visit).await?.starts_with("All"));
    leave(visit).await?;
    fits(visit, 0, "with all of it").await
}

async fn leaves_the_focus_to_whoever_types_beside_it(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = visit.site.url("index.html?embed=1");
    let text = "<textarea id=comment></textarea>";
    let _site = host_of(visit, folder.path(), text).await?;
    visit.click("#comment").await?;
    let add = "const frame = document.createElement('iframe');
        frame.src = arguments[0] + '#skill=communicate';
        frame.width = 400;
        frame.height = 700;
        document.body.append(frame)";
    visit.eval::<Json>(add, json!([page])).await?;
    let inside = async |skill: &str| -> Result<()> {
        visit.find("iframe").await?.enter_frame().await?;
        visit.ready().await?;
        let open =
            "return document.querySelector('[data-anchor=detail][data-open] h2')?.textContent";
        visit.until_equal("the skill that is open", open, json!([]), skill.into()).await
    };
    inside("Communicate").await?;
    leave(visit).await?;
    visit.until_equal("the focus", FOCUS, json!([]), "comment".into()).await?;
    // A host may lead the frame elsewhere while somebody types.
    let lead = "document.querySelector('iframe').src = arguments[0]";
    visit.eval::<Json>(lead, json!([format!("{page}#skill=prioritize")])).await?;
    inside("Prioritize").await?;
    leave(visit).await?;
    assert_eq!(visit.eval::<String>(FOCUS, json!([])).await?, "comment");
    visit.press("still here").await?;
    let typed = "return document.querySelector('#comment').value";
    assert_eq!(visit.eval::<String>(typed, json!([])).await?, "still here");
    // Once it is used, the focus goes where it does in a page of its own.
    inside("Prioritize").await?;
    visit.click("[data-anchor=detail] [aria-label=Close]").await?;
    visit.click("th[data-skill=simplify] a").await?;
    visit.until_equal("the focus", FOCUS, json!([]), "detail".into()).await?;
    leave(visit).await
}

async fn begins_where_the_browser_begins(visit: &Visit) -> Result<()> {
    visit.narrow().await?;
    visit.open("#skill=communicate").await?;
    visit.find("[data-anchor=detail][data-open] h2").await?;
    assert_eq!(visit.eval::<String>(FOCUS, json!([])).await?, "BODY");
    // What a reader opens has the focus.
    visit.click("[data-anchor=detail] [aria-label=Close]").await?;
    visit.click("th[data-skill=simplify] a").await?;
    visit.until_equal("the focus", FOCUS, json!([]), "detail".into()).await
}

async fn says_that_a_sandbox_keeps_it_from_its_program(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = visit.site.url("index.html?embed=1");
    let text = format!("<iframe sandbox=\"allow-scripts\" width=700 height=700 src=\"{page}\">");
    let _site = host_of(visit, folder.path(), &text).await?;
    visit.find("iframe").await?.enter_frame().await?;
    let said = visit.find("[role=alert]").await?.text().await?;
    assert!(said.contains("a sandbox without allow-same-origin"), "{said}");
    assert!(!said.contains("Check the connection"), "{said}");
    assert!(visit.shows("#app main a[href*='youtube.com']").await?, "the skills are there");
    leave(visit).await
}

async fn plays_nothing_in_a_sandbox_and_says_so(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = visit.site.url("skillreel.html?embed=1");
    let text = format!("<iframe sandbox=\"allow-scripts\" width=700 height=700 src=\"{page}\">");
    let _site = host_of(visit, folder.path(), &text).await?;
    visit.find("iframe").await?.enter_frame().await?;
    visit.ready().await?;
    seen::text(visit, "The page around this one lets no video play").await?;
    let label = visit.find(&seen::cell_stamp("communicate", "senior")).await?;
    let label = label.attr("aria-label").await?.unwrap_or_default();
    assert!(label.starts_with("Open YouTube at"), "{label}");
    leave(visit).await
}

async fn is_read_in_a_dark_blog_that_says_nothing_of_it(visit: &Visit) -> Result<()> {
    /// Whether the ground is the frame's own, and the least contrast of what is read on it
    /// (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
    const READABLE: &str = "const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const rgba = (colour) => {
            context.clearRect(0, 0, 1, 1);
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
            return [...context.getImageData(0, 0, 1, 1).data];
        };
        const light = (colour) => rgba(colour).slice(0, 3)
            .map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
        const ground = getComputedStyle(document.body).backgroundColor;
        const contrasts = ['th[data-skill] a', 'table caption', 'footer a', '[role=radiogroup] label span']
            .map((selector) => light(getComputedStyle(document.querySelector(selector)).color))
            .map((text) => (Math.max(text, light(ground)) + 0.05) / (Math.min(text, light(ground)) + 0.05));
        return [rgba(ground)[3], light(ground) > 0.5, Math.min(...contrasts)]";
    let folder = tempfile::tempdir()?;
    let view = ViewState::from_fragment("level=senior");
    let page = visit.site.url("index.html");
    let options = PageOptions::default();
    let embed =
        Embed { page: &page, title: "Skills", view: &view, options, height: Height::Auto(640) };
    let text =
        format!("<style>body {{ background: #101218; color: #e8e8ee }}</style>{}", embed.iframe());
    for (colours, is_light) in [("light", true), ("dark", false)] {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": colours }] });
        extras::devtools(visit.client(), "Emulation.setEmulatedMedia", media).await?;
        let _site = host_of(visit, folder.path(), &text).await?;
        visit.find("iframe").await?.enter_frame().await?;
        visit.ready().await?;
        let (opaque, light, contrast): (u8, bool, f64) = visit.eval(READABLE, json!([])).await?;
        assert_eq!((opaque, light), (255, is_light), "the ground in {colours} colours");
        assert!(contrast >= 4.5, "a contrast of {contrast} in {colours} colours");
        leave(visit).await?;
    }
    Ok(())
}

//! Barriers for people who read with other means, as far as axe-core can find them.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::compare::{how_far, keeping};
use crate::facts::NOTE;
use crate::harness::browser::{Browser, Setup};
use crate::harness::run::scenario;
use crate::harness::site::{Fault, Instead};
use crate::harness::visit::Visit;
use crate::harness::{extras, over_http, settings};
use crate::seen;

over_http! {
    meets_no_barrier_in_any_view,
    meets_no_barrier_in_the_dark_theme,
    meets_no_barrier_on_a_phone,
    meets_no_barrier_while_watching_and_in_the_help,
    meets_no_barrier_in_another_pages_frame,
    meets_no_barrier_beside_a_preview,
    meets_no_barrier_in_the_sheet_to_embed,
    meets_no_barrier_where_the_program_is_missing in |scene| scene.faults(vec![Fault::File {
        ending: "_bg.wasm",
        instead: Instead::NotFound,
        only_cached: false,
    }]).without_program().errors(&["integrity"]),
}

// What takes long is left to the night.
scenario! {
    meets_no_barrier_in_any_width_and_colour (|scene| scene):
    also_chromium_http = Chromium Http,
}

// Where a page comes from, and what a browser is, changes little for axe-core; and WebKit's driver
// sets nothing up.
scenario! {
    meets_no_barrier_while_comparing_and_rating (|scene| scene):
    chromium_http = Chromium Http,
}

scenario! {
    meets_no_barrier_in_a_file (|scene| scene):
    chromium_file = Chromium File,
    also_firefox_file = Firefox File,
    also_webkit_file = WebKit File,
}

scenario! {
    meets_no_barrier_in_dark_colours (|scene| scene.setup(Setup::Dark)):
    chromium_http = Chromium Http,
    also_chromium_file = Chromium File,
    also_firefox_http = Firefox Http,
    also_firefox_file = Firefox File,
}

/// What axe-core holds against a page.
#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Debug, Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary", default)]
    summary: String,
}

/// Looks for barriers in what is shown now.
pub(crate) async fn no_barrier(visit: &Visit) -> Result<()> {
    // The script is handed over with the call, because the page lets no stranger's script in: once, for it is half
    // a megabyte.
    let is_here = "return window.axe !== undefined";
    if !visit.eval::<bool>(is_here, json!([])).await? {
        let script = settings::axe()? + "\nwindow.axe ??= axe;";
        visit.eval::<Json>(&script, json!([])).await?;
    }
    // Half way from one colour to another there is no contrast to speak of.
    let rests = "return !document.getAnimations().some((one) => one instanceof CSSTransition)";
    visit.until("what changes to have changed", rests, json!([])).await?;
    // What stands in the player's frame is not ours.
    let script = "const [done] = arguments;
        axe.run(document, { iframes: false, resultTypes: ['violations'] })
            .then(({ violations }) => done(violations), (error) => done(String(error)));";
    let found = visit.client().execute_async(script, Vec::new()).await?;
    let found: Vec<Violation> =
        serde_json::from_value(found.clone()).with_context(|| format!("axe-core said {found}"))?;
    let lines: Vec<String> = found
        .iter()
        .flat_map(|rule| {
            rule.nodes.iter().map(move |node| {
                format!("{} ({}): {}\n  {}", rule.id, rule.help, node.html, node.summary)
            })
        })
        .collect();
    ensure!(lines.is_empty(), "{}", lines.join("\n"));
    Ok(())
}

async fn meets_no_barrier_in_a_file(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    no_barrier(visit).await
}

/// One page goes through its views, as a reader does.
async fn meets_no_barrier_in_any_view(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    no_barrier(visit).await.context("at the start")?;
    let note = format!("note={NOTE}");
    let topic = format!("note={NOTE}&topic=continuous-improvement");
    let holds = |text| {
        format!(
            "return document.querySelector('[data-anchor=detail]').innerText.includes('{text}')"
        )
    };
    let senior = "return document.querySelector('input[type=radio]:checked').value === 'senior'";
    for (view, is_there) in [
        ("level=senior", senior.to_owned()),
        ("q=trust", "return document.querySelector('mark') !== null".to_owned()),
        ("skill=communicate", holds("saying a thing puts the thinking behind it to the test")),
        (&note, holds("One basic rule for product managers")),
        (&topic, "return document.querySelector('[data-anchor=neighbours] a') !== null".to_owned()),
        ("panel=problems", holds("to mend in")),
    ] {
        visit.eval::<Json>("location.hash = arguments[0]", json!([view])).await?;
        visit.until(&format!("the view {view}"), &is_there, json!([])).await?;
        no_barrier(visit).await.with_context(|| format!("at {view}"))?;
    }
    Ok(())
}

/// Two levels side by side, with ratings, a plan, another person's view, and all that folds opened.
async fn compares(visit: &Visit) -> Result<()> {
    let theirs = keeping::skillreel_link("Lsenior\nR3think-big\nR2communicate\n");
    visit.open(&format!("#compare=new..senior&rate={theirs}")).await?;
    how_far::rate(visit, "think-big", "not-yet").await?;
    how_far::rate(visit, "communicate", "with-help").await?;
    how_far::press(visit, "[data-anchor=gap-bar]", "Make it my plan").await?;
    visit.find("[data-anchor=list-line]").await?;
    seen::text(visit, "Talk about this").await?;
    let unfold = "document.querySelectorAll('details').forEach((fold) => { fold.open = true; })";
    visit.eval::<()>(unfold, json!([])).await?;
    no_barrier(visit).await.context("comparing, with a plan and two views")?;
    // No other browser makes its window as narrow.
    if visit.browser() == Browser::Chromium {
        for width in [390, 320] {
            fits_without_barrier(visit, width).await?;
        }
    }
    Ok(())
}

/// Looks for barriers in a window so many pixels wide, and for what is wider than that.
pub(crate) async fn fits_without_barrier(visit: &Visit, width: u32) -> Result<()> {
    visit.resize(width, 844).await?;
    no_barrier(visit).await.with_context(|| format!("at {width} px"))?;
    let fits = "return document.documentElement.scrollWidth <= innerWidth";
    visit.until(&format!("that all fits at {width} px"), fits, json!([])).await
}

async fn meets_no_barrier_while_comparing_and_rating(visit: &Visit) -> Result<()> {
    compares(visit).await?;
    how_far::press(visit, "[data-anchor=gap-tools]", "Rate one by one").await?;
    no_barrier(visit).await.context("rating one by one")?;
    visit.press(&fantoccini::key::Key::Escape.to_string()).await?;
    how_far::press(visit, "[data-anchor=gap-tools]", "Send to somebody").await?;
    no_barrier(visit).await.context("sending it")
}

async fn meets_no_barrier_while_watching_and_in_the_help(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.click(&seen::cell_stamp("communicate", "senior")).await?;
    visit.session.player.told_to_play().await?;
    no_barrier(visit).await.context("while watching")?;
    visit.press("?").await?;
    visit.find("dialog[open], [role=dialog]").await?;
    no_barrier(visit).await.context("in the help")
}

async fn meets_no_barrier_in_dark_colours(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    assert!(darkness(visit).await?, "the page follows the system");
    no_barrier(visit).await?;
    compares(visit).await
}

async fn meets_no_barrier_in_the_dark_theme(visit: &Visit) -> Result<()> {
    visit.open("?theme=dark#skill=communicate").await?;
    seen::text(visit, "saying a thing puts the thinking behind it to the test").await?;
    assert!(darkness(visit).await?, "the address asks for dark colours");
    no_barrier(visit).await
}

/// Whether the page is light on dark.
async fn darkness(visit: &Visit) -> Result<bool> {
    // A canvas gives any colour as numbers, however it was written.
    let script = "const context = document.createElement('canvas').getContext('2d');
        const light = (colour) => {
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
            const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
            return r + g + b;
        };
        const style = getComputedStyle(document.body);
        const transparent = style.backgroundColor === 'rgba(0, 0, 0, 0)';
        const back = transparent ? getComputedStyle(document.documentElement).backgroundColor
            : style.backgroundColor;
        return light(back) < light(style.color)";
    visit.eval(script, seen::none()).await
}

async fn meets_no_barrier_on_a_phone(visit: &Visit) -> Result<()> {
    in_narrow_views(visit, &[("dark", 320)]).await
}

async fn meets_no_barrier_in_any_width_and_colour(visit: &Visit) -> Result<()> {
    in_narrow_views(visit, &[("dark", 1440), ("dark", 390), ("light", 320)]).await
}

/// Looks for barriers in all views on a phone, and in some colours and widths.
async fn in_narrow_views(visit: &Visit, looks: &[(&str, u32)]) -> Result<()> {
    let note = format!("#note={NOTE}");
    for view in ["", "#level=senior", "#q=trust", "#skill=communicate", &note, "#panel=problems"] {
        visit.open(view).await?;
        visit.narrow().await?;
        no_barrier(visit).await.with_context(|| format!("at {view:?}"))?;
        // No other browser makes its window as narrow, or shows other colours at once.
        if visit.browser() == Browser::Chromium {
            in_colours(visit, looks).await.with_context(|| format!("at {view:?}"))?;
        }
    }
    Ok(())
}

/// Looks for barriers in some colours, on a screen so many pixels wide.
async fn in_colours(visit: &Visit, looks: &[(&str, u32)]) -> Result<()> {
    for &(colours, width) in looks {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": colours }] });
        extras::devtools(visit.client(), "Emulation.setEmulatedMedia", media).await?;
        fits_without_barrier(visit, width).await.with_context(|| colours.to_owned())?;
    }
    Ok(())
}

async fn meets_no_barrier_in_another_pages_frame(visit: &Visit) -> Result<()> {
    for view in ["?embed=1", "?embed=1#level=senior&skill=communicate"] {
        visit.open(view).await?;
        visit.find("footer a").await?;
        no_barrier(visit).await?;
    }
    Ok(())
}

async fn meets_no_barrier_beside_a_preview(visit: &Visit) -> Result<()> {
    visit.open(&format!("#note={NOTE}")).await?;
    let link = "document.querySelector('[data-anchor=note-text] a:not([target])').focus()";
    visit.eval::<()>(link, seen::none()).await?;
    visit.find("[role=tooltip]").await?;
    no_barrier(visit).await
}

async fn meets_no_barrier_in_the_sheet_to_embed(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    crate::share::pasting::open_sheet(visit).await?;
    let high = "return document.querySelector('[data-anchor=embed-preview]').clientHeight !== 640";
    visit.until("the preview's own height", high, seen::none()).await?;
    no_barrier(visit).await
}

async fn meets_no_barrier_where_the_program_is_missing(visit: &Visit) -> Result<()> {
    visit.load(&visit.address("")?).await?;
    visit.find("[role=alert]").await?;
    no_barrier(visit).await
}

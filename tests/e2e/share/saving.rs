//! A reader saves what is shown as one page, opens that by double-click, and saves again.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use skillreel::export::page::fill::{APP_REGION, NOTES_REGION};
use skillreel::export::page::look::PageLook;
use skillreel::export::page::pack::{self, SINGLE_FILE};
use skillreel::vault::NoteFile;

use crate::facts::{SKILLS, VIDEO};
use crate::harness::browser::Setup;
use crate::harness::run::Scene;
use crate::harness::site::{Fault, Instead};
use crate::harness::visit::Visit;
use crate::harness::wait::{PATIENCE, Seen, eventually};
use crate::harness::{everywhere_but_webkit, everywhere_first, everywhere_nightly, over_http};
use crate::import::own_notes::{choose, drop_files, note, press_button, rows_are};
use crate::pages::changed;
use crate::seen;

everywhere_first! {
    saves_fifty_notes_as_a_page_that_can_save_itself,
}

everywhere_but_webkit! {
    fault_07_takes_notes_out_of_a_private_window in |scene| scene.setup(Setup::StorageRefused),
}

everywhere_nightly! {
    reads_a_page_whose_notes_a_newer_program_wrote in newer,
    reads_a_page_whose_notes_are_damaged in damaged_notes,
}

over_http! {
    is_told_why_nothing_can_be_saved in |scene| scene.faults(vec![Fault::File {
        ending: "skillreel.html", instead: Instead::NotFound, only_cached: false,
    }]),
    is_told_that_a_network_to_sign_in_to_gave_another_page in |scene| {
        scene.faults(vec![Fault::File {
            ending: "skillreel.html", instead: Instead::SignInPage, only_cached: false,
        }])
    },
}

/// Keeps what the page hands over as a file: no test is to fill the machine's own folder of those.
pub(crate) const CATCH: &str = "window.handedOver = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { handedOver.push({ blob }); return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = function () { handedOver.at(-1).name = this.download; };";

/// What the page has handed over: name and text.
const CAUGHT: &str = "const done = arguments[arguments.length - 1];
    const { name, blob } = handedOver.at(-1);
    blob.text().then((text) => done([name, text]));";

/// Saves the page as a reader does, under a title and in a colour, and gives its name and text.
pub(crate) async fn save(visit: &Visit, title: Option<&str>) -> Result<(String, String)> {
    visit.eval::<serde_json::Value>(CATCH, json!([])).await?;
    open_form(visit).await?;
    if let Some(title) = title {
        let field = visit.find("#save-title").await?;
        field.clear().await?;
        field.send_keys(title).await?;
        let choose = "const colour = document.querySelector('#save-accent');
            colour.value = '#00aa88';
            colour.dispatchEvent(new Event('input', { bubbles: true }))";
        visit.eval::<serde_json::Value>(choose, json!([])).await?;
    }
    press_button(visit, "Save the page").await?;
    seen::text(visit, "Saved as").await?;
    let caught = visit.client().execute_async(CAUGHT, Vec::new()).await?;
    Ok(serde_json::from_value(caught)?)
}

async fn open_form(visit: &Visit) -> Result<()> {
    visit.find_named("header button", "button", "Share").await?.click().await?;
    visit.find("[data-anchor=ways] button").await?;
    visit
        .eval::<serde_json::Value>(
            "[...document.querySelectorAll('[data-anchor=ways] button')]
            .find((button) => button.innerText.startsWith('Save as one page')).click()",
            json!([]),
        )
        .await?;
    visit.find("#save-title").await?;
    Ok(())
}

/// Opens a page's text as a file, and waits until it can be used.
pub(crate) async fn open_file(visit: &Visit, folder: &Path, text: &str) -> Result<()> {
    let file = folder.join("saved.html");
    std::fs::write(&file, text)?;
    let url = url::Url::from_file_path(&file).ok().context("no address of a file")?;
    visit.load(url.as_str()).await?;
    visit.ready().await
}

async fn saves_fifty_notes_as_a_page_that_can_save_itself(visit: &Visit) -> Result<()> {
    const CRAFTS: [&str; 5] = ["Juggling", "Fencing", "Rowing", "Baking", "Weaving"];
    visit.open("").await?;
    assert!(is_prepared(visit).await?, "the page that was built knows its one note");
    // Long enough that what is found out about them is worth its place in the page.
    let rest = "\n\n## And more\n\n".to_owned() + &"Much was said besides. ".repeat(300);
    let notes: Vec<NoteFile> = (0..50)
        .map(|number| {
            let text =
                note(CRAFTS[number % CRAFTS.len()]).replace("02:10", &format!("02:{number:02}"));
            NoteFile::new(format!("note-{number:02}.md"), text + &rest)
        })
        .collect();
    let texts: Vec<_> = notes.iter().map(|note| (note.path.as_str(), note.text.read())).collect();
    let files: Vec<(&str, &[u8])> =
        texts.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    drop_files(visit, &files).await?;
    press_button(visit, "Replace the 1 note here").await?;
    let crafts = ["juggling", "fencing", "rowing", "baking", "weaving"];
    rows_are(visit, &crafts).await?;
    visit.find(crate::search::searching::BOX).await?.send_keys("plates").await?;
    seen::fragment_has(visit, "q=plates").await?;

    let (name, page) = save(visit, Some("Crafts & trades")).await?;
    assert_eq!(name, "crafts-trades.html");
    let look = PageLook {
        title: Some("Crafts & trades".into()),
        accent: "#00aa88".parse().ok(),
        view: "q=plates".into(),
    };
    let template = std::fs::read_to_string(visit.folder().join(SINGLE_FILE))?;
    ensure!(page == pack::page(&template, &notes, &look)?, "`skillreel pack` makes other bytes");
    for craft in CRAFTS {
        assert!(APP_REGION.find(&page)?.contains(craft), "{craft} can be read without the program");
    }

    // By double-click, on a machine without a network.
    visit.session.outside.cut_off_youtube();
    let asked = visit.site.asked().len();
    let folder = tempfile::tempdir()?;
    open_file(visit, folder.path(), &page).await?;
    assert!(is_prepared(visit).await?, "nothing has to be found out again");
    assert_eq!(visit.client().title().await?, "Crafts & trades");
    seen::fragment_has(visit, "q=plates").await?;
    seen::text(visit, "50 moments").await?;
    let colour =
        "return getComputedStyle(document.documentElement).getPropertyValue('--own-accent')";
    assert_eq!(visit.eval::<String>(colour, json!([])).await?, "#00aa88");
    visit.click("[aria-label='Clear the search']").await?;
    rows_are(visit, &crafts).await?;
    visit.find(crate::search::searching::BOX).await?.send_keys("fencing").await?;
    seen::text(visit, "On Fencing").await?;
    visit.click("[aria-label='Clear the search']").await?;
    visit.click("th[data-skill=juggling] :is(a, button)").await?;
    seen::text(visit, "three plates").await?;
    visit.find(crate::search::searching::BOX).await?.send_keys("plates").await?;
    seen::fragment_has(visit, "q=plates").await?;
    let (_, again) = save(visit, None).await?;
    ensure!(again == page, "saved again it is another page");
    assert_eq!(visit.session.outside.hosts(), Vec::<String>::new());
    assert_eq!(visit.site.asked().len(), asked, "nothing was asked of the host it came from");
    Ok(())
}

/// Whether the page took what was found out about its notes from itself.
async fn is_prepared(visit: &Visit) -> Result<bool> {
    let marks = "return performance.getEntriesByName('skillreel:prepared').length > 0";
    visit.eval(marks, json!([])).await
}

async fn fault_07_takes_notes_out_of_a_private_window(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    drop_files(visit, &[("a.md", note("Juggling").as_bytes())]).await?;
    press_button(visit, "Replace the 1 note here").await?;
    seen::text(visit, "These notes last for this tab only").await?;
    let (name, page) = save(visit, None).await?;
    assert_eq!(name, "on-juggling.html");
    let folder = tempfile::tempdir()?;
    open_file(visit, folder.path(), &page).await?;
    rows_are(visit, &["juggling"]).await
}

async fn refuses(visit: &Visit, why: &str) -> Result<()> {
    visit.open("").await?;
    open_form(visit).await?;
    press_button(visit, "Save the page").await?;
    seen::text(visit, "The page was not saved:").await?;
    seen::text(visit, why).await?;
    visit.press("\u{e00c}").await?;
    // The rest works, and so does the dialog once more.
    eventually("the dialog to close", PATIENCE, async || {
        let shown = visit.shows("dialog[open]").await?;
        Ok(Seen::or((!shown).then_some(()), || "it is open".into()))
    })
    .await?;
    seen::choose_level(visit, "Senior").await?;
    seen::rows_start_with(visit, &crate::facts::ranked_at("senior")).await
}

async fn is_told_why_nothing_can_be_saved(visit: &Visit) -> Result<()> {
    refuses(visit, "skillreel.html").await
}

async fn is_told_that_a_network_to_sign_in_to_gave_another_page(visit: &Visit) -> Result<()> {
    refuses(visit, "the page has no place for its").await
}

/// gzip and base64 of `{"v":2,"notes":[]}`.
const NEWER: &str = "H4sIAAAAAAAC/6tWKlOyUjDSUVDKyy9JLQayo2NrAdDDtwgVAAAA";

fn newer(scene: Scene) -> Scene {
    changed(scene, "newer", |page| Ok(NOTES_REGION.replace(page, NEWER)?))
}

fn damaged_notes(scene: Scene) -> Scene {
    changed(scene, "damaged-notes", |page| {
        let block = NOTES_REGION.find(page)?;
        let half = block.get(..block.len() / 8 * 4).context("a block of base64")?;
        Ok(NOTES_REGION.replace(page, half)?)
    })
}

/// The page says what is wrong; what stands in it without the program stays, and notes can be added.
async fn reads_on(visit: &Visit, why: &str) -> Result<()> {
    visit.open("").await?;
    seen::text(visit, "The notes in this page cannot be read").await?;
    seen::text(visit, why).await?;
    let names = visit.texts("#app main table tbody th").await?;
    let wanted: Vec<&str> = SKILLS.iter().map(|(_, name)| *name).collect();
    assert_eq!(names, wanted);
    let link = format!("#app main a[href='https://www.youtube.com/watch?v={VIDEO}&t=1396s']");
    assert!(visit.shows(&link).await?, "{link}");
    // The program stands above it: what is wrong is read first.
    let tops = "return ['[data-form]', '#app > main']
        .map((part) => document.querySelector(part).getBoundingClientRect().top)";
    let [program, below]: [f64; 2] = visit.eval(tops, json!([])).await?;
    assert!(program < below, "the program at {program}, what stands without it at {below}");
    let _files = choose(visit, &[("a.md", note("Juggling").as_bytes())]).await?;
    rows_are(visit, &["juggling"]).await
}

async fn reads_a_page_whose_notes_a_newer_program_wrote(visit: &Visit) -> Result<()> {
    reads_on(visit, "a newer program wrote them (form 2, expected 1)").await
}

async fn reads_a_page_whose_notes_are_damaged(visit: &Visit) -> Result<()> {
    reads_on(visit, "they are damaged").await
}

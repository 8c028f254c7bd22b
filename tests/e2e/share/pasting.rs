//! The sheet that gives what one pastes into another page.

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::harness::run::scenario;
use crate::harness::visit::Visit;
use crate::harness::{from_file_nightly, over_http};
use crate::import::own_notes::press_button;
use crate::seen;

use super::embedding::leave;

over_http! {
    chooses_what_to_paste_and_sees_it,
}

scenario! {
    sees_the_code_first_and_the_preview_as_others_will (|scene| scene):
    chromium_http = Chromium Http,
}

from_file_nightly! {
    gives_the_address_for_what_to_paste,
}

pub(crate) async fn open_sheet(visit: &Visit) -> Result<()> {
    visit.find_named("header button", "button", "Share").await?.click().await?;
    visit.find("[data-anchor=ways] button").await?;
    let embed = "[...document.querySelectorAll('[data-anchor=ways] button')]
        .find((button) => button.innerText.startsWith('Embed')).click()";
    visit.eval::<Json>(embed, json!([])).await?;
    visit.find("[data-anchor=embed-code] select").await?;
    Ok(())
}

async fn choose(visit: &Visit, label: &str, value: &str) -> Result<()> {
    let script =
        "const select = document.querySelector(`dialog select[id='choose-${arguments[0]}']`);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return select.value";
    let chosen: String = visit.eval(script, json!([label, value])).await?;
    assert_eq!(chosen, value, "{label} can be chosen");
    Ok(())
}

async fn pastes(visit: &Visit, part: &str) -> Result<()> {
    let script = "const text = document.querySelector('dialog[open] textarea').value;
        return text.includes(arguments[0]) || text";
    visit.until(&format!("{part:?} among what to paste"), script, json!([part])).await
}

async fn chooses_what_to_paste_and_sees_it(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    open_sheet(visit).await?;
    let page = visit.site.url("index.html");
    pastes(visit, &format!("src=\"{page}?embed=1#level=senior\"")).await?;
    choose(visit, "Level", "new").await?;
    choose(visit, "Colours", "dark").await?;
    pastes(visit, &format!("src=\"{page}?embed=1&amp;theme=dark#level=new\"")).await?;
    visit.find("[data-anchor=embed-preview]").await?.enter_frame().await?;
    visit.ready().await?;
    assert!(seen::chosen_level(visit).await?.starts_with("New"));
    leave(visit).await?;
    // The height that the frame told stands in what is pasted, so that nothing shifts later.
    let height = "return document.querySelector('[data-anchor=embed-preview]').clientHeight";
    visit
        .until(
            "the preview's own height",
            "return document.querySelector('[data-anchor=embed-preview]').clientHeight !== 640",
            json!([]),
        )
        .await?;
    let height: u32 = visit.eval(height, json!([])).await?;
    pastes(visit, &format!("height=\"{height}\"")).await?;
    choose(visit, "To paste", "element").await?;
    pastes(visit, "<skill-matrix src=").await?;
    choose(visit, "To paste", "html").await?;
    pastes(visit, "<caption>Skills by seniority</caption>").await?;
    choose(visit, "To paste", "md").await?;
    pastes(visit, "| Skill |").await?;
    choose(visit, "To paste", "csv").await?;
    pastes(visit, "skill,group,level,").await?;
    // The search of the sheet is its own: the page searches for nothing.
    visit.find("#embed-query").await?.send_keys("prioritize\u{e007}").await?;
    let skills =
        "const lines = document.querySelector('dialog[open] textarea').value.trim().split('\\n');
        return [...new Set(lines.slice(1).map((line) => line.split(',')[0]))]";
    visit.until_equal("the skills to paste", skills, json!([]), json!(["Prioritize"])).await?;
    choose(visit, "To paste", "png").await?;
    let catch = "window.pictures = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { pictures.push([blob.type, blob.size > 5000]);
            return make.call(URL, blob); };
        HTMLAnchorElement.prototype.click = function () { pictures.at(-1).push(this.download); };";
    visit.eval::<Json>(catch, json!([])).await?;
    press_button(visit, "Save as a file").await?;
    let name = "career-growth-and-impact-for-product-managers.png";
    let wanted = json!([["image/png", true, name]]);
    visit.until_equal("the picture", "return pictures", json!([]), wanted).await
}

async fn gives_the_address_for_what_to_paste(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    open_sheet(visit).await?;
    seen::text_anywhere(visit, "dialog[open] p", "Give the address of the page").await?;
    // Nothing that is no code is copied in its place.
    assert!(
        !visit.shows("[data-anchor=embed-code] [data-anchor=copy]").await?,
        "there is nothing to copy yet"
    );
    visit.find("#embed-page").await?.send_keys("https://example.org/s/index.html").await?;
    pastes(visit, "src=\"https://example.org/s/index.html?embed=1\"").await?;
    visit.find("[data-anchor=embed-code] [data-anchor=copy]").await.map(drop)
}

async fn sees_the_code_first_and_the_preview_as_others_will(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    visit.resize(1100, 800).await?;
    open_sheet(visit).await?;
    let in_sight = "return ['[data-anchor=embed-code] textarea', '[data-anchor=embed-code] [data-anchor=copy]'].every((selector) => {
        const { top, bottom, height } = document.querySelector(selector).getBoundingClientRect();
        return height > 0 && top >= 0 && bottom <= innerHeight;
    })";
    visit.until("code and Copy in sight", in_sight, json!([])).await?;
    let width = "return document.querySelector('[data-anchor=embed-preview]').clientWidth";
    for (button, wanted) in [("320 px", 320), ("700 px", 700)] {
        press_button(visit, button).await?;
        visit.until_equal("the preview", width, json!([]), wanted.into()).await?;
    }
    // How it is looked at is not what is pasted.
    press_button(visit, "Dark").await?;
    let source =
        "return document.querySelector('[data-anchor=embed-preview]').src.includes('theme=dark')";
    visit.until("the preview in dark", source, json!([])).await?;
    let pasted =
        "return document.querySelector('dialog[open] textarea').value.includes('theme=dark')";
    assert!(!visit.eval::<bool>(pasted, json!([])).await?, "the code follows the reader's system");
    Ok(())
}

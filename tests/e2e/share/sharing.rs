//! A reader takes what is shown elsewhere: as a link, as a quotation, on paper.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value as Json, json};

use crate::facts::{NOTE, SKILLS, VIDEO};
use crate::harness::visit::Visit;
use crate::harness::{everywhere_but_webkit_nightly, everywhere_nightly, extras, over_http};
use crate::import::own_notes::press_button;
use crate::seen;

everywhere_nightly! {
    copies_what_was_said_in_every_form,
}

everywhere_but_webkit_nightly! {
    prints_the_matrix_and_what_was_said,
    prints_what_is_open,
}

over_http! {
    copies_the_link_to_the_view,
    shares_with_the_systems_own_sheet,
}

/// Keeps what the page copies and shares. Drivers let pages read the clipboard in one browser only.
const CATCH: &str = "window.copied = [];
    window.shared = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText: (text) => { copied.push(text); return Promise.resolve(); } } });
    Object.defineProperty(navigator, 'share', { configurable: true, value:
        (what) => { shared.push(what); return Promise.resolve(); } });";

async fn copies_the_link_to_the_view(visit: &Visit) -> Result<()> {
    visit.open("#level=senior&q=trust").await?;
    visit.eval::<Json>(CATCH, json!([])).await?;
    visit.find_named("header button", "button", "Share").await?.click().await?;
    visit.find_named("dialog button", "button", "Copy: Link to this view").await?.click().await?;
    let link = visit.site.url("index.html#level=senior&q=trust");
    visit.until_equal("what was copied", "return copied", json!([]), json!([link])).await
}

async fn shares_with_the_systems_own_sheet(visit: &Visit) -> Result<()> {
    visit.open("#level=senior").await?;
    visit.eval::<Json>(CATCH, json!([])).await?;
    visit.find_named("header button", "button", "Share").await?.click().await?;
    press_button(visit, "Share with an app").await?;
    let link = visit.site.url("index.html#level=senior");
    let shared = "return shared.map((what) => what.url)";
    visit.until_equal("what was shared", shared, json!([]), json!([link])).await
}

async fn copies_what_was_said_in_every_form(visit: &Visit) -> Result<()> {
    visit.open("#skill=communicate&level=senior").await?;
    visit.eval::<Json>(CATCH, json!([])).await?;
    visit.click("[data-anchor=claim-item] button[aria-haspopup=dialog]").await?;
    let moment = format!("https://www.youtube.com/watch?v={VIDEO}&t=");
    // First the page’s own moment, where it has an address.
    if visit.client().current_url().await?.scheme() == "http" {
        visit.find("dialog[open] textarea").await?;
        let first = "return document.querySelector('dialog[open] textarea').value";
        let link: String = visit.eval(first, json!([])).await?;
        assert!(link.contains(&format!("#note={NOTE}&t=")), "{link}");
    }
    for form in ["Text", "Markdown", "With its source"] {
        let name = format!("Copy: {form}");
        visit.find_named("dialog button", "button", &name).await?.click().await?;
    }
    visit.until_equal("how much was copied", "return copied.length", json!([]), 3.into()).await?;
    let copied: Vec<String> = visit.eval("return copied", json!([])).await?;
    assert!(copied.iter().all(|text| text.contains(&moment)), "{copied:?}");
    assert!(copied[1].contains(&format!("]({moment}")), "{copied:?}");
    assert!(!copied[2].contains('“'), "no one is quoted: {copied:?}");
    let shown = "return [...document.querySelectorAll('dialog[open] textarea')].map((text) => text.value).slice(-3)";
    assert_eq!(
        visit.eval::<Vec<String>>(shown, json!([])).await?,
        copied,
        "one sees what is copied"
    );
    Ok(())
}

/// The text that is on paper, as a browser lays it out for it.
const ON_PAPER: &str = "window.dispatchEvent(new Event('beforeprint'));
    const printed = document.querySelector('[data-anchor=printed]');
    const links = [...printed.querySelectorAll('li a')].map((link) => link.href);
    const names = [...printed.querySelectorAll('tbody th')].map((head) => head.textContent);
    const text = printed.textContent;
    window.dispatchEvent(new Event('afterprint'));
    return { links, names, text, left: document.querySelectorAll('[data-anchor=printed]').length };";

async fn prints_what_is_open(visit: &Visit) -> Result<()> {
    // What is printed, what is not shown on paper, and where its links lead.
    let on_paper = "window.dispatchEvent(new Event('beforeprint'));
        const printed = document.querySelector('body > [data-anchor=printed]');
        const links = [...printed.querySelectorAll('a')].map((link) => link.href)
            .filter((href) => href.includes('&t=') && !href.endsWith('&t=0s'));
        const text = printed.textContent.replace(/\\s+/g, ' ');
        const found = { title: printed.querySelector('h1').textContent, links: links.length,
            tables: printed.querySelectorAll('table').length, text };
        window.dispatchEvent(new Event('afterprint'));
        return { ...found, left: document.querySelectorAll('[data-anchor=printed]').length }";
    let has = |paper: &Json, text: &str| paper["text"].as_str().is_some_and(|it| it.contains(text));
    visit.open(&format!("#note={NOTE}")).await?;
    seen::printable(visit).await?;
    let paper: Json = visit.eval(on_paper, json!([])).await?;
    assert_eq!(paper["tables"], 0, "no matrix: {paper}");
    assert_eq!(paper["links"], 73, "every stamp of the note: {paper}");
    for text in ["One basic rule for product managers", "Continuous Improvement"] {
        assert!(has(&paper, text), "{text:?} in {paper}");
    }
    assert_eq!(paper["left"], 0);
    visit.open(&format!("#note={NOTE}&topic=continuous-improvement")).await?;
    seen::printable(visit).await?;
    let paper: Json = visit.eval(on_paper, json!([])).await?;
    assert_eq!((&paper["title"], &paper["tables"]), (&json!("Continuous Improvement"), &json!(0)));
    assert!(!has(&paper, "One basic rule for product managers"), "the topic alone: {paper}");
    visit.open("#skill=communicate").await?;
    seen::printable(visit).await?;
    let paper: Json = visit.eval(on_paper, json!([])).await?;
    assert!(has(&paper, "saying a thing puts the thinking behind it to the test"), "{paper}");
    assert!(!has(&paper, "Prioritize"), "the skill alone: {paper}");
    // What is wrong in the notes is printed as it stands, without the matrix beside it.
    visit.open("#panel=problems").await?;
    seen::text(visit, "to mend in").await?;
    let rule = "return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
        .flatMap(function inner(rule) { return rule.cssRules?.length
            ? [...rule.cssRules].flatMap(inner) : [rule]; })
        .some((rule) => rule.selectorText?.includes('.detail[data-open]')
            && rule.selectorText.includes('.board') && rule.style.display === 'none'
            && document.querySelector(rule.selectorText) !== null)";
    assert!(visit.eval::<bool>(rule, json!([])).await?, "the matrix is not on that paper");
    Ok(())
}

async fn prints_the_matrix_and_what_was_said(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    seen::printable(visit).await?;
    let paper: Json = visit.eval(ON_PAPER, json!([])).await?;
    let names: Vec<&str> = SKILLS.iter().map(|(_, name)| *name).collect();
    assert_eq!(paper["names"], json!(names));
    let moment = format!("https://www.youtube.com/watch?v={VIDEO}&t=1396s");
    assert!(
        paper["links"].as_array().is_some_and(|links| links.contains(&json!(moment))),
        "{paper}"
    );
    assert_eq!(paper["left"], 0, "it is gone once the page was printed");
    // Only what is chosen is printed, and it says so.
    visit.open("#q=trust").await?;
    seen::printable(visit).await?;
    let paper: Json = visit.eval(ON_PAPER, json!([])).await?;
    assert!(paper["text"].as_str().is_some_and(|text| text.contains("Search: “trust”")), "{paper}");
    assert!(paper["names"].as_array().is_some_and(|some| some.len() < names.len()), "{paper}");
    visit.open("#level=senior").await?;
    seen::printable(visit).await?;
    let paper: Json = visit.eval(ON_PAPER, json!([])).await?;
    let names =
        ["Communicate", "Think big", "Earn trust with others", "Driven by impact not promotion"];
    assert_eq!(paper["names"], json!(names), "the level's skills, and no others");
    // The browser itself prints on both kinds of paper, and asks for it by the same events.
    visit.open("").await?;
    seen::printable(visit).await?;
    let count = "window.told = []; for (const name of ['beforeprint', 'afterprint'])
        addEventListener(name, () => told.push(name + document.querySelectorAll('[data-anchor=printed]').length))";
    visit.eval::<Json>(count, json!([])).await?;
    for (width, height) in [(21.0, 29.7), (21.59, 27.94)] {
        let pdf = extras::print(visit.client(), width, height).await?;
        let pdf = STANDARD.decode(pdf)?;
        assert!(pdf.starts_with(b"%PDF"), "a document");
        let shots = crate::harness::settings::shots();
        if let Some(folder) = shots {
            std::fs::write(folder.join(format!("print-{:?}-{height}.pdf", visit.browser())), &pdf)?;
        }
    }
    let told: Vec<String> = visit.eval("return told", json!([])).await?;
    assert_eq!(told, ["beforeprint1", "afterprint0", "beforeprint1", "afterprint0"]);
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len(), "the page is as it was");
    Ok(())
}

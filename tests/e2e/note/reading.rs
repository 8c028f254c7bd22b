//! Reading what was said: the claims of a skill, and a whole note.

use anyhow::Result;
use serde_json::json;

use crate::facts::{NOTE, VIDEO};
use crate::harness::visit::Visit;
use crate::harness::{everywhere_first, everywhere_nightly};
use crate::seen;

everywhere_first! {
    opens_a_skill_and_reads_its_claims,
    opens_the_note_and_reads_it,
}

everywhere_nightly! {
    jumps_to_a_section_of_the_note,
    fault_20_follows_a_link_that_leads_nowhere,
}

async fn opens_a_skill_and_reads_its_claims(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let before = seen::stamps(visit, "body").await?.len();
    visit.click("th[data-skill=communicate] :is(a, button)").await?;
    seen::fragment_has(visit, "skill=communicate").await?;
    seen::text(visit, "saying a thing puts the thinking behind it to the test").await?;
    seen::text(visit, "It still comes first, only now the people listening").await?;
    let stamps = seen::stamps(visit, "body").await?;
    for wanted in [707, 711, 922, 907, 1321, 1019, 1396, 1400] {
        let said = stamps.iter().filter(|(seconds, _)| *seconds == wanted).count();
        assert!(said > 0, "the moment {wanted} of the skill is there: {stamps:?}");
    }
    assert!(stamps.len() > before, "the claims have stamps of their own");
    visit.client().back().await?;
    visit
        .until("the skill to be closed", "return !location.hash.includes('skill=')", json!([]))
        .await?;
    visit
        .until_equal(
            "the number of stamps",
            "return document.querySelectorAll('a.stamp').length",
            json!([]),
            json!(before),
        )
        .await
}

async fn opens_the_note_and_reads_it(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.click("a[href*='note=']").await?;
    seen::fragment_has(visit, &format!("note={NOTE}")).await?;
    seen::text(visit, "One basic rule for product managers").await?;
    // 73 stamps stand in the note; whatever else is on the page comes on top.
    let reader = "const article = document.querySelector('article');
        return article && article.querySelectorAll('a.stamp').length";
    visit.until_equal("the note's stamps", reader, json!([]), json!(73)).await?;
    for (seconds, href) in seen::stamps(visit, "article").await? {
        assert_eq!(href, format!("https://www.youtube.com/watch?v={VIDEO}&t={seconds}s"));
    }
    let outline = "const links = [...document.querySelectorAll('nav a[href*=\"section=\"]')];
        return links.map((link) => link.textContent.trim())";
    let outline: Vec<String> = visit.eval(outline, json!([])).await?;
    let headings = visit.texts("article :is(h1, h2, h3, h4)").await?;
    for heading in ["Attributes of a Top Product Manager", "Continuous Improvement"] {
        assert!(outline.iter().any(|entry| entry == heading), "{heading:?} in {outline:?}");
        assert!(headings.iter().any(|text| text == heading), "{heading:?} in {headings:?}");
    }
    Ok(())
}

async fn jumps_to_a_section_of_the_note(visit: &Visit) -> Result<()> {
    visit.open(&format!("#note={NOTE}")).await?;
    visit.click("nav a[href*='section=continuous-improvement']").await?;
    seen::fragment_has(visit, "section=continuous-improvement").await?;
    let in_sight = "const heading = [...document.querySelectorAll('article :is(h2, h3, h4)')]
            .find((heading) => heading.textContent.includes('Continuous Improvement'));
        const { top, bottom } = heading.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight";
    visit.until("the section to be in sight", in_sight, json!([])).await
}

async fn fault_20_follows_a_link_that_leads_nowhere(visit: &Visit) -> Result<()> {
    visit.open(&format!("#note={NOTE}")).await?;
    seen::text(visit, "Product Management Skills Checklist").await?;
    let dead = "return [...document.querySelectorAll('article a')]
        .filter((link) => !link.getAttribute('href') || link.getAttribute('href') === '#')
        .map((link) => link.textContent)";
    let dead: Vec<String> = visit.eval(dead, json!([])).await?;
    assert_eq!(dead, Vec::<String>::new(), "links that lead nowhere look like links");
    let script = "return [...document.querySelectorAll('article *')].findLast((element) =>
        element.textContent.trim() === 'Product Management Skills Checklist')";
    visit.element(script, json!([])).await?.click().await?;
    // A click offers to search for it; the page stays.
    let query = "return document.querySelector('[role=searchbox], input[type=search]').value
        .toLowerCase()";
    visit
        .until("a search for the missing note", &format!("{query}.includes('skills')"), json!([]))
        .await?;
    let scheme = visit.client().current_url().await?.scheme().to_owned();
    assert_eq!(scheme, visit.address("")?.split(':').next().unwrap_or_default());
    Ok(())
}

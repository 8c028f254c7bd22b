//! The reader's list, filled from everywhere; ladders, roles and a team; and much in one link.

use anyhow::{Context, Result};
use serde_json::json;
use skillreel::matrix::{LevelId, SkillId};
use skillreel::note::NoteId;
use skillreel::progress::{At, Day, ListItem, Record, Step, write_link};
use skillreel::vault::video::clip::ClipRef;

use super::how_far::{press, rate};
use crate::app::barriers::{fits_without_barrier, no_barrier};
use crate::harness::run::{Scene, scenario};
use crate::harness::visit::Visit;
use crate::harness::{extras, from_file_nightly, over_http};
use crate::pages::with_notes;
use crate::seen;

over_http! {
    puts_rows_claims_and_what_is_found_on_ones_list,
    compares_a_ladder_and_roles_and_sees_a_team in ladder,
    rates_in_two_tabs_at_once,
}

// No other browser makes its window as narrow.
scenario! {
    sees_a_team_on_a_small_screen (ladder):
    chromium_http = Chromium Http,
}

from_file_nightly! {
    opens_a_link_of_sixty_ratings_and_a_plan in sixty,
}

/// The names on the list.
const LIST: &str = "return [...document.querySelectorAll('[data-anchor=queue-time] + span')]
    .map((item) => item.querySelector('b')?.textContent ?? item.textContent.trim().slice(0, 12))";

/// Presses the first ＋ below a place.
async fn add(visit: &Visit, place: &str) -> Result<()> {
    let there =
        "return document.querySelector(`${arguments[0]} [data-anchor=add-to-list]`) !== null";
    visit.until(&format!("a button in {place}"), there, json!([place])).await?;
    let script =
        "const button = document.querySelector(`${arguments[0]} [data-anchor=add-to-list]`);
        button?.scrollIntoView({ block: 'center' });
        button?.click();
        return button?.getAttribute('aria-label') ?? ''";
    let label: String = visit.eval(script, json!([place])).await?;
    assert!(label.starts_with("In your list: "), "{label:?} at {place}");
    let pressed =
        "return document.querySelector(`${arguments[0]} [data-anchor=add-to-list]`).ariaPressed";
    visit.until_equal(place, pressed, json!([place]), "true".into()).await
}

async fn puts_rows_claims_and_what_is_found_on_ones_list(visit: &Visit) -> Result<()> {
    visit.open("#level=senior&skill=communicate").await?;
    let row = "tr:has([data-skill='think-big'])";
    add(visit, row).await?;
    visit.until_equal("a row", LIST, json!([]), json!(["Think big"])).await?;
    // The row's key takes it out again, and puts it in.
    let focus = "document.querySelector(`${arguments[0]} th a`).focus()";
    visit.eval::<()>(focus, json!([row])).await?;
    visit.press("+").await?;
    visit.until_equal("taken out", LIST, json!([]), json!([])).await?;
    visit.press("+").await?;
    visit.until_equal("a row by its key", LIST, json!([]), json!(["Think big"])).await?;
    add(visit, "[data-anchor=claim-item]").await?;
    let count = "return document.querySelectorAll('[data-anchor=list-line]').length";
    visit.until_equal("a claim", count, json!([]), json!(2)).await?;
    visit.open("#q=trust").await?;
    visit.until_equal("the list is kept", count, json!([]), json!(2)).await?;
    add(visit, "[data-anchor=result][data-kind=Skills]").await?;
    let names: Vec<String> = visit.eval(LIST, json!([])).await?;
    assert!(
        names.len() > 2 && names.iter().any(|name| name.starts_with("Earn trust")),
        "{names:?}"
    );
    // It is named, and its link has the clips; the page's own link has nothing of it.
    let name = visit.find("[data-anchor=queue] input[type=text]").await?;
    name.send_keys("For May").await?;
    visit.press(&fantoccini::key::Key::Enter.to_string()).await?;
    let link: String = visit
        .eval("return document.querySelector('#copy-link-to-this-list').value", json!([]))
        .await?;
    assert!(link.contains("#queue=") && !link.contains("May"), "{link}");
    assert_eq!(seen::fragment_value(visit, "queue").await?, None);
    visit.client().refresh().await?;
    visit.ready().await?;
    let name = "return document.querySelector('[data-anchor=queue] input[type=text]').value";
    visit.until_equal("the name", name, json!([]), "For May".into()).await?;
    // Cleared, it can be had again.
    press(visit, "[data-anchor=queue]", "Clear").await?;
    visit.until_equal("cleared", count, json!([]), json!(0)).await?;
    press(visit, "[data-anchor=queue]", "Undo").await?;
    visit.until_equal("had again", count, json!([]), json!(names.len())).await
}

/// A ladder that no clip backs, talks for two roles, and a sheet of a team.
fn ladder(scene: Scene) -> Scene {
    let ladder = b"# Ladder of bakers\n\n| Skill | Junior | Mid | Senior |\n|---|---|---|---|\n\
        | Kneading | Kneads with help | Kneads with help | Kneads alone every day |\n\
        | Baking | Bakes bread | Bakes bread | Bakes bread |\n";
    let designers =
        b"---\nvideoId: aaaaaaaaaaa\n---\n## Skills of new designers\n1. **Sketch** [0:10]\n\
        2. **Listen** [0:40]\n";
    let engineers =
        b"---\nvideoId: bbbbbbbbbbb\n---\n## Skills of new engineers\n1. **Weld** [1:10]\n\
        2. **Listen** [1:40]\n";
    let team = b"Name,Kneading,Baking\nAda Example,3 - expert,1\nBo Example,1,1\n";
    with_notes(
        scene,
        "ladder-and-team",
        &[
            ("ladder.md", ladder),
            ("designers.md", designers),
            ("engineers.md", engineers),
            ("team.csv", team),
        ],
    )
}

async fn compares_a_ladder_and_roles_and_sees_a_team(visit: &Visit) -> Result<()> {
    visit.open("#compare=new..senior").await?;
    let changed = "return [...document.querySelectorAll('tr[data-skill=kneading] strong')]
        .map((word) => word.textContent.trim())";
    let words = json!(["with help", "alone every day"]);
    visit.until_equal("the words that change", changed, json!([]), words).await?;
    let once = "return document.querySelector('tr[data-skill=baking] td[colspan]')?.innerText
        .replace(/\\s+/g, ' ').trim()";
    let said = json!("New to Senior Bakes bread");
    visit.until_equal("what is the same, once", once, json!([]), said).await?;
    // The plan lists what is expected, and offers nothing to play.
    rate(visit, "kneading", "with-help").await?;
    press(visit, "[data-anchor=gap-bar]", "Make it my plan").await?;
    seen::text(visit, "Kneading Kneads alone every day").await?;
    let buttons = "return [...document.querySelectorAll('[data-anchor=queue-tools] button')]
        .map((button) => button.textContent)";
    visit.until_equal("no play buttons", buttons, json!([]), json!(["Clear"])).await?;
    // The team, without names until one asks.
    visit.click("[data-anchor=team] summary").await?;
    seen::text(visit, "Only one person can do it").await?;
    seen::text(visit, "Person 2").await?;
    let named = "return document.body.innerHTML.includes('Ada Example')";
    assert!(!visit.eval::<bool>(named, json!([])).await?, "names come when asked");
    no_barrier(visit).await?;
    visit.click("[data-anchor=team] input[type=checkbox]").await?;
    seen::text(visit, "Ada Example").await?;
    assert!(!visit.eval::<String>("return location.href", json!([])).await?.contains("Ada"));
    // Roles are held against each other, too.
    let other = visit.find_named("[data-anchor=compare] a", "link", "Compare roles").await?;
    visit.eval::<()>("scrollTo(0, 0)", json!([])).await?;
    other.click().await?;
    seen::fragment_has(visit, "compare=role.engineer..role.designer").await?;
    let rows = "return [...document.querySelectorAll('tbody[data-group]')].map((group) =>
        [group.dataset.group, ...[...group.querySelectorAll('tr[data-skill]')]
            .map((row) => row.dataset.skill)].join(' ')).sort()";
    let roles = json!(["comes-in sketch", "granted weld", "stays listen"]);
    visit.until_equal("the roles' skills", rows, json!([]), roles).await
}

async fn sees_a_team_on_a_small_screen(visit: &Visit) -> Result<()> {
    for colours in ["?theme=light", "?theme=dark"] {
        visit.open(&format!("{colours}#compare=new..senior")).await?;
        visit.click("[data-anchor=team] summary").await?;
        visit.click("[data-anchor=team] input[type=checkbox]").await?;
        seen::text(visit, "Ada Example").await?;
        for width in [390, 320] {
            fits_without_barrier(visit, width).await?;
        }
    }
    // On paper there is nothing to press, and the team is there.
    let paper = json!({ "media": "print" });
    extras::devtools(visit.client(), "Emulation.setEmulatedMedia", paper).await?;
    let seen = "const seen = (selector) => [...document.querySelectorAll(selector)]
            .filter((element) => element.checkVisibility()).length;
        return [seen('button, input:not([type=radio]), select'), seen('[data-anchor=team] td') > 0]";
    visit.until_equal("what is on paper", seen, json!([]), json!([0, true])).await?;
    let screen = json!({ "media": "" });
    extras::devtools(visit.client(), "Emulation.setEmulatedMedia", screen).await?;
    Ok(())
}

async fn rates_in_two_tabs_at_once(visit: &Visit) -> Result<()> {
    let client = visit.client();
    visit.open("#compare=new..senior").await?;
    let first = client.window().await?;
    let other = client.new_window(true).await?.handle;
    client.switch_to_window(other.clone()).await?;
    visit.open("#compare=new..senior").await?;
    rate(visit, "think-big", "alone").await?;
    client.switch_to_window(first).await?;
    rate(visit, "communicate", "not-yet").await?;
    // Each has what both have rated.
    let rated = "return [...document.querySelectorAll('[data-anchor=dots] input:checked')]
        .map((dot) => dot.closest('tr').dataset.skill + ' ' + dot.value).sort()";
    let both = json!(["communicate not-yet", "think-big alone"]);
    visit.until_equal("the first tab", rated, json!([]), both.clone()).await?;
    client.switch_to_window(other).await?;
    visit.until_equal("the other tab", rated, json!([]), both).await
}

/// A talk of sixty skills.
fn sixty(scene: Scene) -> Scene {
    let skills: String = (0..60)
        .map(|number| format!("{}. **Knot {number:02}**: tied [{number}:00]\n", number + 1))
        .collect();
    let note = format!(
        "---\nvideoId: aaaaaaaaaaa\n---\n## Skills of new designers\n1. **Sketch** [59:59]\n\n\
        ## Skills of senior designers\n{skills}"
    );
    with_notes(scene, "sixty", &[("a.md", note.as_bytes())])
}

async fn opens_a_link_of_sixty_ratings_and_a_plan(visit: &Visit) -> Result<()> {
    let mut record = Record::default();
    let day = Day::new(2026, 3, 2).context("a day")?;
    let id = |number: u32| SkillId(format!("knot-{number:02}").as_str().into());
    for number in 0..60 {
        let at = At { skill: id(number), level: LevelId::SENIOR };
        let step = Step::at(number % 4);
        record.rate(at, "Knot", step, day);
    }
    let clip = |number: u32| ClipRef { note: NoteId("a".into()), seconds: number * 60 };
    let item = |number| ListItem::for_skill(id(number), LevelId::SENIOR, Some(clip(number)));
    record.change_list(|list, revision| list.add((0..30).map(item), revision));
    let rate = write_link(&record, LevelId::SENIOR, true);
    let link = visit.address(&format!("#compare=new..senior&rate={rate}"))?;
    assert!(link.len() < 2000, "{} characters", link.len());
    visit.load(&link).await?;
    visit.ready().await?;
    seen::text(visit, "stand beside yours: 60 skills at this level.").await?;
    press(visit, "[data-anchor=second-view]", "Add their 30 clips to your list").await?;
    let count = "return document.querySelectorAll('[data-anchor=list-line]').length";
    visit.until_equal("their plan", count, json!([]), json!(30)).await?;
    // A screen reader hears a group with a name, and choices with names, one of them chosen.
    let heard = "const group = document.querySelector('tr[data-skill=knot-03] [data-anchor=dots]');
        group.querySelectorAll('input')[2].click();
        return [group.role ?? group.getAttribute('role'), group.getAttribute('aria-label'),
            ...[...group.querySelectorAll('input')].map((dot) =>
                dot.labels[0].textContent.trim() + (dot.checked ? ' ✓' : ''))]";
    let group = json!([
        "radiogroup",
        "How are you at Knot 03?",
        "Not yet",
        "With help",
        "Alone ✓",
        "Teach it"
    ]);
    visit.until_equal("the dots", heard, json!([]), group).await
}

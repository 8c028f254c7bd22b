//! Attacks, each by its own door: notes, file names, the address, messages, storage. None runs,
//! none is asked for outside, and none leaves an element in the page that is not the page's own.
//!
//! The payloads are those of `tests/fixtures/hostile/xss.jsonl`, and those of the shared folder
//! where that is at hand.

mod payloads;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use skillreel::vault::{NoteFile, Vault};

use crate::facts::SKILLS;
use crate::harness::browser::Browser;
use crate::harness::run::Scene;
use crate::harness::visit::Visit;
use crate::harness::{everywhere_nightly, extras};
use crate::pages::with_files;
use crate::seen;

use payloads::{Door, Kind, Payload, letters, payloads};

everywhere_nightly! {
    follows_addresses_that_attack_it,
    comes_back_to_settings_that_attack_it,
    reads_notes_that_attack_it in hostile_notes,
    gets_messages_that_attack_it,
}

/// Counts what runs, what is refused, and what opens; put in before anything else.
const TRAP: &str = include_str!("attacks/trap.js");

/// What is wrong with the page as it is now: lines for people, none where all is well.
const INSPECT: &str = include_str!("attacks/inspect.js");

/// Notes are opened so many at a time: a script that takes too long is ended by the driver.
const BATCH: usize = 20;

/// What a batch found out about a note.
#[derive(Debug, Deserialize)]
struct PageLook {
    wrong: Vec<String>,
    text: String,
}

/// The notes of all payloads that are notes, each with its payload.
fn notes() -> Result<Vec<(NoteFile, Payload)>> {
    let plain = "---\ntitle: A name\n---\n\nbread\n";
    let file = |payload: Payload, number: usize| {
        let path = format!("attack-{number}.md");
        let file = match payload.door {
            // Each has a video of its own: the notes of one video name each other.
            Door::Body => {
                // And a link to the next one: browsers let an address change only so often.
                let head = format!(
                    "---\ntitle: Attack {number}\nvideoId: attack{number:05}\n---\n\
                     [[attack-{}]]\n\n",
                    number + 1
                );
                NoteFile::new(path, [&head, &payload.text, "\n"].concat())
            }
            Door::FrontMatter => NoteFile::new(path, payload.text.as_str()),
            Door::FileName => NoteFile::new(payload.text.as_str(), plain),
            _ => return None,
        };
        Some((file, payload))
    };
    let numbered = payloads()?.into_iter().zip(1..);
    Ok(numbered.filter_map(|(payload, number)| file(payload, number)).collect())
}

fn hostile_notes(scene: Scene) -> Scene {
    match notes() {
        Ok(notes) => {
            let files: Vec<NoteFile> = notes.into_iter().map(|(file, _)| file).collect();
            with_files(scene.windowed(), "attacks", &files)
        }
        // The test itself reads them once more, and says what is wrong.
        Err(_) => scene,
    }
}

/// Opens the page with a trap in it, and checks that it is well.
async fn open_trapped(visit: &Visit, rest: &str) -> Result<()> {
    visit.open(rest).await?;
    visit.eval::<Json>(TRAP, json!([])).await?;
    well(visit, rest).await
}

/// Checks that nothing ran and nothing is in the page that is not the page's own.
async fn well(visit: &Visit, after: &str) -> Result<()> {
    let wrong: Vec<String> = visit.eval(INSPECT, json!([])).await?;
    assert!(wrong.is_empty(), "after {after:?}:\n{}", wrong.join("\n"));
    Ok(())
}

/// Checks that nobody outside was asked for anything, and the page's host for nothing but the page.
async fn quiet(visit: &Visit) -> Result<()> {
    assert_eq!(visit.session.outside.hosts(), Vec::<String>::new());
    let folder = visit.folder();
    for path in visit.site.asked() {
        let name = path.trim_start_matches('/');
        // Browsers ask for this one by themselves.
        let is_own = folder.join(name).is_file() || name.is_empty() || name == "favicon.ico";
        assert!(is_own, "{path} was asked for");
    }
    if visit.browser() == Browser::Chromium {
        let start = visit.address("")?;
        let start = start.rsplit_once('/').map_or("", |(folder, _)| folder);
        let requests = extras::requests(visit.client()).await?;
        let strange: Vec<_> = requests.iter().filter(|url| !url.starts_with(start)).collect();
        let is_blank = |url: &&&String| url.as_str() != "about:blank";
        assert_eq!(strange.iter().filter(is_blank).count(), 0, "{strange:?}");
    }
    Ok(())
}

async fn reads_notes_that_attack_it(visit: &Visit) -> Result<()> {
    let notes = notes()?;
    let files: Vec<NoteFile> = notes.iter().map(|(file, _)| file.clone()).collect();
    let vault = Vault::read(&files);
    let ids: Vec<String> = vault.notes().iter().map(|note| note.id.to_string()).collect();
    assert!(ids.len() > 80, "only {} payloads", ids.len());
    open_trapped(visit, "").await?;
    let script =
        ["const inspect = () => {", INSPECT, "};\n", include_str!("attacks/open.js")].concat();
    let mut wrong = Vec::new();
    for (batch, payloads) in ids.chunks(BATCH).zip(notes.chunks(BATCH)) {
        let looks = visit.client().execute_async(&script, vec![json!(batch)]).await?;
        let looks: Vec<PageLook> =
            serde_json::from_value(looks.clone()).with_context(|| format!("got {looks}"))?;
        assert_eq!(looks.len(), batch.len());
        for (look, (_, payload)) in looks.iter().zip(payloads) {
            wrong.extend(look.wrong.iter().map(|wrong| format!("{wrong}: {payload:?}")));
            if let Some(visible) = payload.visible().filter(|_| payload.kind == Kind::Control) {
                let (want, have) = (letters(&visible), letters(&look.text));
                if !have.contains(&want) {
                    wrong.push(format!("mangled to {:?}: {payload:?}", look.text));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    quiet(visit).await
}

async fn follows_addresses_that_attack_it(visit: &Visit) -> Result<()> {
    for payload in payloads()?.iter().filter(|payload| payload.door == Door::Address) {
        open_trapped(visit, &payload.text).await?;
        // By a link on the page, too, which loads nothing anew.
        visit.eval::<Json>("location.hash = ''", json!([])).await?;
        let follow = "location.hash = arguments[0].replace(/^\\?/, '#')";
        visit.eval::<Json>(follow, json!([payload.text])).await?;
        visit.eval::<Json>("return document.body.innerText", json!([])).await?;
        well(visit, &payload.text).await?;
    }
    visit.open("").await?;
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len());
    quiet(visit).await
}

async fn comes_back_to_settings_that_attack_it(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.click("button[aria-label*='olour'], button[aria-label*='heme']").await?;
    visit.until("a setting to be kept", "return localStorage.length > 0", json!([])).await?;
    // Whatever the page keeps, or keeps at other times.
    let keys = "return [...new Set([...Object.keys(localStorage), 'skillreel.theme', \
        'skillreel.reach-notice', 'skillreel.notes', '__proto__'])]";
    let keys: Vec<String> = visit.eval(keys, json!([])).await?;
    for payload in payloads()?.iter().filter(|payload| payload.door == Door::Storage) {
        let put = "for (const key of arguments[0]) localStorage.setItem(key, arguments[1])";
        visit.eval::<Json>(put, json!([keys, payload.text])).await?;
        open_trapped(visit, "").await?;
        assert_eq!(seen::rows(visit).await?.len(), SKILLS.len(), "{payload:?}");
    }
    quiet(visit).await
}

async fn gets_messages_that_attack_it(visit: &Visit) -> Result<()> {
    open_trapped(visit, "#skill=communicate").await?;
    let before = seen::view(visit).await?;
    for payload in payloads()?.iter().filter(|payload| payload.door == Door::Message) {
        let send = "const [text, done] = arguments;
            const messages = [text];
            try { messages.push(JSON.parse(text)) } catch { /* Not all of them are JSON. */ }
            // The page's own listener hears them before this one, which says that it is over.
            let left = messages.length;
            addEventListener('message', function hear() {
                left -= 1;
                if (left === 0) { removeEventListener('message', hear); setTimeout(done, 0, true) }
            });
            for (const message of messages) postMessage(message, '*');";
        visit.client().execute_async(send, vec![json!(payload.text)]).await?;
        well(visit, &payload.text).await?;
        assert_eq!(seen::view(visit).await?, before, "{payload:?}");
    }
    quiet(visit).await
}

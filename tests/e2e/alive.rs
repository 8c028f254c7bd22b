//! The sign of life that ends every scenario, tested: a program that was killed is noticed, in the
//! page and in a frame, and so is an error that nobody caught.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value as Json, json};

use crate::harness::life::{self, Ending, Program};
use crate::harness::site::Site;
use crate::harness::visit::Visit;
use crate::harness::wait::{PATIENCE, Seen, eventually};
use crate::harness::{everywhere_first, over_http};
use crate::pages;

everywhere_first! {
    a_program_that_was_killed_is_noticed in |scene| scene.without_program(),
}

over_http! {
    a_program_that_was_killed_in_a_frame_is_noticed in |scene| scene.without_program(),
    a_program_that_runs_against_its_scene_is_noticed,
    an_error_that_nobody_caught_is_noticed in |scene| {
        pages::of_text(scene, "faulty", FAULTY).without_program()
    },
}

/// The tasks of the program never run again, as after a trap, while its listeners still do.
const KILL: &str = "window.queueMicrotask = () => {}";

/// How long a program that was killed has to answer here.
const LIMIT: Duration = Duration::from_secs(2);

/// A page that errs on demand.
const FAULTY: &str = r#"<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Faulty</title>
<link rel="icon" href="data:,">
<button id="thrown">Throw</button>
<button id="rejected">Reject</button>
<button id="told">Tell</button>
<script>
const { thrown, rejected, told } = document.all;
thrown.onclick = () => { throw new Error('thrown'); };
rejected.onclick = () => { Promise.reject(new Error('rejected')); };
told.onclick = () => console.error('told');
</script>
</html>"#;

/// What the check says against the page as it is: nothing where all is well.
async fn said(visit: &Visit, program: Program, limit: Duration) -> String {
    let ending = Ending { program, ..Ending::default() };
    let checked = life::check(visit, ending, limit).await;
    checked.map_or_else(|error| format!("{error:#}"), |()| String::new())
}

async fn a_program_that_was_killed_is_noticed(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    assert_eq!(said(visit, Program::Alive, PATIENCE).await, "");
    visit.eval::<Json>(KILL, json!([])).await?;
    let said = said(visit, Program::Alive, LIMIT).await;
    assert!(said.contains("a sign of life"), "{said:?}");
    visit.load("about:blank").await
}

async fn a_program_that_was_killed_in_a_frame_is_noticed(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = visit.site.url("index.html?embed=1");
    let frame = format!("<iframe src=\"{page}\"></iframe>");
    let host = format!("<!doctype html><title>Host</title>{frame}{frame}");
    std::fs::write(folder.path().join("index.html"), host)?;
    let host = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    visit.load(&host.url("index.html")).await?;
    assert_eq!(said(visit, Program::Alive, PATIENCE).await, "");
    let second = visit.element("return document.querySelectorAll('iframe')[1]", json!([])).await?;
    second.enter_frame().await?;
    visit.eval::<Json>(KILL, json!([])).await?;
    let said = said(visit, Program::Alive, LIMIT).await;
    assert!(said.contains("a sign of life"), "{said:?}");
    visit.load("about:blank").await
}

async fn a_program_that_runs_against_its_scene_is_noticed(visit: &Visit) -> Result<()> {
    visit.load("about:blank").await?;
    assert_ne!(said(visit, Program::Alive, LIMIT).await, "", "nothing runs on an empty page");
    visit.open("").await?;
    let said = said(visit, Program::Absent, LIMIT).await;
    assert!(said.contains("the program runs"), "{said:?}");
    Ok(())
}

async fn an_error_that_nobody_caught_is_noticed(visit: &Visit) -> Result<()> {
    visit.load(&visit.address("")?).await?;
    assert_eq!(said(visit, Program::Absent, LIMIT).await, "");
    for error in ["thrown", "rejected", "told"] {
        visit.click(&format!("#{error}")).await?;
        // Browsers tell of a promise that nobody looks after when its task is over.
        eventually("the error to be noticed", PATIENCE, async || {
            let said = said(visit, Program::Absent, LIMIT).await;
            let is_told = said.contains("holds errors") && said.contains(error);
            Ok(Seen::or(is_told.then_some(()), || said))
        })
        .await?;
    }
    Ok(())
}

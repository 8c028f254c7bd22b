//! Pictures of the main states for the documentation, on demand.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use crate::facts::NOTE;
use crate::harness::browser::{Browser, Setup};
use crate::harness::run::{Place, Scene};
use crate::harness::visit::Visit;
use crate::harness::{extras, settings};
use crate::made_up::talks;
use crate::pages::with_files;
use crate::seen;

/// The size of a window on a desk.
const WIDE: (u32, u32) = (1440, 900);

/// The size of a phone's.
const PHONE: (u32, u32) = (390, 844);

/// Writes `start-wide-light.png` and the like into the folder SKILLREEL_SHOTS; without it, nothing.
#[test]
#[ignore = "writes pictures: SKILLREEL_SHOTS=FOLDER cargo test --test e2e -- --ignored screenshots"]
fn screenshots() -> Result<()> {
    let Some(folder) = settings::shots() else { return Ok(()) };
    std::fs::create_dir_all(&folder).context("the folder for pictures cannot be made")?;
    for (setup, colours) in [(Setup::Usual, "light"), (Setup::Dark, "dark")] {
        Scene::new(Browser::Chromium, Place::Http)
            .setup(setup)
            .play(async |visit: &Visit| take_all(visit, &folder, colours).await)?;
    }
    for count in [25, 700] {
        let scene = Scene::new(Browser::Chromium, Place::Http);
        with_files(scene, &format!("{count}-talks"), &talks(count)).play(
            async |visit: &Visit| {
                for (window, name) in [(WIDE, "wide"), (PHONE, "390")] {
                    resize(visit, window, 1).await?;
                    visit.open("").await?;
                    let file = folder.join(format!("start-{count}-{name}-light.png"));
                    take(visit, &file).await?;
                }
                Ok(())
            },
        )?;
    }
    Ok(())
}

/// Gives the window a size, and pictures of it so many dots for each pixel.
async fn resize(visit: &Visit, (width, height): (u32, u32), dots: u32) -> Result<()> {
    let metrics = json!({
        "width": width, "height": height, "mobile": width == PHONE.0, "deviceScaleFactor": dots,
    });
    extras::devtools(visit.client(), "Emulation.setDeviceMetricsOverride", metrics).await?;
    let hidden = json!({ "hidden": true });
    extras::devtools(visit.client(), "Emulation.setScrollbarsHidden", hidden).await?;
    Ok(())
}

async fn take(visit: &Visit, file: &Path) -> Result<()> {
    settle(visit).await?;
    let png = visit.client().screenshot().await?;
    std::fs::write(file, png).with_context(|| format!("{} cannot be written", file.display()))
}

async fn take_all(visit: &Visit, folder: &Path, colours: &str) -> Result<()> {
    for (window, name) in [(WIDE, "wide"), (PHONE, "390")] {
        if (name, colours) == ("390", "dark") {
            continue;
        }
        resize(visit, window, if name == "390" { 2 } else { 1 }).await?;
        for (state, view) in [
            ("start", String::new()),
            ("level", "#level=senior".to_owned()),
            ("searching", "#q=trust".to_owned()),
            ("skill", "#level=senior&skill=communicate".to_owned()),
            ("note", format!("#note={NOTE}")),
            ("compare", "#compare=new..senior".to_owned()),
        ] {
            visit.open(&view).await?;
            take(visit, &folder.join(format!("{state}-{name}-{colours}.png"))).await?;
        }
    }
    Ok(())
}

/// Waits until nothing moves any more, and the number of results is told.
async fn settle(visit: &Visit) -> Result<()> {
    let still = "const told = !location.hash.includes('q=')
            || document.querySelector('[data-anchor=results] > [role=status]').textContent !== '';
        return told && document.getAnimations().every(({ playState }) => playState === 'finished')";
    visit.until("the page to be still", still, seen::none()).await
}

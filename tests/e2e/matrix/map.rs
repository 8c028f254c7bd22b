//! The picture of the whole: read without barriers, at every width and in both themes.

use anyhow::{Context, Result};
use serde_json::json;

use crate::app::barriers::{fits_without_barrier, no_barrier};
use crate::harness::browser::Setup;
use crate::harness::run::{Scene, scenario};
use crate::harness::visit::Visit;
use crate::made_up::talks;
use crate::pages::with_files;

// No other browser makes its window as narrow.
scenario! {
    opens_the_map_without_barriers (many):
    chromium_http = Chromium Http,
}

scenario! {
    opens_the_map_in_dark_colours (|scene| many(scene.setup(Setup::Dark))):
    chromium_http = Chromium Http,
}

/// So many talks that their skills are not looked through in a moment.
fn many(scene: Scene) -> Scene {
    with_files(scene, "many-talks", &talks(90))
}

async fn opens_the_map(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.resize(1440, 900).await?;
    visit.click("[data-anchor=map] summary").await?;
    // As wide as its place, with marks that can be pressed.
    let drawn = "const map = document.querySelector('[data-anchor=map]');
        const { width } = map.querySelector('svg')?.getBoundingClientRect() ?? { width: 0 };
        return width > 0 && width <= map.clientWidth
            && map.querySelectorAll('[data-anchor=map-target]').length > 40";
    visit.until("the map", drawn, json!([])).await?;
    no_barrier(visit).await.context("at 1440 px")?;
    for width in [390, 320] {
        fits_without_barrier(visit, width).await?;
        visit.until(&format!("the map at {width} px"), drawn, json!([])).await?;
    }
    Ok(())
}

async fn opens_the_map_without_barriers(visit: &Visit) -> Result<()> {
    opens_the_map(visit).await
}

async fn opens_the_map_in_dark_colours(visit: &Visit) -> Result<()> {
    opens_the_map(visit).await
}

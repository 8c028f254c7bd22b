//! Where the page, the browsers and their drivers are, as the environment says.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// How one gets what is missing.
const HELP: &str = "`cargo xtask test` finds or installs what these tests need";

/// The folder of the built page.
pub(crate) fn dist() -> Result<PathBuf> {
    let folder = path("SKILLREEL_DIST")
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"));
    ensure!(
        folder.join("index.html").is_file(),
        "{} holds no page: run `cargo xtask build`, or set SKILLREEL_DIST to a built page's folder",
        folder.display()
    );
    Ok(folder)
}

/// The program that drives Chromium.
pub(crate) fn chromedriver() -> PathBuf {
    path("SKILLREEL_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into())
}

/// The program that drives Firefox.
pub(crate) fn geckodriver() -> PathBuf {
    path("SKILLREEL_GECKODRIVER").unwrap_or_else(|| "geckodriver".into())
}

/// Chromium, unless its driver is to find it.
pub(crate) fn chromium() -> Option<PathBuf> {
    path("SKILLREEL_CHROMIUM")
}

/// Firefox, unless its driver is to find it.
pub(crate) fn firefox() -> Option<PathBuf> {
    path("SKILLREEL_FIREFOX")
}

/// The text of axe-core's script.
pub(crate) fn axe() -> Result<String> {
    let file = path("SKILLREEL_AXE").with_context(|| {
        format!("SKILLREEL_AXE is not set: expected the path of axe.min.js; {HELP}")
    })?;
    std::fs::read_to_string(&file)
        .with_context(|| format!("axe-core is not at {}; {HELP}", file.display()))
}

/// The folder that screenshots are wanted in, if they are wanted.
pub(crate) fn shots() -> Option<PathBuf> {
    path("SKILLREEL_SHOTS")
}

/// What to say when a driver cannot be started.
pub(crate) fn driver_help(program: &Path, variable: &str) -> String {
    let name = program.display();
    format!("{name} could not be started: {HELP}, or set {variable} to the path of one you have")
}

fn path(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

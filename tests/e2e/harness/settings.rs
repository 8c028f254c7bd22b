//! Where the page, the browsers and their drivers are, as the environment says.

use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

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

/// The program that drives WebKit.
pub(crate) fn webkitdriver() -> PathBuf {
    path("SKILLREEL_WEBKITDRIVER").unwrap_or_else(|| "WebKitWebDriver".into())
}

/// Chromium, unless its driver is to find it.
pub(crate) fn chromium() -> Option<PathBuf> {
    path("SKILLREEL_CHROMIUM")
}

/// Chromium without the window that nobody sees, where it is here: the same engine, at three fifths of the work.
pub(crate) fn chromium_shell() -> Option<PathBuf> {
    path("SKILLREEL_CHROMIUM_SHELL")
}

/// Firefox, unless its driver is to find it.
pub(crate) fn firefox() -> Option<PathBuf> {
    path("SKILLREEL_FIREFOX")
}

/// WebKit's own small browser, which no driver finds by itself.
pub(crate) fn webkit() -> Result<PathBuf> {
    path("SKILLREEL_WEBKIT").with_context(|| {
        format!("SKILLREEL_WEBKIT is not set: expected the path of WebKitGTK's MiniBrowser; {HELP}")
    })
}

/// The text of axe-core's script.
pub(crate) fn axe() -> Result<String> {
    let file = path("SKILLREEL_AXE").with_context(|| {
        format!("SKILLREEL_AXE is not set: expected the path of axe.min.js; {HELP}")
    })?;
    std::fs::read_to_string(&file)
        .with_context(|| format!("axe-core is not at {}; {HELP}", file.display()))
}

/// Whether the tests run at a change, and what takes long is left to the night.
pub(crate) fn is_brief() -> bool {
    path("SKILLREEL_BRIEF").is_some()
}

/// Whether the notes of hosted pages lie beside them, as those of large vaults do.
pub(crate) fn is_beside() -> bool {
    path("SKILLREEL_BESIDE").is_some()
}

/// The folder that screenshots are wanted in, if they are wanted.
pub(crate) fn shots() -> Option<PathBuf> {
    path("SKILLREEL_SHOTS")
}

/// Adds how long a test took to the file that is named for this, if one is: seconds, a tab, the
/// test's name.
pub(crate) fn note_time(test: &str, time: Duration) {
    let Some(file) = path("SKILLREEL_TIMES") else { return };
    let line = format!("{:.2}\t{test}\n", time.as_secs_f64());
    let written = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&file)
        .and_then(|mut file| file.write_all(line.as_bytes()));
    if let Err(error) = written {
        eprintln!("{} could not be written: {error}", file.display());
    }
}

/// What to say when a driver cannot be started.
pub(crate) fn driver_help(program: &Path, variable: &str) -> String {
    let name = program.display();
    format!("{name} could not be started: {HELP}, or set {variable} to the path of one you have")
}

fn path(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

//! The parts of the page's build that Trunk has no place for. Trunk.toml calls them, so that a
//! plain `trunk build` or `trunk serve` makes the same page as `cargo xtask`.

mod digest;
mod installed;
mod page;
mod single;
mod styles;

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Subcommand;

/// A part of the build.
#[derive(Debug, Subcommand)]
pub(crate) enum Hook {
    /// Before the build: put the files of style/ together as target/skillreel.css
    Styles,
    /// After the build: fill in the notes, and write skillreel.html
    Page,
}

/// Runs one part of the build, as Trunk calls it.
pub(crate) fn run(hook: &Hook) -> Result<()> {
    let source = trunks_folder("TRUNK_SOURCE_DIR")?;
    match hook {
        Hook::Styles => styles::write(&source),
        Hook::Page => page::write(&source, &trunks_folder("TRUNK_STAGING_DIR")?),
    }
}

fn trunks_folder(variable: &str) -> Result<PathBuf> {
    let value = env::var_os(variable).with_context(|| {
        format!("{variable} is not set: Trunk calls this; run `cargo xtask build` instead")
    })?;
    Ok(PathBuf::from(value))
}

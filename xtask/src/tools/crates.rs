//! Developer tools that are Rust crates.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::run::{cargo, heading, output, run};

/// A program to be had with `cargo install`.
#[derive(Debug)]
pub(super) struct CrateTool<'a> {
    /// The crate's name, and that of its program.
    pub package: &'a str,
    /// The only version that will do.
    pub version: &'a str,
    /// What it is for, in a few words.
    pub why: &'a str,
    /// How long it takes to build, in a few words.
    pub time: &'a str,
}

/// The folder of the tool's program: on PATH, in the cache, or just installed there.
pub(super) fn find_or_install(tool: &CrateTool<'_>, cache: &Path) -> Result<PathBuf> {
    let program = tool.package;
    let on_path = which::which_all(program).into_iter().flatten();
    let root = cache.join(format!("{}-{}", tool.package, tool.version));
    let cached = which::which_in(program, Some(root.join("bin")), &root).ok();
    let mut found = on_path.chain(cached);
    if let Some(path) = found.find(|path| version(path).as_deref() == Some(tool.version)) {
        return Ok(path.parent().map_or(path.clone(), Path::to_owned));
    }
    heading(&format!("installing {} {}", tool.package, tool.version));
    eprintln!("It {}; no such version is on PATH. Building it takes {}.", tool.why, tool.time);
    let mut install = cargo();
    install
        .args(["install", tool.package, "--version", tool.version, "--locked", "--root"])
        .arg(&root);
    // These programs run for moments. Built for speed, they would take several times as long to
    // build as they could ever save.
    install
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    run(&mut install).with_context(|| {
        format!(
            "{} {} could not be installed: see whether there is a network and room on the disk, and run it \
             again; with that version on PATH it is not needed",
            tool.package, tool.version
        )
    })?;
    Ok(root.join("bin"))
}

/// The version a program states, the second word of its first line.
fn version(program: &Path) -> Option<String> {
    version_at(program, 1)
}

/// The version a program states, as the word at this place.
pub(super) fn version_at(program: &Path, place: usize) -> Option<String> {
    let text = output(Command::new(program).arg("--version"))?;
    text.split_whitespace().nth(place).map(str::to_owned)
}

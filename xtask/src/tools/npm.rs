//! Packages of the Node.js registry: programs and scripts for build and tests, none for the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::run::{heading, output, run};
use super::system;

/// The `node_modules` folder with `name` in it, or none when there is no way to have npm.
pub(super) fn package(
    cache: &Path,
    name: &str,
    version: &str,
    why: &str,
) -> Result<Option<PathBuf>> {
    let folder = cache.join(format!("npm-{name}-{version}"));
    if folder.is_dir() {
        return Ok(Some(folder.join("node_modules")));
    }
    heading(&format!("installing {name} {version}"));
    eprintln!("It {why}. Getting it takes a few seconds.");
    if !has_npm() {
        system::install(&["nodejs", "npm"], "fetch and run it")?;
    }
    if !has_npm() {
        return Ok(None);
    }
    // Installed beside its place and moved there when it is whole: a folder in place is whole.
    let fresh = cache.join(format!("npm-{name}-{version}.part-{}", std::process::id()));
    fs::create_dir_all(&fresh)
        .with_context(|| format!("the folder for tools, {}, cannot be made", cache.display()))?;
    let installed = run(Command::new("npm")
        .args(["install", &format!("{name}@{version}"), "--prefix"])
        .arg(&fresh)
        // A package of ours needs no program of its own to be installed, so none may run.
        .args(["--ignore-scripts", "--no-audit", "--no-fund"]));
    if let Err(error) = installed {
        // Half of it is of no use, and it may have filled the disk.
        let _ = fs::remove_dir_all(&fresh);
        return Err(error.context(format!(
            "{name} could not be installed: see whether there is a network and room on the disk, and run \
             it again"
        )));
    }
    fs::rename(&fresh, &folder).context("the new package could not be moved into its place")?;
    Ok(Some(folder.join("node_modules")))
}

fn has_npm() -> bool {
    output(Command::new("npm").arg("--version")).is_some()
}

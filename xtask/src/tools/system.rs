//! What the system's own package manager can install.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::run::{output, run};

/// Whether this is Ubuntu, whose packages of browsers are empty ones that point to snaps.
pub(super) fn is_ubuntu() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line.trim_matches('"') == "ID=ubuntu")
}

/// Installs packages where apt is the package manager and this user may use it.
///
/// Gives false where that is not so; fails when apt does.
pub(super) fn install(packages: &[&str], why: &str) -> Result<bool> {
    if which::which("apt-get").is_err() {
        return Ok(false);
    }
    let is_root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !is_root && which::which("sudo").is_err() {
        return Ok(false);
    }
    eprintln!("installing {} with apt, to {why}: a minute or two", packages.join(", "));
    let apt = || {
        let mut command = Command::new(if is_root { "env" } else { "sudo" });
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    };
    // Without an update a fresh system knows no packages, or asks for ones that are gone.
    run(apt().args(["update", "--quiet"]))
        .and_then(|()| {
            let options = ["install", "--yes", "--quiet", "--no-install-recommends"];
            run(apt().args(options).args(packages))
        })
        .with_context(|| format!("apt could not install {}", packages.join(", ")))?;
    Ok(true)
}

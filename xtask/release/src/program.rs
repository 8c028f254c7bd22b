//! The command line with the page inside it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use xtask::page::cargo_for;
use xtask::tools::run::{output, root, run, target};

/// The target that this machine's own programs are compiled for, such as `x86_64-unknown-linux-gnu`.
pub(crate) fn host() -> Result<String> {
    let text = output(Command::new("rustc").current_dir(root()).args(["--version", "--verbose"]));
    let host = text.as_deref().and_then(|text| text.lines().find_map(|l| l.strip_prefix("host: ")));
    Ok(host.context("rustc does not say what it compiles for")?.to_owned())
}

/// Compiles `skillreel` with a page in it and gives its file. It has shown that it can pack, and write a folder.
pub(crate) fn build(host: &str, page: &Path) -> Result<PathBuf> {
    run(cargo_for(host)
        .args(["build", "--release", "--package", "skillreel", "--bin", "skillreel"])
        .args(["--target", host])
        .env("SKILLREEL_EMBED", page))?;
    let name = format!("skillreel{}", std::env::consts::EXE_SUFFIX);
    let program = target().join(host).join("release").join(name);
    let outputs = target().join("xtask");
    for (command, output) in [("pack", "packed.html"), ("site", "packed")] {
        // In a folder without any page, so that it can only be the one inside.
        run(Command::new(&program)
            .current_dir(&outputs)
            .env_remove("SKILLREEL_PAGE")
            .args([command, "--output", output])
            .arg(root().join("notes")))?;
    }
    for packed in ["packed.html", "packed/skillreel.html"] {
        let is_same = std::fs::read(outputs.join(packed))? == std::fs::read(page)?;
        ensure!(is_same, "the program packs another page than the one that was put into it");
    }
    Ok(program)
}

//! Makes what a release holds: the page as a folder and as one file, the command line with the page
//! inside it, the licences of what is linked, and checksums of all of it.

mod archive;
mod folder;
mod licences;
mod program;
mod sums;

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Parser;
use xtask::page::{self, PageFile, Quality, dist};
use xtask::tools::progress::step;
use xtask::tools::run::root;
use xtask::tools::{Toolbox, WASM_TARGET, WasmOpt};

use archive::Archive;
use folder::files;

/// The page in one file, under the name that `dist/` has it by.
const SINGLE_FILE: &str = "skillreel.html";

/// What comes with everything that is handed out.
const OWN_LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// What to make.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask release", about = "Makes what a release holds, in release/")]
struct ReleaseOptions {
    /// Only the command line: the page is the same on every system, and is taken from one
    #[arg(long)]
    only_program: bool,
}

fn main() -> ExitCode {
    match release(&ReleaseOptions::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn release(options: &ReleaseOptions) -> Result<()> {
    // What is handed out to many is as small as it gets, or it is not made.
    if let WasmOpt::Missing = Toolbox::open()?.wasm_opt()? {
        bail!("wasm-opt is missing, and there is no npm to get it: install Node.js and npm");
    }
    page::build(Quality::Full)?;
    let target = program::host()?;
    let program = step("compiling the command line", "about a minute from nothing", || {
        program::build(&target, &dist().join(SINGLE_FILE))
    })?;
    let folder = root().join("release");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("the last release/ cannot be removed")?;
    }
    fs::create_dir_all(&folder).context("release/ cannot be made")?;
    let version = env!("CARGO_PKG_VERSION");
    if !options.only_program {
        fs::copy(dist().join(SINGLE_FILE), folder.join(SINGLE_FILE))
            .context("skillreel.html cannot be copied")?;
        let mut archive = Archive::begin(&folder, &format!("skillreel-page-{version}"))?;
        for PageFile { address, path } in page::files(&dist())? {
            archive.file_at(&address, &path)?;
        }
        with_licences(archive, &licences::of(WASM_TARGET)?)?;
    }
    let mut command_line = Archive::begin(&folder, &format!("skillreel-{version}-{target}"))?;
    command_line.file(&program, true)?;
    // The page is inside it.
    let licences = licences::of_both(WASM_TARGET, &target)?;
    with_licences(command_line, &licences)?;
    sums::write(&folder, &format!("SHA256SUMS-{target}"))?;
    eprintln!("\nrelease/ holds:");
    for path in files(&folder)? {
        let size = fs::metadata(&path)?.len().div_ceil(1024);
        eprintln!("{size:>8} KiB  {}", path.file_name().unwrap_or_default().to_string_lossy());
    }
    Ok(())
}

/// Ends an archive with the licences: Skillreel's own, and those of what is linked.
fn with_licences(mut archive: Archive, licences: &str) -> Result<()> {
    for name in OWN_LICENCES {
        archive.file(&root().join(name), false)?;
    }
    archive.text("LICENCES.txt", licences)?;
    archive.finish()
}

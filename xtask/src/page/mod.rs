//! The page's build: the program is compiled and bound to JavaScript, and put together with scripts,
//! styles and notes. `cargo xtask serve` and `build` do it, and Trunk by a hook.

mod building;
mod chunks;
mod columns;
mod files;
mod optimize;
mod paths;
mod program;
mod quality;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::tools::progress::{shown, step};
use crate::tools::run::{cargo, root, run, target};
use crate::tools::{Toolbox, need_wasm_target};

pub use building::Building;
pub use files::{PageFile, files};
pub use optimize::optimize;
pub use paths::{cargo_for, cargo_for_page, quick_cargo_for_page};
pub use program::{Bound, PROGRAM_FILE, bind};
pub use quality::Quality;

/// The folder with the page that [`build`] makes.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds `dist/`.
pub fn build(quality: Quality) -> Result<()> {
    let start = Instant::now();
    // Made beside its place and moved there when it is whole: what is in place is whole.
    let fresh = root().join("dist.part");
    make(quality, &fresh)?;
    if quality == Quality::Full {
        paths::look_through(&fresh)?;
    }
    if dist().exists() {
        fs::remove_dir_all(dist()).context("the last page, dist/, cannot be removed")?;
    }
    fs::rename(&fresh, dist()).context("the new page cannot be moved to dist/")?;
    eprintln!("\nbuilt in {}: {}", shown(start.elapsed()), quality.purpose());
    eprintln!("dist/                 the page for any static host");
    eprintln!("dist/skillreel.html   the same in one file: opens by double-click, without network");
    Ok(())
}

/// Makes the page in `folder`, which is emptied first.
pub fn make(quality: Quality, folder: &Path) -> Result<()> {
    let program = program(quality)?;
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    assemble(&program, folder)
}

/// Builds the page as Trunk's hook, into Trunk's folder.
pub fn build_for_trunk() -> Result<()> {
    let variable = |name: &str| {
        env::var_os(name).with_context(|| {
            format!("{name} is not set: Trunk calls this; run `cargo xtask build` instead")
        })
    };
    let quality = Quality::quick_if(variable("TRUNK_PROFILE")? != "release");
    assemble(&program(quality)?, Path::new(&variable("TRUNK_STAGING_DIR")?))
}

/// The folder with the program and its glue, ready for the page.
fn program(quality: Quality) -> Result<PathBuf> {
    need_wasm_target()?;
    let folder = target().join("xtask").join(quality.name());
    program::build(&mut Toolbox::open()?, quality, &folder)?;
    Ok(folder)
}

/// Puts the page together in `folder`, by a program of its own: it reads notes with the very code that the
/// page has, which may have changed since this program was compiled.
fn assemble(program: &Path, folder: &Path) -> Result<()> {
    step("putting the page together", "a minute where it is not compiled yet", || {
        run(cargo()
            .args(["run", "--quiet", "--package", "xtask-assemble", "--"])
            .args([program, folder]))
    })
}

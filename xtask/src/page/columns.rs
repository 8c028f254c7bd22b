//! Puts what is alike in the program together, so that it packs better, and compiles what restores it in the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::optimize::{clone_of, optimize};
use super::paths::cargo_for_page;
use crate::tools::run::{run, target};
use crate::tools::{WASM_TARGET, WasmOpt};

/// The folder of what is made here, beside the program.
const FOLDER: &str = "columns";

/// A page waits for it as for its program. Compiled for speed it is twice as large, and no faster where it runs once.
const FOR_SIZE: &str = "profile.release.opt-level=\"s\"";

/// It keeps little on the stack, and its memory is made anew for each file.
const LITTLE_STACK: &str = "-Clink-args=-zstack-size=4096";

/// Writes a program by columns, and what restores it (`xtask/columns`), for the page to be put together with.
pub(super) fn pack(shrink: &WasmOpt, program: &Path, folder: &Path) -> Result<()> {
    let folder = folder.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    run(cargo_for_page()
        .args(["--config", FOR_SIZE])
        .args(["rustc", "--quiet", "--package", "xtask-columns", "--lib", "--crate-type", "cdylib"])
        .args(["--target", WASM_TARGET, "--profile", "release", "--", LITTLE_STACK]))?;
    let compiled = target().join(WASM_TARGET).join("release").join("xtask_columns.wasm");
    let restoring = folder.join("restore.wasm");
    fs::copy(&compiled, &restoring)
        .with_context(|| format!("{} cannot be copied", compiled.display()))?;
    if let WasmOpt::Found(wasm_opt) = shrink {
        optimize(clone_of(wasm_opt), &restoring, "z")?;
    }
    let bytes =
        fs::read(program).with_context(|| format!("{} cannot be read", program.display()))?;
    let path = folder.join("program.wasm");
    fs::write(&path, by_columns(&bytes, "the program")?)
        .with_context(|| format!("{} cannot be written", path.display()))
}

/// A module by columns. `name` is what it is called in an error.
pub(super) fn by_columns(module: &[u8], name: &str) -> Result<Vec<u8>> {
    xtask_columns::divide(module).with_context(|| {
        format!("{name} has code that xtask/columns does not know, or restores to something else")
    })
}

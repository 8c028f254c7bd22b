//! Builds the program that is measured, in the way the page is built.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use xtask::page::{Bound, PROGRAM_FILE, bind, cargo_for_page, optimize};
use xtask::tools::run::{heading, run, target};
use xtask::tools::{Toolbox, WASM_TARGET, WasmOpt, need_wasm_target};

/// Where measurements go.
pub(super) fn out_folder() -> PathBuf {
    target().join("bench")
}

/// Builds the program and gives its folder. Where memory is measured, its allocations are counted, which takes time.
pub(super) fn build(tools: &mut Toolbox, opt_level: &str, is_counted: bool) -> Result<PathBuf> {
    need_wasm_target()?;
    let WasmOpt::Found(wasm_opt) = tools.wasm_opt()? else {
        bail!("wasm-opt is missing, and there is no npm to get it: install Node.js and npm");
    };
    heading("building the program to measure");
    run(cargo_for_page()
        .args([
            "build",
            "--release",
            "--package",
            "skillreel-bench",
            "--lib",
            "--target",
            WASM_TARGET,
        ])
        .args(if is_counted { &["--features", "counted"][..] } else { &[] })
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level))?;
    let folder = out_folder().join(format!("program-{opt_level}"));
    let compiled = target().join(WASM_TARGET).join("release/skillreel_bench.wasm");
    bind(&compiled, Bound::Module, &folder).context("the measured program is not ready")?;
    optimize(wasm_opt, &folder.join(PROGRAM_FILE), opt_level)?;
    Ok(folder)
}

//! Builds the program that is measured, in the way the page is built.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::run::{cargo, heading, root, run};
use crate::tools::{Toolbox, WASM, need_wasm_target};

/// What index.html tells Trunk to allow wasm-opt.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Where measurements go.
pub(super) fn out_folder() -> PathBuf {
    target().join("bench")
}

/// Builds the program and gives its folder.
pub(super) fn build(tools: &mut Toolbox, opt_level: &str) -> Result<PathBuf> {
    need_wasm_target()?;
    let bindgen = tools.need_wasm_bindgen()?.join("wasm-bindgen");
    tools.need_wasm_opt()?;
    heading("building the program to measure");
    run(cargo()
        .args(["build", "--release", "--package", "skillreel-bench", "--lib", "--target", WASM])
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level))?;
    let folder = out_folder().join(format!("program-{opt_level}"));
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let compiled = target().join(WASM).join("release/skillreel_bench.wasm");
    run(tools
        .command(&bindgen.to_string_lossy())
        .arg(compiled)
        .args(["--target", "web", "--no-typescript", "--out-name", "skillreel", "--out-dir"])
        .arg(&folder))?;
    let wasm = folder.join("skillreel_bg.wasm");
    run(tools
        .command("wasm-opt")
        .args(FEATURES)
        .arg(format!("-O{opt_level}"))
        .arg("--output")
        .arg(&wasm)
        .arg(&wasm))?;
    Ok(folder)
}

fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

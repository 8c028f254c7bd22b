//! Shrinks a program with wasm-opt.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::tools::run::run;

/// What wasm-opt may use, as rustc lets the page's target have it: named one by one, for without them it
/// takes what the program's own section tells, and its version may not know all of that.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Runs `wasm_opt` over a program, for a level such as `z` or `3`.
pub fn optimize(mut wasm_opt: Command, program: &Path, level: &str) -> Result<()> {
    run(wasm_opt
        .args(WASM_FEATURES)
        .arg(format!("-O{level}"))
        .arg("--output")
        .arg(program)
        .arg(program))
}

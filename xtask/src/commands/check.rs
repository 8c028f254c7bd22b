//! Format and lints, for the command line's target and the page's.

use anyhow::Result;

use xtask::tools::run::{cargo, heading, run};
use xtask::tools::{self, WASM_TARGET};

/// Runs the formatter and the linter; any finding is a failure.
pub(crate) fn check() -> Result<()> {
    tools::need_wasm_target()?;
    heading("format");
    run(cargo().args(["fmt", "--all", "--check"]))?;
    heading("lints, native");
    run(cargo()
        .args(["clippy", "--workspace", "--all-targets", "--features", "skillreel-bench/engines"])
        .args(["--", "-D", "warnings"]))?;
    heading("lints, page");
    // The other tests are native programs: they start processes and drive browsers.
    let targets = ["--lib", "--bins", "--test", "browser"];
    run(cargo()
        .args(["clippy", "--package", "skillreel", "--target", WASM_TARGET])
        .args(targets)
        .args(["--", "-D", "warnings"]))?;
    heading("lints, measured program");
    run(cargo()
        .args(["clippy", "--package", "skillreel-bench", "--lib", "--target", WASM_TARGET])
        .args(["--", "-D", "warnings"]))?;
    heading("documentation");
    let doc = |args: &[&str]| {
        run(cargo().args(["doc", "--no-deps"]).args(args).env("RUSTDOCFLAGS", "-D warnings"))
    };
    doc(&["--workspace"])?;
    doc(&["--package", "skillreel", "--lib", "--target", WASM_TARGET])
}

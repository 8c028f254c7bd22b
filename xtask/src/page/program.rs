//! Compiles the page's program, and binds it to JavaScript.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::progress::{skipped, step};
use crate::tools::run::shown;
use crate::tools::{Toolbox, WASM_TARGET, WasmOpt};

use super::optimize::optimize_all;
use super::paths::{cargo_for_page, quick_cargo_for_page};
use super::quality::Quality;
use super::{chunks, columns};

/// The file of a bound program. The script that binds it, its glue, lies beside it.
pub const PROGRAM_FILE: &str = "skillreel_bg.wasm";

/// The file of a bound program's glue.
const GLUE_FILE: &str = "skillreel.js";

/// A reader on a slow network waits longer for bytes than for what runs.
const FOR_SIZE: &str = "profile.release.opt-level=\"z\"";

/// How the program and its glue find each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A classic script: pages from files may load no modules.
    Script,
    /// A module, which the hosted page imports.
    Module,
}

/// Builds [`PROGRAM_FILE`] and its glue in `folder`.
pub(super) fn build(tools: &mut Toolbox, quality: Quality, folder: &Path) -> Result<()> {
    let (what, known) = match quality {
        Quality::Quick => {
            ("compiling the quick page", "about two minutes from nothing on two cores")
        }
        Quality::Full => ("compiling the page", "about four minutes from nothing on two cores"),
    };
    let compiled = step(what, known, || compile(quality))?;
    let shrink = if quality == Quality::Full { tools.wasm_opt()? } else { WasmOpt::Missing };
    let state = state(&compiled, &shrink)?;
    let mark = folder.join("made-of");
    if fs::read_to_string(&mark).is_ok_and(|last| last == state) {
        skipped("binding the program to JavaScript", "it has not changed");
        if quality == Quality::Full {
            // How it is put into files may have changed.
            pack(&shrink, folder)?;
        }
        return Ok(());
    }
    // What is half made must not count as made.
    let _ = fs::remove_file(&mark);
    let compiled = match quality {
        Quality::Quick => compiled,
        Quality::Full => {
            step("splitting the program", "a minute where that is not compiled yet", || {
                chunks::split(&compiled, folder)
            })?
        }
    };
    step("binding the program to JavaScript", "some seconds", || {
        bind(&compiled, Bound::Script, folder)
    })?;
    let program = folder.join(PROGRAM_FILE);
    match (quality, &shrink) {
        (Quality::Quick, _) => {}
        (Quality::Full, WasmOpt::Found(wasm_opt)) => {
            step("shrinking the program", "about half a minute", || {
                let mut parts = chunks::worth_shrinking(folder)?;
                parts.push(program.clone());
                optimize_all(wasm_opt, &parts, "z")
            })?;
        }
        (Quality::Full, WasmOpt::Missing) => eprintln!(
            "\nthe program is about a fifth larger than it could be: there is no wasm-opt to shrink it. \
             Install Node.js with npm, or binaryen {}, and build again",
            WasmOpt::VERSION
        ),
    }
    if quality == Quality::Full {
        chunks::finish(&folder.join(GLUE_FILE), &program, folder)?;
        pack(&shrink, folder)?;
    }
    fs::write(&mark, state).with_context(|| format!("{} cannot be written", mark.display()))
}

/// Puts the program and its chunks into files that pack well.
fn pack(shrink: &WasmOpt, folder: &Path) -> Result<()> {
    columns::pack(shrink, &folder.join(PROGRAM_FILE), folder)?;
    chunks::pack(folder)
}

/// Compiles the program and gives its file.
fn compile(quality: Quality) -> Result<PathBuf> {
    let (profile, mut command) = match quality {
        Quality::Quick => ("dev", quick_cargo_for_page()),
        Quality::Full => ("release", cargo_for_page()),
    };
    if quality == Quality::Full {
        command.args(chunks::SETTING).args(["--config", FOR_SIZE]);
    }
    command
        .args(["rustc", "--package", "skillreel", "--bin", "skillreel", "--target", WASM_TARGET])
        .args(["--profile", profile, "--message-format", "json-render-diagnostics"])
        .args(match quality {
            Quality::Quick => [].as_slice(),
            Quality::Full => chunks::FLAGS.as_slice(),
        })
        .stdout(Stdio::piped());
    eprintln!(
        "$ cargo rustc --package skillreel --bin skillreel --target {WASM_TARGET} --profile {profile}"
    );
    let mut child =
        command.spawn().with_context(|| format!("`{}` could not be started", shown(&command)))?;
    let output = child.stdout.take().context("Cargo's output cannot be read")?;
    let mut compiled = None;
    for line in BufReader::new(output).lines() {
        compiled = artifact(&line?).or(compiled);
    }
    let status = child.wait()?;
    ensure!(status.success(), "the page's program could not be compiled: {status}");
    compiled.context("Cargo told of no program that it compiled")
}

/// The program that a message of Cargo tells of.
/// Reference: <https://doc.rust-lang.org/cargo/reference/external-tools.html#artifact-messages>.
fn artifact(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let of = &message["target"];
    let is_program = message["reason"] == "compiler-artifact"
        && of["name"] == "skillreel"
        && of["kind"].as_array()?.iter().any(|kind| kind == "bin");
    let files = message["filenames"].as_array().filter(|_| is_program)?;
    let mut files = files.iter().filter_map(Value::as_str);
    files.find(|file| file.ends_with(".wasm")).map(PathBuf::from)
}

/// Binds a compiled program to JavaScript: writes [`PROGRAM_FILE`] and its glue into `folder`.
///
/// This is wasm-bindgen's command as a library, in the version of Cargo.lock: what it reads from the
/// program is a private format that changes from version to version.
pub fn bind(compiled: &Path, bound: Bound, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    // By these the chunks find what is in the program.
    bindgen.keep_lld_exports(true);
    match bound {
        Bound::Script => bindgen.no_modules(true)?,
        Bound::Module => bindgen.web(true)?.omit_default_module_path(false),
    };
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    bindgen
        .input_path(compiled)
        .out_name("skillreel")
        .typescript(false)
        .generate(folder)
        .context("the program cannot be bound to JavaScript")
}

/// What the bound program was made of.
fn state(compiled: &Path, shrink: &WasmOpt) -> Result<String> {
    let data =
        fs::metadata(compiled).with_context(|| format!("{} cannot be read", compiled.display()))?;
    let changed = data.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    let shrunk = matches!(shrink, WasmOpt::Found(_));
    Ok(format!("{} bytes, changed {changed}, shrunk: {shrunk}", data.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_program_itself_is_taken() {
        let message = |name: &str, kind: &str, file: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","target":{{"name":"{name}","kind":["{kind}"]}},
                "filenames":["{file}"]}}"#
            )
        };
        let found = artifact(&message("skillreel", "bin", "/t/skillreel.wasm"));
        assert_eq!(found, Some(PathBuf::from("/t/skillreel.wasm")));
        for other in [
            message("skillreel", "lib", "/t/libskillreel.rlib"),
            message("other", "bin", "/t/other.wasm"),
            r#"{"reason":"build-finished","success":true}"#.to_owned(),
            "warning: no message".to_owned(),
        ] {
            assert_eq!(artifact(&other), None, "{other}");
        }
    }
}

//! Shrinks a program with wasm-opt.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

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

/// What packs best, beside the level (docs/MEASURED.md): the packer finds what code has in common by itself, so that
/// what is written out again and again costs less than what tells it apart.
const TO_PACK: [&str; 4] = [
    // How an address may be aligned is a hint that no browser heeds.
    "--dealign",
    // The stack ends at address 0: there is nothing that an address of less than 1,024 would find.
    "--low-memory-unused",
    // What one caller alone calls stays a function, which is like others.
    "--one-caller-inline-max-function-size=0",
    // What is reckoned twice is not kept for the second time.
    "--skip-pass=local-cse",
];

/// Once more, from what jumps where alone: the way is found anew, and what is left is shorter.
const ONCE_MORE: [&str; 2] = ["--flatten", "--rereloop"];

/// Runs `wasm_opt` over a program, for a level such as `z` or `3`.
pub fn optimize(mut wasm_opt: Command, program: &Path, level: &str) -> Result<()> {
    let level = format!("-O{level}");
    run(wasm_opt
        .args(WASM_FEATURES)
        .arg(&level)
        .args(ONCE_MORE)
        .arg(&level)
        .args(TO_PACK)
        .arg("--output")
        .arg(program)
        .arg(program))
}

/// The same over many programs, as many at once as there are processors.
pub(super) fn optimize_all(wasm_opt: &Command, programs: &[PathBuf], level: &str) -> Result<()> {
    // The last one is the largest.
    let (next, threads) = (AtomicUsize::new(0), thread::available_parallelism()?.get());
    let work = || {
        while let Some(program) = programs.iter().rev().nth(next.fetch_add(1, Ordering::Relaxed)) {
            optimize(clone_of(wasm_opt), program, level)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().unwrap_or_else(|_| Err(anyhow::anyhow!("wasm-opt's thread stopped")))
        })
    })
}

pub(super) fn clone_of(command: &Command) -> Command {
    let mut clone = Command::new(command.get_program());
    clone.args(command.get_args());
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            clone.env(name, value);
        }
    }
    clone
}

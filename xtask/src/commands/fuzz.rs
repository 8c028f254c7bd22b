//! Runs the fuzzers of `tests/fuzz/`.
//!
//! No code here is unsafe, so that no sanitizer is needed; and without one, cargo-fuzz does with
//! the toolchain that builds everything else. What is looked for is a panic, an overflow, a stack
//! that ends, or an input that takes seconds.

use std::fs;
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Context, Result, anyhow, ensure};
use clap::{Args, ValueEnum};

use xtask::tools::Toolbox;
use xtask::tools::run::{heading, root, run};

/// How long an input may take, in seconds; the longest are 16 KiB.
const LONGEST_INPUT: &str = "16384";
const SLOWEST_SECONDS: &str = "10";

/// Which fuzzers, and how they are compiled.
const FUZZ_ARGUMENTS: [&str; 4] = ["--fuzz-dir", "tests/fuzz", "--sanitizer", "none"];

/// Which fuzzers to run, and for how long.
#[derive(Debug, Args)]
pub(crate) struct FuzzOptions {
    /// Seconds for each fuzzer
    #[arg(long, default_value_t = 60, conflicts_with = "runs")]
    seconds: u32,
    /// So many inputs for each fuzzer in place of a time, the same ones every time from a fresh clone
    #[arg(long)]
    runs: Option<u32>,
    /// Only this fuzzer; may be given more than once
    #[arg(long, value_enum)]
    only: Vec<Fuzzer>,
}

/// A fuzzer, by the name of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
enum Fuzzer {
    /// The block at a note's top
    FrontMatter,
    /// A written time
    Stamp,
    /// A whole note, with all that is made of it
    Note,
    /// The address bar
    ViewState,
}

impl Fuzzer {
    fn name(self) -> &'static str {
        match self {
            Self::FrontMatter => "front_matter",
            Self::Stamp => "stamp",
            Self::Note => "note",
            Self::ViewState => "view_state",
        }
    }
}

impl FuzzOptions {
    /// What ends a fuzzer, as it is told.
    fn limit(&self) -> Vec<String> {
        match self.runs {
            // A change is judged by the same inputs as the one before it.
            Some(runs) => vec!["-seed=1".to_owned(), format!("-runs={runs}")],
            None => vec![format!("-max_total_time={}", self.seconds)],
        }
    }
}

/// Runs each fuzzer, as many at a time as there are cores. One that finds something does not keep the
/// next ones from running.
pub(crate) fn fuzz(options: &FuzzOptions) -> Result<()> {
    let mut tools = Toolbox::open()?;
    tools.need_cargo_fuzz()?;
    heading("compiling the fuzzers");
    run(tools.command("cargo-fuzz").args(["fuzz", "build"]).args(FUZZ_ARGUMENTS))?;
    let all = Fuzzer::value_variants();
    let targets = if options.only.is_empty() { all } else { &options.only };
    let limit = options.limit();
    let at_a_time = thread::available_parallelism().map_or(1, NonZero::get);
    let mut failed = Vec::new();
    for some in targets.chunks(at_a_time) {
        let names: Vec<&str> = some.iter().map(|target| target.name()).collect();
        for name in &names {
            fs::create_dir_all(root().join(corpus(name)))?;
        }
        heading(&format!("fuzzing {}: {}", names.join(", "), limit.join(" ")));
        let ended: Vec<(&str, Result<Output>)> = thread::scope(|scope| {
            let fuzzers = names.iter().map(|name| {
                let mut command = fuzzer(&tools, name, &limit);
                (*name, scope.spawn(move || command.output()))
            });
            // All of them begin before the first is waited for.
            let fuzzers: Vec<_> = fuzzers.collect();
            let join = |fuzzer: ScopedJoinHandle<'_, io::Result<Output>>| {
                let ended = fuzzer.join().map_err(|_| anyhow!("its thread broke"))?;
                ended.context("cargo-fuzz could not be started")
            };
            fuzzers.into_iter().map(|(name, fuzzer)| (name, join(fuzzer))).collect()
        });
        for (name, ended) in ended {
            let said = match &ended {
                Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
                Err(error) => format!("error: {error:#}\n"),
            };
            eprint!("\n== {name} ==\n{said}");
            if !ended.is_ok_and(|output| output.status.success()) {
                failed.push(name);
            }
        }
    }
    ensure!(
        failed.is_empty(),
        "found something with {}: the input is in tests/fuzz/artifacts; write it down as a test with a \
         name, next to the code that it breaks",
        failed.join(", ")
    );
    Ok(())
}

/// The command that runs a fuzzer.
fn fuzzer(tools: &Toolbox, name: &str, limit: &[String]) -> Command {
    let mut command = tools.command("cargo-fuzz");
    command
        .args(["fuzz", "run"])
        .args(FUZZ_ARGUMENTS)
        .arg(name)
        // New inputs go into the first folder; the seeds stay as they are.
        .arg(corpus(name))
        .arg(Path::new("tests/fuzz/seeds").join(name))
        .args(["--", "-dict=tests/fuzz/dictionary.txt"])
        .args(limit)
        .arg(["-max_len=", LONGEST_INPUT].concat())
        .arg(["-timeout=", SLOWEST_SECONDS].concat());
    command
}

/// The folder of the inputs that a fuzzer found worth keeping.
fn corpus(name: &str) -> PathBuf {
    Path::new("tests/fuzz/corpus").join(name)
}

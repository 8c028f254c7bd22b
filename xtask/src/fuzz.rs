//! Runs the fuzzers of `tests/fuzz/`.
//!
//! No code here is unsafe, so that no sanitizer is needed; and without one, cargo-fuzz does with
//! the toolchain that builds everything else. What is looked for is a panic, an overflow, a stack
//! that ends, or an input that takes seconds.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use clap::{Args, ValueEnum};

use xtask::run::{heading, root, run};
use xtask::tools::Toolbox;

/// How long an input may take, in seconds; the longest are 16 KiB.
const LONGEST_INPUT: &str = "16384";
const SLOWEST_SECONDS: &str = "10";

/// Which fuzzers to run, and for how long.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Seconds for each fuzzer
    #[arg(long, default_value_t = 60, conflicts_with = "runs")]
    seconds: u32,
    /// So many inputs for each fuzzer in place of a time, the same ones every time from a fresh clone
    #[arg(long)]
    runs: Option<u32>,
    /// Only this fuzzer; may be given more than once
    #[arg(long, value_enum)]
    only: Vec<Target>,
}

/// A fuzzer, by the name of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
enum Target {
    /// The block at a note's top
    FrontMatter,
    /// A written time
    Stamp,
    /// A whole note, with all that is made of it
    Note,
    /// The address bar
    ViewState,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::FrontMatter => "front_matter",
            Self::Stamp => "stamp",
            Self::Note => "note",
            Self::ViewState => "view_state",
        }
    }
}

impl Options {
    /// What ends a fuzzer, as it is told.
    fn limit(&self) -> Vec<String> {
        match self.runs {
            // A change is judged by the same inputs as the one before it.
            Some(runs) => vec!["-seed=1".to_owned(), format!("-runs={runs}")],
            None => vec![format!("-max_total_time={}", self.seconds)],
        }
    }
}

/// Runs each fuzzer. One that finds something does not keep the next ones from running.
pub(crate) fn fuzz(options: &Options) -> Result<()> {
    let mut tools = Toolbox::open()?;
    tools.need_cargo_fuzz()?;
    let all = Target::value_variants();
    let targets = if options.only.is_empty() { all } else { &options.only };
    let mut failed = Vec::new();
    for target in targets {
        let name = target.name();
        let limit = options.limit();
        heading(&format!("fuzzing {name}: {}", limit.join(" ")));
        let corpus = Path::new("tests/fuzz/corpus").join(name);
        fs::create_dir_all(root().join(&corpus))?;
        let mut command = tools.command("cargo-fuzz");
        command
            .args(["fuzz", "run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", name])
            // New inputs go into the first folder; the seeds stay as they are.
            .arg(corpus)
            .arg(Path::new("tests/fuzz/seeds").join(name))
            .args(["--", "-dict=tests/fuzz/dictionary.txt"])
            .args(limit)
            .arg(["-max_len=", LONGEST_INPUT].concat())
            .arg(["-timeout=", SLOWEST_SECONDS].concat());
        if let Err(error) = run(&mut command) {
            eprintln!("error: {error:#}");
            failed.push(name);
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

//! Skillreel's developer commands, run as `cargo xtask …`.
//!
//! They install what is missing, call Trunk and Cargo, and do the parts of the page's build that
//! Trunk has no place for (`hook`).

mod bench;
mod build;
mod check;
mod fuzz;
mod hook;
mod lighthouse;
mod lockfile;
mod measure;
mod run;
mod size;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "Skillreel's developer commands")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the page, serve it on this machine, and build again when a file changes
    Serve {
        /// The port on 127.0.0.1
        #[arg(long, default_value_t = build::PORT)]
        port: u16,
        /// Build faster, larger and slower code
        #[arg(long)]
        debug: bool,
    },
    /// Build dist/: the page for any static host, and skillreel.html, all in one file
    Build {
        /// Build faster, larger and slower code
        #[arg(long)]
        debug: bool,
    },
    /// Run all tests: native, in a browser, and end to end in Chromium and Firefox
    Test(test::Options),
    /// Show how large the built page is, compressed as servers send it
    Size,
    /// Measure search and reading beside other engines, in headless Chromium
    Bench(bench::Options),
    /// Let Lighthouse judge the built page, as a static host would serve it
    Lighthouse,
    /// Look for faults without running anything: format and lints, for both targets
    Check,
    /// Hold the matrix of labelled notes to their labels: precision, recall, and each error
    Gold {
        /// The folder that holds gold/placements.jsonl and notes/, else the shared one
        folder: Option<PathBuf>,
    },
    /// Measure how notes are read
    Measure {
        #[command(subcommand)]
        what: measure::Measure,
    },
    /// Run the fuzzers, each for a while
    Fuzz(fuzz::Options),
    /// A part of the build that Trunk calls
    #[command(hide = true)]
    Hook {
        #[command(subcommand)]
        hook: hook::Hook,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Serve { port, debug } => build::serve(port, !debug),
        Command::Build { debug } => build::build(!debug),
        Command::Test(options) => test::test(&options),
        Command::Size => size::size(),
        Command::Bench(options) => bench::bench(&options),
        Command::Lighthouse => lighthouse::lighthouse(),
        Command::Check => check::check(),
        Command::Gold { folder } => measure::gold(folder.as_deref()),
        Command::Measure { what } => measure::measure(&what),
        Command::Fuzz(options) => fuzz::fuzz(&options),
        Command::Hook { hook } => hook::run(&hook),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

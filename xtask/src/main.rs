//! Skillreel's developer commands, run as `cargo xtask …`.

mod commands;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use xtask::page::{self, Quality};
use xtask::tools::run::{cargo, run};

use commands::{advice, check, fuzz, serve, test, trunk};

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "Skillreel's developer commands")]
struct XtaskArguments {
    #[command(subcommand)]
    command: XtaskCommand,
}

#[derive(Debug, Subcommand)]
enum XtaskCommand {
    /// Build a page for looking and changing, serve it on this machine, and build again when a file
    /// changes
    Serve(serve::ServeOptions),
    /// Build dist/: the page for any static host, and skillreel.html, all in one file
    Build {
        /// Build in a fraction of the time a page that is larger and slower: for looking and testing
        #[arg(long)]
        quick: bool,
    },
    /// Run all tests: native, in a browser, and end to end in Chromium and Firefox
    Test(test::TestOptions),
    /// Look for faults without running anything: format and lints, for both targets
    Check,
    /// Run the fuzzers, each for a while
    Fuzz(fuzz::FuzzOptions),
    /// Show how large the built page is, compressed as servers send it
    #[command(disable_help_flag = true)]
    Size(Rest),
    /// Measure search and reading beside other engines, in headless Chromium
    #[command(disable_help_flag = true)]
    Bench(Rest),
    /// Let Lighthouse judge the built page, as a static host would serve it
    #[command(disable_help_flag = true)]
    Lighthouse(Rest),
    /// Hold the matrix of labelled notes to their labels: precision, recall, and each error
    #[command(disable_help_flag = true)]
    Gold(Rest),
    /// Measure how notes are read, or how long the setup takes
    #[command(disable_help_flag = true)]
    Measure(Rest),
    /// Make release/: the page, the command line with the page inside it, licences and checksums
    #[command(disable_help_flag = true)]
    Release(Rest),
    /// Build the page with Trunk as well, and see whether it is the same
    Trunk,
    /// The page's build, as Trunk calls it
    #[command(hide = true)]
    Hook,
}

/// Arguments for a program that has its own words for them.
#[derive(Debug, Args)]
struct Rest {
    /// See --help
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<OsString>,
}

fn main() -> ExitCode {
    let result = match XtaskArguments::parse().command {
        XtaskCommand::Serve(options) => serve::serve(&options),
        XtaskCommand::Build { quick } => page::build(Quality::quick_if(quick)),
        XtaskCommand::Test(options) => test::test(&options),
        XtaskCommand::Check => check::check(),
        XtaskCommand::Fuzz(options) => fuzz::fuzz(&options),
        XtaskCommand::Size(rest) => measure("size", &rest),
        XtaskCommand::Bench(rest) => measure("bench", &rest),
        XtaskCommand::Lighthouse(rest) => measure("lighthouse", &rest),
        XtaskCommand::Gold(rest) => measure("gold", &rest),
        XtaskCommand::Measure(rest) => measure("measure", &rest),
        XtaskCommand::Release(Rest { rest }) => {
            run(cargo().args(["run", "--quiet", "--package", "xtask-release", "--"]).args(rest))
        }
        XtaskCommand::Trunk => trunk::compare(),
        XtaskCommand::Hook => page::build_for_trunk(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            if let Some(advice) = advice::on(&error) {
                eprintln!("{advice}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Runs a command of the program that measures.
fn measure(command: &str, Rest { rest }: &Rest) -> Result<()> {
    run(cargo().args(["run", "--quiet", "--package", "xtask-measure", "--", command]).args(rest))
}

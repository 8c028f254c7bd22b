//! What `cargo xtask` measures: the page's size, its search and reading beside others, how it is judged.

mod bench;
mod lighthouse;
mod reading;
mod setup;
mod size;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "Measures Skillreel")]
struct MeasureArguments {
    #[command(subcommand)]
    command: MeasureCommand,
}

#[derive(Debug, Subcommand)]
enum MeasureCommand {
    /// Show how large the built page is, compressed as servers send it
    Size,
    /// Measure search and reading beside other engines, in headless Chromium
    Bench(bench::BenchOptions),
    /// Let Lighthouse judge the built page, as a static host would serve it
    Lighthouse {
        /// The folder of a built page, in place of dist/
        page: Option<PathBuf>,
    },
    /// Hold the matrix of labelled notes to their labels: precision, recall, and each error
    Gold {
        /// The folder that holds gold/placements.jsonl and notes/, else the shared one
        folder: Option<PathBuf>,
        /// Print the errors of the notes that were kept aside, too
        #[arg(long)]
        aside: bool,
    },
    /// Measure how notes are read, or how long the setup takes
    Measure {
        #[command(subcommand)]
        what: reading::Measure,
    },
}

fn main() -> ExitCode {
    let result = match MeasureArguments::parse().command {
        MeasureCommand::Size => size::size(),
        MeasureCommand::Bench(options) => bench::bench(&options),
        MeasureCommand::Lighthouse { page } => lighthouse::lighthouse(page.as_deref()),
        MeasureCommand::Gold { folder, aside } => reading::gold(folder.as_deref(), aside),
        MeasureCommand::Measure { what } => reading::measure(&what),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

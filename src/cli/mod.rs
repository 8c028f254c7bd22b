//! The command line: read, check, matrix, search, pack and site.

mod args;
mod commands;
pub mod files;
mod loading;
mod outcome;
mod output;
mod page;
mod progress;
mod read;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use args::Args;
use outcome::{Error, Outcome};

/// `check` found a problem of severity error.
const FOUND_ERRORS: u8 = 1;
/// The command could not be carried out as it was given.
const BAD_USE: u8 = 2;

/// Runs the command line. The code is 0 when all is fine, 1 when `check` found a problem of
/// severity error, and 2 when the command could not be carried out; why is on standard error.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            let is_asked_for =
                matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            // When even the message cannot be written, the code still tells.
            let _ = error.print();
            return if is_asked_for { ExitCode::SUCCESS } else { ExitCode::from(BAD_USE) };
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let result = commands::run(args.command, &mut out).and_then(|outcome| {
        out.flush()?;
        Ok(outcome)
    });
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::FoundErrors) => ExitCode::from(FOUND_ERRORS),
        // The reader of our output (`head`, say) has what it wanted.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "skillreel: {error}");
            ExitCode::from(BAD_USE)
        }
    }
}

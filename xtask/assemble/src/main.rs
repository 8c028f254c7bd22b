//! Puts the page together: the bound program, scripts, styles and notes become the files of a static
//! host, and one file that holds all of them.
//!
//! A program of its own beside `cargo xtask`, because it is of the same source as the page: the notes
//! are written into it by the code that it has itself.

mod bare;
mod dense;
mod digest;
mod files;
mod installed;
mod known_address;
mod link_picture;
mod page;
mod parts;
mod single;
mod styles;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(program), Some(folder), None) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!(
            "error: expected the folder of the bound program, and the one to write the page into; \
             `cargo xtask build` calls this"
        );
        return ExitCode::FAILURE;
    };
    match page::write(&root(), &program, &folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's folder: as Cargo says when it runs this program, for the folder may have been moved since.
fn root() -> PathBuf {
    let compiled = || env!("CARGO_MANIFEST_DIR").into();
    let here = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(compiled));
    here.ancestors().nth(2).unwrap_or(Path::new("")).to_owned()
}

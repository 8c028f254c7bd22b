//! Takes a compiled program apart: the part that every visit needs, and chunks for what is asked for later.
//!
//! A program of its own beside `cargo xtask`, because only the page that is handed out waits for it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

/// The module from which the main program imports what loads its chunks. The page's scripts give it.
const LOADER: &str = "./__wasm_split.js";

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(program), Some(folder), None) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!(
            "error: expected a compiled program, and the folder to write its parts into; \
             `cargo xtask build` calls this"
        );
        return ExitCode::FAILURE;
    };
    match split(&program, &folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Writes `main.wasm`, a file a module that it may load, and `chunks.json`: for every chunk the names of its
/// modules, in the order in which they are to be started.
fn split(program: &Path, folder: &Path) -> Result<()> {
    let input =
        fs::read(program).with_context(|| format!("{} cannot be read", program.display()))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LOADER;
    options.main_module = "./main.js";
    let parts = transform(options).map_err(|report| anyhow!("{report:#}"))?;
    let chunks: BTreeMap<_, _> = parts.prefetch_map.into_iter().collect();
    fs::write(folder.join("chunks.json"), serde_json::to_string_pretty(&chunks)?)
        .with_context(|| format!("{} cannot be written", folder.display()))
}

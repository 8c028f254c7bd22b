//! Takes a compiled program apart, the part that every visit needs and chunks for what is asked for later, and
//! puts the functions of each in the order in which they pack best.
//!
//! A program of its own beside `cargo xtask`, because only the page that is handed out waits for it.

mod catching;
mod in_order;
mod names;
mod order;
mod unused;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

/// The module from which the main program imports what loads its chunks. The page's scripts give it.
const LOADER: &str = "./__wasm_split.js";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let done = match arguments.as_slice() {
        [verb, program, folder] if verb == Path::new("split") => split(program, folder),
        [verb, glue, program, chunks @ ..] if verb == Path::new("finish") => {
            finish(glue, program, chunks)
        }
        _ => Err(anyhow!(
            "expected `split`, a compiled program and the folder to write its parts into; or `finish`, the bound \
             program's glue, that program and the modules of its chunks; `cargo xtask build` calls this"
        )),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Writes a bound program, its glue and the modules of its chunks as they pack best.
fn finish(glue: &Path, program: &Path, chunks: &[PathBuf]) -> Result<()> {
    let text = String::from_utf8(read(glue)?).context("the glue is not UTF-8")?;
    let (bare, text) = names::shorten(&read(program)?, &text)
        .with_context(|| format!("in {}", program.display()))?;
    write(glue, catching::by_itself(&text)?.as_bytes())?;
    write(program, &bare)?;
    for module in chunks.iter().map(PathBuf::as_path).chain([program]) {
        let ordered =
            order::order(&read(module)?).with_context(|| format!("in {}", module.display()))?;
        write(module, &ordered)?;
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("{} cannot be written", file.display()))
}

/// Writes `main.wasm`, a file a module that it may load, and `chunks.json`: for every chunk the names of its
/// modules, in the order in which they are to be started.
fn split(program: &Path, folder: &Path) -> Result<()> {
    let input = unused::without_streams(&read(program)?)
        .with_context(|| format!("in {}", program.display()))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LOADER;
    options.main_module = "./main.js";
    let parts = transform(options).map_err(|report| anyhow!("{report:#}"))?;
    let chunks: BTreeMap<_, _> = parts.prefetch_map.into_iter().collect();
    write(&folder.join("chunks.json"), serde_json::to_string_pretty(&chunks)?.as_bytes())
}

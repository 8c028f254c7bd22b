//! How much a first visit to the page downloads.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use xtask::page::dist;

/// What the project wants to come below, in bytes.
const AIM_BYTES: usize = 180_000;

/// What must not be exceeded, in bytes after brotli: the 882,353 and 915,153 that were measured last, and
/// a little more. What added notes have brought is told.
/// A change that makes the page smaller lowers it; one that raises it says why in its commit.
const BUDGET: Budget = Budget { program: 883_500, page: 916_500 };

/// How large the page may be, in bytes after brotli.
struct Budget {
    /// The program: the WebAssembly.
    program: usize,
    /// All that a first visit downloads besides the document, the program included.
    page: usize,
}

/// Static hosts compress ahead of time at the highest quality; this is that, in brotli's terms.
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;
const BUFFER_BYTES: usize = 4096;

/// Prints a table of the page's files, and fails where they are larger than [`BUDGET`].
pub(crate) fn size() -> Result<()> {
    let mut rows = Vec::new();
    let entries = fs::read_dir(dist())
        .context("dist/ is not there: expected a built page; run `cargo xtask build`")?;
    for entry in entries {
        let path = entry?.path();
        if is_code(&path) {
            let bytes = fs::read(&path)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            rows.push((name, bytes.len(), compressed_size(&bytes)?));
        }
    }
    ensure!(!rows.is_empty(), "dist/ holds no page; run `cargo xtask build`");
    rows.sort();
    let program: usize = rows.iter().filter(|row| row.0.ends_with(".wasm")).map(|row| row.2).sum();
    let sum = rows.iter().fold((0, 0), |sum, row| (sum.0 + row.1, sum.1 + row.2));
    println!("{:<44} {:>12} {:>12}", "file", "bytes", "brotli");
    for (name, plain, packed) in rows {
        println!("{name:<44} {plain:>12} {packed:>12}");
    }
    println!("{:<44} {:>12} {:>12}", "total", sum.0, sum.1);
    println!("{:<44} {:>12} {AIM_BYTES:>12}", "aim", "");
    println!("{:<44} {:>12} {:>12}", "budget", "", BUDGET.page);
    Budget::hold("program", program, BUDGET.program)?;
    Budget::hold("page", sum.1, BUDGET.page)
}

impl Budget {
    /// # Errors
    /// Where something is larger than it may be.
    fn hold(what: &str, is: usize, may_be: usize) -> Result<()> {
        ensure!(
            is <= may_be,
            "the {what} has {is} bytes after brotli, {} more than the {may_be} of its budget \
             (BUDGET in xtask/measure/src/size.rs): make it smaller, or raise the number and say why in the commit",
            is - may_be
        );
        Ok(())
    }
}

fn is_code(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str);
    matches!(ending, Some("wasm" | "js" | "css"))
}

fn compressed_size(bytes: &[u8]) -> Result<usize> {
    let mut writer =
        brotli::CompressorWriter::new(Vec::new(), BUFFER_BYTES, BROTLI_QUALITY, BROTLI_WINDOW);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_above_its_budget_fails_and_says_by_how_much() {
        let budget = Budget { program: 10, page: 20 };
        assert!(Budget::hold("program", 10, budget.program).is_ok());
        let error = Budget::hold("page", 23, budget.page).unwrap_err().to_string();
        assert!(error.contains("the page has 23 bytes") && error.contains("3 more"), "{error}");
    }

    #[test]
    fn repeated_text_is_counted_compressed() {
        let size = compressed_size("skill ".repeat(1000).as_bytes()).unwrap();
        assert!((8..40).contains(&size), "{size}");
        assert!(is_code(Path::new("a_bg.wasm")) && !is_code(Path::new("index.html")));
    }
}

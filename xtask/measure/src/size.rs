//! How much the first screen of the page downloads, and each chunk of its program.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use xtask::page::dist;

/// What must not be exceeded, in bytes after brotli: what was measured last, and a little more.
/// A change that makes the page smaller lowers it; one that raises it says why in its commit. The program is not to be above
/// 240 kB, and the first screen not above 300: what that takes goes into a chunk.
const BUDGET: Budget = Budget {
    program: 240_000,
    first_screen: 293_000,
    single_file: 1_630_000,
    chunks: &[
        ("add", 43_300),
        ("base", 34_700),
        ("compare", 52_000),
        ("opened", 43_600),
        ("player", 36_900),
        ("problems", 11_100),
        ("queue", 27_600),
        ("reading", 304_000),
        ("record", 15_100),
        ("search", 53_000),
        ("share", 52_700),
        ("shared", 82_300),
    ],
};

/// How large the page may be, in bytes after brotli but for the single file.
struct Budget {
    /// The program that every visit needs: the WebAssembly.
    program: usize,
    /// All that the first screen of the bundled note needs, the program and the document included.
    first_screen: usize,
    /// The page as one file, as it is: it is packed in itself, and gains little by being packed again.
    single_file: usize,
    /// The chunks of the program, each by its name.
    chunks: &'static [(&'static str, usize)],
}

/// The page as one file.
const SINGLE_FILE: &str = "skillreel.html";

/// Static hosts compress ahead of time at the highest quality; this is that, in brotli's terms.
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;
const BUFFER_BYTES: usize = 4096;

/// Prints a table of the page's files, and fails where they are larger than [`BUDGET`].
pub(crate) fn size() -> Result<()> {
    let (mut first, mut chunks) = (Vec::new(), BTreeMap::new());
    let entries = fs::read_dir(dist())
        .context("dist/ is not there: expected a built page; run `cargo xtask build`")?;
    for entry in entries {
        let path = entry?.path();
        if is_code(&path) {
            let bytes = fs::read(&path)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let size = (bytes.len(), compressed_size(&bytes)?);
            match chunk(&name) {
                Some(chunk) => drop(chunks.insert(chunk.to_owned(), size)),
                None => first.push((name, size)),
            }
        }
    }
    ensure!(!first.is_empty(), "dist/ holds no page; run `cargo xtask build`");
    ensure!(
        !chunks.is_empty(),
        "dist/ holds a quick page, whose program is not split; run `cargo xtask build`"
    );
    first.sort();
    let program: usize =
        first.iter().filter(|row| row.0.ends_with(".wasm")).map(|row| row.1.1).sum();
    let sum = |sizes: &mut dyn Iterator<Item = (usize, usize)>| {
        sizes.fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1))
    };
    let line = |name: &str, (plain, packed): (usize, usize), budget: Option<usize>| {
        let budget = budget.map(|budget| budget.to_string()).unwrap_or_default();
        println!("{name:<44} {plain:>12} {packed:>12} {budget:>12}");
    };
    println!("{:<44} {:>12} {:>12} {:>12}", "file", "bytes", "brotli", "budget");
    for (name, size) in &first {
        line(name, *size, name.ends_with(".wasm").then_some(BUDGET.program));
    }
    let document = fs::read(dist().join("index.html"))?;
    let document = (document.len(), compressed_size(&document)?);
    line("the document, with the bundled note", document, None);
    let first_screen = sum(&mut first.iter().map(|row| row.1).chain([document]));
    line("first screen", first_screen, Some(BUDGET.first_screen));
    for (name, size) in &chunks {
        line(&format!("chunk: {name}"), *size, BUDGET.chunk(name));
    }
    line("chunks", sum(&mut chunks.values().copied()), None);
    let single_file = fs::read(dist().join(SINGLE_FILE))?.len();
    println!("{SINGLE_FILE:<44} {single_file:>12} {:>12} {:>12}", "", BUDGET.single_file);
    Budget::hold("program", program, BUDGET.program)?;
    Budget::hold("first screen", first_screen.1, BUDGET.first_screen)?;
    Budget::hold("single file", single_file, BUDGET.single_file)?;
    for (name, size) in &chunks {
        let budget = BUDGET.chunk(name);
        let budget = budget.with_context(|| {
            format!(
                "the chunk {name} has no budget: give it one (BUDGET in xtask/measure/src/size.rs)"
            )
        })?;
        Budget::hold(&format!("chunk {name}"), size.1, budget)?;
    }
    Ok(())
}

impl Budget {
    fn chunk(&self, name: &str) -> Option<usize> {
        self.chunks.iter().find(|(chunk, _)| *chunk == name).map(|(_, bytes)| *bytes)
    }

    /// # Errors
    /// Where something is larger than it may be.
    fn hold(what: &str, is: usize, may_be: usize) -> Result<()> {
        ensure!(
            is <= may_be,
            "the {what} has {is} bytes, packed as the table says, {} more than the {may_be} of its budget \
             (BUDGET in xtask/measure/src/size.rs): make it smaller, or raise the number and say why in the commit",
            is - may_be
        );
        Ok(())
    }
}

/// The chunk that a file holds, by the file's name: `skillreel-0123456789abcdef_share.wasm`.
fn chunk(file: &str) -> Option<&str> {
    let (_, name) = file.strip_suffix(".wasm")?.split_once('_')?;
    (name != "bg").then_some(name)
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
        let budget =
            Budget { program: 10, first_screen: 20, single_file: 30, chunks: &[("share", 5)] };
        assert!(Budget::hold("program", 10, budget.program).is_ok());
        assert_eq!((budget.chunk("share"), budget.chunk("print")), (Some(5), None));
        let error = Budget::hold("first screen", 23, budget.first_screen).unwrap_err().to_string();
        assert!(
            error.contains("the first screen has 23 bytes") && error.contains("3 more"),
            "{error}"
        );
    }

    #[test]
    fn repeated_text_is_counted_compressed() {
        let size = compressed_size("skill ".repeat(1000).as_bytes()).unwrap();
        assert!((8..40).contains(&size), "{size}");
        assert_eq!(chunk("skillreel-0a_share.wasm"), Some("share"));
        assert_eq!((chunk("skillreel-0a_bg.wasm"), chunk("skillreel-0a.js")), (None, None));
        assert!(is_code(Path::new("a_bg.wasm")) && !is_code(Path::new("index.html")));
    }
}

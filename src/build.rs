//! Makes tables of the words that the matrix knows, and tells the program what source it was built from: what
//! one program found out about notes counts for another only where both are the same. What shows notes has no
//! part in it, so that a change of a view leaves all else compiled.

#[path = "matrix/language/data/tables.rs"]
mod tables;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The start and the factor of FNV-1a (<https://www.rfc-editor.org/rfc/rfc9923>).
const FNV: (u64, u64) = (0xcbf2_9ce4_8422_2325, 0x0100_0000_01b3);

/// What of `src/` only shows, hands on or keeps what others found out.
const SHOWING: [&str; 5] = ["anchor.rs", "browser", "cli", "installed", "ui"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = BTreeSet::from([root.join("Cargo.lock")]);
    for entry in fs::read_dir(root.join("src"))? {
        let entry = entry?;
        if SHOWING.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        let path = entry.path();
        if path.is_dir() || is_source(&path) {
            // A folder stands for all that is in it, also for what will be.
            println!("cargo::rerun-if-changed={}", path.display());
            collect(path, &mut files)?;
        }
    }
    println!("cargo::rerun-if-changed=Cargo.lock");
    let mut hash = FNV.0;
    for file in &files {
        for byte in fs::read(file)? {
            hash = (hash ^ u64::from(byte)).wrapping_mul(FNV.1);
        }
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let words = tables::words(&root.join("src/matrix/language/data"))?;
    fs::write(out.join("words.rs"), words)?;
    println!("cargo::rustc-env=SKILLREEL_SOURCE={hash:016x}");
    embed(&root, &out)
}

/// Puts the page that `SKILLREEL_EMBED` names, by a path from the repository's folder, into the command
/// line's program, so that `skillreel pack` and `skillreel site` need none at hand.
fn embed(root: &Path, out: &Path) -> io::Result<()> {
    println!("cargo::rustc-check-cfg=cfg(embedded_page)");
    println!("cargo::rerun-if-env-changed=SKILLREEL_EMBED");
    let is = |variable: &str, value: &str| env::var(variable).is_ok_and(|is| is == value);
    // The page's own program packs into the page that it is in.
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") {
        return Ok(());
    }
    let mut files = String::new();
    match env::var_os("SKILLREEL_EMBED").filter(|value| !value.is_empty()) {
        Some(page) => {
            let page = root.join(page);
            println!("cargo::rerun-if-changed={}", page.display());
            println!("cargo::rustc-cfg=embedded_page");
            println!("cargo::rustc-env=SKILLREEL_EMBEDDED_PAGE={}", page.display());
            embed_folder(&page, &mut files)?;
        }
        None if is("PROFILE", "release") => println!(
            "cargo::warning=this skillreel has no page in it, and `skillreel pack` will need one: \
             `--page FILE`, or $SKILLREEL_PAGE. To put one in, run `cargo xtask build` and install with \
             SKILLREEL_EMBED=dist/skillreel.html"
        ),
        None => {}
    }
    fs::write(out.join("embedded_files.rs"), format!("&[{files}]"))
}

/// Puts the hosted page that lies beside `page`, where one does, into the program, too, so that `skillreel site` needs
/// none at hand: each file's name with its bytes.
fn embed_folder(page: &Path, files: &mut String) -> io::Result<()> {
    let folder = page.parent().unwrap_or(page);
    let Ok(worker) = fs::read_to_string(folder.join("sw.js")) else { return Ok(()) };
    let mut beside = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_fixed = matches!(name.as_str(), "index.html" | "sw.js" | "skill-matrix.js");
        if is_fixed || worker.contains(&format!("\"./{name}\"")) {
            beside.insert(name);
        }
    }
    for name in beside {
        let path = folder.join(&name).display().to_string();
        println!("cargo::rerun-if-changed={path}");
        files.push_str(&format!("({name:?}, include_bytes!({path:?}).as_slice()),\n"));
    }
    Ok(())
}

/// Adds a file of the program's source, or all of them below a folder.
fn collect(path: PathBuf, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(entry?.path(), files)?;
        }
    } else if is_source(&path) {
        files.insert(path);
    }
    Ok(())
}

fn is_source(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "rs" || ending == "toml")
}

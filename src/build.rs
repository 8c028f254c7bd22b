//! Tells the program what source it was built from: what one program found out about notes counts for
//! another only where both are the same.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The start and the factor of FNV-1a (<https://www.rfc-editor.org/rfc/rfc9923>).
const FNV: (u64, u64) = (0xcbf2_9ce4_8422_2325, 0x0100_0000_01b3);

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = BTreeSet::from([root.join("Cargo.lock")]);
    collect(&root.join("src"), &mut files)?;
    let mut hash = FNV.0;
    for file in &files {
        println!("cargo::rerun-if-changed={}", file.display());
        for byte in fs::read(file)? {
            hash = (hash ^ u64::from(byte)).wrapping_mul(FNV.1);
        }
    }
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rustc-env=SKILLREEL_SOURCE={hash:016x}");
    Ok(())
}

fn collect(folder: &Path, files: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.insert(path);
        }
    }
    Ok(())
}

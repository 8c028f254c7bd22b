//! Checksums, in the form that `sha256sum --check` reads.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::folder::files;

/// Writes the checksums of a folder's files into it, as `name`.
pub(crate) fn write(folder: &Path, name: &str) -> Result<()> {
    let mut lines = String::new();
    for path in files(folder)? {
        let bytes =
            fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        lines += &line(&path.file_name().unwrap_or_default().to_string_lossy(), &bytes);
    }
    fs::write(folder.join(name), lines).with_context(|| format!("{name} cannot be written"))
}

fn line(name: &str, bytes: &[u8]) -> String {
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{digest}  {name}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_sha256sum_writes() {
        // The digest of "abc" in FIPS 180-4's examples.
        let want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.zip\n";
        assert_eq!(line("a.zip", b"abc"), want);
    }
}

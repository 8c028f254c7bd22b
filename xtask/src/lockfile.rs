//! Reads from Cargo.lock which version of a crate the page is built with.

use std::fs;

use anyhow::{Context, Result};

use crate::run::{cargo, root, run};

/// The version of `package` in the repository's Cargo.lock.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    if !path.exists() {
        run(cargo().arg("generate-lockfile"))?;
    }
    let text = fs::read_to_string(&path).context("Cargo.lock cannot be read")?;
    version_in(&text, package).with_context(|| {
        format!("Cargo.lock names no {package}: expected one, as the page is built with it")
    })
}

/// Cargo writes one `[[package]]` after the other, the version in the line after the name.
fn version_in(lockfile: &str, package: &str) -> Option<String> {
    let value = |line: Option<&str>, key: &str| -> Option<String> {
        Some(line?.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')?.to_owned())
    };
    lockfile.split("[[package]]").find_map(|block| {
        let mut lines = block.lines().skip(1);
        let name = value(lines.next(), "name")?;
        if name == package { value(lines.next(), "version") } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_very_package() {
        let lockfile = "# generated\nversion = 4\n\n\
            [[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.73\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(version_in(lockfile, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lockfile, "wasm"), None);
        assert_eq!(version_in("", "wasm-bindgen"), None);
    }

    #[test]
    fn this_repository_names_its_wasm_bindgen() {
        assert!(locked_version("wasm-bindgen").unwrap().starts_with("0.2."));
    }
}

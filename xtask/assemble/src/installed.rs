//! The worker by which a hosted page opens without a network: its version and its files.

use std::path::Path;

use anyhow::Result;

use crate::digest::{integrity, version};
use crate::files::{read, read_text, write as write_file};

/// Files with names of their own that belong to the page all the same.
const FILES_WITH_NAMES: [&str; 4] =
    ["icon.svg", "icon-192.png", "icon-512.png", "manifest.webmanifest"];

/// The place of the version, in the page and in the worker.
const VERSION_PLACE: &str = "{version}";

/// Writes sw.js for the page `hosted`, whose files lie in `folder`, and gives the page with the
/// version in it. `names` are those of the page's hashed files.
pub(crate) fn write(source: &Path, folder: &Path, hosted: &str, names: &[&str]) -> Result<String> {
    let mut files = Vec::new();
    for name in names.iter().copied().chain(FILES_WITH_NAMES) {
        files.push((format!("./{name}"), integrity(&read(folder, name)?)));
    }
    let worker = read_text(source, "src/installed/sw.js")?;
    let (page, worker) = filled(hosted, &worker, &files)?;
    write_file(folder, "sw.js", worker)?;
    Ok(page)
}

/// Page and worker with the version, which is a digest of all that either of them holds.
fn filled(page: &str, worker: &str, files: &[(String, String)]) -> Result<(String, String)> {
    let worker = worker.replace("{files}", &serde_json::to_string(files)?);
    let version = version(&[page.as_bytes(), worker.as_bytes()]);
    Ok((page.replace(VERSION_PLACE, &version), worker.replace(VERSION_PLACE, &version)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta content=\"{version}\"><p>notes</p>";
    const WORKER: &str = "const VERSION = '{version}'; const FILES = {files};";

    fn version_of(page: &str, digest: &str) -> String {
        let files = [("./a.js".to_owned(), digest.to_owned())];
        let (page, worker) = filled(page, WORKER, &files).unwrap();
        assert!(worker.ends_with(&format!("FILES = [[\"./a.js\",\"{digest}\"]];")), "{worker}");
        let version = worker.split('\'').nth(1).unwrap().to_owned();
        assert!(page.contains(&format!("content=\"{version}\"")), "{page}");
        version
    }

    #[test]
    fn the_version_changes_with_the_page_and_with_every_file() {
        let first = version_of(PAGE, "sha384-a");
        assert_eq!(version_of(PAGE, "sha384-a"), first);
        assert_ne!(version_of(PAGE, "sha384-b"), first);
        assert_ne!(version_of(&PAGE.replace("notes", "more"), "sha384-a"), first);
    }
}

//! The files of a built page: those of its folder, and what lies beside it in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFile {
    /// Where it is relative to the page, as an address has it.
    pub address: String,
    /// Where it is on the disk.
    pub path: PathBuf,
}

/// All files of the page in a folder, in the order of their addresses.
///
/// Fails where the folder, or one in it, cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PageFile>> {
    let mut found = Vec::new();
    gather(folder, "", &mut found)?;
    found.sort_by(|left, right| left.address.cmp(&right.address));
    Ok(found)
}

fn gather(folder: &Path, before: &str, found: &mut Vec<PageFile>) -> Result<()> {
    let unread = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unread)? {
        let path = entry.with_context(unread)?.path();
        let address = [before, &path.file_name().unwrap_or_default().to_string_lossy()].concat();
        match path.is_dir() {
            true => gather(&path, &(address + "/"), found)?,
            false => found.push(PageFile { address, path }),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_the_page_is_of_it() {
        let folder = std::env::temp_dir().join(format!("skillreel-files-{}", std::process::id()));
        fs::create_dir_all(folder.join("pieces")).unwrap();
        for name in ["sw.js", "index.html", "pieces/a.bin"] {
            fs::write(folder.join(name), name).unwrap();
        }
        let files = files(&folder).unwrap();
        let addresses: Vec<&str> = files.iter().map(|file| file.address.as_str()).collect();
        assert_eq!(addresses, ["index.html", "pieces/a.bin", "sw.js"]);
        assert_eq!(fs::read_to_string(&files[1].path).unwrap(), "pieces/a.bin");
        fs::remove_dir_all(folder).unwrap();
    }
}

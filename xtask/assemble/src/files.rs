//! Reads and writes the page's files, with faults that say what to do.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

/// The bytes of a file of `folder`.
pub(crate) fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    fs::read(folder.join(name)).with_context(|| format!("{name} cannot be read"))
}

/// The text of a file of `folder`, with line feeds whatever line ends it has: a checkout may have
/// changed them, and the page's digests must not depend on that.
pub(crate) fn read_text(folder: &Path, name: &str) -> Result<String> {
    let text = String::from_utf8(read(folder, name)?)
        .with_context(|| format!("{name} is no UTF-8: save it so"))?;
    Ok(text.replace("\r\n", "\n"))
}

/// Writes a file of `folder`.
pub(crate) fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(folder.join(name), content).map_err(|error| {
        let full = error.kind() == ErrorKind::StorageFull;
        let advice = if full { ": make room on that disk, and run it again" } else { "" };
        anyhow::Error::new(error)
            .context(format!("{} cannot be written{advice}", folder.join(name).display()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_ends_of_a_checkout_change_nothing() {
        let folder =
            std::env::temp_dir().join(format!("skillreel-Zeilenenden ä {}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        write(&folder, "a.js", "one();\r\ntwo();\n").unwrap();
        assert_eq!(read_text(&folder, "a.js").unwrap(), "one();\ntwo();\n");
        let error = read_text(&folder, "b.js").unwrap_err();
        assert_eq!(error.to_string(), "b.js cannot be read");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_is_said_with_what_to_do() {
        let error = write(Path::new("/dev"), "full", "more than fits").unwrap_err().to_string();
        assert!(error.starts_with("/dev/full cannot be written: make room"), "{error}");
    }
}

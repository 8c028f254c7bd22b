//! What to do about a failure whose cause is the machine and not the sources.

use std::fs;
use std::io::{Error as IoError, ErrorKind};

use anyhow::Error;
use xtask::tools::WASM_TARGET;
use xtask::tools::run::{cargo, output, target};

/// As much as a build needs at the very least.
const LEAST_BYTES: usize = 8 * 1024 * 1024;

/// A sentence that says what to do, where the cause can be told.
pub(crate) fn on(error: &Error) -> Option<&'static str> {
    if is_full(error) || has_no_room() {
        return Some("The disk is full. Make room, and run it again: it goes on where it stopped.");
    }
    if !has_all_crates() {
        return Some(
            "Not all crates are here, and they could not be downloaded. Connect to the network (or tell \
             Cargo of its proxy), and run it again: it goes on where it stopped.",
        );
    }
    None
}

fn is_full(error: &Error) -> bool {
    let causes = error.chain().filter_map(|cause| cause.downcast_ref::<IoError>());
    causes
        .map(IoError::kind)
        .any(|kind| matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded))
}

/// Whether a small file does not fit: programs that were called fail without telling why.
fn has_no_room() -> bool {
    let path = target().join("xtask-room");
    let written = fs::write(&path, vec![0; LEAST_BYTES]);
    // It may not have come to be.
    let _ = fs::remove_file(&path);
    written.is_err_and(|error| is_full(&error.into()))
}

fn has_all_crates() -> bool {
    let arguments =
        ["metadata", "--format-version", "1", "--offline", "--filter-platform", WASM_TARGET];
    output(cargo().args(arguments)).is_some()
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_full_disk_is_told_with_what_to_do() {
        let cause = Error::new(IoError::from(ErrorKind::StorageFull));
        let error = cause.context("dist.part/index.html cannot be written");
        assert!(on(&error).unwrap().starts_with("The disk is full. Make room"));
    }

    #[test]
    fn a_fault_of_the_sources_gets_no_advice_about_the_machine() {
        assert_eq!(on(&anyhow!("style/main.css, line 3: expected @import")), None);
    }
}

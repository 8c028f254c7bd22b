//! Where the folder shared between working copies is, for the tests that hold the project against it.

use std::path::PathBuf;

use test_support::folder;

/// `path` in the shared folder (`SKILLREEL_SHARED`, else `../shared`). Without that folder it says
/// so and is `None`. A file missing from a folder that is there is for the reader to trip over.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let folder = folder::shared();
    if folder.is_none() {
        eprintln!("skipped: no shared folder (set SKILLREEL_SHARED)");
    }
    Some(folder?.join(path))
}

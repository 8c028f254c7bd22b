//! Where the folder shared between working copies is, for the tests that hold the project against it.

use std::env;
use std::path::{Path, PathBuf};

/// `path` in the shared folder (`SKILLREEL_SHARED`, else `../shared`). Without that folder it says
/// so and is `None`. A file missing from a folder that is there is for the reader to trip over.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let folder = env::var_os("SKILLREEL_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder.join(path));
    }
    eprintln!("skipped: no shared folder (set SKILLREEL_SHARED)");
    None
}

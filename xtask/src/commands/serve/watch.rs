//! Tells when a file that the page is made of has changed.
//!
//! It looks at the files' times, which works on every system and file system; a few hundred files take
//! about a millisecond.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use walkdir::WalkDir;
use xtask::tools::run::root;

/// What the page is made of. Not what a build writes: that must not start the next one.
const WATCHED_PATHS: [&str; 8] =
    [".cargo", "Cargo.lock", "Cargo.toml", "index.html", "notes", "src", "style", "xtask/assemble"];

/// The state of files: when each was changed, and its length.
type State = BTreeMap<PathBuf, (SystemTime, u64)>;

/// The files that the page is made of.
#[derive(Debug)]
pub(super) struct WatchedFiles {
    folder: PathBuf,
    last: State,
}

impl WatchedFiles {
    /// The files as they are now.
    pub(super) fn read() -> Self {
        Self::of(root())
    }

    fn of(folder: PathBuf) -> Self {
        let last = state(&folder);
        Self { folder, last }
    }

    /// Whether a file was changed, made or removed since the last time. Waits until no more changes
    /// for a `beat`: editors and version control write many files one after the other.
    pub(super) fn changed(&mut self, beat: Duration) -> bool {
        let mut now = state(&self.folder);
        if now == self.last {
            return false;
        }
        loop {
            std::thread::sleep(beat);
            let later = state(&self.folder);
            if later == now {
                break;
            }
            now = later;
        }
        self.last = now;
        true
    }
}

fn state(folder: &std::path::Path) -> State {
    let mut state = State::new();
    for watched in WATCHED_PATHS {
        let is_shown = |entry: &walkdir::DirEntry| {
            // Editors keep their copies in hidden files.
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
        };
        let files = WalkDir::new(folder.join(watched)).follow_links(true).into_iter();
        for entry in files.filter_entry(is_shown).flatten().filter(|e| e.file_type().is_file()) {
            // A file that goes away meanwhile is gone.
            if let Ok(data) = entry.metadata() {
                let changed = data.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                state.insert(entry.into_path(), (changed, data.len()));
            }
        }
    }
    state
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn changed_made_and_removed_files_are_noticed_and_others_are_not() {
        let folder = std::env::temp_dir().join(format!("skillreel-watch-{}", std::process::id()));
        for made in ["src/ui", "notes", "dist"] {
            fs::create_dir_all(folder.join(made)).unwrap();
        }
        fs::write(folder.join("src/ui/row.rs"), "a").unwrap();
        let mut sources = WatchedFiles::of(folder.clone());
        let mut is_noticed = || sources.changed(Duration::from_millis(1));
        assert!(!is_noticed());
        fs::write(folder.join("dist/index.html"), "built").unwrap();
        fs::write(folder.join("src/ui/.row.rs.swp"), "an editor's").unwrap();
        assert!(!is_noticed(), "what is built or hidden is no source");
        fs::write(folder.join("src/ui/row.rs"), "ab").unwrap();
        assert!(is_noticed());
        fs::write(folder.join("notes/Ümläute und so.md"), "# a").unwrap();
        assert!(is_noticed());
        fs::remove_file(folder.join("src/ui/row.rs")).unwrap();
        assert!(is_noticed());
        assert!(!is_noticed());
        fs::remove_dir_all(folder).unwrap();
    }
}

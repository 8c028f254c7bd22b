//! Pages other than the one that was built: with other notes, or damaged.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};
use skillreel::cli::files::read_notes;
use skillreel::export::page::fill::SNAPSHOT_REGION;
use skillreel::export::page::look::PageLook;
use skillreel::export::page::pack;
use skillreel::vault::NoteFile;

use crate::harness::run::Scene;
use crate::harness::settings;

/// The page with notes under names that no disk takes.
pub(crate) fn with_files(scene: Scene, name: &str, notes: &[NoteFile]) -> Scene {
    made(scene, name, |folder| {
        copy_dist(folder, |page| Ok(pack::page(page, notes, &PageLook::default())?))
    })
}

/// The page with such notes, of which nothing was found out beforehand.
pub(crate) fn with_files_to_read(scene: Scene, name: &str, notes: &[NoteFile]) -> Scene {
    made(scene, name, |folder| {
        copy_dist(folder, |page| {
            let page = pack::page(page, notes, &PageLook::default())?;
            Ok(SNAPSHOT_REGION.replace(&page, "")?)
        })
    })
}

/// The page with notes of the test's own: file names and contents.
pub(crate) fn with_notes(scene: Scene, name: &str, notes: &[(&str, &[u8])]) -> Scene {
    made(scene, name, |folder| {
        let sources = tempfile::tempdir()?;
        for (name, bytes) in notes {
            std::fs::write(sources.path().join(name), bytes)?;
        }
        let notes = read_notes(&[sources.path().to_owned()])?.notes;
        copy_dist(folder, |page| Ok(pack::page(page, &notes, &PageLook::default())?))
    })
}

/// The page in one file, with a part of its program overwritten.
pub(crate) fn damaged(scene: Scene) -> Scene {
    made(scene, "damaged", |folder| {
        copy_dist(folder, |page| {
            let Some((before, program)) = page.split_once("id=\"skillreel-wasm\"") else {
                return Ok(page.to_owned());
            };
            let (start, rest) = program.split_at_checked(4000).context("a very short program")?;
            let (_, end) = rest.split_at_checked(400).context("a very short program")?;
            Ok([before, "id=\"skillreel-wasm\"", start, &"A".repeat(400), end].concat())
        })
    })
}

/// The page with its text changed.
pub(crate) fn changed(scene: Scene, name: &str, change: impl Fn(&str) -> Result<String>) -> Scene {
    made(scene, name, |folder| copy_dist(folder, change))
}

/// A page that has nothing to do with the one that was built.
pub(crate) fn of_text(scene: Scene, name: &str, page: &str) -> Scene {
    made(scene, name, |folder| Ok(std::fs::write(folder.join("index.html"), page)?))
}

/// Where the pages of this run are. Those of the last run are gone with its first page.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pages");
    // What cannot be removed or made shows as soon as a page is put there.
    std::fs::remove_dir_all(&root).ok();
    std::fs::create_dir_all(&root).ok();
    root
});

/// A folder that is filled by the first test that needs it: elsewhere, and then moved into place,
/// because another test may need it at the same time.
fn made(scene: Scene, name: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Scene {
    let folder = ROOT.join(name);
    if !folder.is_dir() {
        let fresh = tempfile::tempdir_in(&*ROOT);
        let filled = fresh.map_err(anyhow::Error::from).and_then(|fresh| {
            fill(fresh.path())?;
            match std::fs::rename(fresh.path(), &folder) {
                // Another test was faster, and made the same.
                Err(_) if folder.is_dir() => Ok(()),
                moved => Ok(moved?),
            }
        });
        if let Err(error) = filled {
            // The test then fails for want of its page.
            eprintln!("{} could not be made: {error:#}", folder.display());
        }
    }
    scene.folder(folder)
}

/// Copies the page that was built, and changes its documents.
fn copy_dist(folder: &Path, change: impl Fn(&str) -> Result<String>) -> Result<()> {
    for entry in std::fs::read_dir(settings::dist()?)? {
        let from = entry?.path();
        let to = folder.join(from.file_name().unwrap_or_default());
        if from.extension().is_some_and(|ending| ending == "html") {
            std::fs::write(to, change(&std::fs::read_to_string(&from)?)?)?;
        } else if from.is_file() {
            std::fs::copy(&from, to)?;
        }
    }
    Ok(())
}

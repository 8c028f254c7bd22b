//! Pages other than the one that was built: with other notes, with its notes beside it, or damaged.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};
use skillreel::cli::files::read_notes;
use skillreel::export::page::fill::{SNAPSHOT_REGION, fill};
use skillreel::export::page::look::PageLook;
use skillreel::export::page::pack;
use skillreel::export::site::template::DOCUMENT_FILE;
use skillreel::export::site::vault_pieces::FillingInPieces;
use skillreel::vault::NoteFile;

use crate::harness::run::Scene;
use crate::harness::settings;

/// About how many bytes of texts a piece holds: so few that most searches need several.
const PIECE_BYTES: usize = 4096;

/// The page that was built, in the form in which these tests are to see it.
pub(crate) fn built() -> Result<PathBuf> {
    if !settings::is_beside() {
        return settings::dist();
    }
    folder_of("built", |folder| {
        let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("notes");
        fill_copy(folder, &read_notes(&[bundled])?.notes)
    })
}

/// The page with notes under names that no disk takes.
pub(crate) fn with_files(scene: Scene, name: &str, notes: &[NoteFile]) -> Scene {
    made(scene, name, |folder| fill_copy(folder, notes))
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
        fill_copy(folder, &read_notes(&[sources.path().to_owned()])?.notes)
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

fn made(scene: Scene, name: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Scene {
    let folder = folder_of(name, fill).unwrap_or_else(|error| {
        // The test then fails for want of its page.
        eprintln!("{name} could not be made: {error:#}");
        ROOT.join(name)
    });
    scene.folder(folder)
}

/// A folder that is filled by the first test that needs it: elsewhere, and then moved into place,
/// because another test may need it at the same time.
fn folder_of(name: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let folder = ROOT.join(name);
    if !folder.is_dir() {
        let fresh = tempfile::tempdir_in(&*ROOT)?;
        fill(fresh.path())?;
        match std::fs::rename(fresh.path(), &folder) {
            // Another test was faster, and made the same.
            Err(_) if folder.is_dir() => {}
            moved => moved?,
        }
    }
    Ok(folder)
}

/// Copies the page that was built, with these notes in it, or beside the hosted one.
fn fill_copy(folder: &Path, notes: &[NoteFile]) -> Result<()> {
    copy_dist(folder, |page| Ok(pack::page(page, notes, &PageLook::default())?))?;
    if settings::is_beside() {
        put_beside(folder, notes.to_vec(), PIECE_BYTES)?;
    }
    Ok(())
}

/// Puts notes beside the hosted page of a folder, about so many bytes of text a piece.
pub(crate) fn put_beside(folder: &Path, notes: Vec<NoteFile>, piece_bytes: usize) -> Result<()> {
    let document = folder.join(DOCUMENT_FILE);
    let in_pieces = FillingInPieces::of(notes, &PageLook::default(), piece_bytes)?;
    let filled = fill(&std::fs::read_to_string(&document)?, &in_pieces.filling.content())?;
    std::fs::write(&document, filled)?;
    for (name, bytes) in in_pieces.files {
        let file = folder.join(name);
        std::fs::create_dir_all(file.parent().unwrap_or(folder))?;
        std::fs::write(file, bytes)?;
    }
    Ok(())
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

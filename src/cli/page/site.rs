//! `skillreel site`: a folder for any static host, with the page, its program and the notes.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::export::page::fill;
use crate::export::page::gzip::PackError;
use crate::export::page::look::PageLook;
use crate::export::page::pack::{Filling, SINGLE_FILE};
use crate::export::site::digest::integrity;
use crate::export::site::template::{
    BesideFile, DOCUMENT_FILE, FOR_OTHERS, FilledSite, WORKER_FILE,
};
use crate::export::site::vault_pieces::{self, FillingInPieces, PIECE_BYTES};

use super::packed::tell_packed;
use super::site_source::SiteSource;
use super::whole_folder::WholeFolder;
use crate::cli::loading::handed_out;
use crate::cli::outcome::Error;
use crate::cli::output::counted;
use crate::cli::progress::Progress;

/// Writes a folder that holds the notes at paths.
pub(in crate::cli) fn site(
    paths: &[PathBuf],
    output: &Path,
    page: Option<&Path>,
    look: &PageLook,
    out: &mut impl Write,
) -> Result<(), Error> {
    let source = SiteSource::find(page)?;
    let template = source.template()?;
    let single = source.text(SINGLE_FILE)?;
    // What cannot be written is better told before the notes are read.
    let mut folder = WholeFolder::begin(output)?;
    let mut bytes = 0;
    for BesideFile { name, integrity: wanted } in template.files() {
        let file = source.bytes(name)?;
        if integrity(&file) != *wanted {
            return Err(source.damaged(name).into());
        }
        bytes += folder.write(name, [&*file])?;
    }
    for name in FOR_OTHERS {
        bytes += folder.write(name, [&*source.bytes(name)?])?;
    }
    let progress = Progress::begin("reading files");
    let (notes, left_out) = handed_out(paths)?;
    progress.now(format!("packing {}", counted(notes.len(), "note")));
    let is_understood = vault_pieces::is_understood_by(&source.text(DOCUMENT_FILE)?);
    let is_in_pieces = vault_pieces::is_worth_it(&notes);
    let mut not_searched = 0;
    let (filling, inside) = match is_in_pieces && is_understood {
        true => {
            let in_pieces = FillingInPieces::of(notes, look, PIECE_BYTES)?;
            let FillingInPieces { filling, files, not_searched: more } = in_pieces;
            not_searched = more;
            for (name, piece) in &files {
                bytes += folder.write(name, [&**piece])?;
            }
            // It is what a page of all notes is saved from, and need not hold them itself.
            (filling, Some(Filling::of(Vec::new(), look)?))
        }
        false => (Filling::of(notes, look)?, None),
    };
    let content = filling.content();
    let inside = inside.as_ref().map_or(content, Filling::content);
    let single = fill::pieces(&single, &inside).map_err(PackError::Page)?;
    bytes += folder.write(SINGLE_FILE, single.iter().map(|piece| piece.as_bytes()))?;
    let FilledSite { document, worker } = template.fill(&content).map_err(PackError::Page)?;
    bytes += folder.write(DOCUMENT_FILE, document.iter().map(|piece| piece.as_bytes()))?;
    bytes += folder.write(WORKER_FILE, [worker.as_bytes()])?;
    let files = folder.finish()?;
    drop(progress);
    tell_packed(output, Some(files), bytes, &filling, left_out, out)?;
    if not_searched > 0 {
        writeln!(
            out,
            "The search of a page holds no more: {} of the last notes cannot be found by it. docs/SCALE.md has ways for more.",
            counted(not_searched, "text")
        )?;
    }
    if is_in_pieces && !is_understood {
        writeln!(
            out,
            "The page to fill is of another version than this program, so it holds all notes itself; of the same version, \
             it fetches what is looked at."
        )?;
    }
    Ok(())
}

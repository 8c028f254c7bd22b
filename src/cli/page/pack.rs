//! `skillreel pack`: one page that holds the notes and needs nothing else.

use std::borrow::Cow;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::export::page::fill;
use crate::export::page::gzip::PackError;
use crate::export::page::look::PageLook;
use crate::export::page::pack::Filling;

use super::packed::tell_packed;
use super::template::{self, Template};
use super::writing::write_whole;
use crate::cli::loading::handed_out;
use crate::cli::outcome::Error;
use crate::cli::output::counted;
use crate::cli::progress::Progress;

/// Writes one page that holds the notes at paths.
pub(in crate::cli) fn pack(
    paths: &[PathBuf],
    output: &Path,
    page: Option<&Path>,
    look: &PageLook,
    out: &mut impl Write,
) -> Result<(), Error> {
    let template = template::find(page).map_err(Error::Template)?;
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |cause| Error::Page { path, cause }
    };
    let text = match template {
        Template::Embedded(page) => Cow::Borrowed(page),
        Template::File(path) => Cow::Owned(fs::read_to_string(&path).map_err(failed(&path))?),
    };
    let progress = Progress::begin("reading files");
    let (notes, left_out) = handed_out(paths)?;
    progress.now(format!("packing {}", counted(notes.len(), "note")));
    let filling = Filling::of(notes, look)?;
    let pieces = fill::pieces(&text, &filling.content()).map_err(PackError::Page)?;
    let bytes =
        write_whole(output, pieces.iter().map(|piece| piece.as_bytes())).map_err(failed(output))?;
    drop(progress);
    tell_packed(output, None, bytes, &filling, left_out, out)
}

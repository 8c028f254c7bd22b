//! `skillreel pack`: one page that holds the notes and needs nothing else.

use std::borrow::Cow;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::export::page::look::PageLook;
use crate::export::page::pack;
use crate::note::is_transcript;
use crate::vault::NoteFile;

use super::loading::handed_out;
use super::outcome::Error;
use super::output::counted;
use super::template::{self, Template};

/// Writes one page that holds the notes at paths.
pub(super) fn pack(
    paths: &[PathBuf],
    output: &Path,
    page: Option<&Path>,
    look: &PageLook,
    out: &mut impl Write,
) -> Result<(), Error> {
    let (notes, left_out) = handed_out(paths)?;
    let template = template::find(page).map_err(Error::Template)?;
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |cause| Error::Page { path, cause }
    };
    let text = match template {
        Template::Embedded(page) => Cow::Borrowed(page),
        Template::File(path) => Cow::Owned(fs::read_to_string(&path).map_err(failed(&path))?),
    };
    let filled = pack::page(&text, &notes, look).map_err(Error::Pack)?;
    fs::write(output, &filled).map_err(failed(output))?;
    let is_spoken = |file: &&NoteFile| is_transcript(&file.path, &file.text.read());
    let transcripts = notes.iter().filter(is_spoken).count();
    let mut count = counted(notes.len() - transcripts, "note");
    if transcripts > 0 {
        count = format!("{count}, {}", counted(transcripts, "transcript"));
    }
    let size = filled.len().div_ceil(1024);
    writeln!(out, "{}: {count}, {size} KiB", output.display())?;
    if let Some(words) = left_out.in_words() {
        writeln!(out, "{words}")?;
    }
    let remarks: usize = notes.iter().map(|note| note.without_remarks().1).sum();
    if remarks > 0 {
        writeln!(out, "left out: {}", counted(remarks, "hidden remark"))?;
    }
    Ok(())
}

//! What `pack` and `site` say at the end.

use std::io::Write;
use std::path::Path;

use crate::export::page::pack::Filling;

use crate::cli::loading::LeftOut;
use crate::cli::outcome::Error;
use crate::cli::output::counted;

/// Says what was packed, into how many files where it is a folder, and what of the notes is not in it.
pub(super) fn tell_packed(
    output: &Path,
    files: Option<usize>,
    bytes: u64,
    filling: &Filling,
    left_out: LeftOut,
    out: &mut impl Write,
) -> Result<(), Error> {
    let mut said = vec![counted(filling.notes, "note")];
    if filling.transcripts > 0 {
        said.push(counted(filling.transcripts, "transcript"));
    }
    said.extend(files.map(|files| counted(files, "file")));
    said.push(format!("{} KiB", bytes.div_ceil(1024)));
    writeln!(out, "{}: {}", output.display(), said.join(", "))?;
    if let Some(words) = left_out.in_words() {
        writeln!(out, "{words}")?;
    }
    if filling.remarks > 0 {
        writeln!(out, "left out: {}", counted(filling.remarks, "hidden remark"))?;
    }
    Ok(())
}

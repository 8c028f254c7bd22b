//! `skillreel read`: what was read from notes.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::export::formats::claim_documents::each_document;
use crate::export::formats::data;
use crate::matrix::Matrix;
use crate::vault::Vault;
use crate::video::clock;

use super::args::ReadFormat;
use super::loading::{handed_out, vault};
use super::outcome::Error;
use super::output::{counted, write_json};

/// Writes what was read from the notes at paths.
pub(super) fn read(
    paths: &[PathBuf],
    format: ReadFormat,
    out: &mut impl Write,
) -> Result<(), Error> {
    match format {
        ReadFormat::Text => text(&vault(paths)?, out),
        ReadFormat::Json => write_json(&data::read(&vault(paths)?), out),
        ReadFormat::Jsonl => documents(paths, out),
    }
}

/// A document a line, of what may be handed out: they are made for other programs, and those for other people.
fn documents(paths: &[PathBuf], out: &mut impl Write) -> Result<(), Error> {
    let (notes, left_out) = handed_out(paths)?;
    let vault = Vault::read(&notes);
    if let Some(words) = left_out.in_words() {
        eprintln!("{words}");
    }
    each_document(&vault, &Matrix::of(&vault), |document| {
        serde_json::to_writer(&mut *out, document).map_err(io::Error::from)?;
        Ok(writeln!(out)?)
    })
}

/// What was read, for people.
fn text(vault: &Vault, out: &mut impl Write) -> Result<(), Error> {
    let read = data::read(vault);
    for note in &read.notes {
        let video = note.video.map_or_else(|| "no video".to_owned(), |video| video.to_string());
        writeln!(out, "{}: {} ({video})", note.note, note.title)?;
        for section in &note.sections {
            let heading = if section.heading.is_empty() {
                "(before the first heading)"
            } else {
                section.heading
            };
            let indent = "  ".repeat(usize::from(section.rank.max(1)));
            writeln!(out, "{indent}{heading}")?;
            for claim in &section.claims {
                let times: Vec<String> =
                    claim.stamps.iter().map(|stamp| clock(stamp.seconds)).collect();
                writeln!(out, "{indent}  - {} [{}]", claim.text, times.join(", "))?;
            }
        }
        let (links, problems) = (note.links.len(), note.problems.len());
        writeln!(out, "  {}, {}", counted(links, "link"), counted(problems, "problem"))?;
    }
    for transcript in &read.transcripts {
        let data::TranscriptData { transcript, video, lines, problems } = transcript;
        let video = video.map_or_else(|| "no video".to_owned(), |video| video.to_string());
        writeln!(out, "{transcript}: transcript ({video})")?;
        for line in lines {
            let time = line.stamps.first().map_or_else(|| "–".to_owned(), |at| clock(at.seconds));
            writeln!(out, "  {time}  {}", line.text)?;
        }
        writeln!(out, "  {}", counted(problems.len(), "problem"))?;
    }
    Ok(())
}

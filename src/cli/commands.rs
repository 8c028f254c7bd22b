//! What each command does.

use std::borrow::Cow;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::corpus;
use crate::export::formats::{csv, data, html, markdown};
use crate::export::page::gzip::PackError;
use crate::export::page::handed_out;
use crate::export::page::look::PageLook;
use crate::export::page::pack;
use crate::matrix::Matrix;
use crate::note::{Severity, is_transcript};
use crate::search::{Candidate, Hit, Index, Query, Target, Tier};
use crate::vault::files::skipped::Skipped;
use crate::vault::{NoteFile, Vault};
use crate::video::clock;
use crate::view_state::ViewState;

use super::args::{CliCommand, Json, MatrixFormat};
use super::files::{self, UnreadPath};
use super::template::{self, FileTemplateError, Template};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All is fine.
    Fine,
    /// `check` found something that cannot be used.
    FoundErrors,
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub(super) enum Error {
    /// A note could not be read.
    Input(UnreadPath),
    /// There is no page to fill.
    Template(FileTemplateError),
    /// The page could not be packed.
    Pack(PackError),
    /// The page could not be read or written.
    Page { path: PathBuf, cause: io::Error },
    /// Standard output cannot be written.
    Output(io::Error),
}

pub(super) fn run(command: CliCommand, out: &mut impl Write) -> Result<Outcome, Error> {
    match command {
        CliCommand::Check(Json { notes, json }) => return check(&vault(&notes.paths)?, json, out),
        CliCommand::Matrix { notes, format, why } => {
            matrix(&vault(&notes.paths)?, format, why, out)?
        }
        CliCommand::Search { json, query, limit } => {
            search(&vault(&json.notes.paths)?, &query, limit, json.json, out)?;
        }
        CliCommand::Read(Json { notes, json }) => read(&vault(&notes.paths)?, json, out)?,
        CliCommand::Pack { notes, output, page, title, accent, view } => {
            // The page says it in its own words, whoever wrote it.
            let view = ViewState::from_fragment(&view).to_fragment();
            pack(&notes.paths, &output, page.as_deref(), &PageLook { title, accent, view }, out)?;
        }
    }
    Ok(Outcome::Fine)
}

fn vault(paths: &[PathBuf]) -> Result<Vault, Error> {
    Ok(Vault::read(&notes(paths)?))
}

/// The notes at paths. What is left out that one would miss is said on standard error.
fn notes(paths: &[PathBuf]) -> Result<Vec<NoteFile>, Error> {
    let found = files::read_notes(paths).map_err(Error::Input)?;
    for Skipped { path, reason } in found.skipped {
        eprintln!("{path} {reason}");
    }
    Ok(found.notes)
}

fn check(vault: &Vault, json: bool, out: &mut impl Write) -> Result<Outcome, Error> {
    let check = data::check(vault);
    let errors = check.problems.iter().filter(|p| p.severity == Severity::Error).count();
    if json {
        write_json(&check, out)?;
    } else {
        for problem in &check.problems {
            let data::ProblemData { file, line, severity, code, message } = problem;
            writeln!(out, "{file}:{line}: {severity}[{code}]: {message}")?;
        }
        let problems = check.problems.len();
        writeln!(
            out,
            "{}, {}, {}",
            counted(check.notes, "note"),
            counted(problems, "problem"),
            counted(errors, "error")
        )?;
    }
    Ok(if errors > 0 { Outcome::FoundErrors } else { Outcome::Fine })
}

fn matrix(
    vault: &Vault,
    format: MatrixFormat,
    why: bool,
    out: &mut impl Write,
) -> Result<(), Error> {
    let matrix = Matrix::of(vault);
    match format {
        MatrixFormat::Json => {
            let why = why.then(|| data::why(vault));
            write_json(&data::MatrixData { why, ..data::matrix(vault, &matrix) }, out)?;
        }
        MatrixFormat::Md => out.write_all(markdown::matrix(vault, &matrix).as_bytes())?,
        MatrixFormat::Csv => out.write_all(csv::matrix(vault, &matrix).as_bytes())?,
        MatrixFormat::Html => out.write_all(html::matrix_table(vault, &matrix).as_bytes())?,
    }
    if why && format != MatrixFormat::Json {
        writeln!(out)?;
        for data::WhyData { note, line, rule, made, missing, .. } in data::why(vault) {
            let verdict = if made { "skills" } else { "no skills" };
            let missing = missing.map_or_else(String::new, |missing| format!(": {missing}"));
            writeln!(out, "{note}:{line}: {verdict}, by {rule}{missing}")?;
        }
    }
    Ok(())
}

fn search(
    vault: &Vault,
    query: &str,
    limit: usize,
    json: bool,
    out: &mut impl Write,
) -> Result<(), Error> {
    let matrix = Matrix::of(vault);
    let index = Index::of(vault, corpus::entries(&matrix));
    // Other programs know skills, claims and notes. A topic's heading is above the claims found.
    let known = |candidate: Candidate<'_>| match candidate {
        Candidate::Topic(..) => None,
        _ => Some(Tier::First),
    };
    let answer = index.search_among(&Query::read(query), limit, &mut { known });
    let hits = answer.best(limit);
    if json {
        return write_json(&data::search(vault, &matrix, query, &hits), out);
    }
    for hit in &hits {
        writeln!(out, "{}", hit_line(vault, &matrix, hit))?;
    }
    if hits.is_empty() {
        writeln!(out, "Nothing found for “{query}”.")?;
        if let Some(suggestion) = &answer.suggestion {
            writeln!(out, "Did you mean “{suggestion}”?")?;
        }
    }
    Ok(())
}

fn hit_line(vault: &Vault, matrix: &Matrix, hit: &Hit) -> String {
    let path = |id| vault.note(id).map_or("", |note| note.path.as_str());
    let (_, text) = corpus::title_and_text(vault, matrix, &hit.target);
    match &hit.target {
        Target::Skill(_) => format!("skill  {text}"),
        Target::Note(note) => format!("note   {text}  ({})", path(note)),
        Target::Topic { note, .. } => format!("topic  {text}  ({})", path(note)),
        Target::Claim { note, seconds, .. } => {
            let time = seconds.map_or_else(|| "–".to_owned(), clock);
            format!("claim  {time}  {text}  ({})", path(note))
        }
        Target::Line { note, seconds, .. } => {
            let time = seconds.map_or_else(|| "–".to_owned(), clock);
            format!("moment {time}  {text}  ({})", path(note))
        }
    }
}

fn read(vault: &Vault, json: bool, out: &mut impl Write) -> Result<(), Error> {
    let read = data::read(vault);
    if json {
        return write_json(&read, out);
    }
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

fn pack(
    paths: &[PathBuf],
    output: &Path,
    page: Option<&Path>,
    look: &PageLook,
    out: &mut impl Write,
) -> Result<(), Error> {
    let mut notes = notes(paths)?;
    // A sheet that is no ladder may name people, and what names people is never handed out unasked.
    let left_out = handed_out::leave_out_people(&mut notes);
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
    if left_out > 0 {
        let sheets = counted(left_out, "sheet");
        writeln!(
            out,
            "{sheets} left out: nothing of it is in the matrix, and it may name people."
        )?;
    }
    let remarks: usize = notes.iter().map(|note| note.without_remarks().1).sum();
    if remarks > 0 {
        writeln!(out, "left out: {}", counted(remarks, "hidden remark"))?;
    }
    Ok(())
}

fn write_json(data: &impl Serialize, out: &mut impl Write) -> Result<(), Error> {
    serde_json::to_writer_pretty(&mut *out, data).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(error) => error.fmt(f),
            Self::Template(error) => error.fmt(f),
            Self::Pack(error) => error.fmt(f),
            Self::Page { path, cause } => write!(f, "{}: {cause}", path.display()),
            Self::Output(error) => write!(f, "the output cannot be written: {error}"),
        }
    }
}

impl std::error::Error for Error {}

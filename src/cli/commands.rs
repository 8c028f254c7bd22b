//! What each command does.

use std::io::Write;

use crate::corpus;
use crate::export::formats::{csv, data, html, markdown};
use crate::matrix::Matrix;
use crate::note::Severity;
use crate::search::{Candidate, Hit, Index, Query, Target, Tier};
use crate::vault::Vault;
use crate::video::clock;

use super::args::{CliCommand, Json, MatrixFormat};
use super::loading::vault;
use super::outcome::{Error, Outcome};
use super::output::{counted, write_json};
use super::page::pack::pack;
use super::page::site::site;
use super::read::read;

/// Carries out a command, and writes what it has to say.
pub(super) fn run(command: CliCommand, out: &mut impl Write) -> Result<Outcome, Error> {
    match command {
        CliCommand::Check(Json { notes, json }) => return check(&vault(&notes.paths)?, json, out),
        CliCommand::Matrix { notes, format, why } => {
            matrix(&vault(&notes.paths)?, format, why, out)?
        }
        CliCommand::Search { json, query, limit } => {
            search(&vault(&json.notes.paths)?, &query, limit, json.json, out)?;
        }
        CliCommand::Read { json, format } => read(&json.notes.paths, json.or(format), out)?,
        CliCommand::Pack { notes, output, page } => {
            pack(&notes.paths, &output, page.page.clone().as_deref(), &page.look(), out)?;
        }
        CliCommand::Site { notes, output, page } => {
            site(&notes.paths, &output, page.page.clone().as_deref(), &page.look(), out)?;
        }
    }
    Ok(Outcome::Fine)
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
    let index = Index::of(vault.all(), corpus::entries(&matrix));
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

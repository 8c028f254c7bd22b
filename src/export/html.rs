//! The matrix and the claims as plain HTML, readable without any program.

use std::fmt::Write;

use crate::matrix::{Matrix, Placement, Skill};
use crate::note::{Claim, Note};
use crate::vault::Vault;
use crate::video::{clock, watch_url};

use super::table::{self, Cell, Moment};

/// The most placements whose claims are written out in full. A bigger vault's page would take
/// longer to load than the program that replaces it; its matrix is complete all the same.
const MOST_PLACEMENTS: usize = 500;

/// What a page shows before the program runs, or without it: matrix, claims, notes, all linked.
#[must_use]
pub fn static_page(vault: &Vault, matrix: &Matrix, title: &str) -> String {
    let mut out = String::from("<main class=\"static\">\n");
    let _ = writeln!(out, "<h1>{}</h1>", escaped(title));
    if vault.notes().is_empty() {
        out.push_str("<p>This page holds no notes.</p>\n");
    }
    if !matrix.skills.is_empty() {
        out.push_str(&matrix_table(vault, matrix));
        said(vault, matrix, &mut out);
    }
    if !vault.notes().is_empty() {
        out.push_str("<h2>Notes</h2>\n<ul>\n");
        vault.notes().iter().for_each(|note| note_item(note, &mut out));
        out.push_str("</ul>\n");
    }
    out.push_str("</main>");
    out
}

/// The matrix as a table whose times are links.
#[must_use]
pub fn matrix_table(vault: &Vault, matrix: &Matrix) -> String {
    let columns = table::columns(matrix);
    let mut out = String::from(
        "<table>\n<caption>Skills by seniority</caption>\n<thead><tr><th scope=\"col\">Skill</th>",
    );
    for &column in &columns {
        let _ = write!(out, "<th scope=\"col\">{}</th>", table::column_name(column));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for skill in &matrix.skills {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", escaped(&skill.name));
        for &column in &columns {
            out.push_str("<td>");
            if let Some(cell) = table::cell(vault, skill, column) {
                write_cell(&cell, &mut out);
            }
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

fn write_cell(cell: &Cell<'_>, out: &mut String) {
    if cell.ranks.is_empty() {
        out.push_str("named, not ranked");
    } else {
        let ranks: Vec<String> = cell.ranks.iter().map(u32::to_string).collect();
        let _ = write!(out, "<b>{}</b>", ranks.join(" or "));
    }
    for moment in &cell.moments {
        out.push(' ');
        write_moment(moment, out);
    }
}

fn write_moment(moment: &Moment<'_>, out: &mut String) {
    match moment.url() {
        Some(url) => {
            let (url, title) = (escaped(&url), escaped(moment.note));
            let _ = write!(out, "<a href=\"{url}\" title=\"{title}\">{}</a>", moment.time());
        }
        None => out.push_str(&moment.time()),
    }
}

/// What was said of each skill, placement by placement.
fn said(vault: &Vault, matrix: &Matrix, out: &mut String) {
    let placements: usize = matrix.skills.iter().map(|skill| skill.placements.len()).sum();
    if placements > MOST_PLACEMENTS {
        return;
    }
    out.push_str("<h2>What was said</h2>\n");
    for skill in &matrix.skills {
        let _ = writeln!(out, "<h3>{}</h3>\n<ul>", escaped(&skill.name));
        skill.placements.iter().for_each(|placement| said_in(vault, skill, placement, out));
        out.push_str("</ul>\n");
    }
}

fn said_in(vault: &Vault, skill: &Skill, placement: &Placement, out: &mut String) {
    let Some(note) = vault.note(&placement.note) else { return };
    let level = match (placement.level, placement.rank) {
        (Some(level), Some(rank)) => format!("{}, rank {rank}: ", level.label()),
        (Some(level), None) => format!("{}, named, not ranked: ", level.label()),
        (None, _) => String::new(),
    };
    let claims = placement.claims.iter().filter_map(|&id| note.claim(id));
    for claim in claims.filter(|claim| !claim.text.is_empty()) {
        let text = without_label(&claim.text, &placement.as_written, &skill.name);
        let _ = write!(out, "<li>{level}{}", escaped(text));
        claim_stamps(claim, out);
        out.push_str("</li>\n");
    }
}

fn claim_stamps(claim: &Claim, out: &mut String) {
    for stamp in &claim.stamps {
        let time = clock(stamp.seconds);
        let _ = match stamp.video {
            Some(video) => {
                write!(out, " <a href=\"{}\">{time}</a>", escaped(&watch_url(video, stamp.seconds)))
            }
            None => write!(out, " {time}"),
        };
    }
}

/// A claim's text without the skill's name at its start, which stands above it already.
fn without_label<'a>(text: &'a str, as_written: &str, name: &str) -> &'a str {
    let label = [as_written, name].into_iter().find_map(|label| text.strip_prefix(label));
    let rest = label.map(|rest| rest.trim_start_matches([':', ' ', '.', '–', '—', '-']));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(text)
}

fn note_item(note: &Note, out: &mut String) {
    let title = escaped(&note.title);
    let _ = match note.front_matter.video {
        Some(video) => {
            writeln!(out, "<li><a href=\"{}\">{title}</a></li>", escaped(&watch_url(video, 0)))
        }
        None => writeln!(out, "<li>{title}</li>"),
    };
}

/// Text made safe for HTML, between tags and in quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

//! The matrix and the claims as plain HTML, readable without any program.

use std::fmt::Write;

use rustc_hash::FxHashSet;

use crate::matrix::{Matrix, NAMED_NOT_RANKED, Placement, Skill};
use crate::note::{Claim, Note, NoteId};
use crate::vault::Vault;
use crate::video::watch_url;

use super::note_html::{self, NEW_TAB_ATTRIBUTES, escaped, link};
use super::table::{self, CellMoment, ExportCell};

/// How much of a big vault stands in a page before the program runs: of the skills those that most
/// notes name, of the notes the first. More of it would take longer to load than the program that
/// replaces it.
const MOST_SKILLS: usize = 300;
const MOST_NOTES: usize = 300;

/// How many skills stand in the first table of a page: more than a screen holds. A browser lays out the first rows of a
/// table together with its last ones, so those out of sight stand in a table of their own, which can wait.
const SKILLS_IN_SIGHT: usize = 24;

/// How much of the notes' own text stands in a page, in bytes of HTML: whole notes, the first ones.
const MOST_TEXT_BYTES: usize = 400_000;

/// The most placements whose claims are written out in full.
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
        let skills = most_named(matrix);
        let (in_sight, below) = skills.split_at(skills.len().min(SKILLS_IN_SIGHT));
        out.push_str(&table_of(vault, matrix, in_sight, "Skills by seniority"));
        if !below.is_empty() {
            out.push_str("<section>\n");
            out.push_str(&table_of(vault, matrix, below, "More skills by seniority"));
            out.push_str("</section>\n");
        }
        rest(matrix.skills.len(), MOST_SKILLS, "skills", &mut out);
        said(vault, matrix, &mut out);
    }
    if !vault.notes().is_empty() {
        out.push_str("<section>\n<h2>Notes</h2>\n<ul>\n");
        vault.notes().iter().take(MOST_NOTES).for_each(|note| note_item(note, &mut out));
        out.push_str("</ul>\n");
        rest(vault.notes().len(), MOST_NOTES, "notes", &mut out);
        out.push_str("</section>\n");
        texts(vault, &mut out);
    }
    out.push_str("</main>");
    out
}

/// The notes of which such a page tells more than their names.
#[must_use]
pub fn told_notes(vault: &Vault, matrix: &Matrix) -> FxHashSet<NoteId> {
    if vault.notes().len() <= MOST_NOTES {
        return vault.notes().iter().map(|note| note.id.clone()).collect();
    }
    let placements = || matrix.skills.iter().flat_map(|skill| &skill.placements);
    if placements().count() > MOST_PLACEMENTS {
        return FxHashSet::default();
    }
    placements().map(|placement| placement.note.clone()).collect()
}

/// What the notes say, word by word.
fn texts(vault: &Vault, out: &mut String) {
    // A vault too big for all of its notes' names has too many texts.
    if vault.notes().len() > MOST_NOTES {
        return;
    }
    let start = out.len();
    out.push_str("<section>\n<h2>What the notes say</h2>\n");
    let mut left = 0;
    for note in vault.notes() {
        let before = out.len();
        note_html::note(note, out);
        if out.len() - start > MOST_TEXT_BYTES {
            out.truncate(before);
            left += 1;
        }
    }
    if left > 0 {
        let (notes, are) = if left == 1 { ("note", "is") } else { ("notes", "are") };
        let _ = writeln!(
            out,
            "<p>The texts of {left} more {notes} {are} shown once the program runs.</p>"
        );
    }
    out.push_str("</section>\n");
}

/// The matrix as a table whose times are links.
#[must_use]
pub fn matrix_table(vault: &Vault, matrix: &Matrix) -> String {
    table_of(vault, matrix, &matrix.skills.iter().collect::<Vec<_>>(), "Skills by seniority")
}

/// The skills that stand in a page before the program runs, in the matrix's order.
fn most_named(matrix: &Matrix) -> Vec<&Skill> {
    let mut skills: Vec<(usize, &Skill)> = matrix.skills.iter().enumerate().collect();
    skills.sort_by_key(|(_, skill)| std::cmp::Reverse(skill.placements.len()));
    skills.truncate(MOST_SKILLS);
    skills.sort_unstable_by_key(|(place, _)| *place);
    skills.into_iter().map(|(_, skill)| skill).collect()
}

/// Says what is left out, where something is.
fn rest(all: usize, shown: usize, what: &str, out: &mut String) {
    if all > shown {
        let _ =
            writeln!(out, "<p>{} more {what} are shown once the program runs.</p>", all - shown);
    }
}

fn table_of(vault: &Vault, matrix: &Matrix, skills: &[&Skill], caption: &str) -> String {
    let columns = table::columns(matrix);
    let mut out =
        format!("<table>\n<caption>{caption}</caption>\n<thead><tr><th scope=\"col\">Skill</th>");
    for &column in &columns {
        let _ =
            write!(out, "<th scope=\"col\">{}</th>", escaped(table::column_name(matrix, column)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    let mut group: Option<&str> = None;
    for skill in skills {
        if skill.group.as_deref() != group {
            group = skill.group.as_deref();
            if !out.ends_with("<tbody>\n") {
                out.push_str("</tbody>\n<tbody>\n");
            }
            let width = columns.len() + 1;
            let name = escaped(group.unwrap_or(table::NO_GROUP));
            let _ =
                writeln!(out, "<tr><th scope=\"rowgroup\" colspan=\"{width}\">{name}</th></tr>");
        }
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

fn write_cell(cell: &ExportCell<'_>, out: &mut String) {
    let lines = cell.texts.iter().flat_map(|text| text.lines()).map(escaped);
    let lines: Vec<_> = lines.collect();
    out.push_str(&lines.join("<br>"));
    // A rank is a talk's word, and stands with its time behind what a ladder expects.
    if !cell.ranks.is_empty() {
        let ranks: Vec<String> = cell.ranks.iter().map(u32::to_string).collect();
        let before = if lines.is_empty() { "" } else { "<br>" };
        let _ = write!(out, "{before}<b>{}</b>", ranks.join(" or "));
    } else if lines.is_empty() {
        out.push_str(NAMED_NOT_RANKED);
    }
    for moment in &cell.moments {
        out.push(' ');
        write_moment(moment, out);
    }
}

fn write_moment(moment: &CellMoment<'_>, out: &mut String) {
    match moment.url() {
        Some(url) => {
            let (url, title) = (escaped(&url), escaped(&moment.source()));
            let time = moment.time();
            let _ =
                write!(out, "<a href=\"{url}\" title=\"{title}\" {NEW_TAB_ATTRIBUTES}>{time}</a>");
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
    out.push_str("<section>\n<h2>What was said</h2>\n");
    for skill in &matrix.skills {
        let _ = writeln!(out, "<h3>{}</h3>\n<ul>", escaped(&skill.name));
        skill.placements.iter().for_each(|placement| said_in(vault, matrix, placement, out));
        out.push_str("</ul>\n");
    }
    out.push_str("</section>\n");
}

fn said_in(vault: &Vault, matrix: &Matrix, placement: &Placement, out: &mut String) {
    let Some(note) = vault.note(&placement.note) else { return };
    let label = escaped(matrix.level_label(placement.level));
    let level = match (placement.level, placement.rank) {
        (Some(_), Some(rank)) => format!("{label}, rank {rank}: "),
        (Some(_), None) if placement.is_chosen() => format!("{label}, {}: ", table::CHOSEN),
        (None, _) if placement.is_chosen() => format!("{}: ", table::CHOSEN),
        (Some(_), None) if placement.text.is_some() => format!("{label}: "),
        (Some(_), None) => format!("{label}, named, not ranked: "),
        (None, _) => String::new(),
    };
    if let Some(text) = &placement.text {
        let _ = writeln!(out, "<li>{level}{}</li>", escaped(text));
        return;
    }
    let claims = placement.claims.iter().filter_map(|&id| note.claim(id));
    for claim in claims.filter(|claim| !claim.text.is_empty()) {
        let text = placement.without_label(&claim.text);
        let _ = write!(out, "<li>{level}{}", escaped(text));
        claim_stamps(claim, out);
        out.push_str("</li>\n");
    }
}

fn claim_stamps(claim: &Claim, out: &mut String) {
    for stamp in &claim.stamps {
        out.push(' ');
        note_html::stamp(stamp, out);
    }
}

fn note_item(note: &Note, out: &mut String) {
    let title = escaped(&note.title);
    out.push_str("<li>");
    match note.video {
        Some(video) => link(&watch_url(video, 0), &title, out),
        None => out.push_str(&title),
    }
    out.push_str("</li>\n");
}

#[cfg(test)]
mod tests;

//! The matrix as a Markdown table, for places that strip frames.

use crate::matrix::{MATRIX_MARK, Matrix, NAMED_NOT_RANKED};
use crate::vault::Vault;

use super::table::{self, ExportCell};

/// The matrix as a table of GitHub's Markdown, whose times are links. It begins with the mark by which it is read
/// back to the same matrix.
#[must_use]
pub fn matrix(vault: &Vault, matrix: &Matrix) -> String {
    let columns = table::columns(matrix);
    let names = columns.iter().map(|&column| escaped(table::column_name(matrix, column)));
    let mut out = format!("<!-- skills: {MATRIX_MARK} -->\n");
    out.push_str(&row(std::iter::once("Skill".to_owned()).chain(names)));
    out.push_str(&row(std::iter::repeat_n("---".to_owned(), columns.len() + 1)));
    let mut group: Option<&str> = None;
    for skill in &matrix.skills {
        if skill.group.as_deref() != group {
            group = skill.group.as_deref();
            let name =
                group.map_or_else(|| "–".to_owned(), |group| format!("**{}**", escaped(group)));
            let empty = std::iter::repeat_n(String::new(), columns.len());
            out.push_str(&row(std::iter::once(name).chain(empty)));
        }
        let cells = columns.iter().map(|&column| {
            table::cell(vault, skill, column).as_ref().map_or_else(String::new, written)
        });
        out.push_str(&row(std::iter::once(escaped(&skill.name)).chain(cells)));
    }
    out
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}

fn written(cell: &ExportCell<'_>) -> String {
    let ranks: Vec<String> = cell.ranks.iter().map(|rank| format!("**{rank}**")).collect();
    let texts: Vec<String> = cell.texts.iter().flat_map(|text| text.lines()).map(escaped).collect();
    let words = match (ranks.is_empty(), texts.is_empty()) {
        (true, true) => NAMED_NOT_RANKED.to_owned(),
        (true, false) => texts.join("<br>"),
        (false, true) => ranks.join(" or "),
        (false, false) => [ranks.join(" or "), texts.join("<br>")].join(" "),
    };
    let moments = cell.moments.iter().map(|moment| match moment.url() {
        Some(url) if moment.is_chosen => {
            format!("[{}]({url} \"{}\")", moment.time(), table::CHOSEN)
        }
        Some(url) => format!("[{}]({url})", moment.time()),
        None => format!("[{}]", moment.time()),
    });
    std::iter::once(words).chain(moments).collect::<Vec<_>>().join(" ")
}

/// Text in which no character means anything to Markdown, on one line.
pub(in crate::export) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

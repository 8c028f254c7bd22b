//! The matrix as CSV, one line a placement.

use crate::matrix::{CHOSEN, CSV_COLUMNS, Matrix};
use crate::vault::Vault;
use crate::video::{clock, watch_url};

/// The placements as CSV (RFC 4180) with a header line. Unknown values are empty. What is written here is read
/// back to the same matrix.
#[must_use]
pub fn matrix(vault: &Vault, matrix: &Matrix) -> String {
    let mut out = CSV_COLUMNS.join(",");
    out.push_str("\r\n");
    for skill in &matrix.skills {
        for placement in &skill.placements {
            let first = placement.stamps.first();
            let path = vault.note(&placement.note).map_or("", |note| &note.path);
            let video = first.and_then(|stamp| stamp.video);
            let url = first.zip(video).map(|(stamp, video)| watch_url(video, stamp.seconds));
            let place = matrix.levels.iter().position(|level| Some(level.id) == placement.level);
            let optional = |of: &Option<String>| text(of.as_deref().unwrap_or_default());
            let group = if placement.group.is_some() { &placement.group } else { &skill.group };
            let fields = [
                text(&skill.name),
                optional(group),
                placement.level.map_or_else(String::new, |level| level.to_string()),
                optional(&placement.level_as_written),
                place.map_or_else(String::new, |place| (place + 1).to_string()),
                placement.rank.map_or_else(String::new, |rank| rank.to_string()),
                text(&placement.as_written),
                optional(&placement.text),
                text(path),
                video.map_or_else(String::new, |video| video.to_string()),
                first.map_or_else(String::new, |stamp| stamp.seconds.to_string()),
                first.map_or_else(String::new, |stamp| clock(stamp.seconds)),
                url.unwrap_or_default(),
                if placement.is_chosen() { CHOSEN.to_owned() } else { String::new() },
            ];
            out.push_str(&fields.join(","));
            out.push_str("\r\n");
        }
    }
    out
}

/// A field of text. Spreadsheets run what starts like a formula, so an apostrophe goes before it
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
pub(super) fn text(field: &str) -> String {
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guarded = if is_formula { format!("'{field}") } else { field.to_owned() };
    if guarded.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_needs_it() {
        let cases = [
            ("Think big", "Think big"),
            ("Impact, not \"title\"", "\"Impact, not \"\"title\"\"\""),
            ("=1+1", "'=1+1"),
            ("-x", "'-x"),
        ];
        for (field, want) in cases {
            assert_eq!(text(field), want);
        }
    }
}

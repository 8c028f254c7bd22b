//! The text of a file before it is read as Markdown: what of its bytes is no text, and what its author hid.

use std::borrow::Cow;

use crate::note::markup::hidden::{Bare, without_remarks};
use crate::note::markup::markdown::TABLE_BAR;
use crate::note::{Code, Problem};
use crate::text;
use crate::text::byte_set::FewBytes;

/// What a text has where it is not taken as it is: NUL, [`TABLE_BAR`], and line ends of two bytes or of another one.
const ODD: FewBytes<3> = FewBytes([b'\0', 1, b'\r']);

/// The text with line feeds only, without byte order marks and NUL, and without the character that
/// is to stand for a bar.
pub(in crate::note) fn normalized<'t>(text: &'t str, problems: &mut Vec<Problem>) -> Cow<'t, str> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    if bare.starts_with('\u{feff}') {
        let message = "The file starts with a second byte order mark, which is read as text. \
                       Save it as UTF-8 with one mark or none.";
        problems.push(Problem::new(1, Code::Encoding, message));
    }
    // Few texts have any of what is looked for below.
    if ODD.all(bare.as_bytes()).next().is_none() {
        return Cow::Borrowed(bare);
    }
    if let Some(at) = bare.find('\0') {
        let message = "The file holds NUL characters; they show as \u{fffd}.";
        problems.push(Problem::new(line_at(bare, at), Code::Encoding, message));
    }
    let mut text = Cow::Borrowed(bare);
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n").into();
    }
    if text.contains(['\0', TABLE_BAR]) {
        text = text.replace(['\0', TABLE_BAR], "\u{fffd}").into();
    }
    text
}

/// As [`without_remarks`] for a file's bytes in an encoding that has ASCII's characters at ASCII's places.
#[must_use]
pub fn bytes_without_remarks(bytes: &[u8]) -> Vec<u8> {
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    let bare = without_remarks(&text).text;
    bare.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

/// Tells what the author hid, for what is left out by mistake would be missed.
pub(in crate::note) fn tell_remarks(text: &str, bare: &Bare<'_>, problems: &mut Vec<Problem>) {
    if let Some(at) = bare.unclosed {
        let hides = bare.text.len() < text.len() && bare.text.get(..at) == text.get(..at);
        let what = if text[at..].starts_with("%%") { "%%" } else { "<!--" };
        let becomes =
            if hides && what == "%%" { "what follows is not shown" } else { "it stays text" };
        let end = if what == "%%" { "%%" } else { "-->" };
        let message = format!(
            "The remark that “{what}” opens here is never closed, so {becomes}. Close it with “{end}”."
        );
        problems.push(Problem::new(line_at(text, at), Code::RemarkUnclosed, message));
    }
    if bare.remarks > 0 {
        let (count, are) = match bare.remarks {
            1 => ("1 remark".to_owned(), "is"),
            many => (format!("{many} remarks"), "are"),
        };
        let message = format!(
            "{count} between %% and %% or in comments {are} not shown, not searched, and left out of \
             pages that are handed out."
        );
        problems.push(Problem::new(1, Code::RemarksHidden, message));
    }
}

/// Tells of the first letter that carries more marks than are shown.
pub(in crate::note) fn tell_marks(text: &str, problems: &mut Vec<Problem>) {
    if let Some(at) = text::too_many_marks(text) {
        let message = format!(
            "A letter carries more than {} marks; the rest of them are kept and not shown.",
            text::MOST_MARKS
        );
        problems.push(Problem::new(line_at(text, at), Code::MarksCut, message));
    }
}

/// The line that a byte of a text is on, from 1.
fn line_at(text: &str, at: usize) -> u32 {
    let newlines = text[..at].bytes().filter(|&byte| byte == b'\n').count();
    u32::try_from(newlines).unwrap_or(u32::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_no_text_lose_what_was_hidden_too() {
        let bytes = b"caf\xe9 %%secr\xe9t%% \xff<!--x-->";
        assert_eq!(bytes_without_remarks(bytes), b"caf\xe9  \xff<!---->");
    }
}

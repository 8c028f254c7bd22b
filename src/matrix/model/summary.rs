//! What is said about a skill first, as one line.

use crate::note::{ClaimId, Inline, Note, claim_content, plain_text};
use crate::text::shortened;

/// The longest line under a skill's name, in characters.
const LONGEST_LINE: usize = 110;

/// What claims of a section say first about the skill that the section calls so, as one line. `None` where
/// they say no more than its name.
pub(in crate::matrix) fn summary(
    note: &Note,
    section: usize,
    claims: &[ClaimId],
    as_written: &str,
) -> Option<String> {
    let blocks = &note.sections().get(section)?.blocks;
    claims.iter().find_map(|&claim| first_said(claim_content(blocks, claim)?, as_written))
}

/// What is said up to the first stamp that has something before it, besides the skill's name.
fn first_said(content: &[Inline], as_written: &str) -> Option<String> {
    let stamps =
        content.iter().enumerate().filter(|(_, inline)| matches!(inline, Inline::Stamp(_)));
    let ends = stamps.map(|(end, _)| end).chain([content.len()]);
    ends.map(|end| plain_text(&content[..end])).find_map(|text| {
        let said = without_label(&text, as_written).trim_end_matches(['.', ',', ';', ':']);
        (!said.is_empty()).then(|| short(said))
    })
}

/// A claim's text without the skill's name in front of it, which stands above it anyway. A name that is a part
/// of the first sentence stays: “Trust is earned” without it would say nothing.
pub(in crate::matrix) fn without_label<'a>(text: &'a str, as_written: &str) -> &'a str {
    let Some(rest) = text.strip_prefix(as_written) else { return text };
    let after = rest.trim_start();
    let is_apart = after.len() < rest.len();
    let is_ended = after.starts_with([':', '–', '—', '.']) || is_apart && after.starts_with('-');
    let said = after.trim_start_matches([':', '–', '—', '.', '-', ' ']);
    let begins_anew = is_apart && !said.starts_with(char::is_lowercase);
    if is_ended || begins_anew || rest.is_empty() { said } else { text }
}

/// The start of a text: its first sentence or clause, or as many words as fit.
pub(in crate::matrix) fn short(text: &str) -> String {
    let end = text.find(['.', '!', '?']).map_or(text.len(), |at| sentence_end(text, at));
    shortened(text[..end].trim_end_matches('.').trim(), LONGEST_LINE)
}

/// The end of the first sentence of a text that may end at `at`: a full stop between two letters
/// or digits (`e.g.`, `2.5`) ends none.
fn sentence_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let ends = rest
        .match_indices(['.', '!', '?'])
        .map(|(offset, mark)| at + offset + mark.len())
        .find(|&end| text[end..].chars().next().is_none_or(char::is_whitespace));
    ends.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_goes_and_a_subject_stays() {
        for (text, said) in [
            ("Trust: it is earned", "it is earned"),
            ("Trust — It is earned", "It is earned"),
            ("Trust – it is earned", "it is earned"),
            ("Trust It is earned", "It is earned"),
            ("Trust. It is earned", "It is earned"),
            ("Trust:", ""),
            ("Trust", ""),
            ("Trust is earned", "Trust is earned"),
            ("Trust-building takes time", "Trust-building takes time"),
            ("Trusted people", "Trusted people"),
            ("Trust, once lost, is gone", "Trust, once lost, is gone"),
            ("Earn trust", "Earn trust"),
        ] {
            assert_eq!(without_label(text, "Trust"), said, "{text}");
        }
    }
}

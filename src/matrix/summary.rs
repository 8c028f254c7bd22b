//! What is said about a skill first, as one line.

use crate::note::{ClaimId, Inline, Note, claim_content, plain_text};
use crate::text::shortened;

/// The longest line under a skill's name, in characters.
const LONGEST: usize = 110;

/// What claims of a section say first about the skill that the section calls so, as one line. `None` where
/// they say no more than its name.
pub(super) fn summary(
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

/// A claim's text without the skill's name in front of it, which stands above it anyway.
pub(super) fn without_label<'a>(text: &'a str, as_written: &str) -> &'a str {
    let Some(rest) = text.strip_prefix(as_written) else { return text };
    let separates = |c: char| c.is_whitespace() || matches!(c, ':' | '–' | '—' | '-' | '.' | ',');
    if rest.chars().next().is_none_or(separates) {
        rest.trim_start_matches(separates)
    } else {
        text
    }
}

/// The start of a text: its first sentence or clause, or as many words as fit.
fn short(text: &str) -> String {
    let end = text.find(['.', '!', '?']).map_or(text.len(), |at| sentence_end(text, at));
    shortened(text[..end].trim_end_matches('.').trim(), LONGEST)
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

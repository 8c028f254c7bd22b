//! Texts that are made, not drawn: counts, short lines, claims without their labels.

use crate::matrix::{Filter, Placement, Skill};
use crate::note::{Block, ClaimId, Inline, plain_text};

use super::shelf::Shelf;

/// The longest line under a skill's name, in characters.
const LONGEST_LINE: usize = 110;

/// A number with the word that fits it.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    [number.to_string().as_str(), " ", if number == 1 { one } else { many }].concat()
}

/// A number as it stands behind what it counts.
pub(super) fn count_in_brackets(number: usize) -> String {
    ["(", &number.to_string(), ")"].concat()
}

/// What is said about a skill first, as one line, by the notes that a filter lets through; at the
/// chosen level, where something is said there. `None` where nothing is said at all.
pub(super) fn first_line(shelf: &Shelf, skill: &Skill, filter: &Filter) -> Option<String> {
    let counted = || skill.placements.iter().filter(|placement| filter.lets_through(placement));
    let is_chosen =
        |placement: &&Placement| filter.level.is_some() && placement.level == filter.level;
    counted().filter(is_chosen).chain(counted()).find_map(|placement| {
        let note = shelf.vault.note(&placement.note)?;
        let section = note.sections.get(placement.section)?;
        placement
            .claims
            .iter()
            .find_map(|&claim| first_said(claim_content(&section.blocks, claim)?, placement))
    })
}

/// What is said up to the first stamp that has something before it, besides the skill's name.
fn first_said(content: &[Inline], placement: &Placement) -> Option<String> {
    let stamps =
        content.iter().enumerate().filter(|(_, inline)| matches!(inline, Inline::Stamp(_)));
    let ends = stamps.map(|(end, _)| end).chain([content.len()]);
    ends.map(|end| plain_text(&content[..end])).find_map(|text| {
        let said = without_label(&text, placement).trim_end_matches(['.', ',', ';', ':']);
        (!said.is_empty()).then(|| short(said))
    })
}

/// The content of a claim, wherever in the blocks it stands.
pub(super) fn claim_content<'a>(blocks: &'a [Block], claim: ClaimId) -> Option<&'a [Inline]> {
    let among = |inlines: &'a [Inline]| {
        inlines.iter().find_map(|inline| match inline {
            Inline::Claim(id, content) if *id == claim => Some(content.as_slice()),
            _ => None,
        })
    };
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) => among(inlines),
        Block::List(_, items) => items.iter().find_map(|item| claim_content(&item.blocks, claim)),
        Block::Details(summary, blocks) => among(summary).or_else(|| claim_content(blocks, claim)),
        Block::Quote(blocks) => claim_content(blocks, claim),
        _ => None,
    })
}

/// A claim's text without the skill's name in front of it, which stands above it anyway.
pub(super) fn without_label<'a>(text: &'a str, placement: &Placement) -> &'a str {
    let Some(rest) = text.strip_prefix(placement.as_written.as_str()) else { return text };
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
    shortened(text[..end].trim_end_matches('.').trim(), LONGEST_LINE)
}

/// A text of at most so many characters: as many clauses or words as fit.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let start = &text[..end];
    // A clause reads better than a line that just stops.
    let cut = start.rfind([':', ';', ',']).filter(|&at| at > end / 2);
    let cut = cut.or_else(|| start.rfind(char::is_whitespace)).unwrap_or(end);
    [start[..cut].trim_end(), " …"].concat()
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

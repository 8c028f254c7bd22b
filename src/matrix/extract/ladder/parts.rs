//! Blocks cut at paragraphs that are labels, and paragraphs cut at lines that are.

use crate::matrix::extract::labels;
use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::Terms;
use crate::note::{Block, Inline, Style, plain_text};
use crate::text;

use super::lists::text_of;
use super::tables::cells::lines;

/// The most words of a line without bold that is a label over a list: "Technical skills:".
const LONGEST_PLAIN: usize = 4;

/// A paragraph, or a line of one, that is or begins with a label, with all that follows up to the next one.
pub(in crate::matrix) struct LabelledPart<'a> {
    pub(in crate::matrix) name: String,
    /// What the paragraph says behind its label.
    pub(in crate::matrix) rest: String,
    /// The paragraph, and what follows it.
    pub(in crate::matrix) blocks: &'a [Block],
}

impl<'a> LabelledPart<'a> {
    /// What follows the paragraph.
    pub(in crate::matrix) fn below(&self) -> &'a [Block] {
        self.blocks.get(1..).unwrap_or_default()
    }

    /// What is said behind the label and below it.
    pub(in crate::matrix) fn text(&self) -> String {
        let below = text_of(self.below());
        let parts = [self.rest.as_str(), &below].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("\n")
    }
}

/// Blocks cut at the paragraphs that are labels: what stands before the first, and each of them. A label without
/// a colon is one only where something follows it.
pub(in crate::matrix) fn parts<'a>(
    blocks: &'a [Block],
    terms: &Terms,
) -> (&'a [Block], Vec<LabelledPart<'a>>) {
    let is_over_list = |at: usize| matches!(blocks.get(at + 1), Some(Block::List(..)));
    let plain =
        |at: usize, inlines: &[Inline]| plain_label(inlines, terms).filter(|_| is_over_list(at));
    let paragraphs = || {
        blocks.iter().enumerate().filter_map(|(at, block)| match block {
            Block::Paragraph(inlines) => Some((at, inlines)),
            _ => None,
        })
    };
    let cut: Vec<Vec<Vec<Inline>>> =
        paragraphs().map(|(_, inlines)| split(inlines, terms)).collect();
    // "Level 1. Plans a day", a paragraph a level.
    let is_level = |lines: &&Vec<Vec<Inline>>| matches!(lines.as_slice(), [line] if level_label(line, terms).is_some());
    let are_levels = cut.iter().filter(is_level).count() > 1;
    // One line over a list leads into it, several are labels.
    let are_plain = paragraphs().filter(|(at, inlines)| plain(*at, inlines).is_some()).count() > 1;
    let mut labels: Vec<(usize, Vec<(String, String)>)> = Vec::new();
    for ((at, inlines), lines) in paragraphs().zip(&cut) {
        let mut own = labelled_lines(lines, are_levels, terms);
        if own.is_empty() {
            let alone = labels::bold_alone(inlines).filter(|_| is_over_list(at));
            let alone = alone.or_else(|| plain(at, inlines).filter(|_| are_plain));
            own.extend(alone.map(|name| (name, String::new())));
        }
        if !own.is_empty() {
            labels.push((at, own));
        }
    }
    let first = labels.first().map_or(blocks.len(), |(at, _)| *at);
    let ends: Vec<usize> = labels.iter().skip(1).map(|(at, _)| *at).chain([blocks.len()]).collect();
    let mut parts = Vec::new();
    for ((at, own), end) in labels.into_iter().zip(ends) {
        let last = own.len() - 1;
        for (line, (name, rest)) in own.into_iter().enumerate() {
            // What follows a paragraph is said of its last line.
            let blocks = if line == last { &blocks[at..end] } else { &blocks[at..=at] };
            parts.push(LabelledPart { name, rest, blocks });
        }
    }
    (&blocks[..first], parts)
}

/// The labels that are levels, with a role alone among them where two at least are more than that.
pub(in crate::matrix) fn levels_of_parts<'a, 'b>(
    parts: &'b [LabelledPart<'a>],
    terms: &Terms,
) -> Vec<(LevelName, &'b LabelledPart<'a>)> {
    let read = parts.iter().filter_map(|part| Some((LevelName::read(&part.name, terms)?, part)));
    let is_role = |level: &LevelName| level.by == By::Role && level.unknown == 0;
    let read: Vec<_> = read.filter(|(level, _)| level.is_only_level() || is_role(level)).collect();
    let roles = read.iter().filter(|(level, _)| is_role(level)).count();
    let with_role = roles == 1 && read.len() > 2;
    read.into_iter().filter(|(level, _)| with_role || !is_role(level)).collect()
}

/// The labels of a paragraph's lines, each with what it says behind it and on lines without one. None where the
/// first line has none.
fn labelled_lines(
    all: &[Vec<Inline>],
    in_paragraphs: bool,
    terms: &Terms,
) -> Vec<(String, String)> {
    let are_levels = (in_paragraphs || all.len() > 1)
        && all.iter().all(|line| level_label(line, terms).is_some());
    let mut found: Vec<(String, String)> = Vec::new();
    for (at, line) in all.iter().enumerate() {
        let label = if are_levels {
            level_label(line, terms)
        } else {
            // In bold and alone on its line it is a label over the next one.
            let alone = || labels::bold_alone(line).filter(|_| at + 1 < all.len());
            let other = || labels::other_label(line);
            labels::bold_label(line).or_else(other).or_else(alone)
        };
        let whole = lines(line);
        match (label, found.last_mut()) {
            (Some(name), _) => {
                let rest = whole.strip_prefix(name.as_str()).unwrap_or(&whole);
                let rest =
                    rest.trim_start_matches([':', '.', '–', '—', '-', ' ']).trim().to_owned();
                found.push((name, rest));
            }
            (None, Some((_, rest))) => {
                if !rest.is_empty() {
                    rest.push('\n');
                }
                rest.push_str(&whole);
            }
            (None, None) => return found,
        }
    }
    found
}

/// The level that a line without bold begins with: "Basic: plans a week", "Level 1. Plans a day".
fn level_label(line: &[Inline], terms: &Terms) -> Option<String> {
    let whole = lines(line);
    let before = |sign: &str| whole.split_once(sign);
    let signs = [":", ". ", " – ", " — ", " - "].into_iter();
    let (name, rest) = signs.filter_map(before).min_by_key(|(name, _)| name.len())?;
    let level = LevelName::read(name, terms).filter(LevelName::is_only_level);
    (level.is_some() && !rest.trim().is_empty()).then(|| name.trim().to_owned())
}

/// A short line with a colon at its end and no sentence before it: "Technical skills:".
fn plain_label(inlines: &[Inline], terms: &Terms) -> Option<String> {
    let text = plain_text(inlines);
    let name = text.trim().strip_suffix([':', '：'])?.trim();
    let is_short = (1..=LONGEST_PLAIN).contains(&text::words(name).count());
    let is_sentence = || terms.read(name).iter().any(|term| term.is(Kinds::SENTENCES));
    (is_short && name.starts_with(char::is_uppercase) && !is_sentence()).then(|| name.to_owned())
}

/// The lines of a paragraph, without the claims around them and without lines that are empty. Where the source only
/// goes on with the next line, a blank is left between two runs of text, or before a label.
fn split(inlines: &[Inline], terms: &Terms) -> Vec<Vec<Inline>> {
    let mut all: Vec<Vec<Inline>> = vec![Vec::new()];
    let mut ends_in_blank = false;
    let mut rest = labels::in_claims(inlines).peekable();
    while let Some(inline) = rest.next() {
        let is_next = match inline {
            Inline::Break => true,
            Inline::Text(_) => ends_in_blank,
            Inline::Styled(Style::Strong | Style::Emphasis, content) => {
                let next = match rest.peek() {
                    Some(Inline::Text(text)) => text.trim_start(),
                    _ => "",
                };
                let name = plain_text(content);
                let has_colon =
                    name.trim_end().ends_with([':', '：']) || next.starts_with([':', '：']);
                // Nobody sets a level in bold and a dash behind it in the middle of a sentence.
                let is_level =
                    || LevelName::read(&name, terms).is_some_and(|level| level.is_only_level());
                ends_in_blank && (has_colon || (next.starts_with(['–', '—', '-']) && is_level()))
            }
            _ => false,
        };
        if is_next {
            all.push(Vec::new());
        }
        ends_in_blank = matches!(inline, Inline::Text(text) if text.ends_with(' '));
        if let Some(line) = all.last_mut().filter(|_| !matches!(inline, Inline::Break)) {
            line.push(inline.clone());
        }
    }
    all.retain(|line| !plain_text(line).trim().is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;

    #[test]
    fn cuts_paragraphs_at_the_labels_of_their_lines() {
        let cases: [(&str, &[(&str, &str)]); 17] = [
            ("_Care_: slow\n_Speed_: fast", &[("Care", "slow"), ("Speed", "fast")]),
            ("**Care** – slow\n\n**Speed** – fast", &[("Care", "slow"), ("Speed", "fast")]),
            ("**Level 1** – slow\n**Level 2** – fast", &[("Level 1", "slow"), ("Level 2", "fast")]),
            ("Level 1. Slow\n\nLevel 2. Fast", &[("Level 1", "Slow"), ("Level 2", "Fast")]),
            ("Before **Care** – slow", &[]),
            ("**Care**: slow\n**Speed**: fast", &[("Care", "slow"), ("Speed", "fast")]),
            ("**Care:** slow  \n**Speed:** fast", &[("Care", "slow"), ("Speed", "fast")]),
            (
                "**Care:** slow\n**Speed:** fast\nand safe",
                &[("Care", "slow"), ("Speed", "fast\nand safe")],
            ),
            ("**Care**\nSlow it is.", &[("Care", "Slow it is.")]),
            ("**Care** is slow", &[]),
            ("Before\n**Care:** slow", &[]),
            ("Novice: asks\nExpert: answers", &[("Novice", "asks"), ("Expert", "answers")]),
            ("Bread: brown\nCake: white", &[]),
            ("Care:\n\n- a\n\nSpeed:\n\n- b", &[("Care", "a"), ("Speed", "b")]),
            ("**Care** Slow it is.\n\n**Speed** Fast.", &[]),
            ("**Cares** for it.\n\n**Speeds** up.", &[]),
            ("They can:\n\n- a\n\nThey must:\n\n- b", &[]),
        ];
        for (text, want) in cases {
            let note = Note::read("n.md", text);
            let (_, parts) = parts(&note.sections()[0].blocks, &Terms::new());
            let got: Vec<(String, String)> =
                parts.iter().map(|part| (part.name.clone(), part.text())).collect();
            let got: Vec<(&str, &str)> =
                got.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            assert_eq!(got, want, "{text:?}");
        }
    }
}

//! Lists and paragraphs of a ladder: labels that name skills, items that are levels.

use crate::matrix::extract::labels;
use crate::matrix::language::bare_name::{bare, unmarked};
use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::senses::Kinds;
use crate::matrix::language::terms::Terms;
use crate::note::{AuthorMark, Block, Item, plain_text};
use crate::text;

use super::headings::{is_bare_skills, is_other};
use super::tables::cells::lines;

/// The most words of an item that names a skill by itself, above the list of what is expected.
const LONGEST_ALONE: usize = 6;

/// A label, what it stands over, and whether it names a part of what is said of a level.
pub(in crate::matrix) struct Labelled<'a> {
    pub(in crate::matrix) name: String,
    pub(in crate::matrix) text: String,
    pub(in crate::matrix) blocks: &'a [Block],
    pub(in crate::matrix) is_other: bool,
}

/// The item with its label, where it has one that can name a skill.
pub(in crate::matrix) fn labelled<'a>(item: &'a Item, terms: &Terms) -> Option<Labelled<'a>> {
    let first = labels::first_line(item)?;
    let (name, rest) = match labels::label(item) {
        Some(name) => {
            let whole = lines(first);
            let rest = whole
                .trim_start_matches(['"', '“', '*'])
                .strip_prefix(name.as_str())
                .unwrap_or(&whole);
            let rest =
                rest.trim_start_matches([':', '–', '—', '-', ' ', '"', '”', '*']).trim().to_owned();
            (name, rest)
        }
        None => {
            let alone = lines(first);
            let words = text::words(&alone).count();
            let has_more = item.blocks.len() > 1;
            let is_name = has_more
                && (1..=LONGEST_ALONE).contains(&words)
                && !alone.ends_with(['.', '!', '?', ';', ',']);
            (is_name.then(|| bare(&alone).to_owned())?, String::new())
        }
    };
    let (_, name) = labels::numbered(unmarked(&name));
    let read = terms.read(&name);
    let is_question = name.ends_with(['?', '？']);
    let is_level = LevelName::read(&name, terms).is_some_and(|level| level.is_only_level());
    if name.is_empty() || is_question || is_level || read.iter().all(|term| term.is(Kinds::EMPTY)) {
        return None;
    }
    let more = text_of(item.blocks.get(1..).unwrap_or_default());
    let text = match (rest.is_empty(), more.is_empty()) {
        (false, false) => format!("{rest}\n{more}"),
        (false, true) => rest,
        _ => more,
    };
    Some(Labelled {
        is_other: is_other(&read) || is_bare_skills(&read),
        name,
        text,
        blocks: &item.blocks,
    })
}

/// The item as the name of a skill: its label, or all of it where that is short.
pub(in crate::matrix) fn whole<'a>(item: &'a Item, terms: &Terms) -> Option<Labelled<'a>> {
    labelled(item, terms).or_else(|| {
        let text = lines(labels::first_line(item)?);
        let words = text::words(&text).count();
        let is_name = (1..=LONGEST_ALONE).contains(&words)
            && !text.ends_with(['.', '!', '?', ';', ':', '。']);
        let name = bare(&text).to_owned();
        let is_other = is_other(&terms.read(&name));
        (is_name && !name.is_empty()).then(|| Labelled {
            name,
            text: String::new(),
            blocks: &item.blocks,
            is_other,
        })
    })
}

/// The level that an item is, as its label or as all of its first line; with what is said of it.
pub(in crate::matrix) fn level_item(item: &Item, terms: &Terms) -> Option<(LevelName, String)> {
    any_level(item, terms).filter(|(level, _)| is_step(level))
}

/// The same, or the role that it is.
fn any_level(item: &Item, terms: &Terms) -> Option<(LevelName, String)> {
    let first = lines(labels::first_line(item)?);
    let label = labels::label(item);
    let name = label.as_deref().unwrap_or(first.as_str());
    let level = LevelName::read(name.trim_end_matches(['.', ':']), terms)
        .filter(|level| is_step(level) || (level.by == By::Role && level.unknown == 0))?;
    let rest = match &label {
        Some(label) => first.strip_prefix(label.as_str()).unwrap_or(&first),
        None => "",
    };
    let rest = rest.trim_start_matches([':', '–', '—', '-', ' ']).trim();
    let more = text_of(item.blocks.get(1..).unwrap_or_default());
    let text =
        [rest, &more].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    Some((level, text))
}

/// The levels that all items of a list are, two at least.
pub(in crate::matrix) fn levels<'a>(
    items: &'a [Item],
    terms: &Terms,
) -> Option<Vec<(LevelName, String, &'a Item)>> {
    let read: Option<Vec<_>> = items.iter().map(|item| any_level(item, terms)).collect();
    let read = read?;
    let steps = read.iter().filter(|(level, _)| is_step(level)).count();
    // "Designer" between "Junior Designer" and "Senior Designer" is a level, too.
    let are_levels = steps == read.len() || (steps >= 2 && steps + 1 == read.len());
    let levels = read.into_iter().zip(items).map(|((level, text), item)| (level, text, item));
    are_levels.then(|| levels.collect::<Vec<_>>()).filter(|levels| levels.len() >= 2)
}

/// The levels that the items of a list are, or those that the lists within its items are, each with words.
pub(in crate::matrix) fn all_levels(items: &[Item], terms: &Terms) -> Vec<Vec<LevelName>> {
    let named = |items: &[Item]| {
        let levels = levels(items, terms)?;
        let has_words = levels.iter().all(|(_, text, _)| !text.is_empty());
        has_words.then(|| levels.into_iter().map(|(level, ..)| level).collect::<Vec<_>>())
    };
    let nested = items.iter().flat_map(|item| item.blocks.iter().skip(1));
    let nested = nested.filter_map(|block| match block {
        Block::List(_, items) => named(items),
        _ => None,
    });
    named(items).map_or_else(|| nested.collect(), |levels| vec![levels])
}

fn is_step(level: &LevelName) -> bool {
    level.is_only_level() || (level.known.is_some() && level.unknown <= 2)
}

/// The text of blocks, a line a paragraph or item.
pub(in crate::matrix) fn text_of(blocks: &[Block]) -> String {
    let mut text = String::new();
    add_text(blocks, &mut text);
    text
}

fn add_text(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => {
                let line = plain_text(inlines);
                if !line.trim().is_empty() {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(line.trim());
                }
            }
            Block::List(_, items) => items.iter().for_each(|item| add_text(&item.blocks, text)),
            Block::Quote(blocks) | Block::Details(_, blocks) => add_text(blocks, text),
            _ => {}
        }
    }
}

/// Whether what is said of a level is that nothing is said of it yet.
pub(in crate::matrix) fn says_nothing(text: &str, terms: &Terms) -> bool {
    text.len() < 60 && terms.read(text).iter().any(|term| term.is(Kinds::UNSAID))
}

/// Blocks without the lists and tables that their author marks as no skills.
pub(in crate::matrix) fn unless_marked(blocks: &[Block]) -> impl Iterator<Item = &Block> {
    let mut is_marked = false;
    blocks.iter().filter(move |block| match block {
        Block::Mark(mark, _) => {
            is_marked = *mark == AuthorMark::NoSkills;
            true
        }
        Block::List(..) | Block::Table(_) => !std::mem::take(&mut is_marked),
        _ => true,
    })
}

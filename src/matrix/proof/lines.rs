//! The lines of a note of proofs: `- **Skill** (Level): [[note]] [22:01]`.

use crate::note::{Block, Inline, Item, Note, Stamp, Style, WikiLink, plain_text};

/// A line of a note of proofs, as it is written. What it lacks is `None`.
#[derive(Debug)]
pub(in crate::matrix) struct ProofLine<'a> {
    /// The line in the file, from 1.
    pub(in crate::matrix) line: u32,
    /// The skill's name.
    pub(in crate::matrix) skill: String,
    /// What stands in brackets behind it: a level, or a group, a comma and a level.
    pub(in crate::matrix) place: Option<String>,
    /// The note in which the clip is.
    pub(in crate::matrix) link: Option<&'a WikiLink>,
    /// The clip's moment.
    pub(in crate::matrix) stamp: Option<&'a Stamp>,
}

/// The lines of a note, where its author says that it holds proofs: each item of its lists.
pub(in crate::matrix) fn lines(note: &Note) -> Vec<ProofLine<'_>> {
    let mut all = Vec::new();
    if note.front_matter().is_proof {
        note.sections().iter().for_each(|section| of_blocks(&section.blocks, &mut all));
    }
    all
}

fn of_blocks<'a>(blocks: &'a [Block], all: &mut Vec<ProofLine<'a>>) {
    for block in blocks {
        match block {
            Block::List(_, items) => {
                for item in items {
                    all.push(line(item));
                    of_blocks(&item.blocks, all);
                }
            }
            Block::Quote(blocks) | Block::Details(_, blocks) => of_blocks(blocks, all),
            _ => {}
        }
    }
}

fn line(item: &Item) -> ProofLine<'_> {
    let mut inlines = Vec::new();
    if let Some(Block::Paragraph(content)) = item.blocks.first() {
        flat(content, &mut inlines);
    }
    let link = inlines.iter().find_map(|inline| match inline {
        Inline::WikiLink(link) => Some(link),
        _ => None,
    });
    let stamp = inlines.iter().find_map(|inline| match inline {
        Inline::Stamp(stamp) => Some(stamp),
        _ => None,
    });
    let is_clip = |inline: &&Inline| matches!(inline, Inline::WikiLink(_) | Inline::Stamp(_));
    let end = inlines.iter().position(is_clip).unwrap_or(inlines.len());
    let front = &inlines[..end];
    let (skill, place) = match front.split_first() {
        Some((Inline::Styled(Style::Strong, name), rest)) => {
            let rest = spaced(rest);
            let inner = rest.split_once('(').and_then(|(_, inner)| inner.rsplit_once(')'));
            (plain_text(name), inner.map(|(inner, _)| inner.trim().to_owned()))
        }
        _ => name_and_place(&spaced(front)),
    };
    let skill = skill.trim().trim_end_matches(':').trim_end().to_owned();
    ProofLine {
        line: item.line,
        skill,
        place: place.filter(|place| !place.is_empty()),
        link,
        stamp,
    }
}

/// Texts as they are written, spaces too.
fn spaced(inlines: &[&Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            inline => plain_text(std::slice::from_ref(inline)),
        })
        .collect()
}

/// A name and what stands in the last brackets behind it.
fn name_and_place(text: &str) -> (String, Option<String>) {
    let text = text.trim().trim_end_matches(':').trim_end();
    let Some(inside) = text.strip_suffix(')') else { return (text.to_owned(), None) };
    let mut depth = 1;
    for (at, c) in inside.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (inside[..at].to_owned(), Some(inside[at + 1..].trim().to_owned()));
        }
    }
    (text.to_owned(), None)
}

/// What stands in a line, claims being only a frame around it.
fn flat<'a>(inlines: &'a [Inline], all: &mut Vec<&'a Inline>) {
    for inline in inlines {
        match inline {
            Inline::Claim(_, content) => flat(content, all),
            inline => all.push(inline),
        }
    }
}

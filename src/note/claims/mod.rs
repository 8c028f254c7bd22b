//! Claims: what a note says, cut so that every stamp stays with what it backs.

mod claim_units;
mod renumber;
mod sentences;

use rustc_hash::FxHashSet;

use crate::note::claims::claim_units::{ClaimContents, ClaimUnit, contents, has_stamp};
use crate::note::plain::plain_text;
use crate::note::time::edges;
use crate::note::{Block, Claim, ClaimId, Inline, Item, Section, Stamp};
use crate::yielding::Pieces;

/// Marks every claim of the sections in place and returns them in the order of reading.
pub(super) async fn mark(sections: &mut [Section], pieces: &mut Pieces<'_>) -> Vec<Claim> {
    let mut marker = ClaimMarker::default();
    for (index, section) in sections.iter_mut().enumerate() {
        marker.section = index;
        if has_stamp(&section.heading) {
            marker.heading(&mut section.heading, section.line);
        } else if marker.above.is_used || marker.above.is_heading {
            // A moment on a line of its own may stand above the heading of what it is about.
            marker.above = StampsAbove::default();
        }
        for block in &mut section.blocks {
            marker.blocks(std::slice::from_mut(block), section.line, ClaimUnit::Sentence);
            pieces.step().await;
        }
    }
    let ClaimMarker { mut claims, carried, .. } = marker;
    if !carried.is_empty() {
        let mut number = 0;
        let renumbered: Vec<Option<ClaimId>> = (0..claims.len())
            .map(|at| {
                let is_kept = !carried.contains(&at);
                number += u32::from(is_kept);
                is_kept.then(|| ClaimId(number - 1))
            })
            .collect();
        let mut at = 0..;
        claims.retain(|_| at.next().is_some_and(|at| !carried.contains(&at)));
        renumber::sections(sections, &renumbered);
    }
    claims
}

/// The moment that stands above what follows.
#[derive(Default)]
struct StampsAbove {
    stamps: Vec<Stamp>,
    /// The claim that it is as long as nothing else carries it.
    claim: usize,
    is_used: bool,
    is_heading: bool,
}

#[derive(Default)]
struct ClaimMarker {
    claims: Vec<Claim>,
    section: usize,
    above: StampsAbove,
    /// The claims that are none, because what follows carries their stamps.
    carried: FxHashSet<usize>,
    /// Room for the text of a paragraph.
    flat: String,
}

impl ClaimMarker {
    fn blocks(&mut self, blocks: &mut [Block], line: u32, unit: ClaimUnit) {
        for block in blocks {
            match block {
                Block::Paragraph(inlines) => self.paragraph(inlines, line, unit),
                Block::Heading(_, inlines) if has_stamp(inlines) => self.heading(inlines, line),
                Block::Heading(_, inlines) => self.whole(inlines, line),
                Block::List(_, items) => {
                    for Item { blocks, line, .. } in items {
                        self.blocks(blocks, *line, ClaimUnit::Item);
                    }
                }
                Block::Quote(blocks) | Block::Footnote(_, blocks) => {
                    self.blocks(blocks, line, unit)
                }
                Block::Details(summary, blocks) => {
                    self.whole(summary, line);
                    self.blocks(blocks, line, unit);
                }
                Block::Table(table) => table.rows.iter_mut().for_each(|row| self.row(row, line)),
                Block::Code(_) | Block::Rule | Block::Property(..) | Block::Mark(..) => {}
            }
        }
    }

    fn paragraph(&mut self, inlines: &mut Vec<Inline>, line: u32, unit: ClaimUnit) {
        *inlines = match contents(std::mem::take(inlines), unit, &mut self.flat) {
            ClaimContents::Whole(content) => vec![self.cut_out(content, line, unit)],
            ClaimContents::Several(contents) => {
                contents.into_iter().map(|content| self.cut_out(content, line, unit)).collect()
            }
        };
    }

    /// The claim of a part of a paragraph, which may be the moment of what follows.
    fn cut_out(&mut self, content: Vec<Inline>, line: u32, unit: ClaimUnit) -> Inline {
        let text = plain_text(&content);
        let is_moment = has_stamp(&content)
            && (!text.chars().any(char::is_alphanumeric) || edges::is_speaker(&content));
        let claim = self.claim(content, text, line);
        if is_moment && unit == ClaimUnit::Sentence {
            self.stands_above(false);
        }
        claim
    }

    /// A heading with a stamp, which stands above what follows.
    fn heading(&mut self, inlines: &mut Vec<Inline>, line: u32) {
        self.whole(inlines, line);
        self.stands_above(true);
    }

    /// Says that the last claim's stamps are the moment of what follows.
    fn stands_above(&mut self, is_heading: bool) {
        let Some(claim) = self.claims.len().checked_sub(1) else { return };
        let stamps = self.claims.last().map(|claim| claim.stamps.clone()).unwrap_or_default();
        self.above = StampsAbove { stamps, claim, is_used: false, is_heading };
    }

    /// Makes one claim of all the content.
    fn whole(&mut self, inlines: &mut Vec<Inline>, line: u32) {
        if !inlines.is_empty() {
            let text = plain_text(inlines);
            *inlines = vec![self.claim(std::mem::take(inlines), text, line)];
        }
    }

    /// A claim of content with its plain text.
    fn claim(&mut self, mut content: Vec<Inline>, text: String, line: u32) -> Inline {
        // Nothing is added any more, and there are many.
        content.shrink_to_fit();
        let mut stamps = Vec::with_capacity(count_stamps(&content));
        collect_stamps(&content, &mut stamps);
        let id = self.add(text, stamps, line);
        Inline::Claim(id, content)
    }

    /// A table's row is one claim; each of its cells holds a part of it.
    fn row(&mut self, row: &mut [Vec<Inline>], line: u32) {
        let mut stamps = Vec::new();
        let texts: Vec<String> = row.iter().map(|cell| plain_text(cell)).collect();
        row.iter().for_each(|cell| collect_stamps(cell, &mut stamps));
        let filled: Vec<&str> =
            texts.iter().map(String::as_str).filter(|t| !t.is_empty()).collect();
        let id = self.add(filled.join(" · "), stamps, line);
        for cell in row {
            *cell = vec![Inline::Claim(id, std::mem::take(cell))];
        }
    }

    fn add(&mut self, text: String, stamps: Vec<Stamp>, line: u32) -> ClaimId {
        let id = ClaimId(u32::try_from(self.claims.len()).unwrap_or(u32::MAX));
        let mut stamps = stamps;
        if !stamps.is_empty() {
            self.above = StampsAbove::default();
        } else if !self.above.stamps.is_empty() && text.chars().any(char::is_alphanumeric) {
            let above = |stamp: &Stamp| Stamp { is_above: true, ..stamp.clone() };
            stamps = self.above.stamps.iter().map(above).collect();
            self.above.is_used = true;
            self.carried.insert(self.above.claim);
        }
        self.claims.push(Claim { section: self.section, text, stamps, line });
        id
    }
}

fn count_stamps(inlines: &[Inline]) -> usize {
    let of = |inline: &Inline| match inline {
        Inline::Stamp(_) => 1,
        Inline::Styled(_, content) | Inline::Claim(_, content) => count_stamps(content),
        _ => 0,
    };
    inlines.iter().map(of).sum()
}

fn collect_stamps(inlines: &[Inline], stamps: &mut Vec<Stamp>) {
    for inline in inlines {
        match inline {
            Inline::Stamp(stamp) => stamps.push(stamp.clone()),
            Inline::Styled(_, content) | Inline::Claim(_, content) => {
                collect_stamps(content, stamps);
            }
            _ => {}
        }
    }
}

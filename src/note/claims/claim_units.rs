//! Where a paragraph is cut, so that each piece is one claim.

use crate::note::Inline;
use crate::note::claims::sentences::{self, STAMP_CHARACTER};
use crate::note::plain::{is_silent, plain_text};

/// What a paragraph is cut into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::note) enum ClaimUnit {
    /// Sentences; the stamps of one say nothing of another.
    Sentence,
    /// List items: a stamp backs all of the item that no earlier stamp backs.
    Item,
}

/// The contents of a paragraph's claims.
pub(in crate::note) enum ClaimContents {
    /// All of it, as most paragraphs are.
    Whole(Vec<Inline>),
    Several(Vec<Vec<Inline>>),
}

/// Cuts a paragraph into the contents of its claims. `flat` is room for its text.
pub(in crate::note) fn contents(
    inlines: Vec<Inline>,
    unit: ClaimUnit,
    flat: &mut String,
) -> ClaimContents {
    if !has_stamp(&inlines) {
        return ClaimContents::Whole(inlines);
    }
    flat.clear();
    flatten(&inlines, flat);
    let cuts = sentences::cuts(flat);
    if cuts.is_empty() {
        return ClaimContents::Whole(inlines);
    }
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    pieces.push(Vec::new());
    let mut splitter = Splitter { cuts, next: 0, at: 0 };
    splitter.split(inlines, &mut pieces);

    let mut joined: Vec<Vec<Inline>> = Vec::with_capacity(pieces.len());
    // Kept beside the last piece: looking through it anew for each that joins it is quadratic.
    let mut last_has_stamp = false;
    for piece in pieces {
        let is_stamped = has_stamp(&piece);
        let joins = match joined.last() {
            None => false,
            Some(_) if is_silent(&piece) => true,
            Some(_) => !last_has_stamp && (unit == ClaimUnit::Item || !is_stamped),
        };
        match joined.last_mut() {
            Some(last) if joins => {
                last.extend(piece);
                last_has_stamp |= is_stamped;
            }
            _ => {
                joined.push(piece);
                last_has_stamp = is_stamped;
            }
        }
    }
    // In an item, what follows the last stamp is still the item's.
    let ends_bare = joined.len() > 1 && !last_has_stamp;
    if unit == ClaimUnit::Item
        && ends_bare
        && let (Some(rest), Some(last)) = (joined.pop(), joined.last_mut())
    {
        last.extend(rest);
    }
    ClaimContents::Several(joined)
}

/// Splits inlines at places of their flattened text.
struct Splitter {
    cuts: Vec<usize>,
    next: usize,
    at: usize,
}

impl Splitter {
    /// Appends the inlines to the last piece, and opens a new piece at every cut.
    fn split(&mut self, inlines: Vec<Inline>, pieces: &mut Vec<Vec<Inline>>) {
        for inline in inlines {
            let end = self.at + flat_length(&inline);
            if self.take_cut(self.at) {
                pieces.push(Vec::new());
            }
            // What is empty may stand right at the end.
            let has_cut = self.cuts.get(self.next).is_some_and(|&cut| cut <= end);
            match inline {
                whole if !has_cut => append(pieces, whole),
                Inline::Text(text) => self.text(&text, pieces),
                Inline::Styled(style, content) => {
                    let mut inner = vec![Vec::new()];
                    self.split(content, &mut inner);
                    for (index, content) in inner.into_iter().enumerate() {
                        if index > 0 {
                            pieces.push(Vec::new());
                        }
                        append(pieces, Inline::Styled(style, content));
                    }
                }
                opaque => append(pieces, opaque),
            }
            self.at = end;
            // A cut inside a link or code is none.
            while self.cuts.get(self.next).is_some_and(|&cut| cut < end) {
                self.next += 1;
            }
        }
    }

    fn text(&mut self, text: &str, pieces: &mut Vec<Vec<Inline>>) {
        let mut start = 0;
        while let Some(&cut) = self.cuts.get(self.next).filter(|&&cut| cut < self.at + text.len()) {
            self.next += 1;
            let cut = cut - self.at;
            append(pieces, Inline::Text(text[start..cut].to_owned()));
            pieces.push(Vec::new());
            start = cut;
        }
        append(pieces, Inline::Text(text[start..].to_owned()));
    }

    fn take_cut(&mut self, place: usize) -> bool {
        let is_here = self.cuts.get(self.next) == Some(&place);
        self.next += usize::from(is_here);
        is_here
    }
}

fn append(pieces: &mut [Vec<Inline>], inline: Inline) {
    if let Some(piece) = pieces.last_mut() {
        piece.push(inline);
    }
}

/// The text in which sentences are looked for; a stamp is one placeholder, and nothing inside a
/// link or code ends a sentence.
fn flatten(inlines: &[Inline], flat: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => flat.push_str(text),
            Inline::Styled(_, content) => flatten(content, flat),
            Inline::Stamp(_) => flat.push(STAMP_CHARACTER),
            Inline::Break => flat.push('\n'),
            opaque => flat.extend(opaque_letter(opaque)),
        }
    }
}

fn flat_length(inline: &Inline) -> usize {
    match inline {
        Inline::Text(text) => text.len(),
        Inline::Styled(_, content) => content.iter().map(flat_length).sum(),
        Inline::Stamp(_) => STAMP_CHARACTER.len_utf8(),
        Inline::Break => 1,
        opaque => opaque_letter(opaque).map_or(0, char::len_utf8),
    }
}

/// Its first letter, which tells whether a sentence may start with it.
fn opaque_letter(inline: &Inline) -> Option<char> {
    let first = match inline {
        Inline::Code(text) => text.chars().next(),
        Inline::Link(link) => first_letter(&link.content),
        Inline::WikiLink(link) => first_letter(&link.content),
        _ => return None,
    };
    first.filter(|c| c.is_alphanumeric()).or(Some('x'))
}

/// What plain text begins with.
fn first_letter(inlines: &[Inline]) -> Option<char> {
    match inlines {
        [Inline::Text(text)] => text.trim_start().chars().next(),
        _ => plain_text(inlines).chars().next(),
    }
}

/// Whether inlines hold a stamp.
pub(in crate::note) fn has_stamp(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Stamp(_) => true,
        Inline::Styled(_, content) | Inline::Claim(_, content) => has_stamp(content),
        _ => false,
    })
}

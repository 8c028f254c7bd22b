//! Which of the signs that running text is looked through for stand in it: one look in place of one for each.

use std::ops::BitOrAssign;

use crate::note::Inline;
use crate::note::markup::markdown::TABLE_BAR;

const DIGIT: u8 = 1;
const COLON: u8 = 2;
const NEWLINE: u8 = 4;
/// A bracket, or what stands for a bar.
const OTHER: u8 = 8;

/// What each byte is.
const OF_BYTE: [u8; 256] = {
    let mut of = [0; 256];
    let mut digit = b'0';
    while digit <= b'9' {
        of[digit as usize] = DIGIT;
        digit += 1;
    }
    of[b':' as usize] = COLON;
    of[b'\n' as usize] = NEWLINE;
    of[b'[' as usize] = OTHER;
    of[TABLE_BAR as usize] = OTHER;
    of
};

/// What stands in texts; it may be said of more than there is, and never of less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u8);

impl Signs {
    /// Those of a text.
    pub(super) fn of(text: &str) -> Self {
        let of = |byte: u8| OF_BYTE[usize::from(byte)];
        let (chunks, rest) = text.as_bytes().as_chunks::<8>();
        // Written out, as in `ByteSet`.
        let all = |&[a, b, c, d, e, f, g, h]: &[u8; 8]| {
            (of(a) | of(b) | of(c) | of(d)) | (of(e) | of(f) | of(g) | of(h))
        };
        let of_chunks = chunks.iter().fold(0, |signs, chunk| signs | all(chunk));
        Self(rest.iter().fold(of_chunks, |signs, &byte| signs | of(byte)))
    }

    /// Those that an inline may have, which is not looked through.
    pub(super) fn within(inline: &Inline) -> Self {
        match inline {
            Inline::Stamp(_) | Inline::Break | Inline::FootnoteRef(_) => Self::default(),
            _ => Self(u8::MAX),
        }
    }

    /// Whether any of it may be taken for something else than text: for a time, or for a bar.
    pub(super) fn may_be_more(self) -> bool {
        self.0 & (DIGIT | COLON | OTHER) != 0
    }

    pub(super) fn has_digit(self) -> bool {
        self.0 & DIGIT != 0
    }

    pub(super) fn has_colon(self) -> bool {
        self.0 & COLON != 0
    }

    pub(super) fn has_newline(self) -> bool {
        self.0 & NEWLINE != 0
    }
}

impl BitOrAssign for Signs {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_sign_wherever_it_stands() {
        let cases = [
            ("", Signs(0)),
            ("plain words, no more – than that", Signs(0)),
            ("7", Signs(DIGIT)),
            (":", Signs(COLON)),
            ("\n", Signs(NEWLINE)),
            ("[", Signs(OTHER)),
            ("\u{1}", Signs(OTHER)),
            ("at 0:07\n", Signs(DIGIT | COLON | NEWLINE)),
        ];
        for (text, want) in cases {
            for place in 0..20 {
                let text = [&"é".repeat(place), text, &"z".repeat(20 - place)].concat();
                assert_eq!(Signs::of(&text), want, "{text:?}");
            }
        }
    }
}

//! The text of inlines as a reader sees it.

use super::Inline;
use crate::text::byte_set::ByteSet;

/// The text of inlines as a reader sees it, without stamps and without styling.
///
/// Where stamps are taken out, what only separated or surrounded them goes too, so that the text
/// reads as if they had never been there.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    // Most claims are texts and stamps.
    let bytes = inlines.iter().map(|inline| match inline {
        Inline::Text(text) => text.len(),
        _ => 0,
    });
    let mut plain = Plain { text: String::with_capacity(bytes.sum()), after_stamp: false };
    plain.inlines(inlines);
    let mut text = plain.text;
    text.truncate(text.trim_end().len());
    let gap = text.len() - text.trim_start().len();
    if gap > 0 {
        text.drain(..gap);
    }
    text
}

/// Plain text in the making.
struct Plain {
    text: String,
    after_stamp: bool,
}

impl Plain {
    fn inlines(&mut self, inlines: &[Inline]) {
        for (index, inline) in inlines.iter().enumerate() {
            match inline {
                Inline::Text(text) => {
                    let stamp_follows = matches!(inlines.get(index + 1), Some(Inline::Stamp(_)));
                    if !(self.after_stamp && stamp_follows && is_separator(text)) {
                        self.push(text);
                    }
                }
                Inline::Code(text) => self.push(text),
                Inline::Break => self.push(" "),
                Inline::Styled(_, content) | Inline::Claim(_, content) => self.inlines(content),
                Inline::Link(link) => self.inlines(&link.content),
                Inline::WikiLink(link) => self.inlines(&link.content),
                Inline::Stamp(_) => {
                    self.text.truncate(self.text.trim_end().len());
                    self.after_stamp = true;
                }
                Inline::FootnoteRef(_) => {}
            }
        }
    }

    fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.after_stamp && is_tidy(text) {
            self.text.push_str(text);
            return;
        }
        if self.after_stamp && text.starts_with(char::is_alphanumeric) {
            self.text.push(' ');
        }
        self.after_stamp = false;
        let words = without_gap(text);
        let first = words.chars().next();
        let closes = first.filter(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')'));
        let mut rest = text;
        // Most text that is not tidy only follows a stamp, or begins with a space.
        if closes.is_none() && is_tidy(words) {
            let has_gap = words.len() < text.len();
            if has_gap && !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
            self.text.push_str(words);
            return;
        }
        while !rest.is_empty() {
            let word_on = rest.trim_start();
            // A stamp may have stood in brackets or between spaces: one space is enough.
            let has_gap = word_on.len() < rest.len();
            if has_gap && !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
            let end = word_on.find(char::is_whitespace).unwrap_or(word_on.len());
            let (word, after) = word_on.split_at_checked(end).unwrap_or((word_on, ""));
            if closes.is_some_and(|c| word.starts_with(c)) && self.text.ends_with(' ') {
                self.text.pop();
            }
            self.text.push_str(word);
            rest = after;
        }
    }
}

/// Text from its first word on. Most has one space before that, or none.
fn without_gap(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~', ..] => text,
        [b' ', b'!'..=b'~', ..] => &text[1..],
        _ => text.trim_start(),
    }
}

/// Text as [`plain_text`] has it where nothing stands around it: itself, where it is tidy.
pub(in crate::note) fn tidy(text: &str) -> Option<&str> {
    is_tidy(text).then(|| text.trim_end())
}

/// Whether text starts with a word and has no gap that is more than one space: most text does, and
/// is taken whole.
fn is_tidy(text: &str) -> bool {
    // The last four are what spaces begin with that are no ASCII
    // (https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt).
    const SPACES: ByteSet = ByteSet::of(b"\t\n\x0b\x0c\r\xc2\xe1\xe2\xe3");
    let bytes = text.as_bytes();
    if let [b' ' | b'.' | b',' | b';' | b':' | b'!' | b'?' | b')', ..] = bytes {
        return false;
    }
    if is_plain_line(bytes) {
        return true;
    }
    let is_space = |at| text.get(at..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    let mut pairs = bytes.iter().zip(bytes.iter().skip(1));
    !SPACES.all(bytes).any(is_space) && !pairs.any(|pair| pair == (&b' ', &b' '))
}

/// Whether bytes are ASCII's, none of them of control, and no two spaces stand beside each other. Eight at a time, as
/// numbers: for each byte the highest bit of its own tells.
fn is_plain_line(bytes: &[u8]) -> bool {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH: u64 = EACH << 7;
    let (chunks, rest) = bytes.as_chunks::<8>();
    let mut last = [b'.'; 8];
    last[..rest.len()].copy_from_slice(rest);
    let mut ended_in_space = 0;
    chunks.iter().chain([&last]).all(|&chunk| {
        let bytes = u64::from_le_bytes(chunk);
        let not_control = (bytes & !HIGH) + EACH * 0x60;
        let other = bytes ^ (EACH * u64::from(b' '));
        let spaces = !(((other & !HIGH) + !HIGH) | other) & HIGH;
        let doubled = spaces & (spaces << 8 | ended_in_space);
        ended_in_space = spaces >> 56;
        doubled | (bytes & HIGH) | (!not_control & HIGH) == 0
    })
}

/// Whether inlines have no plain text ([`plain_text`]).
pub(in crate::note) fn is_silent(inlines: &[Inline]) -> bool {
    let speaks_at_once = match inlines.first() {
        Some(Inline::Text(text)) => !text.trim_start().is_empty(),
        _ => false,
    };
    !speaks_at_once && plain_text(inlines).is_empty()
}

/// Whether text between two stamps only separates them.
fn is_separator(text: &str) -> bool {
    let text = text.trim();
    text.chars().all(|c| c.is_ascii_punctuation() || c.is_whitespace() || matches!(c, '–' | '—'))
        || matches!(text, "and" | ", and")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Stamp;

    fn stamp() -> Inline {
        Inline::Stamp(Stamp::sure(1, "0:01".into(), None))
    }

    #[test]
    fn one_gap_is_one_space_wherever_it_stands() {
        for place in 1..20 {
            let (before, after) = ("a".repeat(place), "b".repeat(20 - place));
            for gap in [" ", "  ", "\t", " \u{a0}", "\u{2003} "] {
                let text = Inline::Text([&before, gap, &after].concat());
                assert_eq!(plain_text(&[text]), format!("{before} {after}"), "{gap:?} at {place}");
            }
        }
    }

    #[test]
    fn takes_stamps_out_without_a_trace() {
        let text = |t: &str| Inline::Text(t.to_owned());
        let cases = [
            (vec![text("It grows "), stamp(), text(".")], "It grows."),
            (vec![text("Honest "), stamp(), text(", "), stamp(), text(". More")], "Honest. More"),
            (vec![text("a "), stamp(), text(" and b")], "a and b"),
            (vec![text("a"), stamp(), text("b")], "a b"),
            (vec![stamp(), text(" He  says\nso")], "He says so"),
            (vec![text("Is "), Inline::Code("x .y".into()), text(" so")], "Is x .y so"),
            (vec![text("a\u{a0}b\u{2009}\u{3000}c\u{1680}d\u{85}e")], "a b c d e"),
            (vec![text("one  two"), text(" three "), text(" four")], "one two three four"),
            (vec![text("a \t")], "a"),
            (vec![text("“So” – è")], "“So” – è"),
        ];
        for (inlines, want) in cases {
            assert_eq!(plain_text(&inlines), want);
            assert!(!is_silent(&inlines), "{want}");
        }
        for silent in [vec![], vec![stamp()], vec![text(" \u{a0}"), stamp(), text(" ")]] {
            assert!(is_silent(&silent));
        }
    }
}

//! What looks like a time and stays text: counted, so that the author is told.

use crate::note::Inline;
use crate::text::byte_set::ByteSet;

/// How many times a text holds that are written as clocks or units, whatever stands around them.
pub(in crate::note) fn in_text(text: &str) -> usize {
    const DIGITS: ByteSet = ByteSet::of(b"0123456789");
    let bytes = text.as_bytes();
    let (mut count, mut at) = (0, 0);
    while let Some(start) = DIGITS.find(bytes, at) {
        let digits = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        let after = &bytes[start + digits..];
        let is_clock = after.first() == Some(&b':')
            && after.get(1..3).is_some_and(|two| two.iter().all(u8::is_ascii_digit));
        let unit =
            after.get(1..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count());
        let is_units =
            after.first() == Some(&b'm') && unit > 0 && after.get(1 + unit) == Some(&b's');
        at = start + digits;
        if is_clock || is_units {
            count += 1;
            at += if is_units {
                unit + 2
            } else {
                after.iter().take_while(|b| b.is_ascii_digit() || **b == b':').count()
            };
        }
    }
    count
}

/// How many times stand in content without being stamps.
pub(in crate::note) fn in_inlines(content: &[Inline]) -> usize {
    let of = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Code(text) => in_text(text),
        Inline::Styled(_, content) | Inline::Claim(_, content) => in_inlines(content),
        Inline::Link(link) => in_inlines(&link.content),
        Inline::WikiLink(link) if link.has_alias => {
            let hidden = link.heading.as_deref().map_or(0, in_text) + in_text(&link.target);
            hidden + in_inlines(&link.content)
        }
        Inline::WikiLink(link) => in_inlines(&link.content),
        Inline::Stamp(_) | Inline::Break | Inline::FootnoteRef(_) => 0,
    };
    content.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_whatever_looks_like_a_time() {
        let cases = [
            ("12:22 and (John 3:16), 1:02:03", 3),
            ("1m30s 10:30am 3:1 a12:22", 3),
            ("112:22 2024-01-02 http", 1),
            ("2024-01-02T10:15:00Z", 1),
            ("12:22–13:05 12:22-13:05", 4),
            ("", 0),
        ];
        for (text, want) in cases {
            assert_eq!(in_text(text), want, "{text:?}");
        }
    }
}

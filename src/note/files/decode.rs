//! From a file's bytes to text, losing nothing silently.

use crate::note::{Code, Problem};

/// Decodes a file: UTF-8, or UTF-16 where a byte order mark says so. The mark of UTF-8 stays, for
/// the reader to drop.
///
/// What cannot be decoded becomes U+FFFD, as browsers do it
/// (<https://encoding.spec.whatwg.org/#decode>), with a problem that names the first line of it.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Option<Problem>) {
    let (text, what) = match bytes {
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), "UTF-16"),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), "UTF-16"),
        _ => (String::from_utf8_lossy(bytes).into_owned(), "UTF-8"),
    };
    let has_loss = std::str::from_utf8(bytes).is_err();
    let first_loss = text.find('\u{fffd}').filter(|_| has_loss);
    let problem = first_loss.map(|at| {
        let newlines = text[..at].bytes().filter(|&byte| byte == b'\n').count();
        let line = u32::try_from(newlines).unwrap_or(u32::MAX).saturating_add(1);
        let message = format!(
            "The file is not valid {what}: what could not be read shows as \u{fffd}. Save it as UTF-8."
        );
        Problem::new(line, Code::Encoding, message)
    });
    (text, problem)
}

/// As [`decode`], but what is no UTF-8 is Windows-1252, in which spreadsheets still save.
#[must_use]
pub fn decode_sheet(bytes: &[u8]) -> (String, Option<Problem>) {
    let is_utf16 = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
    if is_utf16 || std::str::from_utf8(bytes).is_ok() {
        return decode(bytes);
    }
    (bytes.iter().map(|&byte| windows_1252(byte)).collect(), None)
}

/// A character of Windows-1252 (<https://encoding.spec.whatwg.org/#windows-1252>).
fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| match *pair {
        [a, b] => unit([a, b]),
        // Half a unit at the end: an unpaired surrogate stands in for it and decodes to U+FFFD.
        _ => 0xd800,
    });
    char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// docs/FAULTS.md, 25.
    #[test]
    fn fault_25_encodings_are_told_apart_and_losses_are_named() {
        let cases: [(&[u8], &str, Option<u32>); 8] = [
            (b"plain \xc3\xa9", "plain é", None),
            (b"\xef\xbb\xbfmarked", "\u{feff}marked", None),
            (b"\xff\xfea\0\xe9\0", "aé", None),
            (b"\xfe\xff\0a\0\xe9", "aé", None),
            (b"a\nb\xff", "a\nb\u{fffd}", Some(2)),
            (b"\xff\xfea\0\0", "a\u{fffd}", Some(1)),
            ("a \u{fffd} written so".as_bytes(), "a \u{fffd} written so", None),
            (b"", "", None),
        ];
        for (bytes, want, line) in cases {
            let (text, problem) = decode(bytes);
            assert_eq!(text, want);
            assert_eq!(problem.map(|p| p.line), line, "{want:?}");
        }
    }
}

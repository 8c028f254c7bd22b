//! Where sentences end, in text in which stamps stand as one placeholder each.

use crate::text::byte_set::ByteSet;

/// Stands for a stamp in flattened text.
pub(in crate::note) const STAMP_CHARACTER: char = '\u{fffc}';

/// Words before a full stop that end no sentence.
const ABBREVIATIONS: [&str; 20] = [
    "e.g", "i.e", "etc", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "no", "inc", "ltd", "co",
    "approx", "dept", "fig", "jr", "sr", "vol",
];

/// What the signs begin with at which a sentence may end, and a line's end.
const ENDS: ByteSet = ByteSet::of(b"\n.!?\xe0\xe2\xe3\xef");

/// The most characters of an abbreviation, or of a list's number: CommonMark takes nine digits.
const LONGEST_ABBREVIATION: usize = 9;

/// The places, in bytes, at which a text is cut into sentences; neither 0 nor the length is among
/// them. Stamps that follow a sentence belong to it, before its full stop or after, unless the
/// text opens with a stamp: then each stamp leads what follows it.
pub(in crate::note) fn cuts(text: &str) -> Vec<usize> {
    let stamps_lead = text.trim_start().starts_with(STAMP_CHARACTER);
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(start) = ENDS.find(text.as_bytes(), at) {
        let Some(c) = text[start..].chars().next() else { break };
        let after = start + c.len_utf8();
        at = after;
        let is_break = c == '\n';
        let is_end = is_break || is_terminator(c);
        if !is_end || (c == '.' && is_abbreviation(&text[..start])) {
            continue;
        }
        let mut end = after;
        let mut has_gap = is_break;
        // What neither belongs to the sentence nor parts it from the next.
        let mut other = None;
        for (place, next) in text[after..].char_indices() {
            let is_stamp = next == STAMP_CHARACTER;
            at = after + place;
            if is_terminator(next) || is_closer(next) || (is_stamp && !stamps_lead) {
                end = at + next.len_utf8();
            } else if is_stamp || !(next.is_whitespace() || (next == ',' && has_gap)) {
                other = Some(next);
                break;
            }
            has_gap |= next.is_whitespace() || is_stamp;
            at += next.len_utf8();
        }
        let is_next_ok = other.is_some_and(|next| is_break || !next.is_lowercase());
        let wide = matches!(c, '。' | '！' | '？');
        if is_next_ok && (has_gap || wide) {
            cuts.push(end);
        }
    }
    cuts
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '।' | '。' | '！' | '？')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | ']' | '”' | '’' | '»')
}

/// Whether the text before a full stop ends in an abbreviation, an initial, or a list's number.
fn is_abbreviation(before: &str) -> bool {
    // A longer word is none of them, and looking for its start could take as long as the text is.
    let mut start = before.len();
    let mut is_longer = true;
    for (at, c) in before.char_indices().rev().take(LONGEST_ABBREVIATION + 1) {
        if c.is_whitespace() || matches!(c, '(' | '"' | '“' | STAMP_CHARACTER) {
            is_longer = false;
            break;
        }
        start = at;
    }
    if is_longer && start > 0 {
        return false;
    }
    let word = &before[start..];
    let mut chars = word.chars();
    let is_initial = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase());
    let is_list_number = start == 0 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    is_initial || is_list_number || ABBREVIATIONS.iter().any(|a| word.eq_ignore_ascii_case(a))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts a text in which `#` stands for a stamp.
    fn sentences(text: &str) -> Vec<String> {
        let text = text.replace('#', &STAMP_CHARACTER.to_string());
        let mut ends = cuts(&text);
        ends.push(text.len());
        let mut start = 0;
        let mut out = Vec::new();
        for end in ends {
            out.push(text[start..end].trim().replace(STAMP_CHARACTER, "#"));
            start = end;
        }
        out
    }

    #[test]
    fn keeps_stamps_with_what_they_back() {
        let cases: [(&str, &[&str]); 13] = [
            ("One #. Two #.", &["One #.", "Two #."]),
            ("One. # Two. #, # Three.", &["One. #", "Two. #, #", "Three."]),
            ("# One. # Two.", &["# One.", "# Two."]),
            ("One #, two # and three.", &["One #, two # and three."]),
            ("He said \"go.\" # Then", &["He said \"go.\" #", "Then"]),
            ("Use e.g. Rust. Then", &["Use e.g. Rust.", "Then"]),
            ("J. Doe wrote 3.5 lines.", &["J. Doe wrote 3.5 lines."]),
            ("1. First. Second", &["1. First.", "Second"]),
            ("What? why not", &["What? why not"]),
            ("One\ntwo", &["One", "two"]),
            ("यह है। वह है।", &["यह है।", "वह है।"]),
            ("Wait… What", &["Wait…", "What"]),
            ("", &[""]),
        ];
        for (text, want) in cases {
            assert_eq!(sentences(text), want, "{text:?}");
        }
    }
}

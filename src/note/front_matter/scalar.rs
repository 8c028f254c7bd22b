//! One value of the front matter: its text as a lenient reader of YAML takes it.

/// A value of the front matter as text, with the place it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenValue {
    /// The value without quotation marks and escapes.
    pub text: String,
    /// The line in the file, from 1.
    pub line: u32,
}

impl WrittenValue {
    /// A value as it is written; `None` for an empty one.
    pub(in crate::note) fn read(value: &str, line: u32) -> Option<Self> {
        let text = plain(value).0.trim().to_owned();
        (!text.is_empty()).then_some(Self { text, line })
    }
}

/// A value without its quotes, comment, type tag and line folding, and whether a strict reader
/// would have read the same.
pub(in crate::note) fn plain(value: &str) -> (String, bool) {
    let value = value.strip_prefix("!!str ").unwrap_or(value);
    let (first, rest) = value.split_once('\n').unwrap_or((value, ""));
    match first {
        "|" | "|-" | "|+" => return (rest.to_owned(), true),
        ">" | ">-" | ">+" => return (rest.replace('\n', " "), true),
        _ => {}
    }
    let folded = value.replace('\n', " ");
    let folded = without_comment(&folded).to_owned();
    if let Some(inner) = folded.strip_prefix('"').and_then(|v| v.strip_suffix('"')) {
        return match unescape(inner) {
            Some(text) => (text, true),
            None => (folded, false),
        };
    }
    if let Some(inner) = folded.strip_prefix('\'').and_then(|v| v.strip_suffix('\'')) {
        let unpaired = inner.replace("''", "").contains('\'');
        return if unpaired { (folded, false) } else { (inner.replace("''", "'"), true) };
    }
    if let Some(inner) = folded.strip_prefix('[').and_then(|v| v.strip_suffix(']')) {
        return (inner.trim().to_owned(), false);
    }
    let text = folded.split(" #").next().unwrap_or_default().trim_end().to_owned();
    let starts_badly = text.starts_with(['"', '\'', '@', '%', '!', '{', '[', '>', '|', '&', '`'])
        || text.starts_with("- ");
    let is_clean = !(text.is_empty() || starts_badly || text.contains(": ") || text.ends_with(':'));
    (text, is_clean)
}

/// The value as it stands, where an unquoted `#` belongs to it: titles count with it.
pub(in crate::note) fn plain_with_sign(value: &str) -> (String, bool) {
    let is_bare = !value.starts_with(['"', '\'', '|', '>', '[', '!']) && value.contains(" #");
    if is_bare { (value.replace('\n', " ").trim_end().to_owned(), false) } else { plain(value) }
}

/// A quoted value without the comment behind its closing quote.
fn without_comment(value: &str) -> &str {
    let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return value;
    };
    let end = [quote, ' '].iter().collect::<String>();
    match value.rfind(&end) {
        Some(at) if at > 0 && value[at + 1..].trim_start().starts_with('#') => &value[..=at],
        _ => value,
    }
}

/// Resolves backslashes of a double-quoted value; `None` for one that is none of YAML's.
fn unescape(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => out.push(match chars.next()? {
                'n' => '\n',
                't' => '\t',
                '0' => '\0',
                c @ ('"' | '\\' | '/' | ' ') => c,
                'x' => code_point(&mut chars, 2)?,
                'u' => code_point(&mut chars, 4)?,
                'U' => code_point(&mut chars, 8)?,
                _ => return None,
            }),
            c => out.push(c),
        }
    }
    Some(out)
}

fn code_point(chars: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let value = (0..digits).try_fold(0, |value, _| Some(value * 16 + chars.next()?.to_digit(16)?));
    value.and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_values_and_tells_which_a_strict_reader_would_not() {
        let cases = [
            ("Think big", "Think big", true),
            ("C# in depth # a note", "C# in depth", true),
            ("\"a # b\" # a note", "a # b", true),
            ("\"a \\\"b\\\" \\u00e9\"", "a \"b\" é", true),
            ("\"bad \\q\"", "\"bad \\q\"", false),
            ("'it''s'", "it's", true),
            ("'it's'", "'it's'", false),
            ("a\nb", "a b", true),
            ("|\na\nb", "a\nb", true),
            (">-\na\nb", "a b", true),
            ("!!str 123", "123", true),
            ("a: b", "a: b", false),
            ("@handle", "@handle", false),
            ("", "", false),
        ];
        for (value, want, is_clean) in cases {
            assert_eq!(plain(value), (want.to_owned(), is_clean), "{value:?}");
        }
    }
}

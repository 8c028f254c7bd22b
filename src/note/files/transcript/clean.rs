//! A subtitle's line without what only says how it looks.

/// A line without tags, positions and character references; the voice that a tag names stands before it.
pub(super) fn clean(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['<', '{', '&', '\\']) {
        out.push_str(&rest[..at]);
        let here = &rest[at..];
        let (said, length) = match here.as_bytes()[0] {
            b'<' => tag(here),
            b'{' => override_codes(here),
            b'&' => reference(here),
            _ => escape(here),
        };
        match said {
            Some(said) => out.push_str(&said),
            None => out.push_str(&here[..length]),
        }
        rest = &here[length..];
    }
    out.push_str(rest);
    let said = out.trim().trim_start_matches(">>").trim();
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A tag, which goes; that of a voice says who speaks. What is no tag stays.
fn tag(text: &str) -> (Option<String>, usize) {
    let Some(end) = text.find('>') else { return (None, 1) };
    let inside = &text[1..end];
    let name = inside.trim_start_matches('/');
    let is_time = name.starts_with(|c: char| c.is_ascii_digit()) && name.contains(':');
    let short = name.split(['.', ' ', '\t']).next().unwrap_or_default();
    let is_known = matches!(
        short,
        "b" | "i" | "u" | "s" | "c" | "v" | "ruby" | "rt" | "lang" | "font" | "span"
    );
    if !is_known && !is_time {
        return (None, 1);
    }
    let voice = inside.strip_prefix('v').and_then(|rest| rest.split_once(' '));
    let said = voice.map_or_else(String::new, |(_, name)| [name.trim(), ": "].concat());
    (Some(said), end + 1)
}

/// `{\an8}` and the like.
fn override_codes(text: &str) -> (Option<String>, usize) {
    match text.find('}').filter(|_| text.starts_with("{\\")) {
        Some(end) => (Some(String::new()), end + 1),
        None => (None, 1),
    }
}

/// `\N` and `\h`, which break a line and are a blank.
fn escape(text: &str) -> (Option<String>, usize) {
    match text.as_bytes().get(1) {
        Some(b'N' | b'n' | b'h') => (Some(" ".to_owned()), 2),
        _ => (None, 1),
    }
}

fn reference(text: &str) -> (Option<String>, usize) {
    let known = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&lrm;", ""),
        ("&rlm;", ""),
    ];
    let found = known.iter().find(|(name, _)| text.starts_with(name));
    found.map_or((None, 1), |(name, said)| (Some((*said).to_owned()), name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_stay() {
        let cases = [
            ("<c.colorE5E5E5>so<00:00:01.200><c> it</c> is</c>", "so it is"),
            ("<v Ann>Well</v>", "Ann: Well"),
            ("<v.loud Ann B>Well", "Ann B: Well"),
            ("{\\an8}{\\i1}Up{\\i0} here\\Nnow", "Up here now"),
            ("<i>a</i> &amp; b &lt;c&gt;", "a & b <c>"),
            (">> Hello&nbsp;there", "Hello there"),
            ("1 < 2 {x} a\\b <number> & c", "1 < 2 {x} a\\b <number> & c"),
            ("<font color=\"#fff\">white</font>", "white"),
            ("", ""),
        ];
        for (line, want) in cases {
            assert_eq!(clean(line), want, "{line:?}");
        }
    }
}

//! What in a note's text looks like a stamp, found by plain scanning: no Markdown parser, no tree.

/// The shapes in which notes write a moment, as the dialect tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// An anchor with `HH:MM:SS`.
    Hms,
    /// An anchor with `MM:SS`.
    Ms,
    /// An anchor with `HH:MM:SS:hundredths`.
    FourFields,
    /// An anchor with a bracket around or behind the time.
    StrayBracket,
    /// An anchor with twelve hours and more, or a third field above 59.
    TooLong,
    /// An anchor with plain seconds.
    Seconds,
    /// An anchor whose attribute is no time, is missing or misspelt.
    NoTime,
    /// A time in brackets without an anchor.
    Bare,
    /// A Markdown link to YouTube with a time.
    Youtube,
}

impl Shape {
    /// Every shape, in the order of the dialect's table.
    pub const ALL: [Self; 9] = [
        Self::Hms,
        Self::Ms,
        Self::FourFields,
        Self::StrayBracket,
        Self::TooLong,
        Self::NoTime,
        Self::Seconds,
        Self::Bare,
        Self::Youtube,
    ];

    /// The shape in words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hms => "anchor, `HH:MM:SS`",
            Self::Ms => "anchor, `MM:SS`",
            Self::FourFields => "anchor, four fields",
            Self::StrayBracket => "anchor, stray bracket",
            Self::TooLong => "anchor, twelve hours and more or a third field above 59",
            Self::Seconds => "anchor, plain seconds",
            Self::NoTime => "anchor, no time, none at all or a misspelt attribute",
            Self::Bare => "bare, `[00:05:50]`",
            Self::Youtube => "Markdown link to YouTube with a time",
        }
    }
}

/// Something in a note's text that looks like a stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// How it is written.
    pub shape: Shape,
    /// The time that its attribute or its address says, if there is one.
    pub time: Option<String>,
    /// What a reader sees of it.
    pub visible: String,
}

/// The tokens of a note's body, in order. What stands in code, comments and links is none.
#[must_use]
pub fn tokens(body: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let prose = without_fences(body);
    let mut rest = prose.as_str();
    while let Some(at) = rest.find(['<', '[', '`', '\\']) {
        rest = &rest[at..];
        let skipped = if let Some(escaped) = rest.strip_prefix('\\') {
            1 + escaped.chars().next().map_or(0, char::len_utf8)
        } else if rest.starts_with('`') {
            code(rest)
        } else if let Some(comment) = rest.strip_prefix("<!--") {
            comment.find("-->").map_or(1, |end| end + 7)
        } else if rest.starts_with('<') {
            anchor(rest, &mut tokens)
        } else if let Some(link) = rest.strip_prefix("[[") {
            let end = link.find("]]").filter(|&end| !link[..end].contains('\n'));
            end.map_or(1, |end| end + 4)
        } else {
            bracket(rest, &mut tokens)
        };
        rest = &rest[skipped..];
    }
    tokens
}

/// The body without its fenced code.
fn without_fences(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut fence: Option<(char, usize)> = None;
    for line in body.split_inclusive('\n') {
        let text = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'));
        let run = mark.map_or(0, |mark| text.len() - text.trim_start_matches(mark).len());
        match (fence, mark) {
            (None, Some(mark)) if run >= 3 && !(mark == '`' && text[run..].contains('`')) => {
                fence = Some((mark, run));
            }
            (Some((open, length)), Some(mark)) if mark == open && run >= length => fence = None,
            (None, _) => out.push_str(line),
            (Some(_), _) => {}
        }
    }
    out
}

/// The length of the code that starts here, or of the backticks where none does.
fn code(text: &str) -> usize {
    let run = text.len() - text.trim_start_matches('`').len();
    let paragraph = &text[..text.find("\n\n").unwrap_or(text.len())];
    let mut at = run;
    while let Some(found) = paragraph.get(at..).and_then(|rest| rest.find('`')) {
        let start = at + found;
        let length = paragraph[start..].len() - paragraph[start..].trim_start_matches('`').len();
        at = start + length;
        if length == run {
            return at;
        }
    }
    run
}

/// Takes an anchor that is meant as a stamp; gives its length, or 1 for anything else.
fn anchor(text: &str, tokens: &mut Vec<Token>) -> usize {
    let Some(after) = text.strip_prefix("<a").filter(|rest| rest.starts_with(char::is_whitespace))
    else {
        return 1;
    };
    let Some(end) = after.find('>') else { return 1 };
    let attributes = &after[..end];
    if !attributes.contains("yt-timestamp") && !attributes.contains("data-t=") {
        return 1;
    }
    let inside = &after[end + 1..];
    let stop = ["</a>", "<a ", "\n\n"].iter().filter_map(|stop| inside.find(stop)).min();
    let visible = &inside[..stop.unwrap_or(inside.len())];
    let time = quoted(attributes, "data-t=");
    tokens.push(Token {
        shape: time.map_or(Shape::NoTime, shape),
        time: time.map(str::to_owned),
        visible: visible.trim().to_owned(),
    });
    text.len() - inside.len() + visible.len()
}

/// The value of an attribute in double or single quotes, or without any.
fn quoted<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let (before, value) = attributes.split_once(name)?;
    if !before.ends_with(char::is_whitespace) {
        return None;
    }
    for quote in ['"', '\''] {
        if let Some(value) = value.strip_prefix(quote) {
            return value.split(quote).next();
        }
    }
    value.split(char::is_whitespace).next()
}

/// The shape of an anchor's time.
fn shape(time: &str) -> Shape {
    let time = time.trim();
    let bare = time.trim_matches(['[', ']']);
    let is_stray = bare.len() < time.len();
    let fields: Vec<&str> = bare.split(':').collect();
    let is_number =
        |field: &&str| !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit());
    if !fields.iter().all(is_number) {
        return Shape::NoTime;
    }
    let value = |field: &str| field.parse::<u64>().unwrap_or(u64::MAX);
    match fields.as_slice() {
        [hours, _, third] if value(hours) >= 12 || value(third) > 59 => Shape::TooLong,
        _ if is_stray => Shape::StrayBracket,
        [_, _, _] => Shape::Hms,
        [_, _] => Shape::Ms,
        [_, _, _, _] => Shape::FourFields,
        [_] => Shape::Seconds,
        _ => Shape::NoTime,
    }
}

/// Takes a bare time or a link to YouTube; gives the length of what was looked at.
fn bracket(text: &str, tokens: &mut Vec<Token>) -> usize {
    let inside = &text[1..];
    let Some(end) = inside.find(']').filter(|&end| !inside[..end].contains(['[', '\n'])) else {
        return 1;
    };
    let (visible, after) = (&inside[..end], &inside[end + 1..]);
    let length = end + 2;
    let address = after.strip_prefix('(').and_then(|rest| {
        let end = rest.find(')')?;
        (!rest[..end].contains("\n\n")).then_some((&rest[..end], end + 2))
    });
    if let Some((address, more)) = address {
        if let Some(time) = youtube_time(address) {
            tokens.push(Token {
                shape: Shape::Youtube,
                time: Some(time.to_owned()),
                visible: visible.to_owned(),
            });
        }
        return length + more;
    }
    let is_time =
        visible.contains(':') && visible.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    if is_time {
        let token = Token { shape: Shape::Bare, time: None, visible: visible.to_owned() };
        tokens.push(token);
        return length;
    }
    1
}

/// The time in an address of YouTube.
fn youtube_time(address: &str) -> Option<&str> {
    let is_youtube = address.contains("://youtu.be/") || address.contains("youtube.com/");
    let after = |key: &str| address.split_once(key).map(|(_, time)| time);
    let time = ["?t=", "&t=", "#t=", "?start=", "&start="].into_iter().find_map(after)?;
    let time = time.split(['&', '#', ' ', '>']).next()?;
    (is_youtube && !time.is_empty()).then_some(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_shape_and_nothing_in_code() {
        let anchor = |time: &str| format!("<a class=\"yt-timestamp\" data-t=\"{time}\">x</a>");
        let cases = [
            (anchor("00:12:22"), Some(Shape::Hms)),
            (anchor("41:50"), Some(Shape::Ms)),
            (anchor("01:00:17:51"), Some(Shape::FourFields)),
            (anchor("31:52]"), Some(Shape::StrayBracket)),
            (anchor("12:11:00"), Some(Shape::TooLong)),
            (anchor("11:31:94"), Some(Shape::TooLong)),
            (anchor("2241"), Some(Shape::Seconds)),
            (anchor("01:26:"), Some(Shape::NoTime)),
            ("<a class=\"yt-timestamp\" data-time=\"1:02\">x</a>".to_owned(), Some(Shape::NoTime)),
            ("a [5:50], b".to_owned(), Some(Shape::Bare)),
            ("[x](https://youtu.be/7gaPPrAd7nc?t=742)".to_owned(), Some(Shape::Youtube)),
            ("[x](https://youtu.be/7gaPPrAd7nc)".to_owned(), None),
            ("[5:50](https://example.org)".to_owned(), None),
            ("[[5:50]]".to_owned(), None),
            ("`[5:50]` ``a ` [5:50]``".to_owned(), None),
            ("```\n[5:50]\n```\n~~~\n```\n[5:50]\n~~~".to_owned(), None),
            ("<!-- [5:50] --> <a href=\"x\">y</a>".to_owned(), None),
        ];
        for (text, want) in cases {
            let found: Vec<Shape> = tokens(&text).iter().map(|token| token.shape).collect();
            assert_eq!(found, Vec::from_iter(want), "{text}");
        }
    }

    #[test]
    fn an_anchor_that_is_not_closed_ends_where_the_next_begins() {
        let text = "<a class=\"yt-timestamp\" data-t=\"0:01\">[0:01] <a data-t='0:02'>[0:02]</a> é";
        let found: Vec<(Option<String>, String)> =
            tokens(text).into_iter().map(|token| (token.time, token.visible)).collect();
        let want = [("0:01", "[0:01]"), ("0:02", "[0:02]")];
        assert_eq!(found, want.map(|(time, text)| (Some(time.to_owned()), text.to_owned())));
    }
}

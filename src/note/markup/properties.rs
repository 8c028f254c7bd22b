//! What tools keep about a note or a block as lines of its text: `key:: value`, and the labels under a title.

use crate::note::plain::plain_text;
use crate::note::{Inline, Style};
use crate::text;

/// The longest name of a property, in characters.
const LONGEST_KEY: usize = 40;

/// The labels of which one at least stands in what a tool exports under a title.
const EXPORT_LABELS: [&str; 16] = [
    "url",
    "link",
    "source",
    "tags",
    "tag",
    "created",
    "date",
    "published",
    "status",
    "channel",
    "type",
    "created time",
    "last edited time",
    "created by",
    "author",
    "video",
];

/// A property: its key and its value.
pub(in crate::note) type Property = (String, Vec<Inline>);

/// Takes the lines that are properties out of running text. Under the title of a note those count
/// that an export puts there, `URL: …`.
#[inline(never)]
pub(in crate::note) fn take(
    content: Vec<Inline>,
    is_under_title: bool,
) -> (Vec<Property>, Vec<Inline>) {
    if !may_hold(&content, is_under_title) {
        return (Vec::new(), content);
    }
    let mut lines = lines(content);
    let mut properties = Vec::new();
    if is_under_title && are_labels(&lines) {
        let labelled = lines.into_iter().filter_map(|(line, _)| split(line, ":").ok());
        return (labelled.collect(), Vec::new());
    }
    let mut rest: Vec<Inline> = Vec::new();
    let count = lines.len();
    for (nth, (line, end)) in lines.drain(..).enumerate() {
        let read = if is_tags(&line) { split(line, ":") } else { split(line, "::") };
        match read {
            Ok(property) => properties.push(property),
            Err(line) => {
                rest.extend(line);
                if nth + 1 < count {
                    rest.extend(end);
                }
            }
        }
    }
    // A line break that only parted text from a property parts nothing any more.
    while rest.last().is_some_and(is_end) {
        rest.pop();
    }
    (properties, rest)
}

/// The title that a property gives a note.
pub(in crate::note) fn is_title(key: &str) -> bool {
    matches!(text::lowered(key.trim()).as_str(), "title" | "episode title" | "video title")
}

fn is_end(inline: &Inline) -> bool {
    matches!(inline, Inline::Break) || matches!(inline, Inline::Text(text) if text == "\n")
}

/// Whether any line may be a property: most text has none, and is left as it is.
fn may_hold(content: &[Inline], is_under_title: bool) -> bool {
    let holds = |inline: &Inline| match inline {
        // Most text has no colon, and looking for one byte is fast.
        Inline::Text(text) => text.match_indices(':').any(|(at, _)| {
            is_under_title
                || text[at + 1..].starts_with(':')
                || text[..at].ends_with("ag")
                || text[..at].ends_with("ags")
        }),
        _ => false,
    };
    content.iter().any(holds)
}

/// The lines of running text, each with what ends it.
fn lines(content: Vec<Inline>) -> Vec<(Vec<Inline>, Option<Inline>)> {
    let mut lines = Vec::new();
    let mut line: Vec<Inline> = Vec::new();
    for inline in content {
        match inline {
            Inline::Break => lines.push((std::mem::take(&mut line), Some(Inline::Break))),
            Inline::Text(text) if text.contains('\n') => {
                let mut parts = text.split('\n').peekable();
                while let Some(part) = parts.next() {
                    if !part.is_empty() {
                        line.push(Inline::Text(part.to_owned()));
                    }
                    if parts.peek().is_some() {
                        let end = Some(Inline::Text("\n".to_owned()));
                        lines.push((std::mem::take(&mut line), end));
                    }
                }
            }
            inline => line.push(inline),
        }
    }
    if !line.is_empty() {
        lines.push((line, None));
    }
    lines
}

/// Splits a line at the sign behind its key; gives it back where it has none.
fn split(mut line: Vec<Inline>, sign: &str) -> Result<Property, Vec<Inline>> {
    let key_at = |text: &str| {
        let (key, value) = text.split_once(sign)?;
        let is_apart = value.is_empty() || value.starts_with(char::is_whitespace);
        (is_apart && is_key(key.trim())).then(|| (key.trim().to_owned(), value.trim().to_owned()))
    };
    match line.first_mut() {
        Some(Inline::Text(text)) => match key_at(text) {
            Some((key, value)) => {
                *text = value;
                Ok((key, trimmed(line)))
            }
            None => Err(line),
        },
        // `**key**:: value`
        Some(Inline::Styled(Style::Strong | Style::Emphasis, content)) => {
            let key = plain_text(content);
            let value = match line.get(1) {
                Some(Inline::Text(text)) => text.strip_prefix(sign).map(str::to_owned),
                _ => None,
            };
            match value.filter(|value| value.is_empty() || value.starts_with(char::is_whitespace)) {
                Some(value) if sign == "::" && is_key(&key) => {
                    line.splice(..2, [Inline::Text(value.trim_start().to_owned())]);
                    Ok((key, trimmed(line)))
                }
                _ => Err(line),
            }
        }
        _ => Err(line),
    }
}

fn trimmed(mut line: Vec<Inline>) -> Vec<Inline> {
    line.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    line
}

fn is_key(key: &str) -> bool {
    key.starts_with(char::is_alphabetic)
        && key.chars().count() <= LONGEST_KEY
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '/'))
}

/// Whether a line is `Tags: #one #two`.
fn is_tags(line: &[Inline]) -> bool {
    let [Inline::Text(text)] = line else { return false };
    let Some((key, value)) = text.split_once(':') else { return false };
    let mut words = value.split([' ', ',']).filter(|word| !word.is_empty()).peekable();
    matches!(text::lowered(key.trim()).as_str(), "tags" | "tag")
        && words.peek().is_some()
        && words.all(|word| word.starts_with('#'))
}

/// Whether lines are what a tool exports under a title: each with a label, one of those that are known.
fn are_labels(lines: &[(Vec<Inline>, Option<Inline>)]) -> bool {
    let label = |(line, _): &(Vec<Inline>, Option<Inline>)| match line.first() {
        Some(Inline::Text(text)) => {
            let (key, value) = text.split_once(':')?;
            let is_apart = value.starts_with(' ') || (value.is_empty() && line.len() > 1);
            let is_short = key.split(' ').count() <= 3 && is_key(key.trim());
            (is_apart && is_short).then(|| text::lowered(key.trim()))
        }
        _ => None,
    };
    let labels: Option<Vec<String>> = lines.iter().map(label).collect();
    labels.is_some_and(|labels| labels.iter().any(|label| EXPORT_LABELS.contains(&label.as_str())))
}

#[cfg(test)]
mod tests {
    use crate::note::{Block, Note, plain_text};

    /// The properties of a note, and its claims.
    fn read(body: &str) -> (Vec<String>, Vec<String>) {
        fn of(blocks: &[Block], found: &mut Vec<String>) {
            for block in blocks {
                match block {
                    Block::Property(key, value) => {
                        found.push(format!("{key}={}", plain_text(value)));
                    }
                    Block::List(_, items) => items.iter().for_each(|item| of(&item.blocks, found)),
                    _ => {}
                }
            }
        }
        let note = Note::read("a.md", body);
        let mut found = Vec::new();
        note.sections().iter().for_each(|section| of(&section.blocks, &mut found));
        (found, note.claims().iter().map(|claim| claim.text.clone()).collect())
    }

    #[test]
    fn lines_that_tools_keep_are_properties_and_no_claims() {
        let cases: [(&str, &[&str], &[&str]); 13] = [
            ("rating:: 5\nspeaker:: [[Jo]]", &["rating=5", "speaker=Jo"], &[]),
            ("- Show:: Bread\n- Knead.", &["Show=Bread"], &["Knead."]),
            ("Text.\nstate:: new\nMore.", &["state=new"], &["Text. More."]),
            ("**Key**:: value", &["Key=value"], &[]),
            ("- A talk:: {{video https://youtu.be/x}}\n    - in", &["A talk="], &["in"]),
            ("Tags: #one #two/three", &["Tags=#one #two/three"], &[]),
            ("Tags: are of help", &[], &["Tags: are of help"]),
            ("# T\n\nURL: a\nStatus: seen\n\nURL: b", &["URL=a", "Status=seen"], &["URL: b"]),
            ("# T\n\nAnn: So it is.\nBob: Yes.", &[], &["Ann: So it is. Bob: Yes."]),
            ("# T\n\nText.\n\nURL: a", &[], &["Text.", "URL: a"]),
            ("std::vector and a::b", &[], &["std::vector and a::b"]),
            ("This is why: because", &[], &["This is why: because"]),
            ("# T\n\nSource: [a](https://example.org)\n", &["Source=a"], &[]),
        ];
        for (body, properties, claims) in cases {
            let (got, said) = read(body);
            assert_eq!(got, properties, "{body:?}");
            assert_eq!(said, claims, "{body:?}");
        }
    }

    #[test]
    fn a_property_gives_the_title() {
        let title = |body: &str| Note::read("a_file.md", body).title;
        assert_eq!(title("title:: A talk\n\n- # Other"), "A talk");
        assert_eq!(title("## Data\n- Episode title:: [[The story]]\n"), "The story");
        assert_eq!(title("---\ntitle: Mine\n---\ntitle:: Other"), "Mine");
        assert_eq!(title("# Head\n\nsubtitle:: Other"), "Head");
    }
}

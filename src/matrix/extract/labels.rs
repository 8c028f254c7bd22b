//! A list item's label, which names a skill; a heading's name of one.

use crate::note::{Block, Inline, Item, Style, plain_text};
use crate::text;

/// A bold run with more words is a sentence in bold.
const LONGEST_BOLD: usize = 12;

/// Before a colon, more words make a sentence.
const LONGEST_BEFORE_COLON: usize = 7;

/// The longest item that an author's mark makes a skill as a whole.
const LONGEST_WHOLE: usize = 8;

/// The skill that an item's label names: its bold run, its link alone, or what stands before its
/// colon.
pub(in crate::matrix) fn label(item: &Item) -> Option<String> {
    let inlines = flat(first_line(item)?);
    let (first, rest) = inlines.split_first()?;
    let label = match first {
        Inline::Styled(Style::Strong, content) => bold(content),
        Inline::Styled(Style::Emphasis, content) if starts_bold(content) => bold(content),
        Inline::WikiLink(link) if stands_alone(rest) => Some(plain_text(&link.content)),
        Inline::Link(link) if stands_alone(rest) => Some(plain_text(&link.content)),
        _ => before_colon(&inlines),
    };
    label.map(|label| tidy(&label)).filter(|label| label.chars().any(char::is_alphanumeric))
}

/// The label of a paragraph that begins with a bold run and a colon.
pub(in crate::matrix) fn bold_label(inlines: &[Inline]) -> Option<String> {
    label_before(inlines, Style::Strong, &[':'])
}

/// The label of a paragraph that begins with a bold run and a dash, or an emphasised one and a colon.
pub(in crate::matrix) fn other_label(inlines: &[Inline]) -> Option<String> {
    label_before(inlines, Style::Strong, &['–', '—', '-'])
        .or_else(|| label_before(inlines, Style::Emphasis, &[':']))
}

fn label_before(inlines: &[Inline], style: Style, signs: &[char]) -> Option<String> {
    let inlines = flat(inlines);
    let (first, rest) = inlines.split_first()?;
    let Inline::Styled(found, content) = first else { return None };
    let text = bold(content)?;
    let next = rest.iter().find_map(|inline| match inline {
        Inline::Text(text) if !text.trim().is_empty() => Some(text.trim_start()),
        _ => None,
    });
    let has_sign =
        text.trim_end().ends_with(signs) || next.is_some_and(|next| next.starts_with(signs));
    let name = tidy(&text);
    (*found == style && has_sign && name.chars().any(char::is_alphanumeric)).then_some(name)
}

/// The label that a paragraph is, all of it in bold.
pub(in crate::matrix) fn bold_alone(inlines: &[Inline]) -> Option<String> {
    let inlines = flat(inlines);
    let (first, rest) = inlines.split_first()?;
    let Inline::Styled(Style::Strong, content) = first else { return None };
    let is_alone = rest.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().trim_matches(':').is_empty(),
        Inline::Stamp(_) | Inline::Break => true,
        _ => false,
    });
    let name = tidy(&bold(content)?);
    (is_alone && name.chars().any(char::is_alphanumeric)).then_some(name)
}

/// The skill that an item names where its author says that it does: its label, else all of it.
pub(in crate::matrix) fn marked_label(item: &Item) -> Option<String> {
    label(item).or_else(|| {
        let whole = tidy(plain_text(first_line(item)?).trim_end_matches('.'));
        let length = text::words(&whole).count();
        (1..=LONGEST_WHOLE).contains(&length).then_some(whole)
    })
}

/// The skill that a table's cell names: what stands before its colon, or all of it.
pub(in crate::matrix) fn of_cell(cell: &[Inline]) -> Option<String> {
    let text = plain_text(cell);
    let name = tidy(text.split_once(": ").map_or(text.as_str(), |(name, _)| name));
    let length = text::words(&name).count();
    ((1..=LONGEST_WHOLE).contains(&length) && name.chars().any(char::is_alphabetic)).then_some(name)
}

/// A heading without the number before it, and that number.
pub(in crate::matrix) fn numbered(title: &str) -> (Option<u32>, String) {
    let unmarked = title.trim_start_matches('#');
    let digits = unmarked.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = unmarked.split_at(digits);
    // "1.2 Bake" is a part of a chapter, "1.5 loaves" a measure.
    let chapter =
        unmarked.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let (parts, name) = unmarked.split_at(chapter);
    let is_chapter = digits > 0
        && parts.trim_end_matches('.').contains('.')
        && name.trim_start().starts_with(char::is_uppercase)
        && name.starts_with(' ');
    if is_chapter {
        return (None, tidy(name));
    }
    match rest.strip_prefix(['.', ')', ':']).filter(|name| name.starts_with(' ')) {
        Some(name) => (number.parse().ok(), tidy(name)),
        None => (None, tidy(title)),
    }
}

/// The paragraph that an item begins with.
pub(in crate::matrix) fn first_line(item: &Item) -> Option<&[Inline]> {
    match item.blocks.first()? {
        Block::Paragraph(inlines) => Some(inlines),
        _ => None,
    }
}

/// Inlines without the claims around them.
pub(in crate::matrix) fn in_claims(inlines: &[Inline]) -> impl Iterator<Item = &Inline> {
    inlines.iter().flat_map(|inline| match inline {
        Inline::Claim(_, content) => content.as_slice(),
        inline => std::slice::from_ref(inline),
    })
}

/// Inlines without the claims around them, and without stamps and blanks before the first.
fn flat(inlines: &[Inline]) -> Vec<&Inline> {
    let is_blank = |inline: &&Inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Stamp(_) => true,
        _ => false,
    };
    in_claims(inlines).skip_while(is_blank).collect()
}

fn starts_bold(content: &[Inline]) -> bool {
    matches!(content.first(), Some(Inline::Styled(Style::Strong, _)))
}

fn bold(content: &[Inline]) -> Option<String> {
    let text = plain_text(content);
    (text::words(&text).count() <= LONGEST_BOLD).then_some(text)
}

/// Whether a link is all of its item, or all before a colon or dash.
fn stands_alone(rest: &[&Inline]) -> bool {
    let next = rest.iter().find(|inline| match inline {
        Inline::Text(text) => !text.trim().is_empty(),
        Inline::Stamp(_) => false,
        _ => true,
    });
    match next {
        None | Some(Inline::Break) => true,
        Some(Inline::Text(text)) => {
            text.trim() == "." || text.trim_start().starts_with([':', '–', '—', '-'])
        }
        Some(_) => false,
    }
}

/// What stands before the first colon, where it is short and no sentence.
fn before_colon(inlines: &[&Inline]) -> Option<String> {
    let mut before = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Break | Inline::Code(_) => return None,
            Inline::Text(text) => {
                if let Some((head, tail)) = text.split_once(':') {
                    before.push(Inline::Text(head.to_owned()));
                    // "10:30" and "http://x" have no label.
                    let ends = tail.is_empty() || tail.starts_with(char::is_whitespace);
                    return ends.then(|| short_label(&before)).flatten();
                }
            }
            Inline::Styled(_, content) if plain_text(content).ends_with(':') => {
                before.push((*inline).clone());
                return short_label(&before);
            }
            _ => {}
        }
        before.push((*inline).clone());
    }
    None
}

fn short_label(inlines: &[Inline]) -> Option<String> {
    let label = plain_text(inlines);
    let is_short = text::words(&label).count() <= LONGEST_BEFORE_COLON;
    let is_sentence = label.contains(['.', '?', '!', ';']);
    (is_short && !is_sentence).then_some(label)
}

/// A name without what only sets it off: the colon or dash after it and the quotes around it.
fn tidy(label: &str) -> String {
    let mut name = label.trim();
    loop {
        let tidier = unquoted(name.trim_end_matches([':', '–', '—']).trim_end()).trim();
        if tidier == name {
            return name.to_owned();
        }
        name = tidier;
    }
}

fn unquoted(name: &str) -> &str {
    let pairs = [('"', '"'), ('“', '”'), ('„', '“'), ('\'', '\''), ('‘', '’'), ('«', '»')];
    for (open, close) in pairs {
        let inner = name.strip_prefix(open).and_then(|name| name.strip_suffix(close));
        // `"Big" and "small"` is not quoted as a whole.
        if let Some(inner) = inner.filter(|inner| !inner.contains([open, close])) {
            return inner;
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;

    fn items(list: &str) -> Vec<Item> {
        let note = Note::read("n.md", list);
        match note.sections()[0].blocks.first() {
            Some(Block::List(_, items)) => items.clone(),
            other => panic!("no list in {list:?}: {other:?}"),
        }
    }

    #[test]
    fn finds_labels() {
        let cases = [
            ("- **Bake bread** [0:01]: every day", Some("Bake bread")),
            ("- **Bake bread:** every day", Some("Bake bread")),
            ("- **Bake [[x | good bread]]** every day", Some("Bake good bread")),
            ("- [0:10] **Bake** well", Some("Bake")),
            ("- ***Bake*** well", Some("Bake")),
            ("- **\"Bake\"**. Daily", Some("Bake")),
            ("- **Bake.** Daily", Some("Bake.")),
            ("- **Bake “fast bread”**", Some("Bake “fast bread”")),
            ("- **\"Bake\" and \"eat\"**", Some("\"Bake\" and \"eat\"")),
            ("- **It is a sentence in bold that goes on and on until it ends here**", None),
            ("- [[x | Baking]]", Some("Baking")),
            ("- [[x | Baking]] [0:10].", Some("Baking")),
            ("- [[x | Baking]]: all day", Some("Baking")),
            ("- [[x | Baking]] and eating all day", None),
            ("- [Baking](https://x.example) – all day", Some("Baking")),
            ("- Baking: all day", Some("Baking")),
            ("- \"Baking\" [0:10]: all day", Some("Baking")),
            ("- *Baking*: all day", Some("Baking")),
            ("- *Baking:* all day", Some("Baking")),
            ("- Baking and [[x | eating]]: all day", Some("Baking and eating")),
            ("- Bake at 10:30 each day", None),
            ("- Bake. Then eat: it is good", None),
            ("- As everyone in the whole bakery likes to say: bake", None),
            ("- They bake all day", None),
            ("- They **bake** all day", None),
            ("- `code`: all day", None),
            ("- **…**", None),
            ("- > **Quoted**", None),
        ];
        for (list, want) in cases {
            assert_eq!(label(&items(list)[0]).as_deref(), want, "{list:?}");
        }
    }

    #[test]
    fn takes_a_short_item_whole_where_its_author_says_so() {
        let cases = [
            ("- Bake good bread.", Some("Bake good bread")),
            ("- **Bake** good bread", Some("Bake")),
            ("- They bake good bread all day and sell it at night", None),
        ];
        for (list, want) in cases {
            assert_eq!(marked_label(&items(list)[0]).as_deref(), want, "{list:?}");
        }
    }

    #[test]
    fn takes_numbers_off_headings() {
        let cases = [
            ("3. Bake", (Some(3), "Bake")),
            ("#1: Bake", (Some(1), "Bake")),
            ("2) Bake", (Some(2), "Bake")),
            ("Bake", (None, "Bake")),
            ("3 loaves", (None, "3 loaves")),
            ("1.5 loaves", (None, "1.5 loaves")),
            ("1.2 Bake", (None, "Bake")),
            ("1.2.3. Bake", (None, "Bake")),
        ];
        for (title, (number, name)) in cases {
            assert_eq!(numbered(title), (number, name.to_owned()), "{title:?}");
        }
    }
}

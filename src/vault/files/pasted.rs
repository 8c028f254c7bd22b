//! What was copied elsewhere, cells of a sheet, a table of a web page or of Markdown, as a note's file.

use crate::note::web_page::without_frame;

use super::file::NoteFile;

/// What a pasted table is called.
const PASTED_NAME: &str = "Pasted table";

/// The longest text that is taken for a table, in bytes.
const LONGEST_PASTED: usize = 5_000_000;

/// The file that was pasted, from what the clipboard holds as HTML and as plain text. `None` where that is no table:
/// pasting is then the browser's. `is_taken` says which paths are there already.
#[must_use]
pub fn pasted(html: &str, plain: &str, is_taken: impl Fn(&str) -> bool) -> Option<NoteFile> {
    if html.len() > LONGEST_PASTED || plain.len() > LONGEST_PASTED {
        return None;
    }
    let (ending, text) = if has_table(html) {
        ("html", tables(html))
    } else if is_markdown(plain) {
        ("md", plain.to_owned())
    } else if has_table(plain) {
        ("html", tables(plain))
    } else if is_cells(plain) {
        ("tsv", plain.to_owned())
    } else {
        return None;
    };
    let path = |number: usize| match number {
        1 => format!("{PASTED_NAME}.{ending}"),
        _ => format!("{PASTED_NAME} {number}.{ending}"),
    };
    let free = (1..1000).map(path).find(|path| !is_taken(path))?;
    Some(NoteFile::new(free, text))
}

/// Whether a text may hold a table, of Markdown or of HTML: where not, none is looked for.
#[must_use]
pub fn may_hold_table(text: &str) -> bool {
    is_markdown(text) || has_table(text)
}

fn has_table(html: &str) -> bool {
    let small = html.to_ascii_lowercase();
    small.contains("<table") && small.contains("<t") && small.contains("</")
}

/// The tables of what was copied, without what stands around them.
fn tables(html: &str) -> String {
    let bare = without_frame(html);
    let small = bare.to_ascii_lowercase();
    let (Some(start), end) = (small.find("<table"), small.rfind("</table>")) else { return bare };
    let end = end.map_or(bare.len(), |end| end + "</table>".len());
    bare.get(start..end.max(start)).unwrap_or_default().to_owned()
}

/// A table of Markdown: a line of cells, and below it one that parts head and body.
fn is_markdown(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let is_rule = |next: &&str| {
            next.contains('-')
                && next.contains('|')
                && next.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
        };
        if line.contains('|') && lines.peek().is_some_and(is_rule) {
            return true;
        }
    }
    false
}

/// Cells of a sheet: two lines at least with tabs between them.
fn is_cells(text: &str) -> bool {
    text.lines().filter(|line| line.contains('\t')).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_known_however_it_was_copied() {
        let html = "<meta charset=utf-8><b><table><tr><td>Skill</td></tr></table></b>";
        let cases = [
            (html, "Skill", Some(("Pasted table.html", "<table><tr><td>Skill</td></tr></table>"))),
            (
                "",
                "| A | B |\n|---|---|\n| c | d |",
                Some(("Pasted table.md", "| A | B |\n|---|---|\n| c | d |")),
            ),
            ("", "A\tB\nc\td\n", Some(("Pasted table.tsv", "A\tB\nc\td\n"))),
            ("<p>a | b</p>", "a | b", None),
            ("", "one line\twith a tab", None),
            ("", "", None),
        ];
        for (html, plain, want) in cases {
            let found = pasted(html, plain, |_| false);
            let found =
                found.as_ref().map(|file| (file.path.clone(), file.text.read().into_owned()));
            assert_eq!(
                found,
                want.map(|(path, text)| (path.to_owned(), text.to_owned())),
                "{plain}"
            );
        }
        for (text, want) in [
            ("a | b\n--|--\nc | d", true),
            ("x <TABLE><tr><td>y</td></tr></table>", true),
            ("[[a | b]] and - c", false),
            ("a | b\n\n---\n", false),
        ] {
            assert_eq!(may_hold_table(text), want, "{text:?}");
        }
        let second = pasted("", "A\tB\nc\td\n", |path| path == "Pasted table.tsv");
        assert_eq!(second.map(|file| file.path).as_deref(), Some("Pasted table 2.tsv"));
    }
}

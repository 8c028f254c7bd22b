//! A web page, or what was copied from one, without what only frames and dresses it: what is left is read as the
//! HTML in any note is.

/// Elements that are left out with what stands in them.
const LEFT_OUT: [&str; 5] = ["style", "script", "head", "title", "noscript"];

/// Tags that are left out, and what stands in their elements stays.
const UNWRAPPED_TAGS: [&str; 7] =
    ["meta", "link", "html", "body", "google-sheets-html-origin", "!doctype", "main"];

/// Whether a file is a web page, by its name.
#[must_use]
pub fn is_web_page(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| {
        ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm")
    })
}

/// Whether a file is a page of this program, built or saved: the notes in it are packed.
#[must_use]
pub fn is_own_page(path: &str, bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"id=\"skillreel-notes\"";
    is_web_page(path) && bytes.windows(MARK.len()).any(|part| part == MARK)
}

/// A page without what frames it. Lines stay lines, but for a table that stands behind something: it begins one.
#[must_use]
pub fn without_frame(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        push(&rest[..at], &mut out);
        rest = &rest[at..];
        let name = name(rest);
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        if rest.starts_with("<!--") {
            let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
            // An author's marks are remarks, too.
            let is_of_clipboard = rest[..end].contains("Fragment");
            let kept = if is_of_clipboard { "" } else { &rest[..end] };
            out.push_str(kept);
            rest = &rest[end..];
        } else if LEFT_OUT.iter().any(|left| name.eq_ignore_ascii_case(left)) {
            let tag = &rest[..end];
            let inside = &rest[end..];
            let length = match tag.ends_with("/>") || tag.starts_with("</") {
                true => 0,
                false => end_of(inside, name).unwrap_or(inside.len()),
            };
            let newlines = rest[..end + length].bytes().filter(|&byte| byte == b'\n').count();
            out.extend(std::iter::repeat_n('\n', newlines));
            rest = &inside[length..];
        } else if UNWRAPPED_TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag)) {
            rest = &rest[end..];
        } else {
            let is_table = name.eq_ignore_ascii_case("table") && !rest.starts_with("</");
            let line = out.rsplit('\n').next().unwrap_or_default();
            if is_table && !line.trim().is_empty() && !is_in_cell(&out) {
                out.push_str("\n\n");
            }
            push(&rest[..end], &mut out);
            rest = &rest[end..];
        }
    }
    push(rest, &mut out);
    out
}

/// The name of the element whose tag a text begins with.
fn name(tag: &str) -> &str {
    let tag = tag.trim_start_matches(['<', '/']);
    let end = tag.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '!')));
    &tag[..end.unwrap_or(tag.len())]
}

/// Where the closing tag of an element ends.
fn end_of(text: &str, name: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text[from..].find("</") {
        let at = from + at;
        if self::name(&text[at..]).eq_ignore_ascii_case(name) {
            return Some(text[at..].find('>').map_or(text.len(), |end| at + end + 1));
        }
        from = at + 2;
    }
    None
}

/// Whether what was written so far ends within a cell: a table in it stays on its line.
fn is_in_cell(out: &str) -> bool {
    let tail = out.len().saturating_sub(400);
    let tail = &out[(tail..=out.len()).find(|&at| out.is_char_boundary(at)).unwrap_or(out.len())..];
    let last = |tags: [&str; 2]| tags.iter().filter_map(|tag| tail.rfind(tag)).max();
    last(["<td", "<th"]) > last(["</td", "</th"])
}

/// Adds text without the indents of its lines, which Markdown would take for code.
fn push(text: &str, out: &mut String) {
    let mut lines = text.split('\n');
    out.push_str(lines.next().unwrap_or_default());
    for line in lines {
        out.push('\n');
        out.push_str(line.trim_start_matches([' ', '\t']));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_left_with_what_it_says() {
        let cases = [
            (
                "<meta charset=utf-8><style>td{x:y}</style><table><tr><td>a</td></tr></table>",
                "<table><tr><td>a</td></tr></table>",
            ),
            (
                "<!doctype html>\n<html><head>\n<title>T</title></head>\n<body>\n    <h2>A</h2>\n</body></html>",
                "\n\n\n\n<h2>A</h2>\n",
            ),
            ("<p>a</p><table></table>", "<p>a</p>\n\n<table></table>"),
            ("<td><table></table></td>", "<td><table></table></td>"),
            ("<!--StartFragment-->a<!-- skills -->", "a<!-- skills -->"),
            ("<style>never closed", ""),
            ("a < b", "a < b"),
        ];
        for (page, want) in cases {
            assert_eq!(without_frame(page), want, "{page}");
        }
    }
}

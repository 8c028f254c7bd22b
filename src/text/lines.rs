//! A text's lines as they stand in a file, with whatever ends them.

use std::ops::Range;

/// The lines of a text, as places in it in bytes: each with where it begins, and where it ends without and with what
/// ends it, be that `\n`, `\r\n` or `\r`. Behind a last line end no line follows.
#[must_use]
pub fn file_lines(text: &str) -> Vec<(Range<usize>, usize)> {
    let (mut lines, mut start) = (Vec::new(), 0);
    while start < text.len() {
        let rest = &text[start..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let ending = match &rest.as_bytes()[length..] {
            [b'\r', b'\n', ..] => 2,
            [_, ..] => 1,
            [] => 0,
        };
        lines.push((start..start + length, start + length + ending));
        start += length + ending;
    }
    lines
}

/// What ends the lines of a text: what ends its first line.
#[must_use]
pub fn line_end(text: &str) -> &str {
    let first = file_lines(text).into_iter().next();
    let end = first.map_or("", |(line, next)| &text[line.end..next]);
    if end.is_empty() { "\n" } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_as_files_end_them() {
        let cases: [(&str, &[&str], &str); 6] = [
            ("", &[], "\n"),
            ("a", &["a"], "\n"),
            ("a\n\nb", &["a", "", "b"], "\n"),
            ("a\r\nb\r\n", &["a", "b"], "\r\n"),
            ("a\rb\r\r\n", &["a", "b", ""], "\r"),
            ("\n", &[""], "\n"),
        ];
        for (text, want, end) in cases {
            let lines = file_lines(text);
            let got: Vec<&str> = lines.iter().map(|(line, _)| &text[line.clone()]).collect();
            assert_eq!((got.as_slice(), line_end(text)), (want, end), "{text:?}");
            assert_eq!(lines.last().map_or(0, |(_, next)| *next), text.len(), "{text:?}");
        }
    }
}

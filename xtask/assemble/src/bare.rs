//! Leaves out of scripts and styles what only those read who have the sources: comments and indentation, a fifth of what
//! they weigh once they are packed.

/// A script without the lines that only comment. Texts over several lines would lose their indentation: our scripts have
/// none.
pub(crate) fn script(text: &str) -> String {
    without_indentation(text.lines().filter(|line| !line.trim_start().starts_with("//")))
}

/// A style sheet without its comments. One between two words parts them, and stays as an empty one.
pub(crate) fn style(text: &str) -> String {
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    let mut quote = None;
    while let Some(next) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest[2..].split_once("*/").map_or("", |(_, after)| after);
            if bare.ends_with(is_word) && rest.starts_with(is_word) {
                bare.push_str("/**/");
            }
            continue;
        }
        let length = match next {
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => next.len_utf8(),
        };
        match quote {
            Some(open) if open == next => quote = None,
            None if matches!(next, '"' | '\'') => quote = Some(next),
            _ => {}
        }
        let (taken, after) = rest.split_at(length);
        bare.push_str(taken);
        rest = after;
    }
    without_indentation(bare.lines())
}

fn without_indentation<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_all_that_runs() {
        let text = "// Why.\n'use strict';\n\n  // How.\n  open('http://a'); // what\n";
        assert_eq!(script(text), "'use strict';\nopen('http://a'); // what\n");
    }

    #[test]
    fn a_sheet_keeps_all_but_its_comments() {
        let cases = [
            ("/* All\n   of it. */\n.a {\n  color: red; /* why */\n}\n", ".a {\ncolor: red;\n}\n"),
            (".a::after { content: \"/* no */\"; }\n", ".a::after { content: \"/* no */\"; }\n"),
            (".a/* and */.b { }", ".a.b { }\n"),
            ("margin: 1px/* and */2px;", "margin: 1px/**/2px;\n"),
            (r#"a::before { content: "\"/*"; }"#, "a::before { content: \"\\\"/*\"; }\n"),
            (".a { } /* open", ".a { }\n"),
        ];
        for (sheet, want) in cases {
            assert_eq!(style(sheet), want, "{sheet:?}");
        }
    }
}

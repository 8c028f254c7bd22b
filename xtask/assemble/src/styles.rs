//! Puts the style sheets together in the order that style/main.css imports them.
//!
//! Browsers would follow the imports themselves, but one file after the other. style/main.css
//! stays plain CSS: it means the same with and without this.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::files::read_text;

/// What the page is painted with before the rest of its styles is there: what stands in it without the program.
const FIRST: [&str; 3] = ["tokens.css", "base.css", "static_page.css"];

/// The style of the page.
pub(crate) fn read(source: &Path) -> Result<String> {
    read_those(source, |_| true)
}

/// What of it the page is painted with first. The rest comes after it and has all of it once more, so that the order of
/// styles is the same with and without.
pub(crate) fn read_first(source: &Path) -> Result<String> {
    read_those(source, |name| FIRST.contains(&name))
}

fn read_those(source: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<String> {
    let read = |name: &str| read_text(source, &format!("style/{name}"));
    expand(&read("main.css")?, |name| match is_wanted(name) {
        true => read(name).map(Some),
        false => Ok(None),
    })
}

/// `main` with every imported file in place of its import, or nothing where `read` gives none.
fn expand(main: &str, read: impl Fn(&str) -> Result<Option<String>>) -> Result<String> {
    let mut css = String::new();
    for (index, line) in main.lines().enumerate() {
        let Some(import) = line.trim().strip_prefix("@import") else {
            css.push_str(line);
            css.push('\n');
            continue;
        };
        let place = format!("style/main.css, line {}", index + 1);
        let Some((name, layer)) = parse(import) else {
            bail!(
                "{place}: expected `@import \"name.css\";` or `@import \"name.css\" layer(name);`"
            );
        };
        let Some(text) = read(name).context(place)? else { continue };
        // CSS heeds an import only at the start of a sheet; here it would come to stand in the
        // middle of one and be lost without a word.
        ensure!(
            !text.lines().any(|line| line.trim_start().starts_with("@import")),
            "style/{name} imports another file: only style/main.css can do that"
        );
        match layer {
            Some(layer) => css.push_str(&format!("@layer {layer} {{\n{text}}}\n")),
            None => css.push_str(&text),
        }
    }
    Ok(css)
}

/// What follows `@import`: a file's name, and the layer it goes into.
fn parse(import: &str) -> Option<(&str, Option<&str>)> {
    let (name, rest) = import.trim_start().strip_prefix('"')?.split_once('"')?;
    let rest = rest.trim().strip_suffix(';')?.trim();
    let layer = match rest {
        "" => None,
        layer => Some(layer.strip_prefix("layer(")?.strip_suffix(')')?),
    };
    Some((name, layer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str) -> Result<Option<String>> {
        Ok(match name {
            "loop.css" => Some("@import \"a.css\";\n".to_owned()),
            "gone.css" => bail!("no such file"),
            "later.css" => None,
            _ => Some(format!(".{} {{}}\n", name.trim_end_matches(".css"))),
        })
    }

    #[test]
    fn imports_are_replaced_in_their_order() {
        let main = "/* Order counts. */\n@layer base, parts;\n\
            @import \"b.css\" layer(base);\n@import \"later.css\";\n@import \"a.css\";\n.own {}\n";
        let want = "/* Order counts. */\n@layer base, parts;\n\
            @layer base {\n.b {}\n}\n.a {}\n.own {}\n";
        assert_eq!(expand(main, read).unwrap(), want);
    }

    #[test]
    fn an_import_that_cannot_be_followed_is_named() {
        let cases = [
            ("\n@import 'a.css';", "line 2"),
            ("@import \"a.css\" screen;", "line 1"),
            ("@import \"gone.css\";", "line 1"),
            ("@import \"loop.css\";", "style/loop.css"),
        ];
        for (main, want) in cases {
            let error = expand(main, read).unwrap_err().to_string();
            assert!(error.contains(want), "{main:?}: {error}");
        }
    }
}

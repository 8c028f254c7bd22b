//! A part of the build: the files of words beside this one as tables in Rust.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// The levels, and the words by which English notes and ladders say what they speak of, as Rust. A file that
/// is not of the right shape fails the build here, one that names an unknown sense where it is compiled.
pub(crate) fn words(folder: &Path) -> io::Result<String> {
    let mut out = String::new();
    let levels = groups(&folder.join("levels.toml"), "level")?;
    let _ = writeln!(out, "pub(in crate::matrix) const LEVELS: [KnownLevel; {}] = [", levels.len());
    for level in &levels {
        let words: Vec<&str> = level
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "id" | "label"))
            .flat_map(|(_, words)| list(words))
            .collect();
        let (id, label) = (text(level, "id")?, text(level, "label")?);
        let _ = writeln!(out, "KnownLevel {{ id: {id:?}, label: {label:?}, words: &{words:?} }},");
    }
    out.push_str("];\n");
    let mut english = groups(&folder.join("english.toml"), "group")?;
    english.extend(groups(&folder.join("english_people.toml"), "group")?);
    let _ = writeln!(
        out,
        "pub(in crate::matrix) const GROUPS: [(Senses, &str); {}] = [",
        english.len()
    );
    for group in &english {
        let senses = group.get("senses").map(list).unwrap_or_default();
        let senses: Vec<String> = senses.iter().map(|sense| constant("Senses", sense)).collect();
        let (senses, words) = (senses.join(".or("), text(group, "words")?);
        let ends = ")".repeat(senses.matches(".or(").count());
        let _ = writeln!(out, "({senses}{ends}, {words:?}),");
    }
    out.push_str("];\n");
    lists(folder, &mut out)?;
    let ladders = groups(&folder.join("ladders.toml"), "group")?;
    let _ = writeln!(
        out,
        "pub(in crate::matrix) const TERMS: [(Kinds, &[&str]); {}] = [",
        ladders.len()
    );
    for group in &ladders {
        let words = group.get("words").map(list).unwrap_or_default();
        let _ = writeln!(out, "({}, &{words:?}),", constant("Kinds", text(group, "name")?));
    }
    out.push_str("];\n");
    let scale = groups(&folder.join("ladders.toml"), "step")?;
    let _ = writeln!(out, "pub(in crate::matrix) const SCALE: [&[&str]; {}] = [", scale.len());
    for step in &scale {
        let words = step.get("words").map(list).unwrap_or_default();
        let _ = writeln!(out, "&{words:?},");
    }
    out.push_str("];\n");
    Ok(out)
}

/// Lists of words that only one rule asks for, each a constant of its name, and all of them together.
fn lists(folder: &Path, out: &mut String) -> io::Result<()> {
    let mut all = String::new();
    out.push_str("pub(in crate::matrix) mod lists {\n");
    for subject in ["headings", "lead_ins", "lists", "names", "roles", "titles"] {
        for list in groups(&folder.join(format!("english_{subject}.toml")), "list")? {
            let words: Vec<&str> = text(&list, "words")?.split_whitespace().collect();
            let name = text(&list, "name")?.to_uppercase().replace('-', "_");
            let _ = writeln!(out, "pub(in crate::matrix) const {name}: &[&str] = &{words:?};");
            let _ = write!(all, "{name}, ");
        }
    }
    let _ =
        writeln!(out, "#[cfg(test)]\npub(in crate::matrix) const ALL: &[&[&str]] = &[{all}];\n}}");
    Ok(())
}

/// The tables of a name in a file of words.
fn groups(path: &Path, name: &str) -> io::Result<Vec<toml::Table>> {
    let wrong = |what: &str| io::Error::other(format!("{}: {what}", path.display()));
    let file: toml::Table = fs::read_to_string(path)?
        .parse()
        .map_err(|error: toml::de::Error| wrong(&error.to_string()))?;
    let tables =
        file.get(name).and_then(toml::Value::as_array).ok_or_else(|| wrong("no groups"))?;
    Ok(tables.iter().filter_map(|table| table.as_table().cloned()).collect())
}

fn text<'a>(table: &'a toml::Table, key: &str) -> io::Result<&'a str> {
    let found = table.get(key).and_then(toml::Value::as_str);
    found.ok_or_else(|| io::Error::other(format!("a group has no {key}: {table:?}")))
}

fn list(words: &toml::Value) -> Vec<&str> {
    words.as_array().into_iter().flatten().filter_map(toml::Value::as_str).collect()
}

/// `other-things` as `Senses::OTHER_THINGS`.
fn constant(of: &str, name: &str) -> String {
    format!("{of}::{}", name.to_uppercase().replace('-', "_"))
}

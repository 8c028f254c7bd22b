//! The licences of the crates that are linked into the page or the command line, with their texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::Value;
use spdx::{Expression, ParseMode};
use xtask::tools::run::{cargo, output};

/// Licences that ask for no more than to be told. Each crate has to offer one of them.
const ACCEPTED_LICENCES: [&str; 10] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// How the files are called in which crates keep their licences.
const LICENCE_FILES: [&str; 5] = ["license", "licence", "copying", "notice", "unlicense"];

/// A crate that is linked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Linked {
    name: String,
    version: String,
    licence: String,
    /// The texts of its licence files.
    texts: Vec<String>,
}

/// The licences of all that is linked into `skillreel` for a target.
///
/// # Errors
/// A crate that names no licence, or one that is not among those known to be fine.
pub(crate) fn of(target: &str) -> Result<String> {
    Ok(text(&linked(target)?))
}

/// The same for two targets together.
pub(crate) fn of_both(for_wasm: &str, for_host: &str) -> Result<String> {
    let mut both = linked(for_wasm)?;
    both.append(&mut linked(for_host)?);
    Ok(text(&both))
}

fn linked(target: &str) -> Result<BTreeSet<Linked>> {
    let arguments = ["metadata", "--format-version", "1", "--locked", "--filter-platform", target];
    let metadata = output(cargo().args(arguments)).context("`cargo metadata` failed")?;
    Ok(crates(&serde_json::from_str(&metadata)?)?.into_iter().collect())
}

/// The crates that `skillreel` is linked with, itself left out.
fn crates(metadata: &Value) -> Result<Vec<Linked>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let by_id = |list: Vec<Value>| -> BTreeMap<String, Value> {
        list.into_iter().map(|package| (word(&package["id"]), package)).collect()
    };
    let packages = by_id(list(&metadata["packages"]));
    let nodes = by_id(list(&metadata["resolve"]["nodes"]));
    let own = packages.iter().find(|(_, package)| package["name"] == "skillreel");
    let mut open = vec![own.context("the workspace has no package skillreel")?.0.clone()];
    let mut seen = BTreeSet::from([open[0].clone()]);
    let mut linked = Vec::new();
    while let Some(id) = open.pop() {
        let package = packages.get(&id).with_context(|| format!("{id} is no package"))?;
        // What a macro is made of runs while compiling, and is not linked.
        if list(&package["targets"]).iter().any(|t| list(&t["kind"]).contains(&"proc-macro".into()))
        {
            continue;
        }
        if package["name"] != "skillreel" {
            linked.push(described(package)?);
        }
        for dependency in nodes.get(&id).map(|node| list(&node["deps"])).unwrap_or_default() {
            let is_linked =
                list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            let id = word(&dependency["pkg"]);
            if is_linked && seen.insert(id.clone()) {
                open.push(id);
            }
        }
    }
    Ok(linked)
}

fn described(package: &Value) -> Result<Linked> {
    let word = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
    let (name, version, licence) = (word("name"), word("version"), word("license"));
    ensure!(!licence.is_empty(), "{name} {version} names no licence");
    if !is_fine(&licence)? {
        bail!("{name} {version} is under {licence}: if that is fine, say so in xtask/release");
    }
    let manifest = word("manifest_path");
    let folder = Path::new(&manifest).parent().unwrap_or(Path::new(""));
    Ok(Linked { name, version, licence, texts: texts(folder)? })
}

/// Whether an SPDX expression leaves a choice that is fine.
fn is_fine(expression: &str) -> Result<bool> {
    // Crates may still write `MIT/Apache-2.0`.
    let read = Expression::parse_mode(expression, ParseMode::LAX)
        .map_err(|error| anyhow!("{expression:?} is no licence expression: {}", error.reason))?;
    Ok(read.evaluate(|asked| ACCEPTED_LICENCES.contains(&asked.to_string().as_str())))
}

fn texts(folder: &Path) -> Result<Vec<String>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        path.is_file() && LICENCE_FILES.iter().any(|start| name.starts_with(start))
    });
    paths.sort();
    let text = |path| anyhow::Ok(String::from_utf8_lossy(&fs::read(path)?).replace("\r\n", "\n"));
    paths.into_iter().map(text).collect()
}

/// A list of the crates, and each text once with those it is of.
fn text(linked: &BTreeSet<Linked>) -> String {
    let mut out = "Skillreel is under MIT or Apache-2.0; see LICENSE-MIT and LICENSE-APACHE.\n\
        It holds Rust's standard library (MIT or Apache-2.0, https://www.rust-lang.org) and\n\
        these crates, each to be found at https://crates.io:\n\n"
        .to_owned();
    let mut by_text: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for Linked { name, version, licence, texts } in linked {
        out += &format!("{name} {version}: {licence}\n");
        for text in texts {
            by_text.entry(text.trim()).or_default().push(name);
        }
    }
    for (text, names) in by_text {
        out += &format!("\n{}\nOf {}:\n\n{text}\n", "-".repeat(72), names.join(", "));
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_choice_has_to_be_fine() {
        let fine =
            ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"];
        for expression in fine {
            assert!(is_fine(expression).unwrap(), "{expression}");
        }
        for expression in ["GPL-3.0-only", "(MIT OR Apache-2.0) AND GPL-3.0-only"] {
            assert!(!is_fine(expression).unwrap(), "{expression}");
        }
        assert!(is_fine("as I like it").is_err());
    }

    #[test]
    fn only_what_is_linked_is_listed() {
        let package = |name: &str, kind: &str| {
            json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT",
                "manifest_path": concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
                "targets": [{"kind": [kind]}]})
        };
        let needs = |name: &str, kind: Value| json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        let metadata = json!({
            "packages": [package("skillreel", "lib"), package("serde", "lib"),
                package("derive", "proc-macro"), package("syn", "lib"), package("test", "lib")],
            "resolve": {"nodes": [
                {"id": "skillreel", "deps": [needs("serde", Value::Null), needs("test", json!("dev"))]},
                {"id": "serde", "deps": [needs("derive", Value::Null)]},
                {"id": "derive", "deps": [needs("syn", Value::Null)]}]},
        });
        let names: Vec<_> =
            crates(&metadata).unwrap().into_iter().map(|linked| linked.name).collect();
        assert_eq!(names, ["serde"]);
    }

    #[test]
    fn all_that_is_linked_is_fine() {
        for target in
            [xtask::tools::WASM_TARGET, "x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"]
        {
            assert!(of(target).unwrap().contains("serde "), "{target}");
        }
    }

    #[test]
    fn a_text_that_many_share_stands_once() {
        let linked = |name: &str| Linked {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            texts: vec!["Permission is granted\n".to_owned()],
        };
        let text = text(&BTreeSet::from([linked("a"), linked("b")]));
        assert_eq!(text.matches("Permission is granted").count(), 1, "{text}");
        assert!(
            text.contains("a 1.0.0: MIT\nb 1.0.0: MIT\n") && text.contains("Of a, b:"),
            "{text}"
        );
    }
}

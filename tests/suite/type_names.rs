//! One name means one thing: no two files of the sources define a type, a trait or a component of the same name.
//! What a function keeps to itself is not looked at. The glossary has each word once, and names what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::Visit;
use syn::{Ident, ItemEnum, ItemFn, ItemStruct, ItemTrait, ItemType, ItemUnion};
use walkdir::WalkDir;

/// The names of what a file defines.
#[derive(Default)]
struct Defined(BTreeSet<String>);

impl Defined {
    fn of(text: &str) -> syn::Result<Self> {
        let mut defined = Self::default();
        defined.visit_file(&syn::parse_file(text)?);
        Ok(defined)
    }

    fn add(&mut self, name: &Ident) {
        self.0.insert(name.to_string());
    }
}

impl Visit<'_> for Defined {
    fn visit_item_enum(&mut self, item: &ItemEnum) {
        self.add(&item.ident);
    }

    fn visit_item_struct(&mut self, item: &ItemStruct) {
        self.add(&item.ident);
    }

    fn visit_item_trait(&mut self, item: &ItemTrait) {
        self.add(&item.ident);
    }

    fn visit_item_type(&mut self, item: &ItemType) {
        self.add(&item.ident);
    }

    fn visit_item_union(&mut self, item: &ItemUnion) {
        self.add(&item.ident);
    }

    fn visit_item_fn(&mut self, item: &ItemFn) {
        if item.attrs.iter().any(|attribute| attribute.path().is_ident("component")) {
            self.add(&item.sig.ident);
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files that define a name, by the names.
fn files_of_names() -> BTreeMap<String, BTreeSet<String>> {
    let mut files_of: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in ["src", "xtask"].iter().flat_map(|top| WalkDir::new(root().join(top))) {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let file = entry.path().strip_prefix(root()).unwrap().display().to_string();
        for name in Defined::of(&fs::read_to_string(entry.path()).unwrap()).unwrap().0 {
            files_of.entry(name).or_default().insert(file.clone());
        }
    }
    files_of
}

#[test]
fn one_name_is_defined_in_one_file() {
    let files_of = files_of_names();
    assert!(files_of.len() > 300, "{} names are not all", files_of.len());
    let faults: Vec<String> = files_of
        .iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(name, files)| {
            format!("{name}: {}", files.iter().cloned().collect::<Vec<_>>().join(", "))
        })
        .collect();
    let advice = "say of each what it is, in a name of its own";
    assert!(faults.is_empty(), "{advice}:\n{}", faults.join("\n"));
}

#[test]
fn names_are_found_but_for_those_inside_functions() {
    let text = "pub struct Row; mod inner { enum Cell {} } trait Drawn { type Item; } type Rows = Vec<Row>; \
                fn draws() { struct OfTheFunction; } #[component] pub fn Table() -> impl IntoView {} fn Plain() {}";
    let found: Vec<String> = Defined::of(text).unwrap().0.into_iter().collect();
    assert_eq!(found, ["Cell", "Drawn", "Row", "Rows", "Table"]);
}

#[test]
fn the_glossary_explains_each_word_once_and_names_what_is_there() {
    let files_of = files_of_names();
    let glossary = fs::read_to_string(root().join("docs/GLOSSARY.md")).unwrap();
    let (mut words, mut faults) = (BTreeSet::new(), Vec::new());
    for line in glossary.lines().filter(|line| line.starts_with("| ")).skip(1) {
        // Bars in a cell are written as `\|`.
        let line = line.replace("\\|", "/");
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, word, _, code, _] = cells.as_slice() else { panic!("{line}") };
        if !words.insert((*word).to_owned()) {
            faults.push(format!("{word} stands in two rows"));
        }
        for path in code.split('`').skip(1).step_by(2) {
            let is_type = |part: &&str| part.starts_with(|c: char| c.is_ascii_uppercase());
            let parts: Vec<&str> = path.split("::").flat_map(|part| part.split('/')).collect();
            let modules = parts.iter().take_while(|part| !is_type(part)).copied();
            let module = root().join("src").join(modules.collect::<Vec<_>>().join("/"));
            let function = format!("fn {}(", parts.last().unwrap());
            let has_function = |folder: &Path| {
                let files = WalkDir::new(folder).into_iter().filter_map(Result::ok);
                files
                    .filter_map(|file| fs::read_to_string(file.path()).ok())
                    .any(|text| text.contains(&function))
            };
            let is_there = match parts.iter().find(|part| is_type(part)) {
                Some(name) => files_of.contains_key(*name),
                None if module.is_dir() || module.with_extension("rs").is_file() => true,
                None => module.parent().is_some_and(has_function),
            };
            if !is_there {
                faults.push(format!("{word}: there is no {path}"));
            }
        }
    }
    assert!(words.len() > 40, "{words:?}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

//! One name means one thing: no two files of the sources define a type, a trait or a component of the same name.
//! What a function keeps to itself is not looked at.

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

#[test]
fn one_name_is_defined_in_one_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files_of: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in ["src", "xtask"].iter().flat_map(|top| WalkDir::new(root.join(top))) {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let file = entry.path().strip_prefix(root).unwrap().display().to_string();
        for name in Defined::of(&fs::read_to_string(entry.path()).unwrap()).unwrap().0 {
            files_of.entry(name).or_default().insert(file.clone());
        }
    }
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

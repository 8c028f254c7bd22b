//! Which file of a crate names something of which other one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, Macro, UseTree, Visibility};
use walkdir::WalkDir;

/// A path of modules and items from the crate's root.
type Names = Vec<String>;

/// What the files of a crate name.
pub(super) struct Imports {
    /// Each module's file, by its path below the source folder.
    modules: BTreeMap<Names, PathBuf>,
    /// What a module hands on under a name of its own.
    handed_on: BTreeMap<Names, Names>,
    /// What a module's file names.
    named: BTreeMap<Names, BTreeSet<Names>>,
}

impl Imports {
    /// Reads the files of a crate. What is there for tests alone counts for nothing.
    pub(super) fn of(source: &Path) -> syn::Result<Self> {
        let mut modules = BTreeMap::new();
        for entry in WalkDir::new(source).sort_by_file_name().into_iter().map(Result::unwrap) {
            let path = entry.path().strip_prefix(source).unwrap();
            // A program of its own, which runs before the others are compiled, and what is part of it.
            let is_own = path == Path::new("build.rs") || path.starts_with("matrix/language/data");
            if path.extension().is_some_and(|ending| ending == "rs") && !is_own {
                modules.insert(module_of(path), path.to_owned());
            }
        }
        let mut imports =
            Self { modules: modules.clone(), handed_on: BTreeMap::new(), named: BTreeMap::new() };
        for (module, path) in &modules {
            let file = syn::parse_file(&fs::read_to_string(source.join(path)).unwrap())?;
            let mut reader =
                Reader { module, modules: &modules, named: BTreeSet::new(), handed_on: Vec::new() };
            reader.visit_file(&file);
            imports.named.insert(module.clone(), reader.named);
            for (name, what) in reader.handed_on {
                imports.handed_on.insert([module.clone(), vec![name]].concat(), what);
            }
        }
        Ok(imports)
    }

    /// The files.
    pub(super) fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.modules.values()
    }

    /// Each file with each other one that defines something it names.
    pub(super) fn between_files(&self) -> BTreeSet<(PathBuf, PathBuf)> {
        let mut arrows = BTreeSet::new();
        for (module, named) in &self.named {
            let from = &self.modules[module];
            for names in named {
                let to = self.file_of(names);
                arrows.extend(to.filter(|to| *to != from).map(|to| (from.clone(), to.clone())));
            }
        }
        arrows
    }

    /// The file that defines what is named.
    fn file_of(&self, names: &Names) -> Option<&PathBuf> {
        let mut names = names.clone();
        // A name may be handed on several times, but not in a circle.
        for _ in 0..self.modules.len() {
            let longest = (0..=names.len()).rev().find(|&length| {
                let start = &names[..length];
                self.handed_on.contains_key(start) || self.modules.contains_key(start)
            })?;
            match self.handed_on.get(&names[..longest]) {
                Some(what) => names = [what.as_slice(), &names[longest..]].concat(),
                None => return self.modules.get(&names[..longest]),
            }
        }
        None
    }
}

/// Reads what one file names.
struct Reader<'a> {
    module: &'a Names,
    modules: &'a BTreeMap<Names, PathBuf>,
    named: BTreeSet<Names>,
    handed_on: Vec<(String, Names)>,
}

impl Reader<'_> {
    /// A path from the crate's root; `None` for what is of another crate, or of this file.
    fn resolved(&self, path: &[String]) -> Option<Names> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([self.module.as_slice(), rest].concat()),
            "super" => {
                let ups = path.iter().take_while(|part| *part == "super").count();
                let base = self.module.len().checked_sub(ups)?;
                Some([&self.module[..base], &path[ups..]].concat())
            }
            _ => {
                let below = [self.module.as_slice(), path].concat();
                let child = &below[..=self.module.len()];
                self.modules.contains_key(child).then_some(below)
            }
        }
    }

    fn name(&mut self, path: &[String]) {
        self.named.extend(self.resolved(path));
    }

    /// Paths in a macro's tokens: those that begin at the crate's root.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut is_open = false;
        for token in tokens {
            match token {
                TokenTree::Ident(name) if is_open || name == "crate" => {
                    if !is_open {
                        path.clear();
                    }
                    path.push(name.to_string());
                    is_open = false;
                    continue;
                }
                TokenTree::Punct(point) if point.as_char() == ':' && !path.is_empty() => {
                    is_open = true;
                    continue;
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                _ => {}
            }
            if path.len() > 1 {
                self.name(&path);
            }
            path.clear();
            is_open = false;
        }
        if path.len() > 1 {
            self.name(&path);
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    /// Who may see something is nothing that is used.
    fn visit_visibility(&mut self, _: &Visibility) {}

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_for_tests(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut leaves = Vec::new();
        leaves_of(&item.tree, &mut Vec::new(), &mut leaves);
        for (path, name) in leaves {
            let Some(names) = self.resolved(&path) else { continue };
            match item.vis {
                Visibility::Inherited => {
                    self.named.insert(names);
                }
                // What is handed on is used by whoever takes it.
                _ => self.handed_on.push((name, names)),
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names.len() > 1 {
            self.name(&names);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        self.tokens(called.tokens.clone());
        visit::visit_macro(self, called);
    }
}

/// The paths of a `use`, each with the name that it gets.
fn leaves_of(tree: &UseTree, start: &mut Names, leaves: &mut Vec<(Names, String)>) {
    match tree {
        UseTree::Path(path) => {
            start.push(path.ident.to_string());
            leaves_of(&path.tree, start, leaves);
            start.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            leaves.push((start.clone(), start.last().cloned().unwrap_or_default()));
        }
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            leaves.push(([start.as_slice(), std::slice::from_ref(&name)].concat(), name));
        }
        UseTree::Rename(renamed) => {
            let path = [start.as_slice(), &[renamed.ident.to_string()]].concat();
            leaves.push((path, renamed.rename.to_string()));
        }
        UseTree::Glob(_) => leaves.push((start.clone(), "*".to_owned())),
        UseTree::Group(group) => {
            group.items.iter().for_each(|tree| leaves_of(tree, start, leaves));
        }
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

/// The module of a file, by its path below the source folder.
fn module_of(path: &Path) -> Names {
    let mut names: Names = path
        .with_extension("")
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    if names.last().is_some_and(|last| last == "mod") || names.len() == 1 && is_root(&names[0]) {
        names.pop();
    }
    names
}

fn is_root(name: &str) -> bool {
    matches!(name, "lib" | "main")
}

//! Gives short names to what a program imports from its glue: theirs end in sixteen digits without a pattern, which
//! no packer makes shorter, and stand in both files.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{ImportSectionReader, Parser, Payload};

/// From the last letters of a module's name it is known as the program's glue.
const GLUE: &str = "_bg.js";

/// The same program and glue, by short names for each other.
///
/// # Errors
/// Where `program` is no WebAssembly module.
pub(crate) fn shorten(program: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(program) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                let import = import?;
                if import.module.ends_with(GLUE) {
                    let short = format!("i{}", names.len());
                    names.entry(import.name.to_owned()).or_insert(short);
                }
            }
        }
    }
    let glue = renamed(glue, &names);
    let mut module = Module::new();
    Renaming { names }
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| anyhow!("{error}"))?;
    Ok((module.finish(), glue))
}

/// A script with other names for what has one in `names`.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let mut renamed = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let (name, after) = rest.split_at(rest.find(|it| !is_of_name(it)).unwrap_or(rest.len()));
        renamed.push_str(names.get(name).map_or(name, String::as_str));
        let (between, next) = after.split_at(after.find(is_of_name).unwrap_or(after.len()));
        renamed.push_str(between);
        rest = next;
    }
    renamed
}

/// Writes a program with other names for what it imports.
struct Renaming {
    names: BTreeMap<String, String>,
}

impl Reencode for Renaming {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let known = self.names.get(import.name).filter(|_| import.module.ends_with(GLUE));
            let name = known.cloned().unwrap_or_else(|| import.name.to_owned());
            imports.import(import.module, &name, self.entity_type(import.ty)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, TypeSection};

    use super::*;

    #[test]
    fn program_and_glue_agree_on_the_short_names() {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./page_bg.js", "__wbg_open_01", EntityType::Function(0));
        imports.import("./split.js", "__wbg_open_01", EntityType::Function(0));
        imports.import("./page_bg.js", "__wbg_open", EntityType::Function(0));
        module.section(&types).section(&imports);
        let glue =
            "{ __wbg_open_01: f, __wbg_open: () => __wbg_open_012($__wbg_open), \"__wbg_open\" }";

        let (program, glue) = shorten(&module.finish(), glue).unwrap();
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(&program) {
            if let Payload::ImportSection(imports) = payload.unwrap() {
                found.extend(imports.into_imports().map(|it| {
                    let it = it.unwrap();
                    (it.module.to_owned(), it.name.to_owned())
                }));
            }
        }
        let expected =
            [("./page_bg.js", "i0"), ("./split.js", "__wbg_open_01"), ("./page_bg.js", "i1")];
        assert_eq!(found, expected.map(|(module, name)| (module.to_owned(), name.to_owned())));
        assert_eq!(glue, "{ i0: f, i1: () => __wbg_open_012($__wbg_open), \"i1\" }");
    }
}

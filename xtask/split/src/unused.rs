//! Leaves out what a library hands to JavaScript though nobody there asks for it: `wasm-streams`, which comes with
//! Leptos' functions of a server, and whose classes no linker may drop.

use anyhow::{Context, Result};
use wasm_encoder::{CustomSection, ExportSection, Module, RawSection};
use wasmparser::{ExternalKind, Parser, Payload};

/// The section in which wasm-bindgen says what there is to hand over: pieces, each with its length before it
/// (`extract_programs` in `wasm_bindgen_cli_support`).
const SAID: &str = "__wasm_bindgen_unstable";

/// The library's name in such a piece, and how the names begin of the functions of its classes.
const LIBRARY: &[u8] = b"wasm_streams::";
const CLASSES: &str = "intounderlying";

/// The same program without them. All other sections stay as they are, byte by byte: what the linker wrote down of
/// places in them still holds.
///
/// # Errors
/// Where `program` is no WebAssembly module, or says what it hands over in another way.
pub(crate) fn without_streams(program: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section {
                    let export = export?;
                    let is_theirs = export.kind == ExternalKind::Func && is_of_class(export.name);
                    if !is_theirs {
                        exports.export(export.name, export.kind.into(), export.index);
                    }
                }
                module.section(&exports);
            }
            Payload::CustomSection(section) if section.name() == SAID => {
                let data = others(section.data())?;
                module.section(&CustomSection { name: SAID.into(), data: data.into() });
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    let data = program.get(range).context("a section outside of its file")?;
                    module.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok(module.finish())
}

/// Whether a function is of one of the classes, or tells wasm-bindgen of one that is.
fn is_of_class(name: &str) -> bool {
    let name = name.strip_prefix("__wbindgen_describe_").unwrap_or(name);
    name.strip_prefix("__wbg_").unwrap_or(name).starts_with(CLASSES)
}

/// The pieces that are not about the library. They come in twos: the version of wasm-bindgen, and what is said.
fn others(mut said: &[u8]) -> Result<Vec<u8>> {
    let mut others = Vec::new();
    while !said.is_empty() {
        let (version, after) = piece(said)?;
        let (about, after) = piece(after)?;
        if !about.windows(LIBRARY.len()).any(|part| part == LIBRARY) {
            others.extend_from_slice(version);
            others.extend_from_slice(about);
        }
        said = after;
    }
    Ok(others)
}

/// A piece with its length, and what is behind it.
fn piece(said: &[u8]) -> Result<(&[u8], &[u8])> {
    let length = said.first_chunk().map(|length| u32::from_le_bytes(*length));
    let whole = length.and_then(|length| usize::try_from(length).ok()?.checked_add(4));
    whole
        .and_then(|whole| said.split_at_checked(whole))
        .context("wasm-bindgen's section is not made of pieces with their lengths")
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CodeSection, ExportKind, Function, FunctionSection, TypeSection};

    use super::*;

    /// A section of these pieces.
    fn said(pieces: &[&str]) -> Vec<u8> {
        let with_length = |piece: &&str| {
            let length = u32::try_from(piece.len()).unwrap();
            [length.to_le_bytes().as_slice(), piece.as_bytes()].concat()
        };
        pieces.iter().flat_map(with_length).collect()
    }

    /// A program that hands out these functions and says this, and something in another section.
    fn program(names: &[&str], said: &[u8], elsewhere: &[u8]) -> Vec<u8> {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        types.ty().function([], []);
        let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
        for (name, place) in names.iter().zip(0..) {
            exports.export(name, ExportKind::Func, place);
        }
        for _ in 0..3 {
            functions.function(0);
            let mut body = Function::new([]);
            body.instructions().end();
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&exports).section(&code);
        for (name, data) in [(SAID, said), ("elsewhere", elsewhere)] {
            module.section(&CustomSection { name: name.into(), data: data.into() });
        }
        module.finish()
    }

    #[test]
    fn what_a_library_hands_out_is_left_out_and_nothing_else() {
        let ours = ["0.2", "skillreel::start"];
        let theirs = ["0.2", "pull wasm_streams::readable::into_underlying_source"];
        let all =
            ["main", "intounderlyingsource_pull_58a9", "__wbg_intounderlyingsource_free_58a9"];
        let whole = said(&[theirs, ours, theirs].concat());
        let left = program(&["main"], &said(&ours), &whole);
        assert_eq!(without_streams(&program(&all, &whole, &whole)).unwrap(), left);
        for broken in [said(&ours[..1]), vec![9, 0, 0, 0, 1], vec![1]] {
            assert!(without_streams(&program(&["main"], &broken, &[])).is_err(), "{broken:?}");
        }
    }
}

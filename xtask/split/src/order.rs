//! Puts functions that are like each other side by side: a packer finds what it has seen the sooner, and so says
//! it in fewer bits. Three per cent of the page's program (docs/MEASURED.md).

use anyhow::{Context, Result, anyhow};
use wasm_encoder::Module;
use wasm_encoder::reencode::Reencode;
use wasmparser::{Parser, Payload, TypeRef};

use crate::in_order::InOrder;

/// How many bytes in a row are compared as one.
const WINDOW: usize = 3;

/// How many numbers stand for what a function is like.
const ORDERS: usize = 128;

/// Of each of [`ORDERS`] orders of all windows the first that a function has. Two functions share as many of them
/// as they share windows, in proportion: <https://en.wikipedia.org/wiki/MinHash>.
type Likeness = [u32; ORDERS];

/// The same module with its functions in another order, in which each follows the one that it is most like.
///
/// # Errors
/// Where `module` is no WebAssembly module.
pub(crate) fn order(module: &[u8]) -> Result<Vec<u8>> {
    let (imported, likenesses) = functions_of(module)?;
    let order = by_likeness(&likenesses);
    let mut places = vec![0; order.len()];
    for (place, &function) in order.iter().enumerate() {
        *places.get_mut(function).context("a function outside of its module")? =
            u32::try_from(place)?;
    }
    let mut ordered = Module::new();
    InOrder { imported, order, places }
        .parse_core_module(&mut ordered, Parser::new(0), module)
        .map_err(|error| anyhow!("{error}"))?;
    Ok(ordered.finish())
}

/// How many functions a module imports, and what those of its own are like.
fn functions_of(module: &[u8]) -> Result<(u32, Vec<Likeness>)> {
    let (mut imported, mut likenesses) = (0, Vec::new());
    let multipliers = multipliers();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                likenesses.push(likeness_of(body.as_bytes(), &multipliers));
            }
            _ => {}
        }
    }
    Ok((imported, likenesses))
}

fn likeness_of(body: &[u8], multipliers: &Likeness) -> Likeness {
    let mut least = [u32::MAX; ORDERS];
    for window in body.windows(WINDOW) {
        let window = window.iter().fold(1, |number, byte| (number << 8) | u32::from(*byte));
        for (least, multiplier) in least.iter_mut().zip(multipliers) {
            *least = (*least).min(window.wrapping_mul(*multiplier));
        }
    }
    least
}

/// Odd numbers without a pattern, always the same ones: by each of them windows stand in an order of its own.
fn multipliers() -> Likeness {
    let mut number = 1_u32;
    std::array::from_fn(|_| {
        // An xorshift: <https://www.jstatsoft.org/article/view/v008i14>.
        number ^= number << 13;
        number ^= number >> 17;
        number ^= number << 5;
        number | 1
    })
}

/// From the first function on, each time the one of the rest that is most like the last one.
fn by_likeness(likenesses: &[Likeness]) -> Vec<usize> {
    let mut rest: Vec<usize> = (0..likenesses.len()).collect();
    let mut order = Vec::with_capacity(rest.len());
    let mut next = 0;
    while !rest.is_empty() {
        let last = rest.swap_remove(next);
        order.push(last);
        let likeness = |other: &usize| {
            let both = likenesses.get(last).zip(likenesses.get(*other));
            both.map_or(0, |(last, other)| last.iter().zip(other).filter(|(a, b)| a == b).count())
        };
        next = (0..rest.len())
            .max_by_key(|&place| rest.get(place).map_or(0, &likeness))
            .unwrap_or_default();
    }
    order
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use wasm_encoder::{
        CodeSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
        ImportSection, TypeSection, ValType,
    };
    use wasmparser::{Operator, Parser, Payload};

    use super::*;

    /// What each function that a module hands out does: those it calls are told by their names. And the names in order.
    fn read(module: &[u8]) -> (BTreeMap<String, String>, Vec<String>) {
        let (mut names, mut bodies) = (BTreeMap::from([(0, "imported".to_owned())]), Vec::new());
        let mut types = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::FunctionSection(section) => {
                    types.extend(section.into_iter().map(Result::unwrap));
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.unwrap();
                        names.insert(export.index, export.name.to_owned());
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                _ => {}
            }
        }
        let does = |place: usize| {
            let steps = bodies[place].get_operators_reader().unwrap().into_iter();
            let steps = steps.map(|step| match step.unwrap() {
                Operator::Call { function_index } => format!("call {}", names[&function_index]),
                other => format!("{other:?}"),
            });
            format!("type {}: {}", types[place], steps.collect::<Vec<_>>().join(", "))
        };
        let order: Vec<_> = names.values().skip(1).cloned().collect();
        (order.iter().enumerate().map(|(place, name)| (name.clone(), does(place))).collect(), order)
    }

    #[test]
    fn what_is_alike_stands_together_and_does_what_it_did() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I32], []);
        let mut imports = ImportSection::new();
        imports.import("host", "tell", EntityType::Function(1));
        let (mut functions, mut exports) = (FunctionSection::new(), ExportSection::new());
        let mut code = CodeSection::new();
        // Two kinds by turns; those of a kind differ in one number, and each calls the next one.
        for (place, name) in
            (1..).zip(["tells 1", "adds 1", "tells 2", "adds 2", "tells 3", "adds 3"])
        {
            let tells = name.starts_with("tells");
            functions.function(u32::from(!tells));
            exports.export(name, ExportKind::Func, place);
            let mut body = Function::new([]);
            let mut say = body.instructions();
            for number in 0..20 {
                if tells {
                    say.i32_const(number * 7).call(0);
                } else {
                    say.local_get(0).i32_const(number).i32_add().local_set(0);
                }
            }
            say.i32_const(i32::try_from(place).unwrap()).drop();
            if place < 6 && !tells {
                say.call(place + 1);
            }
            say.end();
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports);
        module.section(&code);
        let module = module.finish();

        let ordered = order(&module).unwrap();
        let ((did, before), (does, after)) = (read(&module), read(&ordered));
        assert_eq!(does, did);
        assert_eq!(before, ["tells 1", "adds 1", "tells 2", "adds 2", "tells 3", "adds 3"]);
        let kinds: Vec<_> = after.iter().map(|name| name.starts_with("tells")).collect();
        assert_eq!(kinds, [true, true, true, false, false, false], "{after:?}");
    }
}

//! Writes a module with its functions in another order, and without what nobody reads.

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, ElementSection, FunctionSection, MemArg, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, Element, ElementItems, ElementKind,
    FunctionSectionReader, Operator,
};

/// Sections for tools: which of them made a program, and what of WebAssembly it uses.
const FOR_TOOLS: [&str; 2] = ["producers", "target_features"];

/// Why a module cannot be written.
type Refusal = Error<&'static str>;

/// Writes a module with its functions in another order.
pub(crate) struct InOrder {
    pub(crate) imported: u32,
    /// Which function stands at each place. Those of the module's own are counted from 0.
    pub(crate) order: Vec<usize>,
    /// At which place each function stands.
    pub(crate) places: Vec<u32>,
}

impl Reencode for InOrder {
    type Error = &'static str;

    fn function_index(&mut self, function: u32) -> Result<u32, Refusal> {
        let Some(own) = function.checked_sub(self.imported) else { return Ok(function) };
        let place = usize::try_from(own).ok().and_then(|own| self.places.get(own));
        place.map(|place| self.imported + place).ok_or(Error::InvalidCodeSectionSize)
    }

    /// How an address may be aligned is a hint that no browser heeds, and xtask/columns wants it to be 0 everywhere:
    /// wasm-opt does not see the small modules, and may be missing.
    fn mem_arg(&mut self, access: wasmparser::MemArg) -> Result<MemArg, Refusal> {
        let memory_index = self.memory_index(access.memory)?;
        Ok(MemArg { offset: access.offset, align: 0, memory_index })
    }

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), Refusal> {
        if FOR_TOOLS.contains(&section.name()) {
            return Ok(());
        }
        utils::parse_custom_section(self, module, section)
    }

    /// Where functions of chunks will be, the table is empty as it is: nothing has to be put there.
    fn parse_element(
        &mut self,
        elements: &mut ElementSection,
        element: Element<'_>,
    ) -> Result<(), Refusal> {
        if matches!(element.kind, ElementKind::Active { .. }) && is_empty(&element.items)? {
            return Ok(());
        }
        utils::parse_element(self, elements, element)
    }

    /// Nothing in a program asks for what is put into its table once more, so that numbers of it may change.
    fn element_index(&mut self, _: u32) -> Result<u32, Refusal> {
        Err(Error::UserError("an operation names a part of the table, and their numbers change"))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Refusal> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in &self.order {
            functions.function(*types.get(*function).ok_or(Error::InvalidCodeSectionSize)?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Refusal> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            let body = bodies.get(function).ok_or(Error::InvalidCodeSectionSize)?;
            self.parse_function_body(code, body.clone())?;
        }
        Ok(())
    }
}

/// Whether nothing is put into a table.
fn is_empty(items: &ElementItems<'_>) -> Result<bool, Refusal> {
    Ok(match items {
        ElementItems::Functions(functions) => functions.count() == 0,
        ElementItems::Expressions(_, expressions) => {
            let mut is_empty = true;
            for expression in expressions.clone() {
                let first = expression?.get_operators_reader().read()?;
                is_empty &= matches!(first, Operator::RefNull { .. });
            }
            is_empty
        }
    })
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, CustomSection, Elements, Function, RefType, TableSection, TableType, TypeSection,
    };
    use wasmparser::{Parser, Payload};

    use super::*;

    /// A module with a function, and a table: with the function in it, with nothing in two places of it, and with no place.
    /// `body` is the function's.
    fn module(body: &Function) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 4,
            maximum: None,
            shared: false,
        });
        let mut elements = ElementSection::new();
        let nothing = [ConstExpr::ref_null(RefType::FUNCREF.heap_type), ConstExpr::ref_func(0)];
        for (place, of) in [
            (1, Elements::Functions([0].as_slice().into())),
            (2, Elements::Expressions(RefType::FUNCREF, nothing[..1].into())),
            (2, Elements::Functions([].as_slice().into())),
            (2, Elements::Expressions(RefType::FUNCREF, nothing.as_slice().into())),
        ] {
            elements.active(None, &ConstExpr::i32_const(place), of);
        }
        let mut code = CodeSection::new();
        code.function(body);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&elements);
        module.section(&code);
        for name in ["producers", "kept"] {
            module.section(&CustomSection { name: name.into(), data: b"rustc".as_slice().into() });
        }
        module.finish()
    }

    fn written(module: &[u8]) -> Result<Vec<u8>, Refusal> {
        let mut to = Module::new();
        InOrder { imported: 0, order: vec![0], places: vec![0] }
            .parse_core_module(&mut to, Parser::new(0), module)
            .map(|()| to.finish())
    }

    #[test]
    fn nothing_is_put_into_the_table_where_nothing_is_and_sections_for_tools_are_gone() {
        let mut body = Function::new([]);
        body.instructions().end();
        let (mut filled, mut sections) = (Vec::new(), Vec::new());
        let written = written(&module(&body)).unwrap();
        for payload in Parser::new(0).parse_all(&written) {
            match payload.unwrap() {
                Payload::ElementSection(section) => {
                    filled.extend(section.into_iter().map(
                        |element| match element.unwrap().items {
                            ElementItems::Functions(of) => of.count(),
                            ElementItems::Expressions(_, of) => of.count(),
                        },
                    ));
                }
                Payload::CustomSection(section) => sections.push(section.name().to_owned()),
                _ => {}
            }
        }
        assert_eq!(filled, [1, 2], "how many places each part fills");
        assert_eq!(sections, ["kept"]);
    }

    #[test]
    fn a_program_that_names_a_part_of_its_table_is_refused() {
        let mut body = Function::new([]);
        body.instructions().elem_drop(0).end();
        assert!(written(&module(&body)).is_err());
    }
}

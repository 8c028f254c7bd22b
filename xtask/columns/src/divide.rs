//! Divides a file into its columns.

extern crate std;

use std::vec::Vec;

use crate::body::{CONSTANT, CONSTANT_OF, Carry, carry, is_constant, number};
use crate::column::{COLUMNS, CodeColumn};
use crate::recent::{LOCALS, RecentLocals};
use crate::{NAME, length, restore};

/// The sections that hold modules, and functions.
/// Source: <https://webassembly.github.io/spec/core/binary/modules.html#sections>.
const CUSTOM: u8 = 0;
const CODE: u8 = 10;

/// Every module begins with this.
const MODULE: &[u8; 8] = b"\0asm\x01\0\0\0";

/// A WebAssembly module by columns, and with it the modules in its custom sections. `None` where it is none, or has
/// operations that are not known here: what is returned was restored and found to be the same.
#[must_use]
pub fn divide(module: &[u8]) -> Option<Vec<u8>> {
    let reader = CodeReader { from: module, at: 0 };
    let mut dividing =
        Dividing { reader, columns: [const { Vec::new() }; COLUMNS], recent: RecentLocals::new() };
    let mut done = 0;
    for (start, count) in functions(module)? {
        dividing.plan(start - done, count)?;
        dividing.plain(module.get(done..start)?);
        dividing.reader.at = start;
        for _ in 0..count {
            let end = dividing.reader.number()? as usize + dividing.reader.at;
            carry(&mut dividing).filter(|()| dividing.reader.at == end)?;
        }
        done = dividing.reader.at;
    }
    dividing.plan(module.len() - done, 0)?;
    dividing.plain(module.get(done..)?);
    let file = written(module.len(), &dividing.columns)?;
    let mut restored = std::vec![0; length(&file)?];
    restore(&file, &mut restored).filter(|()| restored == module)?;
    Some(file)
}

/// A file of a program's columns.
fn written(length: usize, columns: &[Vec<u8>]) -> Option<Vec<u8>> {
    let mut content = NAME.to_vec();
    content.extend(u32::try_from(length).ok()?.to_le_bytes());
    for column in columns {
        content.extend(u32::try_from(column.len()).ok()?.to_le_bytes());
    }
    content.extend(columns.iter().flatten());
    let mut file = MODULE.to_vec();
    file.push(CUSTOM);
    let length = u32::try_from(content.len()).ok()?;
    for digit in 0..5_u32 {
        let [low, ..] = (length >> (7 * digit)).to_le_bytes();
        file.push(low & 0x7f | if digit < 4 { 0x80 } else { 0 });
    }
    file.extend(content);
    Some(file)
}

/// Where the functions of a module, and of those in it, begin, and how many there are. `None` where it is none.
fn functions(module: &[u8]) -> Option<Vec<(usize, usize)>> {
    let mut found = Vec::new();
    functions_of(&mut CodeReader { from: module, at: 0 }, module.len(), &mut found)?;
    Some(found)
}

/// The same of a module that ends at `end`.
fn functions_of(
    module: &mut CodeReader<'_>,
    end: usize,
    found: &mut Vec<(usize, usize)>,
) -> Option<()> {
    module.from.get(module.at..end)?.strip_prefix(MODULE)?;
    module.at += MODULE.len();
    while module.at < end {
        let kind = module.byte()?;
        let section = module.number()? as usize + module.at;
        if kind == CODE {
            let count = module.number()? as usize;
            found.push((module.at, count));
        } else if kind == CUSTOM {
            module.at += module.number()? as usize;
            if module.from.get(module.at..section)?.starts_with(MODULE) {
                functions_of(module, section, found)?;
            }
        }
        module.at = section;
    }
    Some(())
}

struct CodeReader<'a> {
    from: &'a [u8],
    /// How much of it is read.
    at: usize,
}

impl<'a> CodeReader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.from.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn bytes(&mut self, count: u8) -> Option<&'a [u8]> {
        let bytes = self.from.get(self.at..)?.get(..usize::from(count))?;
        self.at += bytes.len();
        Some(bytes)
    }

    fn number(&mut self) -> Option<u32> {
        let first = self.byte()?;
        number(first, || self.byte())
    }

    /// An operation; of a constant with its number of bytes.
    fn operation(&mut self) -> Option<u8> {
        let operation = self.byte()?;
        if operation == CONSTANT {
            let bytes = (1..=5).zip(self.from.get(self.at..)?).find(|(_, byte)| **byte < 0x80)?.0;
            return Some(CONSTANT_OF + bytes);
        }
        (!is_constant(operation)).then_some(operation)
    }
}

struct Dividing<'a> {
    reader: CodeReader<'a>,
    columns: [Vec<u8>; COLUMNS],
    recent: RecentLocals,
}

impl Dividing<'_> {
    fn put(&mut self, column: usize, bytes: &[u8]) {
        if let Some(column) = self.columns.get_mut(column) {
            column.extend(bytes);
        }
    }

    fn plain(&mut self, bytes: &[u8]) {
        self.put(CodeColumn::Plain.index(), bytes);
    }

    fn plan(&mut self, plain: usize, functions: usize) -> Option<()> {
        for number in [plain, functions] {
            self.put(CodeColumn::Plan.index(), &u32::try_from(number).ok()?.to_le_bytes());
        }
        Some(())
    }
}

impl Carry for Dividing<'_> {
    fn operation(&mut self) -> Option<u8> {
        let operation = self.reader.operation()?;
        self.put(CodeColumn::Operations.index(), &[operation]);
        Some(operation)
    }

    fn constant(&mut self, bytes: u8) -> Option<()> {
        let constant = self.reader.bytes(bytes)?;
        let mut ahead = CodeReader { ..self.reader };
        self.put(CodeColumn::of_constant(bytes, ahead.operation()?)?, constant);
        Some(())
    }

    fn read_local(&mut self) -> Option<()> {
        let local = *self.reader.from.get(self.reader.at)?;
        if local < LOCALS {
            self.reader.at += 1;
            let place = self.recent.place(local)?;
            self.put(CodeColumn::Gets.index(), &[place]);
            self.recent.read(place)?;
        } else {
            self.number(CodeColumn::Gets)?;
        }
        Some(())
    }

    fn recent(&mut self) -> &mut RecentLocals {
        &mut self.recent
    }

    fn number(&mut self, column: CodeColumn) -> Option<u32> {
        let start = self.reader.at;
        let number = self.reader.number()?;
        let from = self.reader.from;
        self.put(column.index(), from.get(start..self.reader.at)?);
        Some(number)
    }

    fn zero(&mut self) -> Option<()> {
        (self.reader.byte()? == 0).then_some(())
    }

    fn bytes(&mut self, column: CodeColumn, count: u8) -> Option<()> {
        let bytes = self.reader.bytes(count)?;
        self.put(column.index(), bytes);
        Some(())
    }
}

//! What a function's body consists of, the same for who divides it and who restores it.
//! Source: <https://webassembly.github.io/spec/core/binary/instructions.html>.

use crate::column::CodeColumn;
use crate::recent::RecentLocals;

/// Of a constant, what stands for its operation beside its number of bytes: no operation of WebAssembly has a number
/// from here up to [`LAST_CONSTANT`].
pub(crate) const CONSTANT_OF: u8 = 0xe0;

const LAST_CONSTANT: u8 = CONSTANT_OF + 5;

/// Whether an operation is a constant with its number of bytes.
pub(crate) fn is_constant(operation: u8) -> bool {
    (CONSTANT_OF..=LAST_CONSTANT).contains(&operation)
}

/// The last 32 bits of a number in LEB128 that begins with `first`.
pub(crate) fn number(first: u8, mut next: impl FnMut() -> Option<u8>) -> Option<u32> {
    let (mut number, mut byte) = (u32::from(first & 0x7f), first);
    for shift in (7..).step_by(7) {
        if byte & 0x80 == 0 {
            break;
        }
        byte = next()?;
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
    }
    Some(number)
}

/// The operation of a constant of 32 bits.
pub(crate) const CONSTANT: u8 = 0x41;

/// Carries a body to its columns, or back. `None` is said where it ends early.
pub(crate) trait Carry {
    /// Carries an operation, and tells which one; of a constant with its number of bytes.
    fn operation(&mut self) -> Option<u8>;

    /// Carries a constant of so many bytes.
    fn constant(&mut self, bytes: u8) -> Option<()>;

    /// Carries the number of a local that is read.
    fn read_local(&mut self) -> Option<()>;

    /// Which locals were used last.
    fn recent(&mut self) -> &mut RecentLocals;

    /// Carries a number in LEB128, and tells what its last 32 bits are.
    fn number(&mut self, column: CodeColumn) -> Option<u32>;

    /// Carries a 0, which no column needs.
    fn zero(&mut self) -> Option<()>;

    /// Carries so many bytes.
    fn bytes(&mut self, column: CodeColumn, count: u8) -> Option<()>;
}

/// Carries a function's body up to its end. `None` where it ends early, or has an operation that is not known here.
pub(crate) fn carry(body: &mut impl Carry) -> Option<()> {
    body.recent().reset();
    for _ in 0..body.number(CodeColumn::Locals)? {
        body.number(CodeColumn::Locals)?;
        body.bytes(CodeColumn::Locals, 1)?;
    }
    let mut depth = 1_u32;
    while depth > 0 {
        let operation = body.operation()?;
        match operation {
            // Those that are most frequent first: a browser that has just begun compares them one by one.
            0x20 => body.read_local()?,
            CONSTANT_OF..=LAST_CONSTANT => body.constant(operation - CONSTANT_OF)?,
            0x28..=0x35 => accessed(body, CodeColumn::Loads)?,
            0x36..=0x3e => accessed(body, CodeColumn::Stores)?,
            0x10 => drop(body.number(CodeColumn::Calls)?),
            0x21 | 0x22 => {
                let local = body.number(CodeColumn::Sets)?;
                body.recent().set(local);
            }
            0x02..=0x04 => {
                depth += 1;
                body.number(CodeColumn::Blocks)?;
            }
            0x0b => depth -= 1,
            0x0c | 0x0d => drop(body.number(CodeColumn::Jumps)?),
            0x0e => {
                for _ in 0..=body.number(CodeColumn::Jumps)? {
                    body.number(CodeColumn::Jumps)?;
                }
            }
            0x42 => drop(body.number(CodeColumn::Constants64)?),
            0x00 | 0x01 | 0x05 | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => {}
            0x11 => numbers(body, 2)?,
            0x23..=0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 => numbers(body, 1)?,
            0x1c => {
                let count = body.number(CodeColumn::Others)?;
                numbers(body, count)?;
            }
            0x43 => body.bytes(CodeColumn::Others, 4)?,
            0x44 => body.bytes(CodeColumn::Others, 8)?,
            0xfc => match body.number(CodeColumn::Others)? {
                0..=7 => {}
                9 | 11 | 13 | 15..=17 => numbers(body, 1)?,
                8 | 10 | 12 | 14 => numbers(body, 2)?,
                _ => return None,
            },
            _ => return None,
        }
    }
    Some(())
}

/// What is loaded or stored, and where. How its address may be aligned is a hint that no browser heeds, and 0 in all
/// programs that are divided: `xtask-split` sees to it.
fn accessed(body: &mut impl Carry, column: CodeColumn) -> Option<()> {
    body.zero()?;
    body.number(column)?;
    Some(())
}

fn numbers(body: &mut impl Carry, count: u32) -> Option<()> {
    for _ in 0..count {
        body.number(CodeColumn::Others)?;
    }
    Some(())
}

//! Restores a file from its columns.

use crate::body::{CONSTANT, Carry, carry, is_constant, number};
use crate::column::{COLUMNS, CodeColumn};
use crate::recent::{LOCALS, RecentLocals};
use crate::{HEAD, NAME};

/// A function of up to two megabytes tells its length in so many bytes.
const LONGEST_LENGTH: usize = 3;

/// How many bytes the file has that `file` is by columns. `None` where it is none by columns.
#[must_use]
pub fn length(file: &[u8]) -> Option<usize> {
    let (head, rest) = file.split_at_checked(HEAD)?;
    let is_by_columns = head.get(8) == Some(&0) && head.ends_with(NAME);
    rest.first_chunk().filter(|_| is_by_columns).map(|bytes| u32::from_le_bytes(*bytes) as usize)
}

/// Writes the file that `file` is by columns into `to`, which has its [`length`]. `None` where it is damaged.
#[must_use]
pub fn restore(file: &[u8], to: &mut [u8]) -> Option<()> {
    let (lengths, _) = file.get(HEAD + 4..)?.split_at_checked(4 * COLUMNS)?;
    let (mut places, mut place) = ([0; COLUMNS], HEAD + 4 + lengths.len());
    for (column, length) in places.iter_mut().zip(lengths.as_chunks().0) {
        *column = place;
        place = place.checked_add(u32::from_le_bytes(*length) as usize)?;
    }
    let mut restoring = Restoring { file, places, to, at: 0, recent: RecentLocals::new() };
    while restoring.at < restoring.to.len() {
        let plain = restoring.planned()?;
        restoring.plain(plain)?;
        for _ in 0..restoring.planned()? {
            restoring.function()?;
        }
    }
    Some(())
}

struct Restoring<'a> {
    file: &'a [u8],
    /// Where that is which comes next of each column.
    places: [usize; COLUMNS],
    to: &'a mut [u8],
    /// How much of it is written.
    at: usize,
    recent: RecentLocals,
}

impl Restoring<'_> {
    #[inline(always)]
    fn take(&mut self, column: usize) -> Option<u8> {
        let place = self.places.get_mut(column)?;
        let byte = *self.file.get(*place)?;
        *place += 1;
        Some(byte)
    }

    #[inline(always)]
    fn write(&mut self, byte: u8) -> Option<()> {
        *self.to.get_mut(self.at)? = byte;
        self.at += 1;
        Some(())
    }

    fn plain(&mut self, count: usize) -> Option<()> {
        let place = self.places.get_mut(CodeColumn::Plain.index())?;
        let bytes = self.file.get(*place..)?.get(..count)?;
        *place += count;
        self.to.get_mut(self.at..)?.get_mut(..count)?.copy_from_slice(bytes);
        self.at += count;
        Some(())
    }

    fn planned(&mut self) -> Option<usize> {
        let place = self.places.get_mut(CodeColumn::Plan.index())?;
        let bytes = self.file.get(*place..)?.first_chunk()?;
        *place += bytes.len();
        Some(u32::from_le_bytes(*bytes) as usize)
    }

    /// The rest of a number that has more than one byte.
    fn rest(&mut self, column: CodeColumn, first: u8) -> Option<u32> {
        number(first, || {
            let byte = self.take(column.index())?;
            self.write(byte)?;
            Some(byte)
        })
    }

    /// A function with its length before it, which is known once its body is there. Called by itself: browsers make
    /// faster code of what is called often, and use it from the next call on.
    #[inline(never)]
    fn function(&mut self) -> Option<()> {
        let start = self.at;
        let body = start + LONGEST_LENGTH;
        self.at = body;
        carry(self)?;
        let length = self.at - body;
        let digits = match length {
            0..0x80 => 1,
            0x80..0x4000 => 2,
            0x4000..0x20_0000 => LONGEST_LENGTH,
            _ => return None,
        };
        self.to.copy_within(body..self.at, start + digits);
        self.at = start;
        for digit in 1..=digits {
            let [low, ..] = (length >> (7 * (digit - 1))).to_le_bytes();
            self.write(low & 0x7f | if digit < digits { 0x80 } else { 0 })?;
        }
        self.at += length;
        Some(())
    }
}

impl Carry for Restoring<'_> {
    #[inline(always)]
    fn operation(&mut self) -> Option<u8> {
        let operation = self.take(CodeColumn::Operations.index())?;
        self.write(if is_constant(operation) { CONSTANT } else { operation })?;
        Some(operation)
    }

    #[inline(always)]
    fn constant(&mut self, bytes: u8) -> Option<()> {
        let next = *self.places.get(CodeColumn::Operations.index())?;
        let column = CodeColumn::of_constant(bytes, *self.file.get(next)?)?;
        for _ in 0..bytes {
            let byte = self.take(column)?;
            self.write(byte)?;
        }
        Some(())
    }

    #[inline(always)]
    fn read_local(&mut self) -> Option<()> {
        let byte = self.take(CodeColumn::Gets.index())?;
        if byte < LOCALS {
            let local = self.recent.read(byte)?;
            self.write(local)
        } else {
            self.write(byte)?;
            self.rest(CodeColumn::Gets, byte).map(drop)
        }
    }

    #[inline(always)]
    fn recent(&mut self) -> &mut RecentLocals {
        &mut self.recent
    }

    #[inline(always)]
    fn number(&mut self, column: CodeColumn) -> Option<u32> {
        let byte = self.take(column.index())?;
        self.write(byte)?;
        if byte < 0x80 { Some(u32::from(byte)) } else { self.rest(column, byte) }
    }

    #[inline(always)]
    fn zero(&mut self) -> Option<()> {
        self.write(0)
    }

    fn bytes(&mut self, column: CodeColumn, count: u8) -> Option<()> {
        for _ in 0..count {
            let byte = self.take(column.index())?;
            self.write(byte)?;
        }
        Some(())
    }
}

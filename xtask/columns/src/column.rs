//! The columns of a program.

/// What stands together. What an operation is about goes where it is most like what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum CodeColumn {
    /// By turns how many bytes are taken from [`CodeColumn::Plain`], and how many functions follow them; of four bytes each.
    Plan,
    /// All that is not a function's body.
    Plain,
    /// Of a constant the operation tells how many bytes it has, so that each length has columns of its own.
    Operations,
    /// The kinds of a function's locals.
    Locals,
    /// How long ago the local was used that is read ([`RecentLocals`](crate::recent::RecentLocals)).
    Gets,
    Sets,
    Calls,
    Constants3,
    Constants4,
    LongConstants,
    Constants64,
    Loads,
    Stores,
    Jumps,
    Blocks,
    /// What is rare.
    Others,
    /// From here on constants of one byte, and then of two: a column for each group of operations that take them
    /// ([`CodeColumn::of_constant`]).
    ShortConstants,
    Constants2 = Self::ShortConstants as u8 + GROUPS,
}

/// Operations whose numbers are alike but for their last [`GROUP_BITS`] bits are much the same: loads, comparisons, shifts.
const GROUP_BITS: u32 = 2;

const GROUPS: u8 = 1 << (u8::BITS - GROUP_BITS);

/// How many columns there are.
pub(crate) const COLUMNS: usize = CodeColumn::Constants2 as usize + GROUPS as usize;

impl CodeColumn {
    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// Where constants of so many bytes stand, where `following` is the operation after it. `None` where no constant has
    /// so many.
    pub(crate) const fn of_constant(bytes: u8, following: u8) -> Option<usize> {
        let group = (following >> GROUP_BITS) as usize;
        Some(match bytes {
            1 => Self::ShortConstants.index() + group,
            2 => Self::Constants2.index() + group,
            3 => Self::Constants3.index(),
            4 => Self::Constants4.index(),
            5 => Self::LongConstants.index(),
            _ => return None,
        })
    }
}

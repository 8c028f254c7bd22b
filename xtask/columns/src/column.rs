//! The columns of a program.

/// What stands together. What an operation is about goes where it is most like what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum CodeColumn {
    /// By turns how many bytes are taken from [`CodeColumn::Plain`], and how many functions follow them; of four bytes each.
    Plan,
    /// All that is not a function's body.
    Plain,
    /// Of a constant the operation tells how many bytes it has, so that each length has a column.
    Operations,
    /// The kinds of a function's locals.
    Locals,
    Gets,
    Sets,
    Calls,
    ShortConstants,
    Constants2,
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
}

impl CodeColumn {
    pub(crate) const COUNT: usize = Self::Others as usize + 1;

    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// Where constants of so many bytes stand. `None` where no constant has so many.
    pub(crate) const fn of_constants(bytes: u8) -> Option<Self> {
        Some(match bytes {
            1 => Self::ShortConstants,
            2 => Self::Constants2,
            3 => Self::Constants3,
            4 => Self::Constants4,
            5 => Self::LongConstants,
            _ => return None,
        })
    }
}

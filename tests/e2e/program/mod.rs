//! The program: where it cannot start, where a part of it does not come, where it stops.

pub(crate) mod each_part;
pub(crate) mod panic;
pub(crate) mod parts;
pub(crate) mod whole;

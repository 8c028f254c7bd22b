//! The commands of `cargo xtask`.

pub(crate) mod advice;
pub(crate) mod check;
pub(crate) mod fuzz;
pub(crate) mod serve;
pub(crate) mod test;
pub(crate) mod trunk;

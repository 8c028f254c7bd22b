//! How far one is: comparing, rating, the plan, another person's view.

pub(crate) mod how_far;
pub(crate) mod keeping;
pub(crate) mod lists;

//! Notes, opened.

pub(crate) mod bad_input;
pub(crate) mod long_notes;
pub(crate) mod reading;
pub(crate) mod vault;

//! The reader's own notes.

pub(crate) mod ladders;
pub(crate) mod marks;
pub(crate) mod own_notes;
pub(crate) mod own_notes_faults;
mod proofs;
pub(crate) mod shared;
pub(crate) mod tools;

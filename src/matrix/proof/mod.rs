//! Clips that whoever keeps the notes chose as proof of what a ladder expects: read, found, written.

pub(in crate::matrix) mod find;
pub(in crate::matrix) mod lines;
pub(in crate::matrix) mod write;

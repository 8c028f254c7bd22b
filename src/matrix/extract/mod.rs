//! From a note to its placements: which lists, tables and headings name skills, and where.

pub(in crate::matrix) mod classify;
pub(in crate::matrix) mod evidence;
pub(in crate::matrix) mod explain;
pub(in crate::matrix) mod explanation;
pub(in crate::matrix) mod label_filter;
pub(in crate::matrix) mod labelled;
pub(in crate::matrix) mod labels;
pub(in crate::matrix) mod ladder;
pub(in crate::matrix) mod marking;
pub(in crate::matrix) mod marks;
pub(in crate::matrix) mod of_no_person;
pub(in crate::matrix) mod reader;
pub(in crate::matrix) mod sub_headings;
pub(in crate::matrix) mod why;

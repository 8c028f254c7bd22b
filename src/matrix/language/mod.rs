//! What the words of headings, lead-ins and labels say.

pub(in crate::matrix) mod headings;
pub(in crate::matrix) mod lead_ins;
pub(in crate::matrix) mod level_name;
pub(in crate::matrix) mod lexicon;
pub(in crate::matrix) mod phrases;
pub(in crate::matrix) mod seniority;
pub(in crate::matrix) mod terms;
pub(in crate::matrix) mod titles;
pub(in crate::matrix) mod whose;
pub(in crate::matrix) mod words;

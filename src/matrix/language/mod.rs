//! What the words of headings, lead-ins and labels say.

pub(in crate::matrix) mod bare_name;
pub(in crate::matrix) mod governing;
pub(in crate::matrix) mod heading_cues;
pub(in crate::matrix) mod lead_ins;
pub(in crate::matrix) mod level_name;
pub(in crate::matrix) mod lexicon;
pub(in crate::matrix) mod phrases;
pub(in crate::matrix) mod role_detection;
pub(in crate::matrix) mod seniority;
pub(in crate::matrix) mod senses;
pub(in crate::matrix) mod terms;
pub(in crate::matrix) mod titles;
pub(in crate::matrix) mod words;

//! What an author's signs mean: Markdown, HTML, and the syntax of other tools.

pub(in crate::note) mod blocks;
pub(in crate::note) mod hidden;
pub(in crate::note) mod html;
mod inline_html;
pub(in crate::note) mod inline_kind;
pub(in crate::note) mod inlines;
pub(in crate::note) mod lines;
pub(in crate::note) mod links;
pub(in crate::note) mod markdown;
pub(in crate::note) mod properties;
pub(in crate::note) mod raw_text;
mod signs;
pub(in crate::note) mod tools;

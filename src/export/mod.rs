//! The matrix and the claims, written out: as HTML, Markdown, CSV and data.

pub mod catalog;
pub mod csv;
pub mod data;
pub mod embed;
pub mod html;
pub mod look;
pub mod markdown;
mod note_html;
pub mod notes_block;
pub mod pack;
pub mod page;
pub mod quote;
pub mod shell;
pub(crate) mod table;

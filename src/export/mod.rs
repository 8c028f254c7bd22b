//! The matrix and the claims, written out: as HTML, Markdown, CSV and data.

pub mod csv;
pub mod data;
pub mod html;
pub mod markdown;
pub mod page;
mod table;

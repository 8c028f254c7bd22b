//! The matrix and the claims, written out: as HTML, Markdown, CSV and data.

pub mod formats;
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;

//! The matrix and what was said, in the formats that others read.

// Its ids are digests, which no page makes.
#[cfg(not(target_arch = "wasm32"))]
pub mod claim_documents;
pub mod clip_list;
pub mod clips;
pub mod csv;
pub mod data;
pub mod data_shapes;
pub mod embed;
pub mod gap_chart;
pub mod html;
pub mod markdown;
pub(in crate::export) mod note_html;
pub mod picture;
pub mod quote;
pub(crate) mod table;

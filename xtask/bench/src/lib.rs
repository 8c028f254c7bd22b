//! What Skillreel's measurements need: notes, the documents of other engines, and queries; and, as
//! WebAssembly, the program that is measured.

mod documents;
#[cfg(target_arch = "wasm32")]
mod entry;
mod notes;
mod queries;
mod random;

pub use documents::{Doc, documents};
pub use notes::{generated, scaled};
pub use queries::{Class, KnownItem, Queries, TimedQuery, queries};

//! What outlasts a visit: settings, notes, the database below both.

pub(super) mod database;
pub mod kept_pieces;
pub mod note_store;
pub mod progress_store;
pub mod settings;
pub mod store;

//! What one cannot see: the library of notes, the view, the environment, loading.

pub mod environment;
pub mod keyed_on_library;
pub mod library;
pub mod loading;
pub mod search_index;
pub mod view;

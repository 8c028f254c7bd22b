//! What one cannot see: the library of notes, the view, the environment, loading.

pub mod environment;
pub mod joined;
pub mod keyed_on_library;
pub mod library;
pub mod loading;
pub mod prepared_page;
pub mod reading_chunks;
pub mod search_index;
pub mod searchable;
pub mod searching;
pub mod texts_beside;
pub mod view;

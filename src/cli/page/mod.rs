//! Pages and folders of pages, written from notes.

pub(super) mod pack;
mod packed;
pub(super) mod site;
pub(super) mod site_source;
pub(super) mod template;
pub(super) mod whole_folder;
mod writing;

//! Parts of any page, which know nothing of notes, skills or videos.

pub mod close_button;
pub mod copy_button;
pub mod dialog;
pub mod floating;
pub mod fresh;
pub mod growth;
pub mod icon;
pub mod icon_button;
pub mod long_list;
pub mod more_button;
pub mod reveal;
pub mod select;
pub mod sentinel;

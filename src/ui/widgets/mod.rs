//! Parts of any page, which know nothing of notes, skills or videos.

pub mod check;
pub mod close_button;
pub mod copy_button;
pub mod copy_field;
pub mod counting;
pub mod dialog;
pub mod floating;
pub mod floating_card;
pub mod fresh;
pub mod icon;
pub mod icon_button;
pub mod late;
pub mod lists;
pub mod reveal;
pub mod select;

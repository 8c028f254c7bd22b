//! An opened note or topic, the list of notes, and links to both.

pub mod backlinks;
pub mod claim_item;
pub mod note_list;
pub mod note_view;
pub mod outline;
pub mod taken;
pub mod text;
pub mod topic_view;
pub mod topics;

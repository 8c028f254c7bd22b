//! Links that change what the page shows.

pub mod missing_link;
pub mod note_link;
pub mod topic_link;
pub mod view_link;

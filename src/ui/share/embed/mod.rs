//! The page in other pages: what one pastes there, and how it behaves there.

pub mod embed_sheet;
pub mod embedded;
pub mod seen_as;
pub mod snippet;

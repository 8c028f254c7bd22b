//! The card that shows what a link to a note would open.

pub mod pointed_at;
pub mod preview_card;
pub mod spot;

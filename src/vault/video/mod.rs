//! What notes say of one video: tracks, clips, and times read by its length.

pub(super) mod beside;
pub mod clip;
pub mod clip_text;
pub(super) mod lengths;
pub mod playable;
pub(super) mod shared;
pub(super) mod spoken_lines;
pub(super) mod track;

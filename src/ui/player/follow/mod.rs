//! What follows the player: what is said now, how far one was, how long the video is.

pub mod announcement;
pub mod back_to_now;
pub mod cued;
pub mod following;
pub mod last_seen;
pub mod past_end;
pub mod transcript_line;
pub mod video_length;

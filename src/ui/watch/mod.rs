//! Watching: what is said now, the video's timeline, the queue, and the reader's own media.

mod back_to_now;
mod following;
pub(super) mod keys;
mod last_seen;
mod spoken;
mod timeline;

pub(super) use back_to_now::BackToNow;
pub(super) use following::{Following, Second};
pub(super) use last_seen::LastSeen;
pub(super) use spoken::Spoken;
pub(super) use timeline::Timeline;

//! Watching: what is said now, the video's timeline, the queue, and the reader's own media.

mod back_to_now;
mod following;
pub(super) mod keys;
mod last_seen;
mod length;
mod own_media;
mod play_found;
mod play_shown;
mod play_these;
mod player_options;
mod queue;
mod queue_item;
mod queue_panel;
mod spoken;
mod timeline;

pub(super) use back_to_now::BackToNow;
pub(super) use following::{Following, Second};
pub(super) use last_seen::LastSeen;
pub(super) use length::read_by_length;
pub(super) use play_found::PlayFound;
pub(super) use play_shown::PlayShown;
pub(super) use play_these::PlayThese;
pub(super) use player_options::PlayerOptions;
pub(super) use queue::Queue;
pub(super) use queue_panel::QueuePanel;
pub(super) use spoken::Spoken;
pub(super) use timeline::Timeline;

//! The options of the player, and files of the reader's own in place of YouTube's video.

pub mod local_media;
pub mod player_options;
pub mod player_options_card;
mod this_second;

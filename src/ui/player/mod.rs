//! The player: poster, controls, timeline, links to moments.

pub mod failure;
pub mod follow;
pub mod local_media;
pub mod no_player;
pub mod playback;
pub mod player_controls;
pub mod player_keys;
pub mod player_options;
pub mod player_panel;
pub mod poster;
pub mod stamp_link;
pub mod this_second;
pub mod timeline;

//! The player: poster, controls, timeline, links to moments.

pub mod failure;
pub mod follow;
pub mod late_parts;
pub mod no_player;
pub mod options;
pub mod playback;
pub mod player_chunk;
pub mod player_controls;
pub mod player_keys;
pub mod player_panel;
pub mod poster;
pub mod stamp_link;
pub mod timeline;

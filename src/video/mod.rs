//! What a note points at: a video on YouTube and a second in it.

pub mod player;
mod stamp_time;
mod video_id;
mod youtube_link;

pub use stamp_time::{NotATime, Repair, StampTime, clock};
pub use video_id::{NotAVideoId, VideoId};
pub use youtube_link::{YoutubeLink, thumbnail_url, watch_url};

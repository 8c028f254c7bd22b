//! What a note points at: a video on YouTube and a second in it.

pub mod player;
pub mod positions;
mod stamp_time;
pub mod timeline;
mod two_ways;
mod video_id;
mod youtube_link;

pub use stamp_time::{NotATime, Repair, StampTime, clock};
pub use two_ways::{LONGEST_LIKELY_SECS, TwoWays};
pub use video_id::{NotAVideoId, VideoId};
pub use youtube_link::{YoutubeLink, thumbnail_url, watch_url};

/// A time in seconds without its fraction.
#[must_use]
pub fn whole_secs(time_secs: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let whole = time_secs as u32;
    whole
}

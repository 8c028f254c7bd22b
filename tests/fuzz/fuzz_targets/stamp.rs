//! A written time: what is read as one is a second of a video, and is read again as that.

#![no_main]

use libfuzzer_sys::fuzz_target;
use skillreel::video::{StampTime, VideoId, YoutubeLink, clock};

fuzz_target!(|text: &str| {
    if let Ok(time) = StampTime::parse(text) {
        assert!(time.seconds <= 43_200, "{text:?}");
        assert!(time.if_past_end.is_none_or(|seconds| seconds <= 43_200), "{text:?}");
        // Twelve hours to the second are written as three fields, which then mean minutes.
        if time.seconds < 43_200 {
            let again = StampTime::parse(&clock(time.seconds)).map(|again| again.seconds);
            assert_eq!(again, Ok(time.seconds), "{text:?}");
        }
    }
    if let Some(link) = YoutubeLink::parse(text) {
        assert_eq!(VideoId::parse(link.video.as_str()), Ok(link.video), "{text:?}");
        assert!(link.seconds.is_none_or(|seconds| seconds <= 43_200), "{text:?}");
    }
});

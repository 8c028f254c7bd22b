//! YouTube addresses: which video, and from which second.

use super::stamp_time::StampTime;
use super::video_id::{NotAVideoId, VideoId};

/// What a YouTube address points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YoutubeLink {
    /// The id in the path, or after `v=`.
    pub video: VideoId,
    /// The second it starts at, where the address names one.
    pub seconds: Option<u32>,
    /// The second it ends at, where the address names one that is later.
    pub end_secs: Option<u32>,
}

/// Path prefixes in front of a video id on youtube.com.
const ID_PREFIXES: [&str; 5] = ["embed/", "shorts/", "live/", "v/", "e/"];

impl VideoId {
    /// Reads an id as authors write it: bare, or inside any YouTube address.
    ///
    /// # Errors
    /// [`NotAVideoId`] when the text is neither.
    pub fn from_id_or_url(text: &str) -> Result<Self, NotAVideoId> {
        let text = text.trim();
        Self::parse(text)
            .or_else(|_| YoutubeLink::parse(text).map(|link| link.video).ok_or(NotAVideoId))
    }
}

impl YoutubeLink {
    /// Reads `watch?v=`, `youtu.be/`, `/embed/`, `/shorts/` and `/live/` addresses, with a time
    /// given as `t=`, `start=` or `#t=`. `None` for every other address.
    #[must_use]
    pub fn parse(url: &str) -> Option<Self> {
        let url = url.trim();
        let rest = strip_prefix_ignoring_case(url, "https://")
            .or_else(|| strip_prefix_ignoring_case(url, "http://"))
            .unwrap_or(url);
        let (before_fragment, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (place, query) = before_fragment.split_once('?').unwrap_or((before_fragment, ""));
        let (host, path) = place.split_once('/').unwrap_or((place, ""));
        let host = host.to_ascii_lowercase();
        let host = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(&host);

        let video = match host {
            "youtu.be" => id_at_start(path)?,
            "youtube.com" | "music.youtube.com" | "youtube-nocookie.com" => {
                match ID_PREFIXES.iter().find_map(|prefix| path.strip_prefix(prefix)) {
                    Some(id) => id_at_start(id)?,
                    None if path.trim_end_matches('/') == "watch" => {
                        VideoId::parse(&parameter(query, "v")?).ok()?
                    }
                    None => return None,
                }
            }
            _ => return None,
        };
        let written = parameter(query, "t")
            .or_else(|| parameter(query, "start"))
            .or_else(|| parameter(query, "time_continue"))
            .or_else(|| parameter(fragment, "t"));
        let written = written.unwrap_or_default();
        // A media fragment may name an end, too: https://www.w3.org/TR/media-frags/#naming-time
        let (start, end) = written.split_once(',').map_or((&*written, None), |(s, e)| (s, Some(e)));
        let second = |text: &str| StampTime::parse(text).ok().map(|time| time.seconds);
        let seconds = second(start);
        let end_secs = end.map(str::to_owned).or_else(|| parameter(query, "end"));
        let end_secs = end_secs.and_then(|end| second(&end)).filter(|end| Some(*end) > seconds);
        Some(Self { video, seconds, end_secs: end_secs.filter(|_| seconds.is_some()) })
    }
}

/// The address of a video at a second, for a link that people open or copy.
#[must_use]
pub fn watch_url(video: VideoId, seconds: u32) -> String {
    format!("https://www.youtube.com/watch?v={video}&t={seconds}s")
}

/// The address of a video's still picture, 480 × 360.
#[must_use]
pub fn thumbnail_url(video: VideoId) -> String {
    format!("https://i.ytimg.com/vi/{video}/hqdefault.jpg")
}

fn id_at_start(path: &str) -> Option<VideoId> {
    let end = path.find('/').unwrap_or(path.len());
    VideoId::parse(&path[..end]).ok()
}

fn parameter(query: &str, name: &str) -> Option<String> {
    // Of two times the last is meant: it was added by hand.
    form_urlencoded::parse(query.as_bytes())
        .filter(|(key, _)| key == name)
        .last()
        .map(|(_, value)| value.into_owned())
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_forms_people_paste() {
        let cases = [
            ("https://www.youtube.com/watch?v=7gaPPrAd7nc", Some(("7gaPPrAd7nc", None))),
            ("https://youtu.be/7gaPPrAd7nc?t=742", Some(("7gaPPrAd7nc", Some(742)))),
            ("http://m.youtube.com/watch?t=12m22s&v=7gaPPrAd7nc", Some(("7gaPPrAd7nc", Some(742)))),
            (
                "HTTPS://www.youtube.com/embed/7gaPPrAd7nc?start=742",
                Some(("7gaPPrAd7nc", Some(742))),
            ),
            ("youtube.com/shorts/7gaPPrAd7nc", Some(("7gaPPrAd7nc", None))),
            ("https://www.youtube.com/live/7gaPPrAd7nc#t=742", Some(("7gaPPrAd7nc", Some(742)))),
            ("https://youtu.be/7gaPPrAd7nc?t=1&t=2", Some(("7gaPPrAd7nc", Some(2)))),
            ("https://youtu.be/7gaPPrAd7nc#t=12:22,13:05", Some(("7gaPPrAd7nc", Some(742)))),
            ("https://youtu.be/7gaPPrAd7nc#t=01%3A31", Some(("7gaPPrAd7nc", Some(91)))),
            (
                "https://www.youtube.com/watch?time_continue=300&v=7gaPPrAd7nc",
                Some(("7gaPPrAd7nc", Some(300))),
            ),
            ("https://www.youtube.com/watch?v=short", None),
            ("https://www.youtube.com/@channel", None),
            ("https://youtube.com.evil.example/watch?v=7gaPPrAd7nc", None),
            ("https://notyoutube.com/watch?v=7gaPPrAd7nc", None),
            ("javascript:alert(1)", None),
            ("", None),
        ];
        for (url, want) in cases {
            let got = YoutubeLink::parse(url);
            let got = got.as_ref().map(|link| (link.video.as_str(), link.seconds));
            assert_eq!(got, want, "{url:?}");
        }
    }

    #[test]
    fn writes_the_address_of_a_second() -> Result<(), super::super::NotAVideoId> {
        let video = VideoId::parse("7gaPPrAd7nc")?;
        assert_eq!(watch_url(video, 742), "https://www.youtube.com/watch?v=7gaPPrAd7nc&t=742s");
        Ok(())
    }
}

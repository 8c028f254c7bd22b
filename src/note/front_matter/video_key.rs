//! Which video a block of front matter names, and under which key.

use crate::note::front_matter::entries::FrontMatterEntry;
use crate::note::front_matter::scalar::plain;
use crate::note::video::which_video;
use crate::note::{Code, Problem};
use crate::text;
use crate::video::VideoId;

/// The keys that may name the video, the best first, as [`folded_key`] has them.
const VIDEO_KEYS: [&str; 14] = [
    "videoid",
    "youtubeid",
    "ytid",
    "video",
    "youtube",
    "youtubeurl",
    "videourl",
    "videolink",
    "url",
    "source",
    "sourceurl",
    "link",
    "media",
    "originalurl",
];

/// A key in the one way of writing it: `video-id`, `Video_ID` and `videoId` are the same.
fn folded_key(key: &str) -> String {
    key.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).map(text::small).collect()
}

/// The entry's first value that names a video, as it is written, and the video.
fn video_of(entry: &FrontMatterEntry, takes_id: bool) -> Option<(String, VideoId)> {
    let lines = entry.value.lines().map(|line| line.strip_prefix("- ").unwrap_or(line));
    let whole = std::iter::once(plain(&entry.value).0);
    whole.chain(lines.map(|line| plain(line).0)).find_map(|written| {
        let by_id = VideoId::from_id_or_url(&written).ok();
        let named = by_id.filter(|_| takes_id || VideoId::parse(written.trim()).is_err());
        let video = named.or_else(|| which_video::in_text(&written))?;
        Some((written, video))
    })
}

/// The video that the entries name, told where it is not named as notes do it.
pub(in crate::note) fn video(
    entries: &[FrontMatterEntry],
    problems: &mut Vec<Problem>,
) -> Option<VideoId> {
    let keys: Vec<String> = entries.iter().map(|entry| folded_key(&entry.key)).collect();
    let of_key = |&key: &&'static str| {
        let at = keys.iter().position(|folded| folded == key)?;
        Some((key, &entries[at]))
    };
    let named: Vec<(&str, &FrontMatterEntry)> = VIDEO_KEYS.iter().filter_map(of_key).collect();
    let video_at = |&(key, entry): &(&str, _)| video_of(entry, key.contains(['v', 'y']));
    let by_name = named.iter().find_map(|named| Some((named.1, video_at(named)?)));
    // Any key may hold an address, whatever its author calls it.
    let by_value = || entries.iter().find_map(|entry| Some((entry, video_of(entry, false)?)));
    if let Some((entry, (written, video))) = by_name.or_else(by_value) {
        let is_plain = written.trim() == video.as_str();
        if !is_plain || entry.key != "videoId" {
            let message =
                format!("The video is named by “{}: {written}”; read as {video}.", entry.key);
            let code = if is_plain { Code::VideoFound } else { Code::FrontMatterValue };
            let problem = Problem::new(entry.line, code, message);
            problems.push(problem.suggest(format!("videoId: {video}")));
        }
        return Some(video);
    }
    // `source:` and the like may name anything; only a key that means a video is held to it.
    match named.iter().find(|(key, _)| key.starts_with("video")) {
        Some((_, entry)) => {
            let message = format!(
                "“{}” names no YouTube video: expected the 11 characters after v= in its \
                 address. The note is shown without a video.",
                plain(&entry.value).0
            );
            problems.push(Problem::new(entry.line, Code::VideoInvalid, message));
        }
        None => {
            let message = "The note names no video, so its stamps cannot play. \
                           Add “videoId:” with the 11 characters after v= in the video's address.";
            problems.push(Problem::new(1, Code::VideoMissing, message));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::front_matter::entries::entries;

    fn read_block(block: &str) -> (Option<VideoId>, Vec<Code>) {
        let mut problems = Vec::new();
        let entries = entries(block, &mut problems);
        let video = video(&entries, &mut problems);
        (video, problems.into_iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn reads_the_video_under_any_of_its_names() {
        let id = Some("7gaPPrAd7nc");
        let cases = [
            ("videoId: 7gaPPrAd7nc", id, None),
            ("videoId: 12345678901", Some("12345678901"), None),
            ("videoId: https://youtu.be/7gaPPrAd7nc", id, Some(Code::FrontMatterValue)),
            ("video: 7gaPPrAd7nc", id, Some(Code::VideoFound)),
            ("Video-ID: 7gaPPrAd7nc", id, Some(Code::VideoFound)),
            ("youtube_id: 7gaPPrAd7nc", id, Some(Code::VideoFound)),
            ("watched: https://youtu.be/7gaPPrAd7nc", id, Some(Code::FrontMatterValue)),
            (
                "source: \"[A talk](https://youtu.be/7gaPPrAd7nc)\"",
                id,
                Some(Code::FrontMatterValue),
            ),
            (
                "media:\n  - a book\n  - https://youtu.be/7gaPPrAd7nc",
                id,
                Some(Code::FrontMatterValue),
            ),
            ("url: aaaaaaaaaaa", None, Some(Code::VideoMissing)),
            ("url: https://www.youtube.com/live/7gaPPrAd7nc", id, Some(Code::FrontMatterValue)),
            ("source: a book", None, Some(Code::VideoMissing)),
            ("videoId: null", None, Some(Code::VideoInvalid)),
            ("title: A", None, Some(Code::VideoMissing)),
        ];
        for (block, want, code) in cases {
            let (video, codes) = read_block(block);
            assert_eq!(video.as_ref().map(VideoId::as_str), want, "{block:?}");
            assert_eq!(codes.first().copied(), code, "{block:?}");
        }
    }
}

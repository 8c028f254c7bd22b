//! Which video a note is about, where its front matter does not say so.

use crate::video::{VideoId, YoutubeLink};

/// What a body says of its video.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::note) enum VideoClue {
    /// The body names no video.
    Nothing,
    /// It is this one: on a line of the body, from 1.
    This(VideoId, u32),
    /// It may be one of several.
    Several,
}

/// Where an address stands, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum AddressPlace {
    /// In a line that only names the video.
    Own,
    /// In a link without a time.
    Link,
    /// In a link to a moment.
    Moment,
}

/// Looks for the video of a note in its body: a line of its own, else the only video that links
/// without a time lead to, else the only one of all moments.
pub(in crate::note) fn in_body(body: &str) -> VideoClue {
    let mut found: Vec<(AddressPlace, VideoId, u32)> = Vec::new();
    if !body.contains("youtu") {
        return VideoClue::Nothing;
    }
    let mut before = "";
    for (line, number) in body.lines().zip(1..) {
        if line.contains("youtu") {
            addresses(line, |link| {
                let place = match (is_own(line, before), link.seconds) {
                    (true, _) => AddressPlace::Own,
                    (false, None) => AddressPlace::Link,
                    (false, Some(_)) => AddressPlace::Moment,
                };
                found.push((place, link.video, number));
            });
        }
        before = line;
    }
    let Some(best) = found.iter().map(|(place, ..)| *place).min() else {
        return VideoClue::Nothing;
    };
    let mut of_best = found.iter().filter(|(place, ..)| *place == best);
    let Some(&(_, video, line)) = of_best.next() else { return VideoClue::Nothing };
    if of_best.all(|(_, other, _)| *other == video) {
        VideoClue::This(video, line)
    } else {
        VideoClue::Several
    }
}

/// The address of a video in a text that may say more, such as a Markdown link.
pub(in crate::note) fn in_text(text: &str) -> Option<VideoId> {
    let mut found = None;
    addresses(text, |link| {
        found.get_or_insert(link.video);
    });
    found
}

/// Whether a line names the video and nothing else: as a picture, in a frame, or as another tool has it.
fn is_own(line: &str, before: &str) -> bool {
    let line = line.trim().trim_start_matches(['-', '*', '>', ' ', '\t']);
    let lower = line.to_ascii_lowercase();
    let label = lower.split_once(':').map_or("", |(label, _)| label.trim());
    let is_labelled = matches!(
        label,
        "url" | "video" | "link" | "source" | "youtube" | "video url" | "video link" | "watch"
    );
    let is_tool = ["{{video", "{{youtube", "{{[[video]]", "{{[[youtube]]"];
    is_labelled
        || is_tool.iter().any(|tool| lower.contains(tool))
        || lower.starts_with("![](")
        || lower.starts_with("<iframe")
        || before.trim().trim_start_matches('`').trim() == "timestamp-url"
}

/// Hands out every address of YouTube in a line.
fn addresses(line: &str, mut give: impl FnMut(YoutubeLink)) {
    let is_end = |c: char| c.is_whitespace() || "()<>\"'[]{}|`".contains(c);
    let mut at = 0;
    while let Some(found) = line.get(at..).and_then(|rest| rest.find("youtu")) {
        let place = at + found;
        let start = line[..place].rfind(is_end);
        let start =
            start.map_or(0, |end| end + line[end..].chars().next().map_or(1, char::len_utf8));
        let length = line[place..].find(is_end).unwrap_or(line.len() - place);
        let address = line[start..place + length].trim_end_matches([',', '.', ';']);
        if let Some(link) = YoutubeLink::parse(address) {
            give(link);
        }
        at = place + length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_video_that_a_body_names() {
        let a = "https://www.youtube.com/watch?v=aaaaaaaaaaa";
        let b = "https://youtu.be/bbbbbbbbbbb";
        let cases = [
            ("nothing".to_owned(), None),
            (format!("![]({a})"), Some('a')),
            (format!("- ![]({a})\n\n[x]({b})"), Some('a')),
            (format!("{{{{video {b}?si=x&t=107}}}}\n[x]({a})"), Some('b')),
            (format!("{{{{[[video]]: {b}}}}}"), Some('b')),
            (format!("```timestamp-url\n {a}\n```\n[x]({b})"), Some('a')),
            (
                "<iframe src=\"https://www.youtube.com/embed/bbbbbbbbbbb\"></iframe>".into(),
                Some('b'),
            ),
            (format!("URL: {a}\nTags: x"), Some('a')),
            (format!("[a]({a}) and [a]({a}&t=5) and [b]({b}?t=5)"), Some('a')),
            (format!("[0:05]({b}?t=5) [0:06]({b}?t=6)"), Some('b')),
            (format!("[a]({a}) [b]({b})"), None),
            (format!("[0:05]({a}&t=5) [0:06]({b}?t=6)"), None),
        ];
        for (body, want) in cases {
            let got = match in_body(&body) {
                VideoClue::This(video, _) => video.as_str().chars().next(),
                VideoClue::Nothing | VideoClue::Several => None,
            };
            assert_eq!(got, want, "{body:?}");
        }
    }
}

//! Times of a note that names no video: of which medium they may be, and that they cannot be played.

use crate::note::{Claim, Code, Problem};

/// Hosts and file endings of what is heard or seen elsewhere than on YouTube.
const OTHER_MEDIA: [&str; 14] = [
    "snipd.com",
    "open.spotify.com",
    "podcasts.apple.com",
    "pca.st",
    "overcast.fm",
    "soundcloud.com",
    "vimeo.com",
    "twitch.tv",
    "bilibili.com",
    ".mp3",
    ".m4a",
    ".wav",
    ".mp4",
    ".webm",
];

/// Tells how many claims have times that cannot be played, and where the first are.
pub(in crate::note) fn tell(body: &str, claims: &[Claim], problems: &mut Vec<Problem>) {
    let has_times = |claim: &&Claim| claim.stamps.iter().any(|stamp| stamp.video.is_none());
    let lines: Vec<u32> = claims.iter().filter(has_times).map(|claim| claim.line).collect();
    let Some(&first) = lines.first() else { return };
    let medium = OTHER_MEDIA.iter().find(|name| body.contains(**name));
    let of_what = medium.map_or_else(
        || "nothing says of which video they are".to_owned(),
        |name| format!("they are of a medium that is no YouTube video ({name})"),
    );
    let named: Vec<String> = lines.iter().take(3).map(u32::to_string).collect();
    let more = if lines.len() > 3 { " and further on" } else { "" };
    let message = format!(
        "The times on line {}{more} are shown and cannot be played: {of_what}.",
        named.join(", ")
    );
    problems.push(Problem::new(first, Code::TimesUnread, message));
}

#[cfg(test)]
mod tests {
    use crate::note::{Code, Note};

    #[test]
    fn times_of_no_video_are_told() {
        let told = |text: &str| {
            let note = Note::read("a.md", text);
            let told = note.problems().iter().find(|problem| problem.code == Code::TimesUnread);
            told.map(|problem| (problem.line, problem.message.clone()))
        };
        let (line, message) = told("# A\n\n[0:10] So.\n\n[x](https://share.snipd.com/y)").unwrap();
        assert!(line == 1 && message.contains("(snipd.com)"), "{message}");
        assert!(told("[0:10] So.").unwrap().1.contains("of which video"));
        assert_eq!(told("So."), None);
        assert_eq!(told("[0:10] So. [x](https://youtu.be/7gaPPrAd7nc)"), None);
    }
}

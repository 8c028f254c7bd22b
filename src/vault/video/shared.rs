//! A video that another program shares with the page: the beginning of a note about it.

use form_urlencoded::parse;

use crate::text::slug;
use crate::video::{VideoId, YoutubeLink};

/// The names under which the page's address holds what was shared (`src/installed/manifest.webmanifest`).
const SHARED_TITLE: &str = "share-title";
const SHARED_TEXT: &str = "share-text";
const SHARED_URL: &str = "share-url";

/// The longest file name that is made of a title, in bytes.
const LONGEST_NAME: usize = 80;

/// A video that was shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedVideo {
    /// Of the first YouTube address among what was shared.
    pub video: VideoId,
    /// The second it was shared at, where the address names one.
    pub seconds: Option<u32>,
    /// What it is called, as far as that was shared.
    pub title: String,
}

impl SharedVideo {
    /// What the query of the page's address says was shared; `None` where that is no video.
    #[must_use]
    pub fn from_query(query: &str) -> Option<Self> {
        let (mut title, mut texts) = (String::new(), Vec::new());
        for (key, value) in parse(query.trim_start_matches('?').as_bytes()) {
            match &*key {
                SHARED_TITLE => title = value.into_owned(),
                SHARED_TEXT | SHARED_URL => texts.push(value.into_owned()),
                _ => {}
            }
        }
        let said = |text: &str| -> String {
            let words = text.split_whitespace().filter(|word| !word.contains("://"));
            words.collect::<Vec<_>>().join(" ")
        };
        let link = texts.iter().chain([&title]).flat_map(|text| text.split_whitespace());
        let YoutubeLink { video, seconds, .. } = link.filter_map(YoutubeLink::parse).next()?;
        let named = [said(&title), texts.first().map(|text| said(text)).unwrap_or_default()];
        let title = named.into_iter().find(|name| !name.is_empty());
        let title = title.unwrap_or_else(|| ["Video ", video.as_str()].concat());
        Some(Self { video, seconds, title: title.chars().filter(|c| !c.is_control()).collect() })
    }

    /// Whether a query holds anything that was shared.
    #[must_use]
    pub fn is_in(query: &str) -> bool {
        parse(query.trim_start_matches('?').as_bytes())
            .any(|(key, _)| matches!(&*key, SHARED_TITLE | SHARED_TEXT | SHARED_URL))
    }

    /// The name of a file for a note about it.
    #[must_use]
    pub fn file_name(&self) -> String {
        let mut name = slug(&self.title);
        name.truncate(name.floor_char_boundary(LONGEST_NAME));
        let name = if name.is_empty() { self.video.as_str() } else { &name };
        [name, ".md"].concat()
    }

    /// A note about it, to be gone on with.
    #[must_use]
    pub fn note(&self) -> String {
        let title = self.title.replace('\\', "\\\\").replace('"', "\\\"");
        format!("---\ntitle: \"{title}\"\nvideoId: {}\n---\n\n# {}\n", self.video, self.title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;

    #[test]
    fn what_was_shared_begins_a_note() {
        let cases = [
            (
                "?share-url=https%3A%2F%2Fyoutu.be%2F7gaPPrAd7nc%3Ft%3D42&share-title=A+%22talk%22",
                Some(("A \"talk\"", Some(42))),
            ),
            (
                "?share-text=A+talk+https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D7gaPPrAd7nc",
                Some(("A talk", None)),
            ),
            (
                "?share-title=https%3A%2F%2Fyoutu.be%2F7gaPPrAd7nc",
                Some(("Video 7gaPPrAd7nc", None)),
            ),
            ("?share-url=https%3A%2F%2Fexample.org", None),
            ("?q=https%3A%2F%2Fyoutu.be%2F7gaPPrAd7nc", None),
            ("", None),
        ];
        for (query, want) in cases {
            let shared = SharedVideo::from_query(query);
            let got = shared.as_ref().map(|video| (video.title.as_str(), video.seconds));
            assert_eq!(got, want, "{query}");
            let Some(shared) = shared else { continue };
            let note = Note::read(&shared.file_name(), &shared.note());
            assert_eq!((note.video, note.title.as_str()), (Some(shared.video), &*shared.title));
            assert!(note.problems().is_empty(), "{:?}", note.problems());
        }
        assert!(SharedVideo::is_in("?a=b&share-text=x") && !SharedVideo::is_in("?a=b"));
        assert_eq!(
            SharedVideo::from_query("?share-title=A/B&share-url=youtu.be/7gaPPrAd7nc")
                .map(|video| video.file_name())
                .as_deref(),
            Some("a-b.md")
        );
    }
}

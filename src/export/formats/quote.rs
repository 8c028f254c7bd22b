//! One claim with its moments, written out to be put elsewhere.

use crate::note::{Claim, Stamp};
use crate::video::{clock, watch_url};

use super::markdown;

/// A form in which a claim is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteFormat {
    /// What was said, with the addresses of its moments.
    Text,
    /// The same with links, as Markdown.
    Markdown,
    /// With the note's name and the first moment. Quotation marks are only those of the note itself: a claim
    /// is what its author made of what was said.
    Sourced,
}

impl QuoteFormat {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Text, Self::Markdown, Self::Sourced];

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Markdown => "Markdown",
            Self::Sourced => "With its source",
        }
    }
}

/// A claim of the note with this title, written out.
#[must_use]
pub fn claim(title: &str, claim: &Claim, form: QuoteFormat) -> String {
    let text = claim.text.trim();
    match form {
        QuoteFormat::Text => join(text, &claim.stamps, |stamp| match address(stamp) {
            Some(url) => [&clock(stamp.seconds), " ", &url].concat(),
            None => clock(stamp.seconds),
        }),
        QuoteFormat::Markdown => join(&markdown::escaped(text), &claim.stamps, |stamp| {
            let time = clock(stamp.seconds);
            match address(stamp) {
                Some(url) => ["[", &time, "](", &url, ")"].concat(),
                None => time,
            }
        }),
        QuoteFormat::Sourced => {
            let first = claim.stamps.first();
            let time = first.map(|stamp| [", ", &clock(stamp.seconds)].concat());
            let url = first.and_then(address).map(|url| ["\n", &url].concat());
            let (time, url) = (time.unwrap_or_default(), url.unwrap_or_default());
            [text, "\n— ", title, &time, &url].concat()
        }
    }
}

/// Where a claim's first moment plays; `None` where no video is known.
#[must_use]
pub fn first_address(claim: &Claim) -> Option<String> {
    claim.stamps.iter().find_map(address)
}

fn address(stamp: &Stamp) -> Option<String> {
    stamp.video.map(|video| watch_url(video, stamp.seconds))
}

fn join(text: &str, stamps: &[Stamp], written: impl Fn(&Stamp) -> String) -> String {
    let times: Vec<String> = stamps.iter().map(written).collect();
    if times.is_empty() { text.to_owned() } else { [text, " (", &times.join(", "), ")"].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;

    #[test]
    fn a_claim_is_written_in_every_form() {
        let with_video = "---\ntitle: On *plates*\nvideoId: 7gaPPrAd7nc\n---\n\n\
            Three [plates] are enough [00:02:10], [00:23:16].\n\nNo time here.\n";
        let without = "---\ntitle: Paper\n---\n\nThree plates [00:02:10].\n";
        let cases = [
            (
                with_video,
                0,
                QuoteFormat::Text,
                concat!(
                    "Three [plates] are enough (2:10 https://www.youtube.com/watch?v=7gaPPrAd7nc&t=130s, ",
                    "23:16 https://www.youtube.com/watch?v=7gaPPrAd7nc&t=1396s)"
                ),
            ),
            (
                with_video,
                0,
                QuoteFormat::Markdown,
                concat!(
                    "Three \\[plates\\] are enough ",
                    "([2:10](https://www.youtube.com/watch?v=7gaPPrAd7nc&t=130s), ",
                    "[23:16](https://www.youtube.com/watch?v=7gaPPrAd7nc&t=1396s))"
                ),
            ),
            (
                with_video,
                0,
                QuoteFormat::Sourced,
                concat!(
                    "Three [plates] are enough\n— On *plates*, 2:10\n",
                    "https://www.youtube.com/watch?v=7gaPPrAd7nc&t=130s"
                ),
            ),
            (with_video, 1, QuoteFormat::Text, "No time here."),
            (with_video, 1, QuoteFormat::Sourced, "No time here.\n— On *plates*"),
            (without, 0, QuoteFormat::Markdown, "Three plates (2:10)"),
            (without, 0, QuoteFormat::Sourced, "Three plates\n— Paper, 2:10"),
        ];
        for (text, index, form, want) in cases {
            let note = Note::read("a.md", text);
            let said = claim(&note.title, &note.claims()[index], form);
            // A sentence's full stop stands behind its times, and is no part of what is compared.
            assert_eq!(said.replace(". (", " (").replace(".\n", "\n"), want.replace(".\n", "\n"));
        }
    }
}

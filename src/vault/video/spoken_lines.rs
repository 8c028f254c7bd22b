//! What is said in a video, line by line: of its transcript.

use crate::note::{ClaimId, NoteId};
use crate::sorting;
use crate::vault::Vault;
use crate::video::VideoId;

/// A player that is sent to a second may say that it stands a little before it.
const TOLERANCE_SECS: f64 = 0.5;

/// How long a line stays where nothing says when it ends, in seconds, and how long it stays after its end
/// while no other begins.
const STAYS_SECS: f64 = 8.0;
const LINGERS_SECS: f64 = 1.5;

/// What is said between two times of a transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenLine {
    /// When it begins, in seconds.
    pub start_secs: u32,
    /// When it ends, in seconds, where the transcript says so.
    pub end_secs: Option<u32>,
    /// The transcript.
    pub note: NoteId,
    /// Its number in it.
    pub claim: ClaimId,
}

/// The lines of a video's transcript, in the order in which they are said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpokenLines {
    lines: Vec<SpokenLine>,
}

impl SpokenLines {
    /// The lines of a video: of the first of its transcripts that has any with a time.
    #[must_use]
    pub fn of(vault: &Vault, video: VideoId) -> Self {
        for transcript in vault.transcripts_of(video) {
            let mut lines: Vec<SpokenLine> = Vec::new();
            for (claim, number) in transcript.claims().iter().zip(0..) {
                let Some(stamp) = claim.stamps.first().filter(|stamp| !stamp.is_past_end) else {
                    continue;
                };
                lines.push(SpokenLine {
                    start_secs: stamp.seconds,
                    end_secs: stamp.end_secs,
                    note: transcript.id.clone(),
                    claim: ClaimId(number),
                });
            }
            if !lines.is_empty() {
                // A stable sort: what begins at one second stays in the order of writing.
                sorting::sort_by_key(&mut lines, |line| line.start_secs);
                return Self { lines };
            }
        }
        Self::default()
    }

    /// Whether nothing is known of what is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What is said when a player stands at `time_secs`; `None` in a pause.
    #[must_use]
    pub fn said_at(&self, time_secs: f64) -> Option<&SpokenLine> {
        let begun = |line: &SpokenLine| f64::from(line.start_secs) <= time_secs + TOLERANCE_SECS;
        let next = self.lines.partition_point(begun);
        let line = self.lines.get(next.checked_sub(1)?)?;
        let end_secs = line
            .end_secs
            .map_or(f64::from(line.start_secs) + STAYS_SECS, |end| f64::from(end) + LINGERS_SECS);
        // A turn without an end goes on until the next one begins.
        let goes_on = line.end_secs.is_none() && self.lines.get(next).is_some();
        (goes_on || time_secs <= end_secs).then_some(line)
    }

    /// The lines as subtitles (WebVTT), for a player of one's own.
    #[must_use]
    pub fn subtitles(&self, vault: &Vault) -> String {
        let mut out = String::from("WEBVTT\n");
        for (at, line) in self.lines.iter().enumerate() {
            let claim = vault.note(&line.note).and_then(|note| note.claim(line.claim));
            let Some(claim) = claim else { continue };
            let next = self.lines.get(at + 1).map(|next| next.start_secs);
            let end_secs = line.end_secs.or(next).unwrap_or(line.start_secs + 4);
            let end_secs = end_secs.max(line.start_secs + 1);
            let text = claim.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let cue = ["\n", &clock(line.start_secs), " --> ", &clock(end_secs), "\n", &text, "\n"];
            out.push_str(&cue.concat());
        }
        out
    }
}

/// A time as subtitles write it.
fn clock(secs: u32) -> String {
    format!("{:02}:{:02}:{:02}.000", secs / 3600, secs / 60 % 60, secs % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::NoteFile;

    fn vault(transcript: (&str, &str)) -> Vault {
        let note = "---\ntitle: A\nvideoId: 7gaPPrAd7nc\n---\nText [0:05].\n";
        Vault::read(&[NoteFile::new("a.md", note), NoteFile::new(transcript.0, transcript.1)])
    }

    #[test]
    fn the_line_that_is_said_is_found() {
        let vtt = "WEBVTT\n\n00:01.000 --> 00:03.000\nOne\n\n00:10.000 --> 00:12.000\nTwo & <b\n";
        let vault = vault(("a.vtt", vtt));
        let video = vault.notes()[0].video.unwrap();
        let lines = SpokenLines::of(&vault, video);
        let said = |time_secs: f64| lines.said_at(time_secs).map(|line| line.start_secs);
        let cases = [
            (0.0, None),
            (0.6, Some(1)),
            (3.0, Some(1)),
            (4.4, Some(1)),
            (5.0, None),
            (10.0, Some(10)),
            (60.0, None),
        ];
        for (time_secs, want) in cases {
            assert_eq!(said(time_secs), want, "{time_secs}");
        }
        let subtitles = lines.subtitles(&vault);
        assert!(
            subtitles.contains("00:00:10.000 --> 00:00:12.000\nTwo &amp; &lt;b\n"),
            "{subtitles}"
        );
        // What is written is read again.
        let again = self::vault(("a.vtt", &subtitles));
        assert_eq!(SpokenLines::of(&again, video).lines.len(), 2);
        assert_eq!(again.transcripts()[0].claims()[1].text, "Two & <b");
    }

    #[test]
    fn a_turn_goes_on_until_the_next() {
        let vault = vault(("a.txt", "Ann (0:05):\nlong\nBob (1:00):\nshort\nAnn (1:05):\nend"));
        let lines = SpokenLines::of(&vault, vault.notes()[0].video.unwrap());
        let said = |time_secs: f64| lines.said_at(time_secs).map(|line| line.start_secs);
        assert_eq!(
            (said(50.0), said(61.0), said(70.0), said(80.0)),
            (Some(5), Some(60), Some(65), None)
        );
    }
}

//! A note: what lists show of it, and what stands in it once somebody asks.

use std::fmt;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::video::VideoId;
use crate::yielding;

use super::content::Content;
use super::{
    Claim, FrontMatter, NoteText, Problem, Section, TimeEvidence, WikiLink, is_transcript,
};
use crate::note::files::file_name::stem;
use crate::note::time::time_evidence::KnownLength;

/// A note's name in addresses: its path without the ending. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(pub Arc<str>);

/// One Markdown file: what lists show of it, and what stands in it.
///
/// What stands in it is read at once by [`Note::read`], and when somebody asks for it where the rest
/// is known already ([`Note::of_card`]).
#[derive(Clone, Debug)]
pub struct Note {
    /// The note's name in addresses.
    pub id: NoteId,
    /// The file's path, relative to the folder it was read from, with `/` between its parts.
    pub path: String,
    /// Whether it is a transcript: the spoken lines of a video.
    pub is_transcript: bool,
    /// Whether it is a note of proofs: what its author chose from others.
    pub is_proof: bool,
    /// The title: the front matter's, else the first heading, else the file's name.
    pub title: String,
    /// Other names that links may call it by.
    pub aliases: Vec<String>,
    /// The video that the note is about.
    pub video: Option<VideoId>,
    /// Other videos that its stamps name, in the order of reading.
    pub other_videos: Vec<VideoId>,
    /// How many stamps its claims have.
    pub moments: usize,
    /// How many of its sections have a title ([`Note::topics`]).
    pub topic_count: usize,
    /// What its times say of the video.
    pub evidence: TimeEvidence,
    pub(super) known: KnownLength,
    /// Notes that differ in what is known of their video's length share what they do not differ in.
    pub(super) content: OnceLock<Arc<Content>>,
    /// The same without most of it, where nobody has asked for the rest ([`Note::said`]).
    pub(super) said: OnceLock<Arc<Content>>,
    /// What is known of that until it can be read.
    pub(super) sketched: Option<Arc<Content>>,
    /// What it is read from, where that was not done at once.
    pub(super) unread: Option<NoteText>,
    /// Whether what was read of it has been put away but for what its links and its title need.
    pub(super) is_lean: bool,
}

/// What lists show of a note, and what others need to know of it without reading it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    path: String,
    is_transcript: bool,
    is_proof: bool,
    title: String,
    aliases: Vec<String>,
    video: Option<VideoId>,
    other_videos: Vec<VideoId>,
    moments: usize,
    topic_count: usize,
    evidence: TimeEvidence,
}

impl Card {
    /// The file's path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether it is of a transcript.
    #[must_use]
    pub fn is_transcript(&self) -> bool {
        self.is_transcript
    }
}

impl Note {
    /// Reads a note from a file's path and text. It never fails: what is wrong is in its problems.
    #[must_use]
    pub fn read(path: &str, text: &str) -> Self {
        yielding::at_once(Self::read_in_pieces(path, text, None, async || ()))
    }

    /// As [`Note::read`], with pauses: a megabyte takes longer than a page may be held up. `lost` is
    /// what went wrong before there was a text.
    pub async fn read_in_pieces(
        path: &str,
        text: &str,
        lost: Option<&Problem>,
        mut pause: impl AsyncFnMut(),
    ) -> Self {
        let known = KnownLength::default();
        let (title, content) = Content::read(path, text, lost, known, &mut pause).await;
        let video = content.front_matter.video;
        let mut known: FxHashSet<VideoId> = video.into_iter().collect();
        let named = content.claims.iter().flat_map(|claim| &claim.stamps).filter_map(|s| s.video);
        let other_videos = named.filter(|&video| known.insert(video)).collect();
        let moments = content.claims.iter().map(|claim| claim.stamps.len()).sum();
        let topic_count =
            content.sections.iter().filter(|section| !section.title.is_empty()).count();
        let is_transcript = is_transcript(path, text);
        let is_proof = content.front_matter.is_proof;
        let path = path.to_owned();
        let evidence = content.evidence;
        let aliases = content.front_matter.aliases.clone();
        let card = Card {
            path,
            is_transcript,
            is_proof,
            title,
            aliases,
            video,
            other_videos,
            moments,
            topic_count,
            evidence,
        };
        Self { content: Arc::new(content).into(), ..Self::of(card, None) }
    }

    /// A note of which the card is known from an earlier reading; the rest is read when somebody asks
    /// for it.
    #[must_use]
    pub fn of_card(card: Card, text: NoteText) -> Self {
        Self::of(card, Some(text))
    }

    fn of(card: Card, unread: Option<NoteText>) -> Self {
        let Card {
            path,
            is_transcript,
            is_proof,
            title,
            aliases,
            video,
            other_videos,
            moments,
            topic_count,
            evidence,
        } = card;
        let known = KnownLength { video, ..KnownLength::default() };
        Self {
            // A transcript may lie beside the note of the same name.
            id: NoteId(if is_transcript { &*path } else { stem(&path) }.into()),
            path,
            is_transcript,
            is_proof,
            title,
            aliases,
            video,
            other_videos,
            moments,
            topic_count,
            evidence,
            known,
            content: OnceLock::new(),
            said: OnceLock::new(),
            sketched: None,
            unread,
            is_lean: false,
        }
    }

    /// What is known of the note without reading it.
    #[must_use]
    pub fn card(&self) -> Card {
        Card {
            path: self.path.clone(),
            is_transcript: self.is_transcript,
            is_proof: self.is_proof,
            title: self.title.clone(),
            aliases: self.aliases.clone(),
            video: self.video,
            other_videos: self.other_videos.clone(),
            moments: self.moments,
            topic_count: self.topic_count,
            evidence: self.evidence,
        }
    }

    /// Whether what stands in the note has been read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.content.get().is_some()
    }

    /// Says what the largest time is that other notes of the same video are sure of, in seconds; whether that is new.
    /// What is read from now on heeds it, and what is known already does by [`Note::settle`].
    #[must_use]
    pub fn compare(&mut self, others_secs: Option<u32>) -> bool {
        self.learn(KnownLength { others_secs, ..self.known })
    }

    /// Says which video a transcript is of that names none itself.
    pub fn adopt(&mut self, video: VideoId) {
        self.video = Some(video);
        self.know(KnownLength { video: Some(video), ..self.known });
    }

    /// Says how long the note's video is, in seconds.
    pub fn measure(&mut self, length_secs: f64) {
        self.know(KnownLength { length_secs: Some(length_secs), ..self.known });
    }

    fn know(&mut self, known: KnownLength) {
        if self.learn(known) {
            self.settle();
        }
    }

    fn learn(&mut self, known: KnownLength) -> bool {
        std::mem::replace(&mut self.known, known) != known
    }

    /// Puts all stamps that are known where they belong by what is known of the video.
    pub fn settle(&mut self) {
        let said = self.content.get_mut().into_iter().chain(self.said.get_mut());
        for content in said.chain(&mut self.sketched) {
            Arc::make_mut(content).settle(self.known);
        }
    }

    /// What the note says about itself.
    #[must_use]
    pub fn front_matter(&self) -> &FrontMatter {
        &self.content().front_matter
    }

    /// Where the note comes from, by its line `From: [[channel]]`.
    #[must_use]
    pub fn source(&self) -> Option<&WikiLink> {
        self.content().source.as_ref()
    }

    /// The sections, in order. The first has rank 0 where text stands before any heading.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.content().sections
    }

    /// The sections, in order, by their titles and addresses: what stands in them may be left out.
    #[must_use]
    pub fn headings(&self) -> &[Section] {
        &self.said().sections
    }

    /// The claims, in the order of reading. A [`super::ClaimId`] is an index of this list.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.said().claims
    }

    /// What a reader would trip over, in the order of lines.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.content().problems
    }
}

impl PartialEq for Note {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.card() == other.card() && self.content() == other.content()
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

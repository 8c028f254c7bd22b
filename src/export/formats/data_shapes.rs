//! The shapes of the data that commands write as JSON.

use serde::Serialize;

use crate::matrix::LevelId;
use crate::note::Severity;
use crate::video::VideoId;

/// What `skillreel matrix --format json` writes.
#[derive(Debug, Serialize)]
pub struct MatrixData<'a> {
    /// The levels found, from the first to the last.
    pub levels: Vec<LevelId>,
    /// The rows, in the order of the page.
    pub skills: Vec<SkillData<'a>>,
    /// Why each list, table and group of headings names skills or none, where that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Vec<WhyData<'a>>>,
    /// What sheets say of the people of a team.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub team: Vec<RatingData<'a>>,
}

/// What a sheet says of a person and a skill.
#[derive(Debug, Serialize)]
pub struct RatingData<'a> {
    /// The note's path.
    pub note: &'a str,
    /// Who.
    pub person: String,
    /// The skill, as the sheet calls it.
    pub skill: String,
    /// What the cell says.
    pub as_written: String,
    /// The step, from 0; null where its order is not known.
    pub step: Option<u32>,
    /// How many steps there are; null where that is not known.
    pub of: Option<u32>,
}

/// What became of a list, a table or a group of headings.
#[derive(Debug, Serialize)]
pub struct WhyData<'a> {
    /// The note's path.
    pub note: &'a str,
    /// The line in its file, from 1.
    pub line: u32,
    /// The rule that decided.
    pub rule: &'static str,
    /// Whether it names skills.
    pub made: bool,
    /// Whether it only lacks a word.
    pub nearly: bool,
    /// What was missing; null where nothing was.
    pub missing: Option<String>,
    /// What its author can write to make it skills; null where nothing does.
    pub mark: Option<String>,
}

/// A skill of the matrix.
#[derive(Debug, Serialize)]
pub struct SkillData<'a> {
    /// The skill's name in addresses.
    pub id: &'a str,
    /// The most common spelling of its name.
    pub name: &'a str,
    /// What a ladder sorts it under.
    pub group: Option<&'a str>,
    /// Where notes put it.
    pub placements: Vec<PlacementData<'a>>,
}

/// A placement of a skill.
#[derive(Debug, Serialize)]
pub struct PlacementData<'a> {
    /// The note's path.
    pub note: &'a str,
    /// The skill's name in the note's own words.
    pub as_written: &'a str,
    /// The level, where the note names one.
    pub level: Option<LevelId>,
    /// The level as a ladder writes it; null in talks.
    pub level_as_written: Option<&'a str>,
    /// The rank, where the note gives one.
    pub rank: Option<u32>,
    /// What a ladder expects there; null in talks.
    pub text: Option<&'a str>,
    /// The seconds at which it is said.
    pub seconds: Vec<u32>,
    /// Whether whoever keeps the notes chose it as proof; only where that is so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub chosen: bool,
}

/// All notes as they were read.
#[derive(Debug, Serialize)]
pub struct ReadData<'a> {
    /// Each note once, in the order of the vault.
    pub notes: Vec<NoteData<'a>>,
    /// The transcripts of their videos.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub transcripts: Vec<TranscriptData<'a>>,
}

/// A transcript as it was read.
#[derive(Debug, Serialize)]
pub struct TranscriptData<'a> {
    /// The file's path.
    pub transcript: &'a str,
    /// The video that it is of, where that is known.
    pub video: Option<VideoId>,
    /// Its spoken lines, in order.
    pub lines: Vec<ClaimData<'a>>,
    /// What is wrong in it.
    pub problems: Vec<ProblemData>,
}

/// A note as it was read.
#[derive(Debug, Serialize)]
pub struct NoteData<'a> {
    /// The note's path.
    pub note: &'a str,
    /// The front matter's, else the first heading, else the file's name.
    pub title: &'a str,
    /// Its video, where it names one.
    pub video: Option<VideoId>,
    /// Where it comes from, by its line `From: [[…]]`.
    pub source: Option<&'a str>,
    /// Its sections, in order.
    pub sections: Vec<SectionData<'a>>,
    /// Its links to other notes, in order.
    pub links: Vec<LinkData<'a>>,
    /// What is wrong in it.
    pub problems: Vec<ProblemData>,
}

/// A section of a note.
#[derive(Debug, Serialize)]
pub struct SectionData<'a> {
    /// The heading; empty for text before the first one.
    pub heading: &'a str,
    /// The heading's rank, 1 to 6; 0 for text before the first one.
    pub rank: u8,
    /// What it says.
    pub claims: Vec<ClaimData<'a>>,
}

/// A claim of a section.
#[derive(Debug, Serialize)]
pub struct ClaimData<'a> {
    /// The text, without stamps.
    pub text: &'a str,
    /// The stamps that back it.
    pub stamps: Vec<StampData<'a>>,
}

/// A stamp of a claim.
#[derive(Debug, Serialize)]
pub struct StampData<'a> {
    /// Seconds since the video's start.
    pub seconds: u32,
    /// The time as it was written.
    pub written: &'a str,
    /// The video, where one is known.
    pub video: Option<VideoId>,
    /// The second at which it ends, where the author says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<u32>,
    /// Whether it stands above what it backs.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub above: bool,
    /// Whether the video is known to be too short for it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub past_end: bool,
}

/// A link of a note to another.
#[derive(Debug, Serialize)]
pub struct LinkData<'a> {
    /// The target as written, without its heading.
    pub target: &'a str,
    /// The link's own text, where it has one.
    pub alias: Option<String>,
    /// The path of the note that it leads to; null where it leads nowhere.
    pub resolved: Option<&'a str>,
}

/// All problems.
#[derive(Debug, Serialize)]
pub struct CheckData {
    /// How many notes were read.
    pub notes: usize,
    /// The problems, note by note.
    pub problems: Vec<ProblemData>,
}

/// A problem of a note.
#[derive(Debug, Serialize)]
pub struct ProblemData {
    /// The note's path.
    pub file: String,
    /// The line in the file, from 1.
    pub line: u32,
    /// How bad it is.
    pub severity: Severity,
    /// The fixed name of its kind.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

/// The results of a search.
#[derive(Debug, Serialize)]
pub struct SearchData<'a> {
    /// What was searched.
    pub query: &'a str,
    /// The results, the best first.
    pub hits: Vec<HitData<'a>>,
}

/// A result of a search.
#[derive(Debug, Serialize)]
pub struct HitData<'a> {
    /// `skill`, `claim`, `note`, or `moment` for a line of a transcript.
    pub kind: &'static str,
    /// The path of the note it stands in; null for a skill.
    pub note: Option<&'a str>,
    /// The skill's name, or the note's title.
    pub title: &'a str,
    /// The text that was found.
    pub text: &'a str,
    /// The second at which it is said first, where one is known.
    pub seconds: Option<u32>,
    /// How well it fits.
    pub score: f32,
}

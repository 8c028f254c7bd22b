//! The matrix and what was read, in the shapes that other programs rely on.

use serde::Serialize;

use crate::corpus;
use crate::matrix::{LevelId, Matrix, Placement, Rating, Skill};
use crate::note::{Claim, Note, Problem, Section, Severity, Stamp, WikiLink, plain_text};
use crate::search::{Hit, Target};
use crate::vault::Vault;
use crate::video::VideoId;

/// The matrix.
#[derive(Debug, Serialize)]
pub struct MatrixData<'a> {
    /// The levels found, from the first to the last.
    pub levels: Vec<LevelId>,
    /// The skills.
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
    /// What was missing; null where nothing was.
    pub missing: Option<String>,
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
}

/// All notes as they were read.
#[derive(Debug, Serialize)]
pub struct ReadData<'a> {
    /// The notes.
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
    /// Its title.
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

/// The matrix in the shape of `skillreel matrix --format json`.
#[must_use]
pub fn matrix<'a>(vault: &'a Vault, matrix: &'a Matrix) -> MatrixData<'a> {
    let placement = |placement: &'a Placement| PlacementData {
        note: vault.note(&placement.note).map_or("", |note| &note.path),
        as_written: &placement.as_written,
        level: placement.level,
        level_as_written: placement.level_as_written.as_deref(),
        text: placement.text.as_deref(),
        rank: placement.rank,
        seconds: placement.stamps.iter().map(|stamp| stamp.seconds).collect(),
    };
    let skill = |skill: &'a Skill| SkillData {
        id: &skill.id.0,
        name: &skill.name,
        group: skill.group.as_deref(),
        placements: skill.placements.iter().map(placement).collect(),
    };
    let levels = matrix.levels.iter().map(|level| level.id).collect();
    MatrixData {
        levels,
        skills: matrix.skills.iter().map(skill).collect(),
        why: None,
        team: team(vault),
    }
}

fn team(vault: &Vault) -> Vec<RatingData<'_>> {
    let mut all = Vec::new();
    for note in vault.notes() {
        all.extend(crate::matrix::team(note).into_iter().map(|rating| {
            let Rating { person, skill, as_written, step, of } = rating;
            RatingData { note: &note.path, person, skill, as_written, step, of }
        }));
    }
    all
}

/// Why the notes of a vault name the skills that they do, in the shape of `skillreel matrix --why`.
#[must_use]
pub fn why(vault: &Vault) -> Vec<WhyData<'_>> {
    let mut all = Vec::new();
    for note in vault.notes() {
        all.extend(crate::matrix::why(note).into_iter().map(|why| WhyData {
            note: &note.path,
            line: why.line,
            rule: why.rule.id(),
            made: why.made,
            missing: why.missing,
        }));
    }
    all
}

/// What was read, in the shape of `skillreel read --json`.
#[must_use]
pub fn read(vault: &Vault) -> ReadData<'_> {
    ReadData {
        notes: vault.notes().iter().map(|one| note(vault, one)).collect(),
        transcripts: vault.transcripts().iter().map(|one| transcript(vault, one)).collect(),
    }
}

/// The problems, in the shape of `skillreel check --json`.
#[must_use]
pub fn check(vault: &Vault) -> CheckData {
    let all = vault.notes().iter().chain(vault.transcripts());
    let problems = all.flat_map(|note| problems(vault, note)).collect();
    CheckData { notes: vault.notes().len(), problems }
}

/// Results, in the shape of `skillreel search --json`.
#[must_use]
pub fn search<'a>(
    vault: &'a Vault,
    matrix: &'a Matrix,
    query: &'a str,
    hits: &[Hit],
) -> SearchData<'a> {
    let hit = |hit: &Hit| {
        let (note, seconds) = match &hit.target {
            Target::Skill(_) => (None, None),
            Target::Claim { note, seconds, .. } | Target::Line { note, seconds, .. } => {
                (Some(note), *seconds)
            }
            Target::Topic { note, .. } | Target::Note(note) => (Some(note), None),
        };
        let (title, text) = corpus::title_and_text(vault, matrix, &hit.target);
        HitData {
            kind: hit.target.kind(),
            note: note.and_then(|id| vault.note(id)).map(|note| note.path.as_str()),
            title,
            text,
            seconds,
            score: hit.score,
        }
    };
    SearchData { query, hits: hits.iter().map(hit).collect() }
}

fn note<'a>(vault: &'a Vault, note: &'a Note) -> NoteData<'a> {
    let section = |section: &'a Section| SectionData {
        heading: &section.title,
        rank: section.rank,
        claims: Vec::new(),
    };
    let mut sections: Vec<SectionData<'_>> = note.sections().iter().map(section).collect();
    for one in note.claims() {
        if let Some(section) = sections.get_mut(one.section) {
            section.claims.push(claim(one));
        }
    }
    let link = |link: &'a WikiLink| LinkData {
        target: &link.target,
        alias: link.has_alias.then(|| plain_text(&link.content)),
        resolved: vault.resolve(note, link).note().map(|note| note.path.as_str()),
    };
    NoteData {
        note: &note.path,
        title: &note.title,
        video: note.video,
        source: note.source().map(|source| source.target.as_str()),
        sections,
        links: note.links().into_iter().map(link).collect(),
        problems: problems(vault, note),
    }
}

fn transcript<'a>(vault: &'a Vault, transcript: &'a Note) -> TranscriptData<'a> {
    TranscriptData {
        transcript: &transcript.path,
        video: transcript.video,
        lines: transcript.claims().iter().map(claim).collect(),
        problems: problems(vault, transcript),
    }
}

fn claim(claim: &Claim) -> ClaimData<'_> {
    ClaimData { text: &claim.text, stamps: claim.stamps.iter().map(stamp).collect() }
}

fn stamp(stamp: &Stamp) -> StampData<'_> {
    StampData {
        seconds: stamp.seconds,
        written: &stamp.written,
        video: stamp.video,
        until: stamp.end_secs,
        above: stamp.is_above,
        past_end: stamp.is_past_end,
    }
}

fn problems(vault: &Vault, note: &Note) -> Vec<ProblemData> {
    corpus::problems(vault, note).into_iter().map(|found| problem(&note.path, found)).collect()
}

fn problem(file: &str, problem: Problem) -> ProblemData {
    ProblemData {
        file: file.to_owned(),
        line: problem.line,
        severity: problem.severity(),
        code: problem.code.as_str(),
        message: problem.message,
    }
}

//! The matrix and what was read, in the shapes that other programs rely on.

use crate::corpus;
use crate::matrix::{MarkToWrite, Matrix, Placement, Skill, TeamRating};
use crate::note::{Claim, Note, Problem, Section, Stamp, WikiLink, plain_text};
use crate::search::{Hit, Target};
use crate::vault::Vault;

pub use super::data_shapes::{
    CheckData, ClaimData, HitData, LinkData, MatrixData, NoteData, PlacementData, ProblemData,
    RatingData, ReadData, SearchData, SectionData, SkillData, StampData, TranscriptData, WhyData,
};

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
        chosen: placement.is_chosen(),
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
            let TeamRating { person, skill, as_written, step, of } = rating;
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
            nearly: why.nearly_counted(),
            missing: why.missing(),
            mark: why.mark.map(MarkToWrite::text),
        }));
    }
    all
}

/// What was read, in the shape of `skillreel read --json`.
#[must_use]
pub fn read(vault: &Vault) -> ReadData<'_> {
    let matrix = for_problems(vault);
    let transcript = |read| transcript(vault, &matrix, read);
    ReadData {
        notes: vault.notes().iter().map(|read| note(vault, &matrix, read)).collect(),
        transcripts: vault.transcripts().iter().map(transcript).collect(),
    }
}

/// The problems, in the shape of `skillreel check --json`.
#[must_use]
pub fn check(vault: &Vault) -> CheckData {
    let all = vault.all();
    let matrix = for_problems(vault);
    let problems = all.flat_map(|note| problems(vault, &matrix, note)).collect();
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

fn note<'a>(vault: &'a Vault, matrix: &Matrix, note: &'a Note) -> NoteData<'a> {
    let section = |section: &'a Section| SectionData {
        heading: &section.title,
        rank: section.rank,
        claims: Vec::new(),
    };
    let mut sections: Vec<SectionData<'_>> = note.sections().iter().map(section).collect();
    for note_claim in note.claims() {
        if let Some(section) = sections.get_mut(note_claim.section) {
            section.claims.push(claim(note_claim));
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
        problems: problems(vault, matrix, note),
    }
}

fn transcript<'a>(vault: &'a Vault, matrix: &Matrix, transcript: &'a Note) -> TranscriptData<'a> {
    TranscriptData {
        transcript: &transcript.path,
        video: transcript.video,
        lines: transcript.claims().iter().map(claim).collect(),
        problems: problems(vault, matrix, transcript),
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

/// The matrix, where notes say something of it that may be wrong; else an empty one.
fn for_problems(vault: &Vault) -> Matrix {
    match vault.notes().iter().any(|note| note.is_proof) {
        true => Matrix::of(vault),
        false => Matrix::default(),
    }
}

fn problems(vault: &Vault, matrix: &Matrix, note: &Note) -> Vec<ProblemData> {
    let problems = corpus::problems(vault, matrix, note).into_iter();
    problems.map(|found| problem(&note.path, found)).collect()
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

//! What notes say as one document a claim, for search engines that take such documents in bulk.

use rustc_hash::FxHashMap;
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::matrix::{LevelId, Matrix, Placement, Skill};
use crate::note::{Claim, ClaimId, Note, NoteId, Stamp};
use crate::vault::Vault;
use crate::video::{VideoId, watch_url};

/// How many bytes of a digest an id has.
const ID_BYTES: usize = 16;

/// A line of `skillreel read --format jsonl`. A field that a claim has nothing for is left out, so that every field
/// has one type in all documents.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimDocument<'a> {
    /// 32 characters of `0-9a-f`, unique among the documents. It is made of the note's path, the kind and what is
    /// said when, so that it stays the same while other claims of the note come and go.
    pub id: String,
    /// What kind of text it is.
    pub kind: ClaimKind,
    /// What is said, as plain text without times.
    pub text: &'a str,
    /// The name of the skill that it is about; of several the first in the order of the matrix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill: Option<&'a str>,
    /// The id of the level that it puts that skill at, such as `senior`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<LevelId>,
    /// The rank that it gives that skill there, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// What a ladder sorts that skill under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<&'a str>,
    /// The ids of all skills that it is about, such as `think-big`, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<&'a str>,
    /// The ids of all levels that it puts them at, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelId>,
    /// The path of the note, relative to the folder that was read, with `/` between its parts.
    pub note: &'a str,
    /// The title of the note.
    pub title: &'a str,
    /// The heading above it in the note.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub heading: &'a str,
    /// The YouTube id of the video: that of the moment, else the note's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<VideoId>,
    /// When it is said first, in seconds since the video's start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// When that ends, in seconds since the video's start, where the author says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<u32>,
    /// The address at which that moment plays; none where no video is known, or it is too short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// What kind of text a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimKind {
    /// A sentence or list item of a note.
    Claim,
    /// What a ladder expects of a skill at a level.
    Expectation,
    /// A spoken line of a transcript.
    Moment,
}

/// The placements of a matrix by what backs them: a note, and a claim of it, or none for what a ladder expects.
type PlacementsByClaim<'a> =
    FxHashMap<(&'a NoteId, Option<ClaimId>), Vec<(&'a Skill, &'a Placement)>>;

/// The digests of what was said so far in one note, and how often each: two claims may be alike to the second.
type Said = FxHashMap<Vec<u8>, u32>;

/// Hands out the documents of notes and transcripts, in the order of the vault: of each note its claims, then what a
/// ladder in it expects.
///
/// # Errors
/// That of `take`, which ends it.
pub fn each_document<'a, E>(
    vault: &'a Vault,
    matrix: &'a Matrix,
    mut take: impl FnMut(&ClaimDocument<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let backed = backed(matrix);
    let placements =
        |note: &'a Note, claim| backed.get(&(&note.id, claim)).map_or(&[][..], Vec::as_slice);
    for note in vault.all() {
        let mut said = Said::default();
        for (claim, number) in note.claims().iter().zip(0..) {
            let mut document = of_claim(note, claim);
            document.add(placements(note, Some(ClaimId(number))));
            document.id = id(&document, &mut said);
            take(&document)?;
        }
        for &(skill, placement) in placements(note, None) {
            let mut document = of_note(note, ClaimKind::Expectation, placement.section);
            document.text = placement.text.as_deref().unwrap_or_default();
            document.add(&[(skill, placement)]);
            document.at(placement.explaining());
            document.id = id(&document, &mut said);
            take(&document)?;
        }
    }
    Ok(())
}

fn backed(matrix: &Matrix) -> PlacementsByClaim<'_> {
    let mut backed = PlacementsByClaim::default();
    for skill in &matrix.skills {
        for placement in &skill.placements {
            let expected = placement.text.as_ref().map(|_| None);
            let claims = placement.claims.iter().map(|&claim| Some(claim));
            for claim in claims.chain(expected) {
                backed.entry((&placement.note, claim)).or_default().push((skill, placement));
            }
        }
    }
    backed
}

fn of_claim<'a>(note: &'a Note, claim: &'a Claim) -> ClaimDocument<'a> {
    let kind = if note.is_transcript { ClaimKind::Moment } else { ClaimKind::Claim };
    let mut document = of_note(note, kind, claim.section);
    document.text = &claim.text;
    let plays = |stamp: &&Stamp| stamp.video.is_some() && !stamp.is_past_end;
    document.at(claim.stamps.iter().find(plays).or(claim.stamps.first()));
    document
}

fn of_note(note: &Note, kind: ClaimKind, section: usize) -> ClaimDocument<'_> {
    ClaimDocument {
        id: String::new(),
        kind,
        text: "",
        skill: None,
        level: None,
        rank: None,
        group: None,
        skills: Vec::new(),
        levels: Vec::new(),
        note: &note.path,
        title: &note.title,
        heading: note.sections().get(section).map_or("", |section| &section.title),
        video: note.video,
        seconds: None,
        until: None,
        address: None,
    }
}

impl<'a> ClaimDocument<'a> {
    /// Says which skills it is about.
    fn add(&mut self, placements: &[(&'a Skill, &'a Placement)]) {
        if let Some((skill, placement)) = placements.first() {
            self.skill = Some(&skill.name);
            self.level = placement.level;
            self.rank = placement.rank;
            self.group = placement.group.as_deref().or(skill.group.as_deref());
        }
        for (skill, placement) in placements {
            if !self.skills.contains(&&*skill.id.0) {
                self.skills.push(&skill.id.0);
            }
            let level = placement.level.filter(|level| !self.levels.contains(level));
            self.levels.extend(level);
        }
    }

    /// Says at which moment it is said.
    fn at(&mut self, stamp: Option<&Stamp>) {
        let Some(stamp) = stamp else { return };
        self.video = stamp.video.or(self.video);
        self.seconds = Some(stamp.seconds);
        self.until = stamp.end_secs;
        let video = stamp.video.filter(|_| !stamp.is_past_end);
        self.address = video.map(|video| watch_url(video, stamp.seconds));
    }
}

/// The id of a document among those of its note.
fn id(document: &ClaimDocument<'_>, said: &mut Said) -> String {
    let ClaimDocument { kind, text, skill, level, seconds, note, .. } = *document;
    // Which skill a claim is about is found out, and may be found out otherwise another day.
    let (skill, level) = match kind {
        ClaimKind::Expectation => (skill.unwrap_or_default(), level),
        ClaimKind::Claim | ClaimKind::Moment => ("", None),
    };
    let level = level.map_or_else(String::new, |level| level.to_string());
    let seconds = seconds.map_or_else(String::new, |seconds| seconds.to_string());
    let digest = digest(&[note, kind.as_str(), skill, &level, text, &seconds]);
    let count = said.entry(digest.clone()).or_default();
    *count += 1;
    let digest =
        if *count == 1 { digest } else { self::digest(&[&hex(&digest), &count.to_string()]) };
    hex(&digest)
}

/// A digest of several texts.
fn digest(parts: &[&str]) -> Vec<u8> {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
        // A byte that no text holds.
        digest.update([0xff]);
    }
    digest.finalize().iter().copied().take(ID_BYTES).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl ClaimKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Expectation => "expectation",
            Self::Moment => "moment",
        }
    }
}

impl Serialize for ClaimKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::NoteFile;

    fn documents(files: &[(&str, &str)]) -> Vec<serde_json::Value> {
        let files: Vec<NoteFile> =
            files.iter().map(|(path, text)| NoteFile::new(*path, *text)).collect();
        let vault = Vault::read(&files);
        let mut all = Vec::new();
        let taken: Result<(), serde_json::Error> =
            each_document(&vault, &Matrix::of(&vault), |document| {
                all.push(serde_json::to_value(document)?);
                Ok(())
            });
        taken.unwrap();
        all
    }

    const TALK: &str = "---\ntitle: Craft\nvideoId: aaaaaaaaaaa\n---\nA word before.\n\n\
        ## Skills of new designers\n\n1. **Draw** [1:00] a lot.\n2. **Bend** [2:00-2:30]\n\n\
        ## Rest\n\nSaid twice [3:00]. Said twice [3:00].\n";

    #[test]
    fn an_id_stays_while_other_claims_come_and_go() {
        let ids = |text: &str| -> Vec<(String, String)> {
            let of = |document: &serde_json::Value, field: &str| {
                document[field].as_str().unwrap().to_owned()
            };
            documents(&[("a.md", text)]).iter().map(|it| (of(it, "text"), of(it, "id"))).collect()
        };
        let before = ids(TALK);
        let mut unique: Vec<&String> = before.iter().map(|(_, id)| id).collect();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), before.len(), "two that are alike are two: {before:?}");
        let after = ids(&TALK.replace("A word before.", "Another. And one more [0:30]."));
        for (text, id) in before.iter().skip(1) {
            assert!(after.contains(&(text.clone(), id.clone())), "{text}");
        }
        // What it is about may be found out otherwise.
        assert_eq!(ids(&TALK.replace("new designers", "senior designers")), before);
        let legal = |id: &String| id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit());
        assert!(before.iter().all(|(_, id)| legal(id)), "{before:?}");
    }
}

//! What the lines of a note of proofs name: a cell of a ladder, and a clip of a note.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::assemble::name_key::name_key;
use crate::matrix::model::level::LevelId;
use crate::matrix::model::rule::Rule;
use crate::matrix::model::types::{Matrix, Placement, Skill, SkillId};
use crate::note::{ClaimId, Code, Note, NoteId, Problem, Stamp};
use crate::text;
use crate::vault::Vault;

use super::lines::{ProofLine, lines};

/// A clip that stands as proof of a skill at a level, because whoever keeps the notes chose it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The line of its note, from 1.
    pub line: u32,
    /// What it proves.
    pub skill: SkillId,
    /// At which level; `None` where the ladder names none.
    pub level: Option<LevelId>,
    /// The note that says what is said in the clip.
    pub note: NoteId,
    /// The claim that says so.
    pub claim: ClaimId,
    /// Its moment.
    pub stamp: Stamp,
}

/// What notes of proofs can name.
pub struct ProofFinder<'a> {
    vault: &'a Vault,
    matrix: &'a Matrix,
    /// Skills by what they are called.
    by_name: FxHashMap<String, Vec<&'a Skill>>,
    /// What ladders expect, by the skill's name and what the level is called, alone and behind its group.
    cells: FxHashMap<(String, String), Vec<Cell<'a>>>,
}

/// A cell of a ladder.
type Cell<'a> = (&'a Skill, Option<LevelId>);

/// The moments of notes by their seconds, with the claims that have them.
type MomentsOfNotes<'a> = FxHashMap<&'a NoteId, FxHashMap<u32, Vec<(ClaimId, &'a Stamp)>>>;

/// The most rows of one name of which the levels are told where none of them fits.
const MOST_TOLD: usize = 20;

impl<'a> ProofFinder<'a> {
    /// What can be named in a matrix and the vault that it is of.
    #[must_use]
    pub fn of(vault: &'a Vault, matrix: &'a Matrix) -> Self {
        let mut finder =
            Self { vault, matrix, by_name: FxHashMap::default(), cells: FxHashMap::default() };
        matrix.skills.iter().for_each(|skill| finder.add(skill));
        finder
    }

    fn add(&mut self, skill: &'a Skill) {
        let mut names: FxHashSet<String> = FxHashSet::from_iter([key(&skill.name)]);
        names.extend(skill.placements.iter().map(|placement| key(&placement.as_written)));
        for name in names {
            for (level, place) in self.cells_of(skill) {
                let cells = self.cells.entry((name.clone(), place)).or_default();
                cells.push((skill, level));
            }
            self.by_name.entry(name).or_default().push(skill);
        }
    }

    /// The cells of a ladder's row, each with all that it may be called.
    fn cells_of(&self, skill: &Skill) -> FxHashSet<(Option<LevelId>, String)> {
        let mut cells = FxHashSet::default();
        let group = skill.group.as_deref().unwrap_or_default();
        for placement in skill.placements.iter().filter(|placement| placement.rule.is_of_ladder()) {
            let level = placement.level;
            let known = self.matrix.levels.iter().find(|known| Some(known.id) == level);
            let known = known.map(|known| [known.label.as_str(), known.id.as_str()]);
            let written = placement.level_as_written.as_deref();
            for name in
                known.into_iter().flatten().chain(written).chain(level.is_none().then_some(""))
            {
                cells.insert((level, level_key(name)));
                cells.insert((level, level_key(&[group, " ", name].concat())));
            }
        }
        cells
    }

    /// The proofs of a note, and what is wrong with its other lines.
    #[must_use]
    pub fn proofs(&self, note: &Note) -> (Vec<Proof>, Vec<Problem>) {
        let (mut proofs, mut problems) = (Vec::new(), Vec::new());
        let mut moments = MomentsOfNotes::default();
        for line in lines(note) {
            match self.proof(note, &line, &mut moments) {
                Ok(proof) => proofs.push(proof),
                Err(message) => {
                    let message = ["This line proves nothing: ", &message].concat();
                    problems.push(Problem::new(line.line, Code::ProofUnused, message));
                }
            }
        }
        (proofs, problems)
    }

    fn proof(
        &self,
        from: &Note,
        line: &ProofLine<'_>,
        moments: &mut MomentsOfNotes<'a>,
    ) -> Result<Proof, String> {
        if line.skill.is_empty() {
            return Err(
                "it names no skill. Write “- **Skill** (Level): [[note]] [22:01]”.".to_owned()
            );
        }
        let (skill, level) = self.cell(line)?;
        let link = line.link.ok_or(
            "it links to no note. Put the note in which the clip is behind the level: \
             [[note]] [22:01].",
        )?;
        // A note of proofs is no talk: what it links to is in the vault as long as it is.
        let found = self.vault.resolve(from, link).note().map(|note| &note.id);
        let note = found.and_then(|id| self.vault.note(id)).ok_or_else(|| {
            format!("“[[{}]]” leads to no note here. Name the note's file, or add it.", link.target)
        })?;
        let written = line.stamp.ok_or_else(|| {
            format!("it has no time. Write it behind the note: [[{}]] [22:01].", link.target)
        })?;
        let of_note = moments.entry(&note.id).or_insert_with(|| moments_of(note));
        let (claim, stamp) =
            moment(note, of_note, link.heading.as_deref(), written).ok_or_else(|| {
                let Stamp { written, .. } = written;
                format!(
                    "nothing in “{}” is said at {written}. Take a time of that note.",
                    note.title
                )
            })?;
        let (skill, note) = (skill.id.clone(), note.id.clone());
        Ok(Proof { line: line.line, skill, level, note, claim, stamp: stamp.clone() })
    }

    /// The cell of a ladder that a line names.
    fn cell(&self, line: &ProofLine<'_>) -> Result<Cell<'a>, String> {
        let name = &line.skill;
        let named = self.by_name.get(&key(name)).map_or(&[][..], Vec::as_slice);
        let of_ladder: Vec<&Skill> =
            named.iter().filter(|skill| skill.is_of_ladder()).take(MOST_TOLD).copied().collect();
        if of_ladder.is_empty() {
            return Err(match named.first() {
                Some(_) => format!("no ladder here names “{name}”, only talks do."),
                None => format!("no skill here is called “{name}”. Name it as the ladder does."),
            });
        }
        let place = level_key(line.place.as_deref().unwrap_or_default());
        match self.cells.get(&(key(name), place)).map_or(&[][..], Vec::as_slice) {
            [cell] => Ok(*cell),
            [] => Err(self.no_cell(line, &of_ladder)),
            [(first, level), ..] => {
                let group = first.group.as_deref().unwrap_or("group");
                let level =
                    level.map(|level| [", ", self.matrix.level_label(Some(level))].concat());
                Err(format!(
                    "“{name}” stands in several groups. Name the one that is meant: ({group}{}).",
                    level.unwrap_or_default()
                ))
            }
        }
    }

    /// Why no cell fits.
    fn no_cell(&self, line: &ProofLine<'_>, named: &[&Skill]) -> String {
        let is_placed =
            |level: LevelId| named.iter().any(|skill| cell(skill, Some(level)).is_some());
        let levels = self.matrix.levels.iter().filter(|level| is_placed(level.id));
        let levels: Vec<&str> = levels.map(|level| level.label.as_str()).collect();
        let (name, levels) = (&line.skill, levels.join(", "));
        match &line.place {
            None => format!(
                "it does not say at which level of “{name}”. Put it in brackets behind the name: \
                 {levels}."
            ),
            Some(place) if levels.is_empty() => {
                format!("the ladder has “{name}” at no level, so leave “({place})” out.")
            }
            Some(place) => {
                format!("the ladder expects nothing of “{name}” at “{place}”. It does at {levels}.")
            }
        }
    }
}

/// Puts proofs among what notes say of their skills.
pub(in crate::matrix) fn place(matrix: &mut Matrix, vault: &Vault) {
    let notes = || vault.notes().iter().filter(|note| note.is_proof);
    if notes().next().is_none() {
        return;
    }
    let finder = ProofFinder::of(vault, matrix);
    let found: Vec<Proof> = notes().flat_map(|note| finder.proofs(note).0).collect();
    let mut by_skill: FxHashMap<SkillId, Vec<Proof>> = FxHashMap::default();
    found
        .into_iter()
        .for_each(|proof| by_skill.entry(proof.skill.clone()).or_default().push(proof));
    for skill in &mut matrix.skills {
        for proof in by_skill.remove(&skill.id).into_iter().flatten() {
            let is_known = |placement: &Placement| {
                placement.rule == Rule::ChosenAsProof
                    && placement.level == proof.level
                    && placement.note == proof.note
                    && placement.stamps.contains(&proof.stamp)
            };
            if !skill.placements.iter().any(is_known) {
                skill.placements.extend(placement(skill, vault, &proof));
            }
        }
    }
}

/// What a proof adds to a cell that a ladder has.
fn placement(skill: &Skill, vault: &Vault, proof: &Proof) -> Option<Placement> {
    let cell = cell(skill, proof.level)?;
    let claim = vault.note(&proof.note)?.claim(proof.claim)?;
    Some(Placement {
        note: proof.note.clone(),
        // The talk itself does not place it.
        video: None,
        section: claim.section,
        as_written: cell.as_written.clone(),
        role: cell.role,
        level: proof.level,
        level_as_written: None,
        group: None,
        text: None,
        rank: None,
        rule: Rule::ChosenAsProof,
        claims: vec![proof.claim],
        stamps: vec![proof.stamp.clone()],
        explaining: 0,
        summary: None,
    })
}

/// What a ladder expects of a skill at a level.
fn cell(skill: &Skill, level: Option<LevelId>) -> Option<&Placement> {
    skill.at(level).find(|placement| placement.rule.is_of_ladder())
}

fn moments_of(note: &Note) -> FxHashMap<u32, Vec<(ClaimId, &Stamp)>> {
    let mut moments: FxHashMap<u32, Vec<(ClaimId, &Stamp)>> = FxHashMap::default();
    for (claim, at) in note.claims().iter().zip(0..) {
        for stamp in &claim.stamps {
            // A time that can be read in two ways is known by both.
            let two = stamp.two_ways().map(|two| [two.hours_secs, two.minutes_secs]);
            let others = two.into_iter().flatten().filter(|secs| *secs != stamp.seconds);
            for second in std::iter::once(stamp.seconds).chain(others) {
                moments.entry(second).or_default().push((ClaimId(at), stamp));
            }
        }
    }
    moments
}

/// The claim of a note with a moment: the first under the heading, where one is named and has it.
fn moment<'a>(
    note: &'a Note,
    moments: &FxHashMap<u32, Vec<(ClaimId, &'a Stamp)>>,
    heading: Option<&str>,
    written: &Stamp,
) -> Option<(ClaimId, &'a Stamp)> {
    let two = written.two_ways().map(|two| [two.hours_secs, two.minutes_secs]);
    let named = std::iter::once(written.seconds).chain(two.into_iter().flatten());
    let there = named.into_iter().find_map(|second| moments.get(&second))?;
    let heading = heading.map(text::slug);
    let is_under = |claim: ClaimId| {
        let section = note.claim(claim).and_then(|claim| note.sections().get(claim.section));
        section.is_some_and(|section| Some(text::slug(&section.title)) == heading)
    };
    let is_other = |(claim, stamp): &&(ClaimId, &Stamp)| {
        let is_of_other = written.video.is_some() && written.video != stamp.video;
        (is_of_other, stamp.seconds != written.seconds, heading.is_some() && !is_under(*claim))
    };
    there.iter().min_by_key(is_other).copied()
}

/// A skill's name made comparable.
fn key(name: &str) -> String {
    let key = name_key(name);
    if key.is_empty() { text::fold(name) } else { key }
}

/// A level's name made comparable.
fn level_key(name: &str) -> String {
    let key = text::slug(name);
    if key.is_empty() { text::fold(name.trim()) } else { key }
}

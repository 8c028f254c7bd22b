//! What a reader would hear first: the sentence at which a player stands before it plays.

use crate::matrix::{Filter, Matrix, Placement, RowGroup, Skill, SkillId, Sort};
use crate::note::{Claim, ClaimId, Note, NoteId, Stamp};
use crate::vault::Vault;
use crate::video::player::Moment;

/// A sentence that a player is ready to play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CuedSentence {
    /// When it is said.
    pub moment: Moment,
    /// The note that says so.
    pub note: NoteId,
    /// What is said, in its words: without the skill's name where that is told apart.
    pub words: String,
    /// The skill that it is about, where one was asked for.
    pub skill: Option<SkillId>,
}

impl CuedSentence {
    /// The sentence that explains a skill: at the chosen level where something is said there, else where
    /// a filter lets it through, else anywhere; of several, the one that ranks it highest, and of these the one of
    /// the first level.
    #[must_use]
    pub fn of_skill(
        vault: &Vault,
        matrix: &Matrix,
        skill: &Skill,
        filter: &Filter,
    ) -> Option<Self> {
        let place = |placement: &Placement| {
            let mut levels = matrix.levels.iter();
            levels.position(|level| Some(level.id) == placement.level).unwrap_or(usize::MAX)
        };
        let rank = |placement: &Placement| {
            let is_chosen = filter.level.is_none_or(|level| placement.level == Some(level));
            (
                !filter.lets_through(placement),
                !is_chosen,
                placement.rank.unwrap_or(u32::MAX),
                place(placement),
            )
        };
        let cued = skill.placements.iter().filter_map(|placement| {
            let stamp = placement.explaining().filter(|stamp| !stamp.is_past_end)?;
            Some((rank(placement), placement, stamp, stamp.moment()?))
        });
        let (_, placement, stamp, moment) = cued.min_by_key(|(rank, ..)| *rank)?;
        let note = vault.note(&placement.note)?;
        let claims = placement.claims.iter().filter_map(|&id| note.claim(id));
        let said = claims.into_iter().find(|claim| has(claim, stamp));
        let words = said.map_or(skill.name.as_str(), |claim| placement.without_label(&claim.text));
        Some(Self {
            moment,
            note: note.id.clone(),
            words: words.trim().to_owned(),
            skill: Some(skill.id.clone()),
        })
    }

    /// The first sentence of a note that has a time, in one of its sections where that is named.
    #[must_use]
    pub fn of_note(note: &Note, section: Option<usize>) -> Option<Self> {
        let of = |claim: &Claim| section.is_none_or(|section| claim.section == section);
        let mut claims = note.claims().iter().filter(|claim| of(claim));
        claims.find_map(|claim| {
            let stamp = claim.stamps.iter().find(|stamp| !stamp.is_past_end)?;
            Some(Self::of_claim(note, claim, stamp.moment()?))
        })
    }

    /// What a note says at a second of a video.
    #[must_use]
    pub fn at(note: &Note, moment: Moment) -> Option<Self> {
        let is =
            |stamp: &Stamp| stamp.seconds == moment.seconds && stamp.video == Some(moment.video);
        let claim = note.claims().iter().find(|claim| claim.stamps.iter().any(is))?;
        Some(Self::of_claim(note, claim, moment))
    }

    /// What is said by a claim of a note.
    #[must_use]
    pub fn said(note: &Note, claim: ClaimId, moment: Moment) -> Option<Self> {
        note.claim(claim).map(|claim| Self::of_claim(note, claim, moment))
    }

    /// The sentence of the skill that comes first and can be heard.
    #[must_use]
    pub fn first(vault: &Vault, matrix: &Matrix, filter: &Filter, sort: Sort) -> Option<Self> {
        let groups = RowGroup::all(matrix, filter, sort, None, |_| true);
        let mut skills = groups.into_iter().flat_map(|group| group.skills);
        skills.find_map(|skill| Self::of_skill(vault, matrix, skill, filter))
    }

    fn of_claim(note: &Note, claim: &Claim, moment: Moment) -> Self {
        let words = claim.text.trim().to_owned();
        Self { moment, note: note.id.clone(), words, skill: None }
    }
}

fn has(claim: &Claim, stamp: &Stamp) -> bool {
    claim.stamps.iter().any(|other| other.seconds == stamp.seconds && other.video == stamp.video)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::LevelId;

    const NOTE: &str = "---\nvideoId: aaaaaaaaaaa\nduration: 20:00\n---\nHello [0:05].\n\n\
        ## Skills for new engineers\n\n1. **Weigh** without a scale\n\
        2. **Knead**: count to a hundred [1:00] [2:00]\n3. **Rest** a while [1:03]\n\n\
        ## Skills for senior engineers\n\n1. **Knead**: by feel [5:00]\n2. **Bake** it hot [30:00]\n";

    fn read(text: &str) -> (Vault, Matrix) {
        let vault = Vault::of(vec![Note::read("a.md", text)]);
        let matrix = Matrix::of(&vault);
        (vault, matrix)
    }

    fn shown(cue: Option<CuedSentence>) -> Option<(u32, String)> {
        cue.map(|cue| (cue.moment.seconds, cue.words))
    }

    #[test]
    fn a_skill_is_cued_by_the_sentence_that_explains_it() {
        let (vault, matrix) = read(NOTE);
        let senior = Filter { level: Some(LevelId::SENIOR), ..Filter::default() };
        let new = Filter { level: Some(LevelId::NEW), ..Filter::default() };
        let cases = [
            // The level that ranks it first.
            ("Knead", Filter::default(), Some((300, "by feel"))),
            ("Knead", new, Some((120, "count to a hundred"))),
            ("Knead", senior, Some((300, "by feel"))),
            // Said of another level alone.
            ("Rest", senior, Some((63, "Rest a while"))),
            // Neither what has no time nor what lies past the end can be heard.
            ("Weigh", Filter::default(), None),
            ("Bake", senior, None),
        ];
        for (name, filter, want) in cases {
            let skill = matrix.skills.iter().find(|skill| skill.name == name).expect(name);
            let want = want.map(|(seconds, words)| (seconds, words.to_owned()));
            assert_eq!(
                shown(CuedSentence::of_skill(&vault, &matrix, skill, &filter)),
                want,
                "{name}"
            );
        }
    }

    #[test]
    fn of_what_ranks_it_as_high_the_first_level_is_cued() {
        let (vault, matrix) = read(
            "---\nvideoId: aaaaaaaaaaa\n---\n## Skills for senior engineers\n\n1. **Knead** by feel [1:00]\n\n\
             ## Skills for new engineers\n\n1. **Knead** by the book [2:00]\n",
        );
        let cue = CuedSentence::of_skill(&vault, &matrix, &matrix.skills[0], &Filter::default());
        assert_eq!(cue.map(|cue| cue.moment.seconds), Some(120));
    }

    #[test]
    fn without_a_skill_the_first_that_can_be_heard_is_cued() {
        let (vault, matrix) = read(NOTE);
        let first = |filter: &Filter| {
            let cue = CuedSentence::first(&vault, &matrix, filter, Sort::Rank);
            cue.and_then(|cue| cue.skill).map(|id| id.0.to_string())
        };
        assert_eq!(first(&Filter::default()).as_deref(), Some("knead"));
        let senior = Filter { level: Some(LevelId::SENIOR), ..Filter::default() };
        assert_eq!(first(&senior).as_deref(), Some("knead"));
        let (vault, matrix) = read("## Skills for bakers\n\n- **Knead** [1:00]\n");
        assert_eq!(CuedSentence::first(&vault, &matrix, &Filter::default(), Sort::Rank), None);
    }

    #[test]
    fn a_note_is_cued_by_its_first_sentence_with_a_time() {
        let (vault, _) = read(NOTE);
        let note = &vault.notes()[0];
        let of = |title: &str| {
            note.sections().iter().position(|section| section.title == title).expect(title)
        };
        assert_eq!(shown(CuedSentence::of_note(note, None)), Some((5, "Hello.".into())));
        let new = CuedSentence::of_note(note, Some(of("Skills for new engineers")));
        assert_eq!(new.map(|cue| cue.moment.seconds), Some(60));
        let untimed = Note::read("b.md", "Nothing here.\n");
        assert_eq!(CuedSentence::of_note(&untimed, None), None);
    }
}

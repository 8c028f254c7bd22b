//! One's own ratings beside those of another person: where they differ there is something to talk about.

use rustc_hash::FxHashMap;

use crate::matrix::{LevelId, SkillId};
use crate::text;

use super::record::At;
use super::step::Step;

/// How two people's ratings of a skill relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Nobody rated it.
    Unrated,
    /// One's own alone.
    OnlyOwn(Step),
    /// The other's alone.
    OnlyOther(Step),
    /// Both say the same.
    Same(Step),
    /// One step lies between them: own, then the other's.
    OneStep(Step, Step),
    /// Two steps or three lie between them: talk about this.
    TalkAbout(Step, Step),
}

/// Two people's ratings of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoViews(FxHashMap<SkillId, (Option<Step>, Option<Step>)>);

impl Difference {
    /// Relates a step to another person's.
    #[must_use]
    pub fn of(own: Option<Step>, theirs: Option<Step>) -> Self {
        match (own, theirs) {
            (None, None) => Self::Unrated,
            (Some(own), None) => Self::OnlyOwn(own),
            (None, Some(theirs)) => Self::OnlyOther(theirs),
            (Some(own), Some(theirs)) => match own.place().abs_diff(theirs.place()) {
                0 => Self::Same(own),
                1 => Self::OneStep(own, theirs),
                _ => Self::TalkAbout(own, theirs),
            },
        }
    }

    /// What is shown of it; `None` where there is nothing to say.
    #[must_use]
    pub fn in_words(self) -> Option<String> {
        let pair = |own: Step, theirs: Step| {
            ["you: ", &text::lowered(own.label()), ", they: ", &text::lowered(theirs.label())]
                .concat()
        };
        match self {
            Self::Unrated | Self::OnlyOwn(_) | Self::Same(_) => None,
            Self::OnlyOther(theirs) => Some(["they: ", &text::lowered(theirs.label())].concat()),
            Self::OneStep(own, theirs) => Some(pair(own, theirs)),
            Self::TalkAbout(own, theirs) => {
                Some(["Talk about this · ", &pair(own, theirs)].concat())
            }
        }
    }
}

impl TwoViews {
    /// Lays two people's ratings of a level beside each other.
    #[must_use]
    pub fn of(level: LevelId, own: &FxHashMap<At, Step>, theirs: &FxHashMap<At, Step>) -> Self {
        let mut views: FxHashMap<SkillId, (Option<Step>, Option<Step>)> = FxHashMap::default();
        for (at, step) in own.iter().filter(|(at, _)| at.level == level) {
            views.entry(at.skill.clone()).or_default().0 = Some(*step);
        }
        for (at, step) in theirs.iter().filter(|(at, _)| at.level == level) {
            views.entry(at.skill.clone()).or_default().1 = Some(*step);
        }
        Self(views)
    }

    /// How the two relate at a skill.
    #[must_use]
    pub fn at(&self, skill: &SkillId) -> Difference {
        let (own, theirs) = self.0.get(skill).copied().unwrap_or_default();
        Difference::of(own, theirs)
    }

    /// How many skills there are to talk about.
    #[must_use]
    pub fn to_talk_about(&self) -> usize {
        let differ = |skill: &&SkillId| matches!(self.at(skill), Difference::TalkAbout(..));
        self.0.keys().filter(differ).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_is_quiet_and_two_steps_are_talked_about() {
        use Step::{Alone, NotYet, TeachIt, WithHelp};
        let cases = [
            (None, None, None),
            (Some(Alone), None, None),
            (None, Some(Alone), Some("they: alone")),
            (Some(Alone), Some(Alone), None),
            (Some(WithHelp), Some(Alone), Some("you: with help, they: alone")),
            (Some(Alone), Some(WithHelp), Some("you: alone, they: with help")),
            (Some(NotYet), Some(Alone), Some("Talk about this · you: not yet, they: alone")),
            (Some(TeachIt), Some(NotYet), Some("Talk about this · you: teach it, they: not yet")),
        ];
        for (own, theirs, want) in cases {
            assert_eq!(
                Difference::of(own, theirs).in_words().as_deref(),
                want,
                "{own:?} {theirs:?}"
            );
        }
    }

    #[test]
    fn only_the_level_that_is_aimed_at_counts() {
        let at = |skill: &str, level| At { skill: SkillId(skill.into()), level };
        let own = FxHashMap::from_iter([
            (at("a", LevelId::NEW), Step::NotYet),
            (at("b", LevelId::SENIOR), Step::NotYet),
        ]);
        let theirs = FxHashMap::from_iter([
            (at("a", LevelId::SENIOR), Step::TeachIt),
            (at("b", LevelId::SENIOR), Step::TeachIt),
        ]);
        let views = TwoViews::of(LevelId::SENIOR, &own, &theirs);
        assert_eq!(views.at(&SkillId("a".into())), Difference::OnlyOther(Step::TeachIt));
        assert_eq!(views.to_talk_about(), 1);
        assert_eq!(TwoViews::of(LevelId::NEW, &own, &theirs).to_talk_about(), 0);
    }
}

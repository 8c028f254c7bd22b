//! What a heading says of the lists under it: whose skills they are, at which levels.

use super::lexicon::{Lexicon, Word};
use super::phrases::{Phrase, Requirement, SkillMention};
use super::seniority::Levels;
use super::senses::Senses;
use super::words::lists;
use crate::matrix::model::role::Role;
use crate::text;

/// What a heading or a lead-in says of what follows it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::matrix) struct HeadingCues {
    /// Whether what follows are skills.
    pub(in crate::matrix) skills: SkillMention,
    /// Whether it names skills only on its way to something else: "Restaurants That Train These Skills".
    pub(in crate::matrix) touches_skills: bool,
    /// Whether the note is of a game or of machines, and the text names nobody: then abilities are no person's.
    pub(in crate::matrix) of_no_person: bool,
    /// Whether it speaks of people.
    pub(in crate::matrix) people: bool,
    /// The role it names.
    pub(in crate::matrix) role: Option<Role>,
    /// The levels of seniority it names.
    pub(in crate::matrix) levels: Levels,
    /// Whether it says that no single level is meant.
    pub(in crate::matrix) all_levels: bool,
    /// Whether it asks something of people.
    pub(in crate::matrix) requirement: Requirement,
    /// Whether it names a job.
    pub(in crate::matrix) jobs: bool,
    /// Whether it leads to something that is no ability: mistakes, reasons, ways to do something.
    pub(in crate::matrix) off_topic: OffTopic,
    /// Whether it speaks of getting better: "Building Trust".
    pub(in crate::matrix) practice: bool,
    /// Whether it says what praised people have, or what somebody looks for in people.
    pub(in crate::matrix) praises: bool,
    /// Whether it names people of a role and nothing else: "Data Engineers".
    pub(in crate::matrix) only_people: bool,
    /// Whether it names levels and nothing else: "For New Product Managers".
    pub(in crate::matrix) only_levels: bool,
}

/// Whether a text leads to something that is no ability.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::matrix) enum OffTopic {
    /// It does not.
    #[default]
    Nothing,
    /// To habits, principles, factors: abilities under a heading that says so.
    Loosely,
    /// To mistakes, reasons, ways to do something.
    Surely,
}

impl HeadingCues {
    /// What a heading says.
    pub(in crate::matrix) fn by_heading(heading: &str, lexicon: &Lexicon) -> Self {
        let words = lexicon.read(heading);
        let start = words.iter().position(|word| !is_numbering(word.as_str()));
        let words = &words[start.unwrap_or(0)..];
        let phrase = Phrase(words);
        let (mut skills, place) = phrase.mention();
        // What stands before a colon is another matter: "For Engineers: Key Skills".
        let may_be_parted = heading.contains([':', '–', '—', '-']);
        let signs = if may_be_parted { &[": ", " – ", " — ", " - "][..] } else { &[] };
        let parted = signs.iter().find_map(|sign| heading.rsplit_once(sign));
        let before_colon = parted.map_or(0, |(before, _)| {
            text::words(before).count().saturating_sub(start.unwrap_or(0))
        });
        // "Focus on Key Skills" is of skills, "The Future of Human Abilities" of the future.
        let is_of_skills = place.is_some_and(|place| {
            let is_sure = phrase.is(place, Senses::SKILLS)
                || (phrase.is(place, Senses::COMPETENCIES)
                    || phrase.is_in(place, lists::COMPETENCY));
            let start = if before_colon < place { before_colon } else { 0 };
            (is_sure || skills == SkillMention::Outright)
                && phrase.is_heading_of_skills(place, start)
        });
        let touches_skills = skills >= SkillMention::Aside && !is_of_skills;
        if phrase.compares() || touches_skills {
            skills = SkillMention::Nothing;
        }
        let levels = Levels::named(words);
        let is_of_levels = |word: &Word| word.is(Senses::JOBS.or(Senses::KINDS));
        Self {
            skills,
            touches_skills,
            of_no_person: false,
            people: phrase.names_people(),
            role: Role::named(words),
            levels,
            all_levels: phrase.is_of_all_levels(),
            requirement: requirement(phrase, levels),
            jobs: phrase.first(Senses::JOBS).is_some(),
            off_topic: if leads_off_topic(phrase, place, before_colon)
                || is_of_an_occasion(phrase, skills)
            {
                OffTopic::Surely
            } else {
                OffTopic::Nothing
            },
            // "What a good baker needs" is a name; "Great bakers have ovens" may be anything.
            praises: phrase.asks_of_praised(),
            practice: [0, before_colon].into_iter().any(|at| phrase.is_practice(at)),
            only_levels: !levels.is_empty() && words.iter().all(is_of_levels),
            only_people: phrase.first(Senses::JOBS).is_some()
                && words.iter().all(|word| word.is(Senses::JOBS.or(Senses::KINDS))),
        }
    }

    /// Whether it speaks of people, of a level or of traits: half of what a rule asks for.
    pub(in crate::matrix) fn is_of_people(&self) -> bool {
        self.people || self.jobs || !self.levels.is_empty() || self.skills > SkillMention::Nothing
    }

    /// Whether it says that the lists under it name skills.
    pub(in crate::matrix) fn names_skills(&self) -> bool {
        self.skills >= SkillMention::Aside
            && self.off_topic == OffTopic::Nothing
            && !self.practice
            && !self.of_no_person
    }
}

/// Whether a heading is of things that are no abilities. "Skills and Recommendations" is of
/// skills, "Tips and Skills" of tips, and "Writing with Tools" of writing.
fn leads_off_topic(phrase: Phrase<'_>, skills: Option<usize>, before_colon: usize) -> bool {
    let others = Senses::OTHER_THINGS.or(Senses::LOOSE_THINGS);
    match skills {
        // "Risk management skills" are skills.
        Some(skills) => {
            let joint = (0..skills).rfind(|&at| phrase.is(at, Senses::JOINTS)).unwrap_or(0);
            let joint = joint.max(before_colon.min(skills));
            (0..joint).any(|at| phrase.is(at, others))
        }
        None => {
            let end = phrase.first(Senses::JOINTS);
            phrase.first(others).is_some_and(|other| end.is_none_or(|end| other < end))
        }
    }
}

/// Whether a heading says of something that it matters: "The Importance of Flour". It is no name.
pub(in crate::matrix) fn is_praise(words: &[Word]) -> bool {
    let phrase = Phrase(words);
    phrase.has_pair(lists::WORTHS, lists::OF_WHAT)
}

/// Headings that name people, or skills, for what happens to them.
fn is_of_an_occasion(phrase: Phrase<'_>, skills: SkillMention) -> bool {
    let praises = phrase.has_pair(lists::WORTHS_OF_SKILLS, lists::OF);
    let names_skills = skills != SkillMention::Nothing;
    (praises && names_skills)
        || phrase.is_in(0, lists::ASKING_HOW)
        || (phrase.is_in(0, lists::OCCASIONS) && !names_skills)
}

fn requirement(phrase: Phrase<'_>, levels: Levels) -> Requirement {
    // Any leader's role is whatever the leader does.
    let is_role = phrase.contains(lists::ROLE) && !phrase.contains(lists::ROLE_IN);
    if is_role || phrase.contains(lists::EXPECTED) {
        Requirement::Demands
    } else if levels.is_empty() {
        // "Focus on Details" asks it of nobody.
        Requirement::Nothing
    } else if phrase.first(Senses::ASKED).is_some() {
        Requirement::Demands
    } else {
        phrase.requirement()
    }
}

/// Numbering before a heading's own words.
fn is_numbering(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) || lists::NUMBERING.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues(heading: &str) -> HeadingCues {
        HeadingCues::by_heading(heading, &Lexicon::new())
    }

    #[test]
    fn knows_headings_of_skills() {
        let cases = [
            ("Skills Every Baker Needs", true),
            ("What Skills Do Nurses Need?", true),
            ("Must-Have Skills", true),
            ("Skill Set of a Baker", true),
            ("A Baker's Skillset", true),
            ("Core Competencies", true),
            ("The Four Areas of Competency", true),
            ("The Five Abilities of Great Teachers", true),
            ("Qualities of a Good Manager", true),
            ("Traits Shared by Great Coaches", true),
            ("Leadership Qualities", true),
            ("Attributes We Hire For", true),
            ("Founder Traits", true),
            ("Top 3 Traits of Those Who Stay", true),
            ("Characteristics of Early Team Members", true),
            ("2. Skills and Recommendations", true),
            ("Impact of Ovens on Baking Skills", true),
            ("Improving Your Baking Skills", false),
            ("How to Build Skills", false),
            ("Why Soft Skills Matter", false),
            ("The Importance of Soft Skills", false),
            ("The Skills Gap", false),
            ("Baking Skill Assessments", false),
            ("Baking as a Skill", false),
            ("The Ability to Bake", false),
            ("Tips for Manual Skills", false),
            ("Mistakes and Skills of Bakers", false),
            ("Agent Skills", false),
            ("Abilities of Large Language Models", false),
            ("Competencies of a Company", false),
            ("Product Attributes", false),
            ("Traits of Healthy Teams", false),
            ("Characteristics of a Movement", false),
            ("Qualities of Good Bread", false),
            ("Capabilities", false),
            ("Characteristics", false),
            ("Quality", false),
            ("Baking", false),
            ("", false),
        ];
        for (heading, want) in cases {
            assert_eq!(cues(heading).names_skills(), want, "{heading:?}");
        }
    }

    #[test]
    fn tells_what_is_named_from_what_is_touched() {
        let cases = [
            ("Key Skills of Bakers", SkillMention::Outright),
            ("Ovens and Baking Skills", SkillMention::Aside),
            ("Core Traits", SkillMention::Unowned),
            ("Bread Capabilities", SkillMention::Nothing),
        ];
        for (heading, want) in cases {
            assert_eq!(cues(heading).skills, want, "{heading:?}");
        }
    }

    #[test]
    fn knows_headings_of_levels() {
        let cases = [
            ("For New Product Managers", true, Requirement::Nothing),
            ("Senior Engineers", true, Requirement::Nothing),
            ("Focus of Senior Engineers", false, Requirement::Demands),
            ("The CFO's Role", true, Requirement::Demands),
            ("Role of a Leader", true, Requirement::Nothing),
            ("Designers", false, Requirement::Nothing),
        ];
        for (heading, only_levels, asks) in cases {
            let cues = cues(heading);
            assert_eq!((cues.only_levels, cues.requirement), (only_levels, asks), "{heading:?}");
        }
        assert!(cues("Skills at Every Level").all_levels);
        assert_eq!(cues("Tips for Senior Engineers").off_topic, OffTopic::Surely);
        assert_eq!(cues("When to Hire a Director").off_topic, OffTopic::Surely);
        assert!(cues("Building Trust").practice);
    }
}

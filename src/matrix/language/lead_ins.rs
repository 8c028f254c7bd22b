//! What a paragraph says of the list that it leads into.

use super::heading_cues::{HeadingCues, OffTopic};
use super::lexicon::Lexicon;
use super::phrases::{Phrase, Requirement, SkillMention};
use super::seniority::Levels;
use super::senses::Senses;
use super::words::lists;
use crate::matrix::model::role::Role;
use crate::text;

impl HeadingCues {
    /// What a paragraph says of the list right after it, by its last sentence. Only a paragraph
    /// that ends with a colon, or that is a `title` in bold, leads into the list.
    pub(in crate::matrix) fn by_lead_in(paragraph: &str, title: bool, lexicon: &Lexicon) -> Self {
        if !title && !paragraph.trim_end().ends_with(':') {
            return Self::default();
        }
        let sentence = last_sentence(paragraph);
        let (main, tail) = split_tail(sentence);
        let (aside, _) = split_aside(main);
        let all = lexicon.read(sentence);
        // It is parted between words.
        let (others, _) = all.split_at(all.len().saturating_sub(text::words(tail).count()));
        let (aside, main) = others.split_at(text::words(aside).count().min(others.len()));
        let (whole, aside, main) = (Phrase(&all), Phrase(aside), Phrase(main));

        let off_topic = if tells_how(main)
            || main.contains(lists::AVOIDING)
            || main.lists_holders()
            || is_purpose(whole)
            || advises_for_a_purpose(whole)
        {
            OffTopic::Surely
        } else {
            leads_off_topic(main)
        };
        let (mention, place) = main.mention();
        let touches_skills = off_topic == OffTopic::Nothing
            && mention >= SkillMention::Aside
            && place.is_some_and(|place| !main.leads_to_skills(place));
        let skills = if off_topic > OffTopic::Nothing || touches_skills {
            SkillMention::Nothing
        } else if adds_to_skills(aside) {
            SkillMention::Outright
        } else {
            match mention {
                // "When hiring designers, look for these traits": the aside says whose.
                SkillMention::Unowned => whole.mention().0,
                mention => mention,
            }
        };
        let requirement = match off_topic {
            OffTopic::Surely => Requirement::Nothing,
            _ => whole.requirement(),
        };
        Self {
            skills,
            touches_skills,
            of_no_person: false,
            people: whole.names_people(),
            role: Role::named(&all),
            levels: Levels::named(&all),
            all_levels: whole.is_of_all_levels(),
            requirement,
            jobs: whole.first(Senses::JOBS).is_some(),
            off_topic,
            praises: off_topic < OffTopic::Surely && (main.praises() || whole.seeks_people()),
            practice: false,
            only_levels: false,
            only_people: false,
        }
    }
}

/// Whether a sentence leads to things that are no abilities. The last that it names counts:
/// "lessons, and the qualities of leaders" leads to qualities, "tips to improve your skills" to
/// tips.
fn leads_off_topic(phrase: Phrase<'_>) -> OffTopic {
    let mut off_topic = OffTopic::Nothing;
    // Whether a word since the first of the others says that something gets better.
    let mut improves = false;
    for place in 0..phrase.0.len() {
        if phrase.is(place, Senses::ALL_SKILLS) {
            if !improves {
                off_topic = OffTopic::Nothing;
            }
        } else if phrase.is(place, Senses::OTHER_THINGS.or(Senses::LOOSE_THINGS)) {
            // "skills and tools" are skills in the first place.
            let is_beside = place >= 2
                && phrase.is_in(place - 1, lists::AND)
                && phrase.is(place - 2, Senses::ALL_SKILLS);
            if !is_beside {
                let is_sure = phrase.is(place, Senses::OTHER_THINGS);
                // "evaluation points for skills" are of evaluating them.
                improves |= place > 0 && phrase.is(place - 1, Senses::IMPROVING);
                off_topic =
                    off_topic.max(if is_sure { OffTopic::Surely } else { OffTopic::Loosely });
            }
        }
        improves =
            off_topic > OffTopic::Nothing && (improves || phrase.is(place, Senses::IMPROVING));
    }
    off_topic
}

/// Whether a sentence leads to how or why: "can be improved by:", "skills help you to:".
fn tells_how(phrase: Phrase<'_>) -> bool {
    let last = phrase.0.len().saturating_sub(1);
    let ends_so = phrase.is_in(last, lists::MEANS)
        || phrase.is_in(last, lists::ORIGINS)
        || (phrase.is_in(last, lists::PURPOSE)
            && !last.checked_sub(1).is_some_and(|at| phrase.is_in(at, lists::SEARCHING)));
    let enables = phrase.contains(lists::ENABLING) && phrase.is_in(last, lists::ENABLED);
    ends_so || enables || phrase.has_pair(lists::HOW, lists::TO)
}

/// Whether a sentence is for those who want to get better at skills: "To hone these skills, …".
fn is_purpose(phrase: Phrase<'_>) -> bool {
    let aspires = phrase.has_pair(lists::ASPIRING, lists::TO);
    let is_for = phrase.is_in(0, lists::TO) && phrase.is(1, Senses::IMPROVING);
    (aspires || is_for) && phrase.first(Senses::SKILLS).is_some()
}

/// "To adapt to the market, leaders should:" leads to advice.
fn advises_for_a_purpose(phrase: Phrase<'_>) -> bool {
    let names_people = phrase.first(Senses::PEOPLE).is_some();
    let is_change = phrase.is(1, Senses::CHANGING);
    let is_advice = phrase.is_in(phrase.0.len().saturating_sub(1), lists::ADVISING);
    phrase.is_in(0, lists::TO) && is_change && names_people && is_advice
}

/// "Beyond technical skills": more of the kind follow.
fn adds_to_skills(phrase: Phrase<'_>) -> bool {
    let adds = phrase.is_in(0, lists::BEYOND)
        || (phrase.is_in(0, lists::IN) && phrase.is_in(1, lists::ADDITION));
    adds && phrase.first(Senses::SKILLS).is_some()
}

/// The last sentence of a text.
fn last_sentence(text: &str) -> &str {
    let text = text.trim();
    let closing = ['"', '”', '’', '\'', ')', ']'];
    let mut ends = text.match_indices(['.', '!', '?', ';']).filter(|&(at, _)| {
        let is_last_word = text[at + 1..].trim_start_matches(closing).starts_with(' ');
        let word = text[..at].rsplit(' ').next().unwrap_or_default();
        let is_short =
            || lists::SHORTENED.contains(&text::lowered(&word.replace('.', "")).as_str());
        is_last_word && !is_short()
    });
    let start = ends.next_back().map_or(0, |(at, _)| at + 1);
    text[start..].trim_start_matches(closing).trim_start()
}

/// Parts a sentence from a last part that only goes on about it: "…, moving beyond old methods:".
fn split_tail(sentence: &str) -> (&str, &str) {
    let goes_on = |tail: &str| {
        let first = tail.split(' ').next().unwrap_or_default();
        lists::GOING_ON_ENDINGS.iter().any(|ending| first.ends_with(ending))
            || lists::GOING_ON.contains(&first)
    };
    sentence.rsplit_once(", ").filter(|(_, tail)| goes_on(tail)).unwrap_or((sentence, ""))
}

/// Parts the clause that opens a sentence from what the sentence says.
fn split_aside(sentence: &str) -> (&str, &str) {
    let first = sentence.split(' ').next().unwrap_or_default();
    let opens = |list: &[&str]| {
        first.starts_with(char::is_uppercase) && list.contains(&text::lowered(first).as_str())
    };
    let comma = if opens(lists::BEYOND) {
        // "Beyond skills, which are a must, she looks for"
        sentence.rfind(", ")
    } else if opens(lists::OPENING) {
        sentence.find(", ")
    } else {
        None
    };
    comma.map_or(("", sentence), |comma| sentence.split_at(comma))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues(paragraph: &str) -> HeadingCues {
        HeadingCues::by_lead_in(paragraph, false, &Lexicon::new())
    }

    #[test]
    fn knows_paragraphs_that_lead_to_skills() {
        let cases = [
            ("Key skills include:", SkillMention::Aside),
            ("Bread is old. Key skills of bakers are:", SkillMention::Aside),
            ("Great nurses share three traits:", SkillMention::Aside),
            ("He looks for these qualities in candidates:", SkillMention::Aside),
            ("When hiring nurses, look for these traits:", SkillMention::Aside),
            ("Beyond technical skills, he values:", SkillMention::Aside),
            ("To do well, bakers need several skills:", SkillMention::Aside),
            ("Bakers need skills beyond old ones, moving past methods:", SkillMention::Aside),
            ("She names lessons, and traits of those who stay:", SkillMention::Aside),
            ("She names traits of those who wait:", SkillMention::Nothing),
            ("Bakers should focus on building skills in these areas:", SkillMention::Aside),
            ("Three traits stand out:", SkillMention::Unowned),
            ("Great bakers have skills.", SkillMention::Nothing),
            ("To improve these skills:", SkillMention::Nothing),
            ("To improve their skills, bakers can:", SkillMention::Nothing),
            ("For those seeking to hone baking skills:", SkillMention::Nothing),
            ("Here is how to build these skills:", SkillMention::Nothing),
            ("Key evaluation points for skills include:", SkillMention::Nothing),
            ("Tips to improve your skills:", SkillMention::Nothing),
            ("Such skills help you to:", SkillMention::Nothing),
            ("Skills grow by:", SkillMention::Nothing),
            ("Baking is a crucial skill:", SkillMention::Nothing),
            ("Companies that last share three traits:", SkillMention::Nothing),
            ("She attributes her success as a leader to:", SkillMention::Nothing),
            ("The traits of good bread are:", SkillMention::Nothing),
            ("Skills of bakers. Their main mistakes are:", SkillMention::Nothing),
        ];
        for (paragraph, want) in cases {
            // How much it dwells on them makes no difference.
            assert_eq!(cues(paragraph).skills.min(SkillMention::Aside), want, "{paragraph:?}");
        }
    }

    #[test]
    fn takes_a_title_in_bold_for_a_lead_in() {
        let lexicon = Lexicon::new();
        assert_eq!(
            HeadingCues::by_lead_in("Baking skills", true, &lexicon).skills,
            SkillMention::Outright
        );
        assert_eq!(HeadingCues::by_lead_in("Tools", true, &lexicon).off_topic, OffTopic::Surely);
    }

    #[test]
    fn knows_what_is_demanded() {
        let cases = [
            ("New bakers and managers should focus on three things:", Requirement::Demands),
            ("Two things to master are:", Requirement::Demands),
            ("Directors must be:", Requirement::Demands),
            ("A director's role requires:", Requirement::Demands),
            ("Leaders should focus on a system that includes:", Requirement::Advises),
            ("Leaders must:", Requirement::Advises),
            ("There are three things:", Requirement::Nothing),
        ];
        for (paragraph, want) in cases {
            assert_eq!(cues(paragraph).requirement, want, "{paragraph:?}");
        }
    }

    #[test]
    fn finds_the_last_sentence() {
        let cases = [
            ("One. Two", "Two"),
            ("One (e.g. this). Two:", "Two:"),
            ("He said “one.” Two:", "Two:"),
            ("Only one:", "Only one:"),
            ("At 1.5 stars vs. two:", "At 1.5 stars vs. two:"),
            ("", ""),
        ];
        for (text, want) in cases {
            assert_eq!(last_sentence(text), want, "{text:?}");
        }
    }
}

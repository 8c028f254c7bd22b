//! Labels that name no ability and no attribute of a person.

use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::lexicon::{Lexicon, Word};
use crate::matrix::language::seniority::Levels;
use crate::matrix::language::senses::Senses;
use crate::matrix::language::terms::Terms;
use crate::matrix::language::words::lists;

/// Whether a label names no ability: a level, a job, a date, or a word about the list itself.
pub(in crate::matrix) fn names_no_skill(label: &str, lexicon: &Lexicon) -> bool {
    let words = lexicon.read(label);
    label.ends_with('?')
        || is_for_people(&words)
        || is_people(&words)
        || is_date(&words)
        || is_comparison_or_change(&words)
        || is_about_the_list(&words)
        || is_part_of_the_text(&words)
        || is_outcome(label, &words)
        || is_sentence(&words)
}

/// Whether most labels of a list are people: such a list is of people, not of what they can do.
pub(in crate::matrix) fn are_people(labels: &[String], lexicon: &Lexicon) -> bool {
    let people = labels.iter().filter(|label| {
        let words = lexicon.read(label);
        is_people(&words)
    });
    2 * people.count() > labels.len()
}

/// Whether most labels of a list are the steps of a scale: "0 - None", "1 - Beginner", "2 - Advanced".
pub(in crate::matrix) fn are_steps(labels: &[String], terms: &Terms) -> bool {
    let steps = labels
        .iter()
        .filter(|label| LevelName::read(label, terms).is_some_and(|level| level.by == By::Mastery));
    let steps = steps.count();
    steps >= 2 && 2 * steps > labels.len()
}

/// "For Designers".
fn is_for_people(words: &[Word]) -> bool {
    let is_person = |word: &Word| word.is(Senses::PEOPLE);
    words.first().is_some_and(|first| first.is_in(lists::PURPOSE)) && words.iter().any(is_person)
}

/// "Senior Designers", "Tech Lead", "Early Hires": people, and nothing they can do.
fn is_people(words: &[Word]) -> bool {
    let is_person =
        |word: &Word| word.is(Senses::PEOPLE) && !word.is(Senses::DOERS.or(Senses::PERSONAL));
    let is_kind = |word: &Word| word.is(Senses::KINDS);
    // With a craft before them, "lead" and "owner" name jobs and no qualities.
    let leads_craft = matches!(words, [.., craft, lead]
        if craft.is(Senses::CRAFTS)
            && lead.is_in(lists::LEADING_CRAFTS));
    let is_level = matches!(words, [level] if level.is_in(lists::LEVELS_ALONE))
        || !Levels::named(words).is_empty();
    (is_level || leads_craft || words.iter().any(is_person))
        && words.iter().all(|word| is_person(word) || is_kind(word))
}

/// "2019", "March 2020", "1990s".
fn is_date(words: &[Word]) -> bool {
    let is_number = |word: &Word| word.text.starts_with(|c: char| c.is_ascii_digit());
    let is_part = |word: &Word| is_number(word) || word.is_in(lists::DATES);
    words.iter().any(is_number) && words.iter().all(is_part)
}

/// "Speed vs. Care", "Shift to Teams", "Hybrid Roles": something to say of work, no ability.
fn is_comparison_or_change(words: &[Word]) -> bool {
    let compares = words.iter().any(|word| word.is_in(lists::VERSUS));
    let changes = matches!(words, [first, second, ..]
        if first.is_in(lists::SHIFTS) && second.is_in(lists::DIRECTIONS));
    compares || changes || words.last().is_some_and(|last| last.is_in(lists::NO_ABILITIES))
}

/// "Example: …", "Step 2", "Interview question", "Start now": words about the list, not of it.
fn is_about_the_list(words: &[Word]) -> bool {
    let begins = |list: &[&str]| words.first().is_some_and(|first| first.is_in(list));
    let ends = |list: &[&str]| words.last().is_some_and(|last| last.is_in(list));
    let is_number = |word: &Word| word.text.starts_with(|c: char| c.is_ascii_digit());
    let is_numbered = begins(lists::COUNTED_PARTS) && words.get(1).is_some_and(is_number);
    let is_remark = match words {
        [] => true,
        [word] => word.is_in(lists::REMARKS),
        [first, .., last] if words.len() <= 3 => {
            (first.is_in(lists::MORE) && last.is_in(lists::READINGS))
                || last.is_in(lists::ASKED_LAST)
        }
        _ => false,
    };
    let is_example = begins(lists::EXAMPLES) || ends(lists::TAKEAWAYS);
    is_numbered || is_remark || is_example
}

/// "Core Pillars", "Common Mistakes": what the text is made of.
fn is_part_of_the_text(words: &[Word]) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    let is_part =
        last.is_in(lists::PARTS) || last.is(Senses::OTHER_THINGS) || last.is_in(lists::REMARKING);
    let is_general = |word: &Word| {
        word.is(Senses::GENERAL)
            || word.is_in(lists::FREQUENT)
            || word.text.bytes().all(|byte| byte.is_ascii_digit())
    };
    is_part && !before.is_empty() && before.iter().all(is_general)
}

/// "Improved Retention", "20% more sales": what follows from a skill, and a figure of it.
fn is_outcome(label: &str, words: &[Word]) -> bool {
    let is_compared = matches!(words, [first, next, ..]
        if first.is_in(lists::OUTCOMES) && !next.is_in(lists::ORDERS));
    is_compared || label.contains(['%', '$', '€', '£'])
}

/// "They are curious", "Don't rush": something to say, and no name.
fn is_sentence(words: &[Word]) -> bool {
    let begins = |list: &[&str]| words.first().is_some_and(|first| first.is_in(list));
    words.len() > 1 && (begins(lists::SUBJECTS) || begins(lists::WARNING_OFF))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_scale_by_its_steps() {
        let cases = [
            (&["0 - None", "1 - Beginner", "2 - Advanced"][..], true),
            (&["Novice", "Practitioner", "Expert"], true),
            (&["Expert", "Kneading", "Shaping"], false),
            (&["1 - Kneading", "2 - Shaping"], false),
            (&[], false),
        ];
        for (labels, want) in cases {
            let labels: Vec<String> = labels.iter().map(|&label| label.to_owned()).collect();
            assert_eq!(are_steps(&labels, &Terms::new()), want, "{labels:?}");
        }
    }

    #[test]
    fn knows_what_is_no_ability() {
        let cases = [
            ("Bake bread", false),
            ("Business acumen", false),
            ("Leadership", false),
            ("Leadership role", true),
            ("Domain Expert", false),
            ("Great storyteller", false),
            ("Great leader", false),
            ("People leadership", false),
            ("Tech Lead", true),
            ("Real product leader", true),
            ("Real product designer", true),
            ("Senior Engineers", true),
            ("Senior", true),
            ("VP", true),
            ("Head of Sales", true),
            ("Early Hires", true),
            ("For designers and engineers", true),
            ("For the long run", false),
            ("2019", true),
            ("Early March 2020", true),
            ("10x thinking", false),
            ("What is baking?", true),
            ("Example", true),
            ("Example: a bakery in the north", true),
            ("Interview question", true),
            ("Note", true),
            ("Requirement good questions of people", false),
            ("Speed vs. care", true),
            ("Shift from flour to rye", true),
            ("Shifting mindset", false),
            ("Hybrid roles", true),
            ("Bake now", true),
            ("Note-taking", false),
            ("Deliver results", false),
            ("Further reading", true),
            ("Step 2: knead", true),
            ("Sourcing flour", false),
            ("", true),
        ];
        let lexicon = Lexicon::new();
        for (label, want) in cases {
            assert_eq!(names_no_skill(label, &lexicon), want, "{label:?}");
        }
    }

    #[test]
    fn knows_lists_of_people() {
        let lexicon = Lexicon::new();
        let list =
            |labels: &[&str]| labels.iter().map(|&label| label.to_owned()).collect::<Vec<_>>();
        assert!(are_people(&list(&["Product Manager", "Designer", "Tact"]), &lexicon));
        assert!(!are_people(&list(&["Product Manager", "Tact"]), &lexicon));
        assert!(!are_people(&[], &lexicon));
    }
}

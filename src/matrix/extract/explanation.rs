//! What became of a list, a table or a group of headings, in words.

use crate::matrix::model::rule::Rule;

/// What became of a list, a table or a group of headings, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The line in the note's file at which it begins, from 1.
    pub line: u32,
    /// The rule that decided.
    pub rule: Rule,
    /// Whether it names skills.
    pub made: bool,
    /// What was missing, with the mark to write; `None` where nothing was.
    pub missing: Option<String>,
}

/// What a list lacks that names no skills.
pub(in crate::matrix) fn missing(rule: Rule, heading: &str, labels: usize) -> String {
    let under = if heading.is_empty() { String::new() } else { format!(" under “{heading}”") };
    if labels == 0 {
        return format!(
            "A list{under}, no item of which begins with a label: write it in bold, “- **Name**: …”."
        );
    }
    let why = match rule {
        Rule::LeadInToOtherThings => "whose lead-in speaks of something that is no ability",
        Rule::HeadingOfOtherThings => "whose heading speaks of something that is no ability",
        Rule::LeadInTouchesSkills => "whose lead-in names skills on its way to something else",
        Rule::HeadingTouchesSkills => "whose heading names skills on its way to something else",
        Rule::OfNoPerson => "in a note of a game or of machines, under a heading that names nobody",
        Rule::MarkedNoSkills => return "Its author says that it names no skills.".to_owned(),
        _ => "with no word of skills",
    };
    format!(
        "A list of labels{under}, {why}. If it names skills, mark it with <!-- skills --> on a line above it."
    )
}

/// What a heading of a ladder lacks that names no skill.
pub(in crate::matrix) fn missing_in_ladder(rule: Rule, heading: &str) -> String {
    let says = rule.says();
    match rule {
        Rule::LadderSentences => format!(
            "Under “{heading}” stand {says}: begin each with its name in bold, “- **Name**: …”."
        ),
        _ => format!("“{heading}” is {says}."),
    }
}

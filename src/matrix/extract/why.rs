//! Which rule made each list, table and group of headings of a note skills, or what was missing.

use crate::matrix::language::lexicon::Lexicon;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::rule::Rule;
use crate::note::{Block, InMatrix, Note};
use crate::pace::{self, Pieces};

use super::ladder;
use super::reader;

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

/// What became of each list, table and group of headings of a note, in the order of lines.
#[must_use]
pub fn why(note: &Note) -> Vec<Why> {
    if note.front_matter().in_matrix == InMatrix::No {
        return Vec::new();
    }
    let (lexicon, terms) = (Lexicon::new(), Terms::new());
    let evidence = ladder::evidence(note, &terms);
    let mut all = if evidence.is_ladder() {
        of_ladder(note, &terms, &evidence)
    } else {
        pace::at_once(async {
            let mut pause = async || ();
            let mut pieces = Pieces::of(usize::MAX, &mut pause);
            reader::read(note, &lexicon, &mut pieces).await.1
        })
    };
    if !evidence.is_ladder() {
        all.extend(tables(note));
    }
    all.sort_by_key(|why| why.line);
    all
}

/// The sections in which a ladder places skills, each once a rule.
fn of_ladder(note: &Note, terms: &Terms, evidence: &ladder::Evidence) -> Vec<Why> {
    let mut all: Vec<Why> = Vec::new();
    for draft in ladder::read(note, terms, evidence).all {
        let line = note.sections().get(draft.section).map_or(1, |section| section.line);
        let why = Why { line, rule: draft.rule, made: true, missing: None };
        if !all.contains(&why) {
            all.push(why);
        }
    }
    let is_used = |line: u32| all.iter().any(|why| why.line == line);
    let unused: Vec<Why> = tables(note).into_iter().filter(|why| !is_used(why.line)).collect();
    all.extend(unused);
    all
}

/// The tables of a note of which nothing says that they are of a ladder.
fn tables(note: &Note) -> Vec<Why> {
    let has_table = |blocks: &[Block]| blocks.iter().any(|block| matches!(block, Block::Table(_)));
    let sections = note.sections().iter().filter(|section| has_table(&section.blocks));
    let missing = "No two columns and no two rows of this table are named by levels, such as Junior and \
                   Senior. If the note is a career ladder, write “ladder: true” into its front matter.";
    let why = |line| Why {
        line,
        rule: Rule::NoWordOfSkills,
        made: false,
        missing: Some(missing.to_owned()),
    };
    sections.map(|section| why(section.line)).collect()
}

/// What a list lacks that names no skills.
pub(super) fn missing(rule: Rule, heading: &str, labels: usize) -> String {
    let under = if heading.is_empty() { String::new() } else { format!(" under “{heading}”") };
    if labels == 0 {
        return format!(
            "A list{under}, no item of which begins with a label: write it in bold, “- **Name**: …”."
        );
    }
    let why = match rule {
        Rule::LeadInToOtherThings => "whose lead-in speaks of something that is no ability",
        Rule::HeadingOfOtherThings => "whose heading speaks of something that is no ability",
        Rule::MarkedNoSkills => return "Its author says that it names no skills.".to_owned(),
        _ => "with no word of skills",
    };
    format!(
        "A list of labels{under}, {why}. If it names skills, mark it with <!-- skills --> on a line above it."
    )
}

//! Which rule made each list, table and group of headings of a note skills, or what was missing.

use crate::matrix::extract::explanation::{Why, missing_in_ladder};
use crate::matrix::language::lexicon::Lexicon;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::rule::Rule;
use crate::matrix::proof::lines::{ProofLine, lines};
use crate::note::{Block, InMatrix, Note};
use crate::yielding::{self, Pieces};

use super::ladder;
use super::reader;

/// What became of each list, table and group of headings of a note, in the order of lines.
#[must_use]
pub fn why(note: &Note) -> Vec<Why> {
    if note.front_matter().in_matrix == InMatrix::No {
        return Vec::new();
    }
    if note.front_matter().is_proof {
        return lines(note).iter().map(of_proof).collect();
    }
    let (lexicon, terms) = (Lexicon::new(), Terms::new());
    let cues = ladder::cues(note, &terms);
    let mut all = if cues.is_ladder() {
        of_ladder(note, &terms, &cues)
    } else {
        yielding::at_once(async {
            let mut pause = async || ();
            let mut pieces = Pieces::of(usize::MAX, &mut pause);
            reader::read(note, (&lexicon, &terms), &mut pieces).await.1
        })
    };
    if !cues.is_ladder() {
        all.extend(tables(note));
    }
    all.sort_by_key(|why| why.line);
    all
}

/// A line of a note of proofs.
fn of_proof(line: &ProofLine<'_>) -> Why {
    let missing =
        "it names a clip for a skill that a ladder has; “skillreel check” says where it does not";
    let missing = Some(missing.to_owned());
    Why { line: line.line, rule: Rule::ChosenAsProof, made: false, missing }
}

/// The sections in which a ladder places skills, each once a rule.
fn of_ladder(note: &Note, terms: &Terms, cues: &ladder::LadderCues) -> Vec<Why> {
    let mut all: Vec<Why> = Vec::new();
    let line_of = |section: usize| note.sections().get(section).map_or(1, |section| section.line);
    let drafts = ladder::read(note, terms, cues);
    for draft in drafts.all {
        let line = line_of(draft.section);
        let why = Why { line, rule: draft.rule, made: true, missing: None };
        if !all.contains(&why) {
            all.push(why);
        }
    }
    for (section, rule) in drafts.told {
        let line = line_of(section);
        if !all.iter().any(|why| why.line == line) {
            let heading = note.sections().get(section).map_or("", |section| &section.title);
            let missing = Some(missing_in_ladder(rule, heading));
            all.push(Why { line, rule, made: false, missing });
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

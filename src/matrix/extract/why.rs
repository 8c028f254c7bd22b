//! Which rule made each list, table and group of headings of a note skills, or what was missing.

use std::pin::Pin;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::extract::explanation::MarkToWrite;
use crate::matrix::extract::explanation::{ExplainedPart, Why};
use crate::matrix::language::lexicon::Lexicon;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::rule::Rule;
use crate::matrix::proof::lines::{ProofLine, lines};
use crate::note::{Block, InMatrix, Note, is_sheet};
use crate::sorting;
use crate::text;
use crate::yielding::{self, Pause, Pieces};

use super::ladder;
use super::ladder::drafts::{Drafts, PlacementDraft};
use super::ladder::sheets::sheet::{self, SheetKind};
use super::reader;

/// After how many headings or sections a piece of the work on a note ends.
const PIECE_PARTS: usize = 128;

/// What became of each list, table and group of headings of a note, in the order of lines.
#[must_use]
pub fn why(note: &Note) -> Vec<Why> {
    yielding::at_once(why_in_pieces(note, async || ()))
}

/// As [`why`], with pauses: a note may be a book.
pub async fn why_in_pieces(note: &Note, mut pause: impl AsyncFnMut()) -> Vec<Why> {
    explained(note, &mut pause).await
}

/// The same for pauses of any kind: were the work itself made for each kind, the program would hold it several times.
fn explained<'a>(
    note: &'a Note,
    pause: &'a mut dyn Pause,
) -> Pin<Box<dyn Future<Output = Vec<Why>> + 'a>> {
    Box::pin(explain(note, pause))
}

async fn explain(note: &Note, pause: &mut dyn Pause) -> Vec<Why> {
    if note.front_matter().in_matrix == InMatrix::No {
        return Vec::new();
    }
    if note.front_matter().is_proof {
        return lines(note).iter().map(|line| of_proof(note, line)).collect();
    }
    let (lexicon, terms) = (Lexicon::new(), Terms::new());
    let cues = ladder::cues(note, &terms);
    let mut all = if is_sheet(&note.path) {
        of_sheet(note, &terms, &cues)
    } else if cues.is_ladder() {
        let mut all = of_ladder(note, ladder::read(note, &terms, &cues));
        let used: FxHashSet<usize> = all.iter().map(|why| why.section).collect();
        let unused = with_table(note).filter(|section| !used.contains(section));
        all.extend(unused.map(|section| unread(note, section, ExplainedPart::Table)));
        all
    } else {
        let mut pieces = Pieces::of(PIECE_PARTS, pause);
        let (placements, mut all) = reader::read(note, (&lexicon, &terms), true, &mut pieces).await;
        let names = placements.iter().map(|placement| text::slug(&placement.as_written)).collect();
        let is_read = |why: &Why| {
            all.iter()
                .any(|other| other.kind == ExplainedPart::Table && other.section == why.section)
        };
        let unread: Vec<Why> =
            tables(note, &terms, &names).into_iter().filter(|why| !is_read(why)).collect();
        all.extend(unread);
        all
    };
    sorting::sort_by_key(&mut all, |why| why.line);
    all
}

/// A line of a note of proofs: it names a clip for a skill that a ladder has, and no skill itself.
fn of_proof(note: &Note, line: &ProofLine<'_>) -> Why {
    let after = note.sections().iter().take_while(|section| section.line <= line.line).count();
    let why = unread(note, after.saturating_sub(1), ExplainedPart::Proof);
    Why { line: line.line, rule: Rule::ChosenAsProof, ..why }
}

/// The sections in which a ladder places skills, each once a rule, and those of which it is told why not.
fn of_ladder(note: &Note, drafts: Drafts) -> Vec<Why> {
    let mut all: Vec<Why> = Vec::new();
    let mut places: FxHashMap<(usize, Rule), usize> = FxHashMap::default();
    let mut names: FxHashSet<(usize, Rule, String)> = FxHashSet::default();
    for PlacementDraft { section, rule, name, .. } in drafts.all {
        let place = *places.entry((section, rule)).or_insert_with(|| {
            let kind = match rule {
                Rule::LadderColumns | Rule::LadderRows => ExplainedPart::Table,
                Rule::SheetRows => ExplainedPart::Sheet,
                _ => ExplainedPart::Headings,
            };
            all.push(Why { rule, made: true, ..unread(note, section, kind) });
            all.len() - 1
        });
        if names.insert((section, rule, name))
            && let Some(why) = all.get_mut(place)
        {
            why.names += 1;
        }
    }
    let mut told: FxHashSet<usize> = all.iter().map(|why| why.section).collect();
    for (section, rule) in drafts.told {
        if told.insert(section) {
            all.push(Why { rule, ..unread(note, section, ExplainedPart::Headings) });
        }
    }
    all
}

/// A sheet, or each sheet of a workbook.
fn of_sheet(note: &Note, terms: &Terms, cues: &ladder::LadderCues) -> Vec<Why> {
    let all = of_ladder(note, ladder::read(note, terms, cues));
    let mut all: Vec<Why> =
        all.into_iter().map(|why| Why { kind: ExplainedPart::Sheet, ..why }).collect();
    let read: FxHashSet<usize> = all.iter().map(|why| why.section).collect();
    for (section, table) in sheet::tables(note).filter(|(section, _)| !read.contains(section)) {
        if matches!(sheet::kind(table, terms), SheetKind::Team) {
            all.push(unread(note, section, ExplainedPart::TeamSheet));
            continue;
        }
        let why = unread(note, section, ExplainedPart::Sheet);
        let names = sheet::skills_if_ladder(table, terms);
        let mark = MarkToWrite::LadderRow { above: why.line };
        all.push(Why { names, mark: (names > 0).then_some(mark), ..why });
    }
    all
}

/// The tables of a note that is no ladder. Where it would be one if its author said so, without losing a skill that
/// it names otherwise, that is what to write.
fn tables(note: &Note, terms: &Terms, named: &FxHashSet<String>) -> Vec<Why> {
    let sections: Vec<usize> = with_table(note).collect();
    if sections.is_empty() {
        return Vec::new();
    }
    let cues = ladder::cues_of(note, terms, true);
    let drafts = ladder::read(note, terms, &cues).all;
    let placed: FxHashSet<String> = drafts.iter().map(|draft| text::slug(&draft.name)).collect();
    let loses_none = named.is_subset(&placed);
    let mut names: FxHashMap<usize, FxHashSet<String>> = FxHashMap::default();
    for draft in drafts {
        names.entry(draft.section).or_default().insert(draft.name);
    }
    let why = |section| {
        let names = names.get(&section).map_or(0, FxHashSet::len);
        let mark = (loses_none && names > 0).then_some(MarkToWrite::Ladder);
        Why { names, mark, ..unread(note, section, ExplainedPart::Table) }
    };
    sections.into_iter().map(why).collect()
}

/// The sections in which a table stands.
fn with_table(note: &Note) -> impl Iterator<Item = usize> {
    let has_table = |blocks: &[Block]| blocks.iter().any(|block| matches!(block, Block::Table(_)));
    let sections = note.sections().iter().enumerate();
    sections.filter(move |(_, section)| has_table(&section.blocks)).map(|(place, _)| place)
}

/// A part of a note of which nothing is read.
fn unread(note: &Note, section: usize, kind: ExplainedPart) -> Why {
    let found = note.sections().get(section);
    Why {
        kind,
        line: found.map_or(1, |section| section.line),
        section,
        heading: found.map(|section| section.title.clone()).unwrap_or_default(),
        rule: Rule::NoWordOfSkills,
        made: false,
        names: 0,
        levels: Vec::new(),
        is_of_people: false,
        mark: None,
    }
}

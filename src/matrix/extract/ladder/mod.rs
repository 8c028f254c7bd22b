//! Ladders: career ladders, competency frameworks, skills matrices.
//!
//! A note is one if a table names levels, if two headings of one rank name levels and nothing else, if its
//! title or its front matter says so, or if its title is a level's name alone.

pub(in crate::matrix) mod drafts;
mod heading_levels;
mod heading_rules;
pub(in crate::matrix) mod headings;
mod levels_below;
pub(in crate::matrix) mod lists;
mod lists_outside;
mod names;
mod outside;
pub(in crate::matrix) mod own_steps;
mod parts;
pub(in crate::matrix) mod sheets;
pub(in crate::matrix) mod tables;
mod under_level;
pub(in crate::matrix) mod walk;

use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::lexicon::Lexicon;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::role::Role;
use crate::matrix::model::summary;
use crate::matrix::model::types::Placement;
use crate::note::{Block, Note, is_sheet};

use drafts::Drafts;
use headings::{LadderHeading, is_of_a_ladder};
use rustc_hash::FxHashSet;
use sheets::{own_markdown, sheet};
use tables::table;

/// What makes a note a ladder.
#[derive(Clone, Debug, Default)]
pub(in crate::matrix) struct LadderCues {
    /// Its title or front matter says so.
    pub(in crate::matrix) by_word: bool,
    /// A table names levels.
    pub(in crate::matrix) by_table: bool,
    /// It is a sheet of placements or a taxonomy.
    pub(in crate::matrix) by_sheet: bool,
    /// Headings of one rank name levels.
    pub(in crate::matrix) by_headings: bool,
    /// The level that its title names, and nothing else.
    pub(in crate::matrix) title: Option<LevelName>,
}

impl LadderCues {
    /// Whether the note is a ladder by itself.
    pub(in crate::matrix) fn is_ladder(&self) -> bool {
        let by_title = self.title.as_ref().is_some_and(|level| level.by != By::Role);
        self.by_word || self.by_table || self.by_sheet || self.by_headings || by_title
    }

    /// Whether the note is a ladder only if another file of its folder is of a level, too.
    pub(in crate::matrix) fn needs_others(&self) -> bool {
        !self.is_ladder() && self.title.is_some()
    }
}

/// What in a note speaks for a ladder.
pub(in crate::matrix) fn cues(note: &Note, terms: &Terms) -> LadderCues {
    cues_of(note, terms, note.front_matter().is_ladder)
}

/// The same, where its author says that it is one, or does not.
pub(in crate::matrix) fn cues_of(note: &Note, terms: &Terms, marked: bool) -> LadderCues {
    if is_sheet(&note.path) {
        let mut tables = sheet::tables(note);
        let by_sheet = tables.any(|(_, table)| sheet::kind(table, terms).is_of_skills());
        return LadderCues { by_sheet, ..LadderCues::default() };
    }
    // A talk about ladders is none; a table in it may be.
    let is_talk = note.video.is_some() && !marked;
    let title = terms.read(&note.title);
    let by_word = marked || (!is_talk && title.len() <= 16 && is_of_a_ladder(&title));
    let by_table =
        note.sections().iter().any(|section| has_levels(&section.blocks, terms, by_word));
    let heads = if is_talk { Vec::new() } else { heading_levels::headings(note, terms) };
    let by_headings = heads.iter().any(|head| head.level.is_some())
        || (!is_talk && walk::details_of_levels(note, terms) >= 2)
        || (!is_talk && lists_of_levels(note, terms));
    let is_level = |level: &LevelName| {
        let is_role = level.by == By::Role && level.unknown == 0;
        let is_level = level.is_only_level() && level.unknown == 0 && level.is_usual();
        is_level || is_role
    };
    let stem = note.path.rsplit('/').next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    // A file of a ladder may have its level's name, and its title the name of the whole.
    // The first of many headings speaks of what is below it, not of the note.
    let is_titled = note.front_matter().title.is_some()
        || note.sections().iter().any(|section| section.rank == 1 && section.title == note.title);
    let title_of = if is_titled { note.title.as_str() } else { stem };
    let mut names = [title_of, stem].into_iter().filter(|_| !is_talk && !by_headings);
    let title = names.find_map(|name| {
        // "Associate – Engineering Career Framework": the level, and what it is of.
        let part = [" - ", " – ", " — ", " | ", ": "].iter().find_map(|dash| name.split_once(dash));
        let level = LevelName::read(name, terms).filter(is_level).filter(|_| part.is_none());
        let of_part = |(level, _): (&str, &str)| LevelName::read(level, terms).filter(is_level);
        level
            .or_else(|| part.and_then(of_part))
            .or_else(|| LevelName::read(name, terms).filter(is_level))
    });
    LadderCues { by_word, by_table, by_sheet: false, by_headings, title }
}

/// Whether the items of a list are levels.
fn has_list_of_levels(note: &Note, terms: &Terms) -> bool {
    let mut blocks = note.sections().iter().flat_map(|section| &section.blocks);
    blocks.any(|block| match block {
        Block::List(_, items) => lists::levels(items, terms).is_some(),
        _ => false,
    })
}

/// Whether the same levels, three at least, stand as items or labels under two headings at least, each with words.
fn lists_of_levels(note: &Note, terms: &Terms) -> bool {
    let mut seen: FxHashSet<String> = FxHashSet::default();
    note.sections().iter().any(|section| {
        let in_lists = section.blocks.iter().flat_map(|block| match block {
            Block::List(_, items) => lists::all_levels(items, terms),
            _ => Vec::new(),
        });
        let parts = parts::parts(&section.blocks, terms).1;
        let labels: Vec<LevelName> =
            parts::levels_of_parts(&parts, terms).into_iter().map(|(level, _)| level).collect();
        let is_counted = |levels: &[LevelName]| levels.iter().all(|level| level.is_counted);
        let is_enough = |levels: &Vec<LevelName>| levels.len() >= 3 && !is_counted(levels);
        let mut all = in_lists.chain([labels]).filter(is_enough);
        all.any(|levels| {
            let key: Vec<&str> = levels.iter().map(|level| level.written.as_str()).collect();
            !seen.insert(key.join("\n"))
        })
    })
}

fn has_levels(blocks: &[Block], terms: &Terms, by_word: bool) -> bool {
    blocks.iter().any(|block| match block {
        Block::Mark(mark, _) => own_markdown::is_matrix_mark(mark),
        Block::Table(table) => table::shape(table, terms, by_word).is_some(),
        Block::Quote(blocks) | Block::Details(_, blocks) => has_levels(blocks, terms, by_word),
        _ => false,
    })
}

/// What a ladder places. `level` is the one that the whole note is of, where it is of one.
pub(in crate::matrix) fn read(note: &Note, terms: &Terms, cues: &LadderCues) -> Drafts {
    if is_sheet(&note.path) {
        return sheet::read(note, terms);
    }
    let given = note.front_matter().level.as_ref();
    let given = given.and_then(|level| LevelName::read(&level.text, terms));
    // "Quality Analyst" over levels is whose they are; over skills alone it may be a level beside other files'.
    let is_over_levels = cues.by_table || cues.by_headings;
    let of_title = cues.title.clone().filter(|_| !cues.by_table || !cues.by_word).filter(|level| {
        level.by != By::Role || !(is_over_levels || has_list_of_levels(note, terms))
    });
    let level = given.or(of_title);
    let heads: Vec<LadderHeading> = heading_levels::headings(note, terms);
    walk::LadderWalk::new(note, terms, heads, level, cues.is_ladder()).read()
}

/// The placements of a ladder, with levels as they are written: their ids are given once all of its files are
/// read.
pub(in crate::matrix) fn placements(
    note: &Note,
    drafts: Drafts,
    lexicon: &Lexicon,
) -> impl Iterator<Item = Placement> {
    let given = note.front_matter().role.as_ref();
    let given = given.and_then(|role| Role::given(&lexicon.read(&role.text)));
    let role = given.or_else(|| Role::named(&lexicon.read(&note.title)));
    drafts.all.into_iter().map(move |draft| {
        let (claims, stamps) = draft.evidence.in_note(note);
        let text = Some(draft.text).filter(|text| !text.is_empty());
        Placement {
            note: note.id.clone(),
            video: note.video,
            section: draft.section,
            summary: text.as_deref().map(summary::short),
            as_written: draft.name,
            role,
            level: None,
            level_as_written: draft.level.map(|level| level.written),
            group: draft.group,
            text,
            rank: draft.rank,
            rule: draft.rule,
            claims,
            stamps,
            explaining: 0,
        }
    })
}

//! Steps that a ladder names in words of its own, told by their order alone: each of its skills has as many,
//! as headings right below it or as the labels of its list.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::extract::labels;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::rule::Rule;
use crate::note::{Block, Item, Note};
use crate::text;

use super::drafts::PlacementDraft;
use super::headings::{LadderHeading, is_other};
use super::lists;

/// The least number of steps.
const LEAST_STEPS: usize = 3;

/// The least number of skills that have as many.
const LEAST_SKILLS: usize = 3;

/// The most words of a step's name.
const MOST_WORDS: usize = 3;

/// The skills with steps of their own, and the sections that are read with them.
#[derive(Default)]
pub(in crate::matrix) struct OwnSteps {
    pub(in crate::matrix) drafts: Vec<PlacementDraft>,
    pub(in crate::matrix) sections: BTreeSet<usize>,
}

/// A skill, its section, and its steps with the sections that they are.
struct Steps {
    section: usize,
    steps: Vec<(String, String, Evidence)>,
    below: Vec<usize>,
}

/// The skills of a ladder that have steps of their own.
pub(in crate::matrix) fn of(
    note: &Note,
    heads: &[LadderHeading],
    terms: &Terms,
    is_ladder: bool,
) -> OwnSteps {
    let mut found = OwnSteps::default();
    let has_levels = heads.iter().any(|head| head.level.is_some());
    if !is_ladder || has_levels {
        return found;
    }
    let sections = 0..note.sections().len();
    let all: Vec<Steps> = sections.filter_map(|at| steps(note, heads, terms, at)).collect();
    let mut by_count: FxHashMap<(u8, usize), usize> = FxHashMap::default();
    for of_section in &all {
        let key = (note.sections()[of_section.section].rank, of_section.steps.len());
        *by_count.entry(key).or_default() += 1;
    }
    // Names that recur are the skills themselves, or parts of what is said of them.
    let mut names: FxHashMap<String, usize> = FxHashMap::default();
    for of_section in &all {
        let own: FxHashSet<String> =
            of_section.steps.iter().map(|(name, ..)| text::slug(name)).collect();
        own.into_iter().for_each(|name| *names.entry(name).or_default() += 1);
    }
    for of_section in all {
        let key = (note.sections()[of_section.section].rank, of_section.steps.len());
        let recur =
            of_section.steps.iter().filter(|(name, ..)| names[&text::slug(name)] > 1).count();
        if by_count[&key] < LEAST_SKILLS || 2 * recur > of_section.steps.len() {
            continue;
        }
        found.sections.insert(of_section.section);
        found.sections.extend(of_section.below);
        for (step, text, evidence) in of_section.steps {
            found.drafts.push(PlacementDraft {
                section: of_section.section,
                name: heads[of_section.section].name.clone(),
                group: None,
                level: Some(LevelName::own(&step)),
                rank: None,
                text,
                evidence,
                rule: Rule::LadderSkillHeading,
            });
        }
    }
    found
}

fn steps(note: &Note, heads: &[LadderHeading], terms: &Terms, at: usize) -> Option<Steps> {
    if !heads[at].can_be_skill() {
        return None;
    }
    let sections = note.sections();
    let rank = sections[at].rank;
    let below: Vec<usize> =
        (at + 1..sections.len()).take_while(|&below| sections[below].rank > rank).collect();
    let is_step = |name: &str| (1..=MOST_WORDS).contains(&text::words(name).count());
    if below.len() >= LEAST_STEPS {
        let below: Vec<usize> = below.into_iter().filter(|&below| !heads[below].is_other).collect();
        let is_flat = below.iter().all(|&below| sections[below].rank == rank + 1);
        let are_steps = below.iter().all(|&below| is_step(&heads[below].name));
        let is_under_levels = (0..at)
            .rev()
            .find(|&above| sections[above].rank < rank)
            .is_some_and(|above| heads[above].is_ladder);
        let steps = below.iter().map(|&below| {
            let blocks = &sections[below].blocks;
            (heads[below].name.clone(), lists::text_of(blocks), Evidence::of_blocks(blocks))
        });
        return (is_flat && are_steps && is_under_levels).then(|| Steps {
            section: at,
            steps: steps.collect(),
            below: below.clone(),
        });
    }
    let mut all_lists = sections[at].blocks.iter().filter_map(|block| match block {
        Block::List(_, items) => Some(items),
        _ => None,
    });
    let items = all_lists.next().filter(|items| items.len() >= LEAST_STEPS)?;
    if all_lists.next().is_some() {
        return None;
    }
    // "Leads" among steps of a ladder's own is one of them, whatever it names elsewhere.
    let step = |item: &Item| {
        let name = labels::label(item).filter(|name| is_step(name))?;
        let text = lists::text_of(&item.blocks);
        let rest = text.strip_prefix(&name).unwrap_or(&text);
        let text = rest.trim_start_matches([':', '–', '—', '-', ' ']).trim().to_owned();
        let is_other = is_other(&terms.read(&name)) && !text.is_empty();
        (!text.is_empty() && !is_other).then(|| (name, text, Evidence::of_blocks(&item.blocks)))
    };
    let steps: Option<Vec<_>> = items.iter().map(step).collect();
    Some(Steps { section: at, steps: steps?, below: Vec::new() })
}

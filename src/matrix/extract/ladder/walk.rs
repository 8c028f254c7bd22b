//! A ladder's headings, from the first to the last: levels with skills below, or skills with levels below.

use rustc_hash::FxHashSet;

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::rule::Rule;
use crate::note::{Block, Note, plain_text};
use crate::text;

use super::drafts::{Drafts, PlacementDraft};
use super::headings::LadderHeading;
use super::own_steps;

/// The most words of a heading that names a skill.
pub(super) const LONGEST_SKILL: usize = 9;

/// The most words of a heading that names a skill where a level is above it: "I help our team to …".
pub(super) const LONGEST_UNDER_LEVEL: usize = 16;

/// A ladder on its way to drafts.
pub(in crate::matrix) struct LadderWalk<'a> {
    pub(super) note: &'a Note,
    pub(super) terms: &'a Terms,
    pub(super) heads: Vec<LadderHeading>,
    /// The level that the whole note is of.
    pub(super) level: Option<LevelName>,
    pub(super) is_ladder: bool,
    pub(super) drafts: Drafts,
    /// The names of steps that the ladder tells apart in words of its own.
    pub(super) steps: FxHashSet<String>,
    /// The skills that have steps in words of their own.
    pub(super) with_steps: FxHashSet<String>,
    /// Whether the note as a whole is read already.
    pub(super) is_done: bool,
    /// The heads of tables of two columns that stand under several headings: what they say is not the skill.
    pub(super) recurring_heads: FxHashSet<String>,
    /// Whether two blocks at least that can be folded are called by levels.
    pub(super) are_details_levels: bool,
    /// Whether labels are skills over lists of levels.
    pub(super) are_labels_over_levels: bool,
}

/// What the headings above a section say of it.
#[derive(Clone, Default)]
pub(super) struct HeadingsAbove {
    pub(super) rank: u8,
    pub(super) level: Option<LevelName>,
    pub(super) group: Option<String>,
    /// The heading is a skill, and what is below it is said of it.
    pub(super) is_skill: bool,
}

impl<'a> LadderWalk<'a> {
    pub(in crate::matrix) fn new(
        note: &'a Note,
        terms: &'a Terms,
        heads: Vec<LadderHeading>,
        level: Option<LevelName>,
        is_ladder: bool,
    ) -> Self {
        Self {
            note,
            terms,
            heads,
            level,
            is_ladder,
            drafts: Drafts::default(),
            steps: FxHashSet::default(),
            with_steps: FxHashSet::default(),
            is_done: false,
            recurring_heads: recurring_heads(note),
            are_details_levels: details_of_levels(note, terms) >= 2,
            are_labels_over_levels: false,
        }
    }

    pub(in crate::matrix) fn read(mut self) -> Drafts {
        let base = HeadingsAbove { level: self.level.clone(), ..HeadingsAbove::default() };
        let mut above: Vec<HeadingsAbove> = Vec::new();
        self.drop_lone_roles();
        self.are_labels_over_levels = self.finds_labels_over_levels();
        if base.level.is_none() {
            self.title_with_levels();
        }
        let sections = if self.is_done { &[] } else { self.note.sections() };
        let own_steps = own_steps::of(self.note, &self.heads, self.terms, self.is_ladder);
        let steps = own_steps.drafts.iter().filter_map(|draft| draft.level.as_ref());
        self.steps = steps.map(|step| text::slug(&step.written)).collect();
        let skills = own_steps.drafts.iter().map(|draft| text::slug(&draft.name));
        self.with_steps = skills.collect();
        self.drafts.all.extend(own_steps.drafts);
        for (index, section) in sections.iter().enumerate() {
            above.retain(|heading| heading.rank < section.rank);
            let over = above.last().cloned().unwrap_or_else(|| base.clone());
            let own = match own_steps.sections.contains(&index) {
                true => HeadingsAbove { is_skill: true, ..over.clone() },
                false => self.section(index, &over),
            };
            above.push(HeadingsAbove { rank: section.rank, ..own });
        }
        // What stands at levels is no skill without one besides.
        let at_levels = self.drafts.all.iter().filter(|draft| draft.level.is_some());
        let at_levels: FxHashSet<String> = at_levels.map(|draft| text::slug(&draft.name)).collect();
        // A matrix that is read back says so itself.
        let is_own =
            |draft: &PlacementDraft| draft.level.is_some() || draft.rule == Rule::LadderColumns;
        self.drafts
            .all
            .retain(|draft| is_own(draft) || !at_levels.contains(&text::slug(&draft.name)));
        let levels: Vec<LevelName> =
            self.drafts.all.iter().filter_map(|draft| draft.level.clone()).collect();
        self.drafts.order(levels.iter());
        self.drafts
    }

    #[expect(clippy::too_many_arguments, reason = "a draft's parts, each of another type")]
    pub(super) fn add(
        &mut self,
        section: usize,
        name: String,
        group: Option<String>,
        level: Option<LevelName>,
        text: String,
        evidence: Evidence,
        rule: Rule,
    ) {
        self.drafts.add(PlacementDraft {
            section,
            name,
            group,
            level,
            rank: None,
            text,
            evidence,
            rule,
        });
    }
}

/// How many blocks that can be folded are called by levels.
pub(super) fn details_of_levels(note: &Note, terms: &Terms) -> usize {
    let blocks = note.sections().iter().flat_map(|section| &section.blocks);
    let is_level = |block: &Block| match block {
        Block::Details(summary, _) => LevelName::read(&plain_text(summary), terms)
            .is_some_and(|level| level.is_only_level() && level.is_usual()),
        _ => false,
    };
    blocks.filter(|block| is_level(block)).count()
}

/// The heads of tables of two columns that stand in several sections.
fn recurring_heads(note: &Note) -> FxHashSet<String> {
    let (mut once, mut again) = (FxHashSet::default(), FxHashSet::default());
    for section in note.sections() {
        let mut own = FxHashSet::default();
        for block in &section.blocks {
            if let Block::Table(table) = block
                && let [_, head] = table.head.as_slice()
            {
                own.insert(text::slug(&plain_text(head)));
            }
        }
        for head in own {
            if !once.insert(head.clone()) {
                again.insert(head);
            }
        }
    }
    again
}

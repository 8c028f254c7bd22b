//! What names skills under a heading of a level, and which of the headings there are skills.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::model::rule::Rule;
use crate::note::{Block, Item};
use crate::text;

use super::headings::{LadderHeading, is_apart};
use super::lists::{self, labelled};
use super::parts;
use super::tables::cells::{is_empty, lines, row_name};
use super::tables::table::{self};
use super::walk::{HeadingsAbove, LONGEST_UNDER_LEVEL, LadderWalk};

impl<'a> LadderWalk<'a> {
    /// A heading under a level: a skill, a group of skills, or a part of what is said of the level.
    pub(super) fn below_level(
        &mut self,
        index: usize,
        head: &LadderHeading,
        level: &LevelName,
        over: &HeadingsAbove,
    ) -> HeadingsAbove {
        let blocks = self.note.sections()[index].blocks.as_slice();
        if head.is_apart {
            return HeadingsAbove { is_skill: true, ..over.clone() };
        }
        // "Values of a Senior" says more of the level.
        let repeats = head.names_level || self.repeats_title(index) || self.says_again(head, level);
        if head.is_other || head.name.is_empty() || repeats {
            self.under_level(index, blocks, level, over.group.as_deref());
            return over.clone();
        }
        let rank = self.note.sections()[index].rank;
        let below = self.note.sections().iter().zip(&self.heads).skip(index + 1);
        // One heading alone below says more of the same skill.
        let skills_below = below
            .take_while(|(section, _)| section.rank > rank)
            .filter(|(_, head)| !head.is_other && !head.name.is_empty())
            .count();
        let names = self.names(blocks);
        let items: usize = blocks
            .iter()
            .map(|block| if let Block::List(_, items) = block { items.len() } else { 0 })
            .sum();
        // "Technical Skills" over sentences is one, over names it is a group of them.
        let is_kind = head.is_skills && (skills_below > 0 || names > 0 || blocks.is_empty());
        let is_group = is_kind
            || head.is_bare_skills
            || skills_below >= 2
            || (names >= 2 && 2 * names >= items)
            || (names == 1 && items == 1 && self.has_groups(rank))
            || has_table(blocks);
        if is_group {
            self.under_level(index, blocks, level, Some(&head.name));
            return HeadingsAbove { group: Some(head.name.clone()), ..over.clone() };
        }
        if text::words(&head.name).count() <= LONGEST_UNDER_LEVEL && !head.is_ladder {
            let mut evidence = Evidence::default();
            evidence.inlines(&self.note.sections()[index].heading);
            evidence.blocks(blocks);
            let group = over.group.clone();
            let mut text = lists::text_of(blocks);
            for section in
                self.note.sections()[index + 1..].iter().take_while(|below| below.rank > rank)
            {
                evidence.blocks(&section.blocks);
                let more = lists::text_of(&section.blocks);
                text = [text.as_str(), &section.title, &more]
                    .map(str::trim)
                    .join("\n")
                    .trim()
                    .to_owned();
            }
            let (name, level) = (head.name.clone(), Some(level.clone()));
            self.add(index, name, group, level, text, evidence, Rule::LadderLevelHeading);
        }
        HeadingsAbove { is_skill: true, ..over.clone() }
    }

    /// What names skills right under a level.
    pub(super) fn under_level(
        &mut self,
        index: usize,
        blocks: &'a [Block],
        level: &LevelName,
        group: Option<&str>,
    ) {
        let rule = Rule::LadderLevelHeading;
        let add = |walk: &mut Self, name: String, text: String, evidence: Evidence| {
            walk.add(
                index,
                name,
                group.map(str::to_owned),
                Some(level.clone()),
                text,
                evidence,
                rule,
            );
        };
        let (before, parts) = parts::parts(blocks, self.terms);
        let blocks = if self.labelled_parts(&parts) >= 2 {
            for part in parts {
                let (name, below) = (part.name.clone(), part.below());
                if is_apart(&self.terms.read(&name)) {
                } else if self.is_other(&name) {
                    self.under_level(index, below, level, group);
                } else if self.names(below) >= 2 {
                    self.under_level(index, below, level, Some(&name));
                } else {
                    add(self, name, part.text(), Evidence::of_blocks(part.blocks));
                }
            }
            before
        } else {
            blocks
        };
        for block in lists::unless_marked(blocks) {
            match block {
                Block::List(_, items) => self.items_under_level(items, &add),
                Block::Table(table) => {
                    if table::shape(table, self.terms, self.is_ladder).is_some() {
                        self.table(index, table, None, group);
                        continue;
                    }
                    // Without a head nothing says that the first cells are names.
                    for row in table.rows.iter().filter(|_| !table.head.is_empty()) {
                        let filled = row.iter().skip(1).any(|cell| !is_empty(cell, self.terms));
                        let Some(name) =
                            row.first().filter(|_| filled).and_then(|cell| row_name(cell))
                        else {
                            continue;
                        };
                        if self.is_other(&name) {
                            continue;
                        }
                        let mut evidence = Evidence::default();
                        row.iter().skip(1).for_each(|cell| evidence.cell(cell));
                        let text: Vec<String> =
                            row.iter().skip(1).map(|cell| lines(cell)).collect();
                        add(self, name, text.join("\n"), evidence);
                    }
                }
                Block::Quote(blocks) | Block::Details(_, blocks) => {
                    self.under_level(index, blocks, level, group)
                }
                _ => {}
            }
        }
    }

    pub(super) fn items_under_level(
        &mut self,
        items: &'a [Item],
        add: &impl Fn(&mut Self, String, String, Evidence),
    ) {
        let are_facts = self.are_facts(items);
        for item in items {
            let Some(found) = labelled(item, self.terms) else { continue };
            if are_facts || is_apart(&self.terms.read(&found.name)) {
                continue;
            }
            if found.is_other {
                for block in found.blocks {
                    if let Block::List(_, items) = block {
                        self.items_under_level(items, add);
                    }
                }
                continue;
            }
            let evidence = Evidence::of_blocks(found.blocks);
            add(self, found.name, found.text, evidence);
        }
    }
}

fn has_table(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| matches!(block, Block::Table(table) if table.rows.len() > 1 || !table.head.is_empty()))
}

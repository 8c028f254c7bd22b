//! What names skills right under a heading of a level.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::model::rule::Rule;
use crate::note::{Block, Item};

use super::headings::is_apart;
use super::lists::{self, labelled};
use super::parts;
use super::tables::cells::{is_empty, lines, row_name};
use super::tables::table::{self};
use super::walk::LadderWalk;

impl<'a> LadderWalk<'a> {
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

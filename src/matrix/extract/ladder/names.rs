//! What in a ladder is a name, and whether names recur.

use std::collections::{HashMap, HashSet};

use crate::matrix::language::kinds::Kinds;
use crate::note::Block;
use crate::text;

use super::cells::row_name;
use super::lists::{self, labelled, labelled_paragraph};
use super::walk::Walk;

impl<'a> Walk<'a> {
    /// Whether the same names stand under several of the levels: then these are the skills, and what is over the
    /// levels is a group of them, such as a role.
    pub(super) fn names_recur(&self, levels: &[usize]) -> bool {
        let sections = self.note.sections();
        let mut counts: HashMap<String, usize> = HashMap::new();
        for &level in levels {
            let rank = sections[level].rank;
            let below = (level + 1..sections.len()).take_while(|&at| sections[at].rank > rank);
            let mut names: HashSet<String> = HashSet::new();
            self.names_in(&sections[level].blocks, &mut names);
            for at in below {
                names.insert(text::slug(&self.heads[at].name));
                self.names_in(&sections[at].blocks, &mut names);
            }
            names.into_iter().for_each(|name| *counts.entry(name).or_default() += 1);
        }
        let recurring = counts.values().filter(|&&count| count >= 2).count();
        recurring >= 2 || (recurring == 1 && counts.len() <= 2)
    }

    /// The names that labels and tables in blocks have.
    pub(super) fn names_in(&self, blocks: &[Block], names: &mut HashSet<String>) {
        for block in lists::unless_marked(blocks) {
            match block {
                Block::List(_, items) => {
                    let labels = items.iter().filter_map(|item| labelled(item, self.terms));
                    names.extend(labels.map(|found| text::slug(&found.name)));
                }
                Block::Paragraph(inlines) => {
                    names.extend(labelled_paragraph(inlines).map(|(name, _)| text::slug(&name)));
                }
                Block::Table(table) => {
                    let cells = table.rows.iter().filter_map(|row| row_name(row.first()?));
                    names.extend(cells.map(|name| text::slug(&name)));
                }
                _ => {}
            }
        }
    }

    /// How many skills the labels in blocks name.
    pub(super) fn names(&self, blocks: &[Block]) -> usize {
        let in_lists = blocks.iter().map(|block| match block {
            Block::List(_, items) => items
                .iter()
                .filter_map(|item| labelled(item, self.terms))
                .filter(|found| !found.is_other)
                .count(),
            _ => 0,
        });
        in_lists.sum::<usize>()
            + Some(self.paragraphs(blocks)).filter(|&count| count >= 2).unwrap_or(0)
    }

    pub(super) fn paragraphs(&self, blocks: &[Block]) -> usize {
        let is_labelled = |block: &&Block| match block {
            Block::Paragraph(inlines) => {
                labelled_paragraph(inlines).is_some_and(|(name, _)| !self.is_other(&name))
            }
            _ => false,
        };
        blocks.iter().filter(is_labelled).count()
    }

    pub(super) fn is_other(&self, name: &str) -> bool {
        super::headings::is_other(&self.terms.read(name))
    }

    /// Whether a heading is a role: "Software Engineer" over its levels.
    pub(super) fn is_role(&self, name: &str) -> bool {
        let read = self.terms.read(name);
        read.iter().any(|term| term.is(Kinds::ROLES)) && read.iter().all(|term| !term.is_unknown())
    }

    /// Whether a section's heading says the note's title again.
    pub(super) fn repeats_title(&self, index: usize) -> bool {
        text::slug(&self.note.sections()[index].title) == text::slug(&self.note.title)
    }
}

//! What in a ladder is a name, and whether names recur.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::extract::labels;
use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::senses::Kinds;
use crate::note::{Block, Item};
use crate::text;

use super::headings::LadderHeading;
use super::lists::{self, labelled};
use super::parts::{self, LabelledPart};
use super::tables::cells::row_name;
use super::walk::LadderWalk;

impl<'a> LadderWalk<'a> {
    /// Whether the same names stand under several of the levels: then these are the skills, and what is over the
    /// levels is a group of them, such as a role.
    pub(super) fn names_recur(&self, levels: &[usize]) -> bool {
        let sections = self.note.sections();
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        for &level in levels {
            let rank = sections[level].rank;
            let below = (level + 1..sections.len()).take_while(|&at| sections[at].rank > rank);
            let mut names: FxHashSet<String> = FxHashSet::default();
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

    /// Whether under each of the levels stand two labels at least, and little else: these are the skills, and the
    /// note's title over the levels is none.
    pub(super) fn are_over_names(&self, levels: &[usize]) -> bool {
        levels.iter().all(|&level| {
            let blocks = &self.note.sections()[level].blocks;
            let items: usize = blocks
                .iter()
                .map(|block| if let Block::List(_, items) = block { items.len() } else { 0 })
                .sum();
            let names = self.names(blocks);
            names >= 2 && names >= items
        })
    }

    /// Makes no levels of roles where none of the levels beside them names a skill: then what stands under the
    /// role is of another kind.
    pub(super) fn drop_lone_roles(&mut self) {
        let is_role = |level: &LevelName| level.by == By::Role;
        let sections = self.note.sections();
        let mut ranks_with_names: FxHashSet<u8> = FxHashSet::default();
        for at in 0..sections.len() {
            let rank = sections[at].rank;
            let is_level = self.heads[at].level.as_ref().is_some_and(|level| !is_role(level));
            if is_level && !ranks_with_names.contains(&rank) {
                let mut names = FxHashSet::default();
                self.names_in(&sections[at].blocks, &mut names);
                let has_below = sections.get(at + 1).is_some_and(|below| below.rank > rank);
                if has_below || !names.is_empty() {
                    ranks_with_names.insert(rank);
                }
            }
        }
        for (at, section) in sections.iter().enumerate() {
            if !ranks_with_names.contains(&section.rank) {
                self.heads[at].level = self.heads[at].level.take().filter(|level| !is_role(level));
            }
        }
    }

    /// The names that labels and tables in blocks have, but for parts of what is said of a level: "Examples".
    pub(super) fn names_in(&self, blocks: &[Block], names: &mut FxHashSet<String>) {
        let (_, parts) = parts::parts(blocks, self.terms);
        let parts = parts.iter().filter(|part| !self.is_other(&part.name));
        names.extend(parts.map(|part| text::slug(&part.name)));
        for block in lists::unless_marked(blocks) {
            match block {
                Block::List(_, items) => {
                    let labels = items.iter().filter_map(|item| labelled(item, self.terms));
                    names.extend(labels.map(|found| text::slug(&found.name)));
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
            + Some(self.labelled_parts(&parts::parts(blocks, self.terms).1))
                .filter(|&count| count >= 2)
                .unwrap_or(0)
    }

    /// Whether a heading of this rank stands over several labels somewhere in the note.
    pub(super) fn has_groups(&self, rank: u8) -> bool {
        let mut sections = self.note.sections().iter().filter(|section| section.rank == rank);
        sections.any(|section| self.names(&section.blocks) >= 2)
    }

    /// How many of the labelled parts can be skills.
    pub(super) fn labelled_parts(&self, parts: &[LabelledPart<'_>]) -> usize {
        parts.iter().filter(|part| !self.is_other(&part.name)).count()
    }

    pub(super) fn is_other(&self, name: &str) -> bool {
        let read = self.terms.read(name);
        super::headings::is_other(&read) || super::headings::is_bare_skills(&read)
    }

    /// Whether a list says facts of a job: "Location: …" beside "Salary: …".
    pub(super) fn are_facts(&self, items: &[Item]) -> bool {
        let names = items.iter().filter_map(labels::label);
        let is_fact = |name: &String| {
            let read = self.terms.read(name);
            !read.is_empty() && read.iter().all(|term| term.is(Kinds::FACTS))
        };
        let facts = names.filter(is_fact).count();
        facts >= 2 && 2 * facts >= items.len()
    }

    /// Whether a heading is a role: "Software Engineer" over its levels.
    pub(super) fn is_role(&self, name: &str) -> bool {
        super::tables::titles_and_amounts::is_role(name, self.terms)
    }

    /// Whether a heading begins with a level that is a role: "Intern Values" under "Intern".
    pub(super) fn says_again(&self, head: &LadderHeading, level: &LevelName) -> bool {
        let role = self.terms.read(&level.written).into_iter().map(|term| term.text);
        let own = self.terms.read(&head.name).into_iter().map(|term| term.text);
        let role: Vec<String> = role.collect();
        let own: Vec<String> = own.take(role.len()).collect();
        level.by == By::Role && !role.is_empty() && own == role
    }

    /// Whether a section's heading says the note's title again.
    pub(super) fn repeats_title(&self, index: usize) -> bool {
        text::slug(&self.note.sections()[index].title) == text::slug(&self.note.title)
    }
}

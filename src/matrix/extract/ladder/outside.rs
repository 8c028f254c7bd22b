//! Tables and lists of a ladder that stand under no level.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::model::rule::Rule;
use crate::note::{Block, Item, Table, plain_text};
use crate::text;

use super::headings::LadderHeading;
use super::lists::{self};
use super::parts::{self, LabelledPart};
use super::sheets::own_markdown;
use super::tables::cells::row_name;
use super::tables::table::{self, TableContext};
use super::walk::{HeadingsAbove, LadderWalk};

impl<'a> LadderWalk<'a> {
    /// Tables, and lists of levels, where no heading above is a level.
    pub(super) fn outside_levels(
        &mut self,
        index: usize,
        blocks: &'a [Block],
        head: &LadderHeading,
        group: Option<&str>,
        over: &HeadingsAbove,
    ) {
        // Under "Expectations" of a skill the skill is the heading above.
        let skill =
            Some(head.name.as_str()).filter(|_| head.can_be_skill() && !self.is_role(&head.name));
        let inherited = over.group.as_deref().filter(|_| head.is_other || head.is_skills);
        let skill = skill.or(inherited);
        let skill_group = over.group.as_deref().filter(|_| inherited.is_none());
        let (before, parts) = parts::parts(blocks, self.terms);
        let is_skill = |part: &LabelledPart<'a>| self.levels_of_label(part).is_some();
        if self.are_labels_over_levels && parts.iter().any(is_skill) {
            self.outside_levels(index, before, head, group, over);
            for part in parts {
                let Some(items) = self.levels_of_label(&part) else {
                    self.outside_levels(index, part.blocks, head, group, over);
                    continue;
                };
                let of = group.or(over.group.as_deref());
                self.list_outside(index, items, Some(&part.name), None, of);
                // What stands below the list is no less of the heading.
                let rest = part.below().get(1..).unwrap_or_default();
                self.outside_levels(index, rest, head, group, over);
            }
            return;
        }
        let parts = parts::levels_of_parts(&parts, self.terms);
        // A title over levels, each over its skills.
        if skill.is_none() && parts.len() >= 2 {
            for (level, part) in parts {
                self.drafts.order(std::iter::once(&level));
                self.under_level(index, part.below(), &level, over.group.as_deref());
            }
            return;
        }
        if let (Some(skill), true) = (skill, parts.len() >= 2) {
            for (level, part) in parts {
                let evidence = Evidence::of_blocks(part.blocks);
                let (name, group) = (skill.to_owned(), skill_group.map(str::to_owned));
                let rule = Rule::LadderSkillHeading;
                self.add(index, name, group, Some(level), part.text(), evidence, rule);
            }
            return;
        }
        if let Some(skill) = skill
            && self.steps(index, blocks, skill, skill_group)
        {
            return;
        }
        let mut is_matrix = false;
        for block in lists::unless_marked(blocks) {
            match block {
                Block::Mark(mark, _) => is_matrix = own_markdown::is_matrix_mark(mark),
                Block::Table(table) if std::mem::take(&mut is_matrix) => {
                    own_markdown::read(table, index, self.terms, &mut self.drafts);
                }
                Block::Table(table) if self.names_first_cells(table, head) => {
                    self.first_cells(index, table, over.group.as_deref());
                }
                Block::List(_, items) if head.is_only_skills && self.are_names(items) => {
                    for found in items.iter().filter_map(|item| lists::whole(item, self.terms)) {
                        let evidence = Evidence::of_blocks(found.blocks);
                        let group = over.group.clone();
                        self.add(
                            index,
                            found.name,
                            group,
                            None,
                            found.text,
                            evidence,
                            Rule::Taxonomy,
                        );
                    }
                }
                Block::Table(table) if self.maps_steps(table) => {}
                Block::Table(table) => {
                    let place = TableContext {
                        section: index,
                        skill,
                        group: group.or(over.group.as_deref()),
                        skill_group,
                        is_ladder: self.is_ladder,
                        recurs: self.recurs(table),
                    };
                    table::read(table, &place, self.terms, &mut self.drafts);
                }
                Block::List(_, items) => self.list_outside(
                    index,
                    items,
                    skill,
                    group.or(over.group.as_deref()),
                    skill_group,
                ),
                Block::Details(summary, blocks) => {
                    let level = LevelName::read(&plain_text(summary), self.terms);
                    match level.filter(|level| level.is_only_level() && level.is_usual()) {
                        Some(level) if self.are_details_levels => {
                            self.drafts.order(std::iter::once(&level));
                            self.under_level(index, blocks, &level, over.group.as_deref());
                        }
                        _ => self.outside_levels(index, blocks, head, group, over),
                    }
                }
                Block::Quote(blocks) => self.outside_levels(index, blocks, head, group, over),
                _ => {}
            }
        }
    }

    fn recurs(&self, table: &Table) -> bool {
        let [_, head] = table.head.as_slice() else { return false };
        self.recurring_heads.contains(&text::slug(&plain_text(head)))
    }

    /// Whether a table says which steps make up a level: its cells are the names of steps.
    pub(super) fn maps_steps(&self, table: &Table) -> bool {
        let cells = || {
            table
                .rows
                .iter()
                .flat_map(|row| row.iter().skip(1))
                .map(|cell| text::slug(&plain_text(cell)))
        };
        let is_step = |cell: &String| {
            let is_number = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
            is_number || cell.split('-').any(|word| self.steps.contains(word))
        };
        let is_short = |cell: &&String| cell.split('-').count() <= 4;
        let named = cells().filter(|cell| is_short(&cell) && is_step(cell)).count();
        let heads = || table.head.iter().map(|cell| text::slug(&plain_text(cell)));
        let first_cells = || {
            table
                .rows
                .iter()
                .filter_map(|row| row.first())
                .map(|cell| text::slug(&plain_text(cell)))
        };
        let of_skills = |names: &mut dyn Iterator<Item = String>| {
            names.filter(|name| self.with_steps.contains(name)).count() >= 2
        };
        let is_named = named > 0 && 2 * named >= cells().count();
        !self.steps.is_empty()
            && (is_named || of_skills(&mut heads()) || of_skills(&mut first_cells()))
    }

    pub(super) fn table(
        &mut self,
        index: usize,
        table: &Table,
        skill: Option<&str>,
        group: Option<&str>,
    ) {
        let place = TableContext {
            section: index,
            skill,
            group,
            skill_group: group,
            is_ladder: self.is_ladder,
            recurs: false,
        };
        table::read(table, &place, self.terms, &mut self.drafts);
    }

    /// Whether each item of a list is a name with nothing above it but a word of skills.
    pub(super) fn are_names(&self, items: &[Item]) -> bool {
        let are_levels = |item: &Item| {
            lists::level_item(item, self.terms).is_some()
                || item.blocks.iter().skip(1).any(|block| match block {
                    Block::List(_, items) => lists::levels(items, self.terms).is_some(),
                    _ => false,
                })
        };
        let is_name =
            |item: &Item| lists::whole(item, self.terms).is_some_and(|found| !found.is_other);
        items.iter().all(is_name) && !items.iter().any(are_levels)
    }

    /// Whether the first cells of a table without levels name skills: where its heading says skills matrix.
    pub(super) fn names_first_cells(&self, table: &Table, head: &LadderHeading) -> bool {
        head.says_ladder
            && head.is_skills
            && table.head.len() >= 2
            && table::shape(table, self.terms, self.is_ladder).is_none()
    }

    pub(super) fn first_cells(&mut self, index: usize, table: &Table, group: Option<&str>) {
        for row in &table.rows {
            let Some(name) =
                row.first().and_then(|cell| row_name(cell)).filter(|name| !self.is_other(name))
            else {
                continue;
            };
            let mut evidence = Evidence::default();
            row.iter().skip(1).for_each(|cell| evidence.cell(cell));
            self.add(
                index,
                name,
                group.map(str::to_owned),
                None,
                String::new(),
                evidence,
                Rule::Taxonomy,
            );
        }
    }
}

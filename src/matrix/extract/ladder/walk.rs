//! A ladder's headings, from the first to the last: levels with skills below, or skills with levels below.

use std::collections::{HashMap, HashSet};

use crate::matrix::extract::backing::Backing;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::language::terms::{Kinds, Terms};
use crate::matrix::model::rule::Rule;
use crate::note::{Block, Item, Note, Table};
use crate::text;

use super::cells::{is_empty, lines, row_name};
use super::draft::{Draft, Drafts};
use super::heads::Head;
use super::lists::{self, labelled, labelled_paragraph};
use super::own_steps;
use super::table::{self, Place};

/// The most words of a heading that names a skill.
const LONGEST_SKILL: usize = 9;

/// A ladder on its way to drafts.
pub(in crate::matrix) struct Walk<'a> {
    note: &'a Note,
    terms: &'a Terms,
    heads: Vec<Head>,
    /// The level that the whole note is of.
    level: Option<LevelName>,
    is_ladder: bool,
    drafts: Drafts,
    /// Whether the note as a whole is read already.
    is_done: bool,
}

/// What the headings above a section say of it.
#[derive(Clone, Default)]
struct Above {
    rank: u8,
    level: Option<LevelName>,
    group: Option<String>,
    /// The heading is a skill, and what is below it is said of it.
    is_skill: bool,
}

impl<'a> Walk<'a> {
    pub(in crate::matrix) fn new(
        note: &'a Note,
        terms: &'a Terms,
        heads: Vec<Head>,
        level: Option<LevelName>,
        is_ladder: bool,
    ) -> Self {
        Self { note, terms, heads, level, is_ladder, drafts: Drafts::default(), is_done: false }
    }

    pub(in crate::matrix) fn read(mut self) -> Drafts {
        let base = Above { level: self.level.clone(), ..Above::default() };
        let mut above: Vec<Above> = Vec::new();
        if base.level.is_none() {
            self.title_with_levels();
        }
        let sections = if self.is_done { &[] } else { self.note.sections() };
        let own_steps = own_steps::of(self.note, &self.heads, self.terms, self.is_ladder);
        self.drafts.all.extend(own_steps.drafts);
        for (index, section) in sections.iter().enumerate() {
            above.retain(|one| one.rank < section.rank);
            let over = above.last().cloned().unwrap_or_else(|| base.clone());
            let own = match own_steps.sections.contains(&index) {
                true => Above { is_skill: true, ..over.clone() },
                false => self.section(index, &over),
            };
            above.push(Above { rank: section.rank, ..own });
        }
        // What stands at levels is no skill without one besides.
        let at_levels = self.drafts.all.iter().filter(|draft| draft.level.is_some());
        let at_levels: HashSet<String> = at_levels.map(|draft| text::slug(&draft.name)).collect();
        self.drafts
            .all
            .retain(|draft| draft.level.is_some() || !at_levels.contains(&text::slug(&draft.name)));
        let levels: Vec<LevelName> =
            self.drafts.all.iter().filter_map(|draft| draft.level.clone()).collect();
        self.drafts.order(levels.iter());
        self.drafts
    }

    /// Reads a section's own blocks, and says what it is for those below it.
    fn section(&mut self, index: usize, over: &Above) -> Above {
        let head = match self.note.sections()[index].rank {
            0 => Head::read(&self.note.title, self.terms),
            _ => self.heads[index].clone(),
        };
        let blocks = self.note.sections()[index].blocks.as_slice();
        if over.is_skill {
            return over.clone();
        }
        if let Some(level) = head.level.clone().filter(|_| self.heads[index].level.is_some()) {
            self.drafts.order(std::iter::once(&level));
            self.under_level(index, blocks, &level, over.group.as_deref());
            return Above { level: Some(level), ..over.clone() };
        }
        if let Some(level) = over.level.clone() {
            return self.below_level(index, &head, &level, over);
        }
        if self.skill_with_levels(index, &head, over) {
            return Above { is_skill: true, ..over.clone() };
        }
        let is_title = self.note.sections()[index].rank <= 1 || self.repeats_title(index);
        let own = Some(head.name.clone()).filter(|_| head.can_be_group() && !is_title);
        let group = own.clone().or_else(|| over.group.clone());
        self.outside_levels(index, blocks, &head, own.as_deref(), over);
        Above { group, ..over.clone() }
    }

    /// A note that is one skill by its title, with no heading above its levels.
    fn title_with_levels(&mut self) {
        let sections = self.note.sections();
        let Some(first) =
            sections.iter().map(|section| section.rank).filter(|&rank| rank > 0).min()
        else {
            return;
        };
        let tops: Vec<usize> =
            (0..sections.len()).filter(|&at| sections[at].rank == first).collect();
        let title = Head::read(&self.note.title, self.terms);
        let are_levels = tops.len() >= 2 && tops.iter().all(|&at| self.heads[at].level.is_some());
        let can_be_skill = !title.name.is_empty() && !title.is_ladder && title.level.is_none();
        if are_levels && can_be_skill && !self.names_recur(&tops) && !self.is_role(&title.name) {
            self.place_levels(tops, &title.name, None);
            self.heads.iter_mut().for_each(|head| head.level = None);
            self.is_done = true;
        }
    }

    /// A heading under a level: a skill, a group of skills, or a part of what is said of the level.
    fn below_level(&mut self, index: usize, head: &Head, level: &LevelName, over: &Above) -> Above {
        let blocks = self.note.sections()[index].blocks.as_slice();
        // "Values of a Senior" says more of the level.
        let repeats = head.names_level || self.repeats_title(index);
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
        let is_group = head.is_skills
            || skills_below >= 2
            || names >= 2 && 2 * names >= items
            || has_table(blocks);
        if is_group {
            self.under_level(index, blocks, level, Some(&head.name));
            return Above { group: Some(head.name.clone()), ..over.clone() };
        }
        if text::words(&head.name).count() <= LONGEST_SKILL && !head.is_ladder {
            let mut backing = Backing::default();
            backing.inlines(&self.note.sections()[index].heading);
            backing.blocks(blocks);
            let group = over.group.clone();
            let mut text = lists::text_of(blocks);
            for section in
                self.note.sections()[index + 1..].iter().take_while(|below| below.rank > rank)
            {
                backing.blocks(&section.blocks);
                let more = lists::text_of(&section.blocks);
                text = [text.as_str(), &section.title, &more]
                    .map(str::trim)
                    .join("\n")
                    .trim()
                    .to_owned();
            }
            let (name, level) = (head.name.clone(), Some(level.clone()));
            self.add(index, name, group, level, text, backing, Rule::LadderLevelHeading);
        }
        Above { is_skill: true, ..over.clone() }
    }

    /// What names skills right under a level.
    fn under_level(
        &mut self,
        index: usize,
        blocks: &'a [Block],
        level: &LevelName,
        group: Option<&str>,
    ) {
        let rule = Rule::LadderLevelHeading;
        let add = |walk: &mut Self, name: String, text: String, backing: Backing| {
            walk.add(
                index,
                name,
                group.map(str::to_owned),
                Some(level.clone()),
                text,
                backing,
                rule,
            );
        };
        let paragraphs = self.paragraphs(blocks);
        for block in blocks {
            match block {
                Block::Paragraph(inlines) if paragraphs >= 2 => {
                    let Some((name, text)) = labelled_paragraph(inlines) else { continue };
                    if !self.is_other(&name) {
                        let mut backing = Backing::default();
                        backing.inlines(inlines);
                        add(self, name, text, backing);
                    }
                }
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
                        let mut backing = Backing::default();
                        row.iter().skip(1).for_each(|cell| backing.cell(cell));
                        let text: Vec<String> =
                            row.iter().skip(1).map(|cell| lines(cell)).collect();
                        add(self, name, text.join("\n"), backing);
                    }
                }
                Block::Quote(blocks) | Block::Details(_, blocks) => {
                    self.under_level(index, blocks, level, group)
                }
                _ => {}
            }
        }
    }

    fn items_under_level(
        &mut self,
        items: &'a [Item],
        add: &impl Fn(&mut Self, String, String, Backing),
    ) {
        for item in items {
            let Some(found) = labelled(item, self.terms) else { continue };
            if found.is_other {
                for block in found.blocks {
                    if let Block::List(_, items) = block {
                        self.items_under_level(items, add);
                    }
                }
                continue;
            }
            let backing = Backing::of_blocks(found.blocks);
            add(self, found.name, found.text, backing);
        }
    }

    /// Whether a heading is a skill, by its blocks or by the headings right below it, which are levels.
    fn skill_with_levels(&mut self, index: usize, head: &Head, over: &Above) -> bool {
        if !head.can_be_skill() || text::words(&head.name).count() > LONGEST_SKILL {
            return false;
        }
        let sections = self.note.sections();
        let rank = sections[index].rank;
        let mut below =
            (index + 1..sections.len()).take_while(|&at| sections[at].rank > rank).peekable();
        let Some(sub_rank) = below.peek().map(|&at| sections[at].rank) else { return false };
        let subs: Vec<usize> =
            below.filter(|&at| sections[at].rank == sub_rank && !self.heads[at].is_other).collect();
        let are_levels = subs.len() >= 2 && subs.iter().all(|&at| self.heads[at].level.is_some());
        if !are_levels || self.names_recur(&subs) || self.is_role(&head.name) {
            return false;
        }
        self.place_levels(subs, &head.name, over.group.as_deref());
        true
    }

    /// Whether the same names stand under several of the levels: then these are the skills, and what is over the
    /// levels is a group of them, such as a role.
    fn names_recur(&self, levels: &[usize]) -> bool {
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
    fn names_in(&self, blocks: &[Block], names: &mut HashSet<String>) {
        for block in blocks {
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

    /// Places a skill at the levels that sections are of.
    fn place_levels(&mut self, sections: Vec<usize>, skill: &str, group: Option<&str>) {
        for at in sections {
            let Some(level) = self.heads[at].level.clone() else { continue };
            let blocks = &self.note.sections()[at].blocks;
            let backing = Backing::of_blocks(blocks);
            let (name, group, text) =
                (skill.to_owned(), group.map(str::to_owned), lists::text_of(blocks));
            self.add(at, name, group, Some(level), text, backing, Rule::LadderSkillHeading);
        }
    }

    /// Tables, and lists of levels, where no heading above is a level.
    fn outside_levels(
        &mut self,
        index: usize,
        blocks: &'a [Block],
        head: &Head,
        group: Option<&str>,
        over: &Above,
    ) {
        // Under "Expectations" of a skill the skill is the heading above.
        let skill =
            Some(head.name.as_str()).filter(|_| head.can_be_skill() && !self.is_role(&head.name));
        let inherited = over.group.as_deref().filter(|_| head.is_other || head.is_skills);
        let skill = skill.or(inherited);
        let skill_group = over.group.as_deref().filter(|_| inherited.is_none());
        let paragraphs: Vec<(LevelName, String, &Block)> = blocks
            .iter()
            .filter_map(|block| {
                let Block::Paragraph(inlines) = block else { return None };
                let (name, text) = labelled_paragraph(inlines)?;
                let level = LevelName::read(&name, self.terms).filter(LevelName::is_only_level)?;
                Some((level, text, block))
            })
            .collect();
        if let (Some(skill), true) = (skill, paragraphs.len() >= 2) {
            for (level, text, block) in paragraphs {
                let backing = Backing::of_blocks(std::slice::from_ref(block));
                let group = skill_group.map(str::to_owned);
                self.add(
                    index,
                    skill.to_owned(),
                    group,
                    Some(level),
                    text,
                    backing,
                    Rule::LadderSkillHeading,
                );
            }
        }
        if let Some(skill) = skill
            && self.steps(index, blocks, skill, skill_group)
        {
            return;
        }
        for block in blocks {
            match block {
                Block::Table(table) if self.names_first_cells(table, head) => {
                    self.first_cells(index, table, over.group.as_deref());
                }
                Block::List(_, items) if head.is_only_skills && self.are_names(items) => {
                    for found in items.iter().filter_map(|item| lists::whole(item, self.terms)) {
                        let backing = Backing::of_blocks(found.blocks);
                        let group = over.group.clone();
                        self.add(
                            index,
                            found.name,
                            group,
                            None,
                            found.text,
                            backing,
                            Rule::Taxonomy,
                        );
                    }
                }
                Block::Table(table) => {
                    let place = Place {
                        section: index,
                        skill,
                        group: group.or(over.group.as_deref()),
                        skill_group,
                        is_ladder: self.is_ladder,
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
                Block::Quote(blocks) | Block::Details(_, blocks) => {
                    self.outside_levels(index, blocks, head, group, over);
                }
                _ => {}
            }
        }
    }

    /// Levels as items numbered one by one, each over a list of its own: Markdown reads them as many lists.
    fn steps(
        &mut self,
        index: usize,
        blocks: &'a [Block],
        skill: &str,
        group: Option<&str>,
    ) -> bool {
        let mut steps: Vec<(LevelName, String, Backing)> = Vec::new();
        for block in blocks {
            let Block::List(start, items) = block else {
                if steps.len() < 2 {
                    steps.clear();
                }
                continue;
            };
            if start.is_some() {
                for item in items {
                    let Some((level, text)) = lists::level_item(item, self.terms) else {
                        return false;
                    };
                    steps.push((level, text, Backing::of_blocks(&item.blocks)));
                }
            } else if let Some((_, text, backing)) =
                steps.last_mut().filter(|(_, text, _)| text.is_empty())
            {
                *text = lists::text_of(std::slice::from_ref(block));
                backing.blocks(std::slice::from_ref(block));
            }
        }
        if steps.len() < 2 || steps.iter().all(|(_, text, _)| text.is_empty()) {
            return false;
        }
        for (level, text, backing) in steps {
            if !lists::says_nothing(&text, self.terms) {
                let group = group.map(str::to_owned);
                self.add(
                    index,
                    skill.to_owned(),
                    group,
                    Some(level),
                    text,
                    backing,
                    Rule::LadderSkillHeading,
                );
            }
        }
        true
    }

    /// Whether each item of a list is a name with nothing above it but a word of skills.
    fn are_names(&self, items: &[Item]) -> bool {
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
    fn names_first_cells(&self, table: &Table, head: &Head) -> bool {
        head.says_ladder
            && table.head.len() >= 2
            && table::shape(table, self.terms, self.is_ladder).is_none()
    }

    fn first_cells(&mut self, index: usize, table: &Table, group: Option<&str>) {
        for row in &table.rows {
            let Some(name) =
                row.first().and_then(|cell| row_name(cell)).filter(|name| !self.is_other(name))
            else {
                continue;
            };
            let mut backing = Backing::default();
            row.iter().skip(1).for_each(|cell| backing.cell(cell));
            self.add(
                index,
                name,
                group.map(str::to_owned),
                None,
                String::new(),
                backing,
                Rule::Taxonomy,
            );
        }
    }

    /// A list of levels, of which the heading is the skill; or of skills, each over its list of levels.
    fn list_outside(
        &mut self,
        index: usize,
        items: &'a [Item],
        skill: Option<&str>,
        group: Option<&str>,
        skill_group: Option<&str>,
    ) {
        if let (Some(levels), Some(skill)) = (lists::levels(items, self.terms), skill) {
            // An index of levels says nothing of them.
            let says_something = levels.iter().any(|(_, text, _)| !text.is_empty());
            for (level, text, item) in levels.into_iter().filter(|_| says_something) {
                if lists::says_nothing(&text, self.terms) {
                    continue;
                }
                let backing = Backing::of_blocks(&item.blocks);
                let group = skill_group.map(str::to_owned);
                self.add(
                    index,
                    skill.to_owned(),
                    group,
                    Some(level),
                    text,
                    backing,
                    Rule::LadderSkillHeading,
                );
            }
            return;
        }
        for item in items {
            let nested = item.blocks.iter().skip(1).find_map(|block| match block {
                Block::List(_, items) => lists::levels(items, self.terms),
                _ => None,
            });
            let (Some(levels), Some(found)) = (nested, labelled(item, self.terms)) else {
                continue;
            };
            for (level, text, item) in levels {
                let backing = Backing::of_blocks(&item.blocks);
                let (name, group) = (found.name.clone(), group.map(str::to_owned));
                self.add(index, name, group, Some(level), text, backing, Rule::LadderSkillHeading);
            }
        }
    }

    fn table(&mut self, index: usize, table: &Table, skill: Option<&str>, group: Option<&str>) {
        let place =
            Place { section: index, skill, group, skill_group: group, is_ladder: self.is_ladder };
        table::read(table, &place, self.terms, &mut self.drafts);
    }

    /// How many skills the labels in blocks name.
    fn names(&self, blocks: &[Block]) -> usize {
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

    fn paragraphs(&self, blocks: &[Block]) -> usize {
        let is_labelled = |block: &&Block| match block {
            Block::Paragraph(inlines) => {
                labelled_paragraph(inlines).is_some_and(|(name, _)| !self.is_other(&name))
            }
            _ => false,
        };
        blocks.iter().filter(is_labelled).count()
    }

    fn is_other(&self, name: &str) -> bool {
        super::heads::is_other(&self.terms.read(name))
    }

    /// Whether a heading is a role: "Software Engineer" over its levels.
    fn is_role(&self, name: &str) -> bool {
        let read = self.terms.read(name);
        read.iter().any(|term| term.is(Kinds::ROLES)) && read.iter().all(|term| !term.is_unknown())
    }

    /// Whether a section's heading says the note's title again.
    fn repeats_title(&self, index: usize) -> bool {
        text::slug(&self.note.sections()[index].title) == text::slug(&self.note.title)
    }

    #[expect(clippy::too_many_arguments, reason = "a draft's parts, each of another type")]
    fn add(
        &mut self,
        section: usize,
        name: String,
        group: Option<String>,
        level: Option<LevelName>,
        text: String,
        backing: Backing,
        rule: Rule,
    ) {
        self.drafts.add(Draft { section, name, group, level, text, backing, rule });
    }
}

fn has_table(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| matches!(block, Block::Table(table) if table.rows.len() > 1 || !table.head.is_empty()))
}

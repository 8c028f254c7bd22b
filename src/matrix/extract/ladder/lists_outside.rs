//! Lists of a ladder that stand under no level: items that are levels, over skills or under one.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::model::rule::Rule;
use crate::note::{Block, Item};

use super::lists::{self, labelled};
use super::parts::{self, LabelledPart};
use super::walk::LadderWalk;

impl<'a> LadderWalk<'a> {
    /// A list of levels, of which the heading is the skill; or of skills, each over its list of levels.
    pub(super) fn list_outside(
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
                let evidence = Evidence::of_blocks(&item.blocks);
                let group = skill_group.map(str::to_owned);
                self.add(
                    index,
                    skill.to_owned(),
                    group,
                    Some(level),
                    text,
                    evidence,
                    Rule::LadderSkillHeading,
                );
            }
            return;
        }
        if let Some(levels) = lists::levels(items, self.terms).filter(|_| skill.is_none()) {
            self.levels_over_skills(index, levels, group);
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
                let evidence = Evidence::of_blocks(&item.blocks);
                let (name, group) = (found.name.clone(), group.map(str::to_owned));
                self.add(index, name, group, Some(level), text, evidence, Rule::LadderSkillHeading);
            }
        }
    }

    /// The items of the list below a label that is a skill, where these are its levels.
    pub(super) fn levels_of_label(&self, part: &LabelledPart<'a>) -> Option<&'a [Item]> {
        let Some(Block::List(_, items)) = part.below().first() else { return None };
        let levels = lists::levels(items, self.terms)?;
        let has_words = levels.iter().all(|(_, text, _)| !text.is_empty());
        let is_level = || LevelName::read(&part.name, self.terms).is_some();
        (has_words && !self.is_other(&part.name) && !is_level()).then_some(items)
    }

    /// Whether several such labels stand under one heading: where one stands alone the heading is the skill, and the
    /// label a word about it.
    pub(super) fn finds_labels_over_levels(&self) -> bool {
        self.note.sections().iter().any(|section| {
            let (_, parts) = parts::parts(&section.blocks, self.terms);
            parts.iter().filter_map(|part| self.levels_of_label(part)).nth(1).is_some()
        })
    }

    /// Levels as items, each over a list of skills.
    fn levels_over_skills(
        &mut self,
        index: usize,
        levels: Vec<(LevelName, String, &'a Item)>,
        group: Option<&str>,
    ) {
        for (level, _, item) in levels {
            self.drafts.order(std::iter::once(&level));
            let below = item.blocks.get(1..).unwrap_or_default();
            self.under_level(index, below, &level, group);
        }
    }

    /// Levels as items numbered one by one, each over a list of its own: Markdown reads them as many lists.
    pub(super) fn steps(
        &mut self,
        index: usize,
        blocks: &'a [Block],
        skill: &str,
        group: Option<&str>,
    ) -> bool {
        let mut steps: Vec<(LevelName, String, Evidence)> = Vec::new();
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
                    steps.push((level, text, Evidence::of_blocks(&item.blocks)));
                }
            } else if let Some((_, text, evidence)) =
                steps.last_mut().filter(|(_, text, _)| text.is_empty())
            {
                *text = lists::text_of(std::slice::from_ref(block));
                evidence.blocks(std::slice::from_ref(block));
            }
        }
        if steps.len() < 2 || steps.iter().all(|(_, text, _)| text.is_empty()) {
            return false;
        }
        for (level, text, evidence) in steps {
            if !lists::says_nothing(&text, self.terms) {
                let group = group.map(str::to_owned);
                self.add(
                    index,
                    skill.to_owned(),
                    group,
                    Some(level),
                    text,
                    evidence,
                    Rule::LadderSkillHeading,
                );
            }
        }
        true
    }
}

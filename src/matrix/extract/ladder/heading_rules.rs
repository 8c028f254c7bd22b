//! What a heading of a ladder is: an ordered list of named rules, of which the first that fits decides.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::model::rule::Rule;
use crate::note::Block;
use crate::text;

use super::headings::LadderHeading;
use super::lists;
use super::walk::{HeadingsAbove, LONGEST_UNDER_LEVEL, LadderWalk};

/// A heading, and what stands over and below it.
struct HeadingCase<'w, 'a> {
    walk: &'w LadderWalk<'a>,
    index: usize,
    head: &'w LadderHeading,
    over: &'w HeadingsAbove,
}

/// What a heading is for what stands below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HeadingIs {
    /// A level: what is below names skills at it.
    Level,
    /// A skill: what is below is said of it, or are its levels.
    Skill,
    /// A group of the skills below.
    Group,
    /// A part of what is said of the level above: what is below is read on under that level.
    Part,
    /// Nothing of skills, and all that is below neither.
    Apart,
}

/// A rule: where it fits, what follows.
struct HeadingRule {
    id: Rule,
    when: fn(&HeadingCase<'_, '_>) -> bool,
    then: HeadingIs,
}

/// The rules, in the order in which they are asked. A heading that none of them fits stands over tables and
/// lists, or over the headings of others.
static RULES: [HeadingRule; 8] = [
    HeadingRule {
        id: Rule::LadderOfSkill,
        when: |case| case.over.is_skill,
        then: HeadingIs::Apart,
    },
    HeadingRule {
        id: Rule::LadderLevelHeading,
        when: |case| case.is_level(),
        then: HeadingIs::Level,
    },
    HeadingRule { id: Rule::LadderApart, when: |case| case.is_apart(), then: HeadingIs::Apart },
    HeadingRule { id: Rule::LadderPart, when: |case| case.is_part(), then: HeadingIs::Part },
    HeadingRule { id: Rule::LadderGroup, when: |case| case.is_group(), then: HeadingIs::Group },
    HeadingRule {
        id: Rule::LadderLevelHeading,
        when: |case| case.is_name(),
        then: HeadingIs::Skill,
    },
    HeadingRule {
        id: Rule::LadderSentences,
        when: |case| case.is_below_level(),
        then: HeadingIs::Apart,
    },
    HeadingRule {
        id: Rule::LadderSkillHeading,
        when: |case| case.has_levels(),
        then: HeadingIs::Skill,
    },
];

impl HeadingCase<'_, '_> {
    fn is_level(&self) -> bool {
        self.head.level.is_some() && self.walk.heads[self.index].level.is_some()
    }

    fn is_below_level(&self) -> bool {
        self.over.level.is_some()
    }

    fn is_apart(&self) -> bool {
        self.is_below_level() && self.head.is_apart
    }

    /// "Responsibilities"; "Values of a Senior" says more of the level, too.
    fn is_part(&self) -> bool {
        self.over.level.as_ref().is_some_and(|level| {
            self.head.is_other
                || self.head.name.is_empty()
                || self.head.names_level
                || self.walk.repeats_title(self.index)
                || self.walk.says_again(self.head, level)
        })
    }

    fn is_group(&self) -> bool {
        let blocks = self.blocks();
        let rank = self.walk.note.sections()[self.index].rank;
        let below = self.walk.note.sections().iter().zip(&self.walk.heads).skip(self.index + 1);
        // One heading alone below says more of the same skill.
        let skills_below = below
            .take_while(|(section, _)| section.rank > rank)
            .filter(|(_, head)| !head.is_other && !head.name.is_empty())
            .count();
        let names = self.walk.names(blocks);
        let items: usize = blocks
            .iter()
            .map(|block| if let Block::List(_, items) = block { items.len() } else { 0 })
            .sum();
        // "Technical Skills" over sentences is one, over names it is a group of them.
        let is_kind = self.head.is_skills && (skills_below > 0 || names > 0 || blocks.is_empty());
        self.is_below_level()
            && (is_kind
                || self.head.is_bare_skills
                || skills_below >= 2
                || (names >= 2 && 2 * names >= items)
                || (names == 1 && items == 1 && self.walk.has_groups(rank))
                || has_table(blocks))
    }

    fn is_name(&self) -> bool {
        let is_short = text::words(&self.head.name).count() <= LONGEST_UNDER_LEVEL;
        self.is_below_level() && is_short && !self.head.is_ladder
    }

    fn has_levels(&self) -> bool {
        self.walk.levels_below(self.index, self.head).is_some()
    }

    fn blocks(&self) -> &[Block] {
        &self.walk.note.sections()[self.index].blocks
    }
}

impl LadderWalk<'_> {
    /// Reads a section's own blocks, and says what it is for those below it.
    pub(super) fn section(&mut self, index: usize, over: &HeadingsAbove) -> HeadingsAbove {
        let head = match self.note.sections()[index].rank {
            0 => LadderHeading::read(&self.note.title, self.terms),
            _ => self.heads[index].clone(),
        };
        let case = HeadingCase { walk: self, index, head: &head, over };
        let rule = RULES.iter().find(|rule| (rule.when)(&case));
        let blocks = self.note.sections()[index].blocks.as_slice();
        let group = over.group.as_deref();
        let found = self.drafts.all.len();
        let own = match (rule.map(|rule| rule.then), &head.level, &over.level) {
            (Some(HeadingIs::Level), Some(level), _) => {
                self.drafts.order(std::iter::once(level));
                self.under_level(index, blocks, level, group);
                HeadingsAbove { level: Some(level.clone()), ..over.clone() }
            }
            (Some(HeadingIs::Part), _, Some(level)) => {
                self.under_level(index, blocks, level, group);
                over.clone()
            }
            (Some(HeadingIs::Group), _, Some(level)) => {
                self.under_level(index, blocks, level, Some(&head.name));
                HeadingsAbove { group: Some(head.name.clone()), ..over.clone() }
            }
            (Some(HeadingIs::Skill), _, Some(level)) => {
                self.name_at_level(index, &head, level, group);
                HeadingsAbove { is_skill: true, ..over.clone() }
            }
            (Some(HeadingIs::Skill), ..) => {
                let levels = self.levels_below(index, &head).unwrap_or_default();
                self.place_levels(levels, &head.name, group);
                HeadingsAbove { is_skill: true, ..over.clone() }
            }
            (Some(_), ..) => HeadingsAbove { is_skill: true, ..over.clone() },
            (None, ..) => {
                let is_title = self.note.sections()[index].rank <= 1 || self.repeats_title(index);
                let own = Some(head.name.clone()).filter(|_| head.can_be_group() && !is_title);
                self.outside_levels(index, blocks, &head, own.as_deref(), over);
                HeadingsAbove { group: own.or_else(|| over.group.clone()), ..over.clone() }
            }
        };
        let is_silent = self.drafts.all.len() == found;
        self.tell(index, rule, is_silent);
        own
    }

    /// Writes down which rule kept a heading from being a skill, or what is said under it.
    fn tell(&mut self, index: usize, rule: Option<&HeadingRule>, is_silent: bool) {
        let Some(rule) = rule else { return };
        let sections = self.note.sections();
        let has_more = sections.get(index + 1).is_some_and(|next| next.rank > sections[index].rank);
        let told = match rule.then {
            HeadingIs::Level if is_silent && !has_more && !sections[index].blocks.is_empty() => {
                Rule::LadderSentences
            }
            HeadingIs::Level | HeadingIs::Skill => return,
            HeadingIs::Group | HeadingIs::Part | HeadingIs::Apart => rule.id,
        };
        self.drafts.told.push((index, told));
    }

    /// A heading that is a skill at the level above.
    fn name_at_level(
        &mut self,
        index: usize,
        head: &LadderHeading,
        level: &LevelName,
        group: Option<&str>,
    ) {
        let sections = self.note.sections();
        let rank = sections[index].rank;
        let mut evidence = Evidence::default();
        evidence.inlines(&sections[index].heading);
        evidence.blocks(&sections[index].blocks);
        let mut text = lists::text_of(&sections[index].blocks);
        for section in sections[index + 1..].iter().take_while(|below| below.rank > rank) {
            evidence.blocks(&section.blocks);
            let more = lists::text_of(&section.blocks);
            text =
                [text.as_str(), &section.title, &more].map(str::trim).join("\n").trim().to_owned();
        }
        let (name, group) = (head.name.clone(), group.map(str::to_owned));
        let rule = Rule::LadderLevelHeading;
        self.add(index, name, group, Some(level.clone()), text, evidence, rule);
    }
}

fn has_table(blocks: &[Block]) -> bool {
    let is_table = |block: &Block| matches!(block, Block::Table(table) if table.rows.len() > 1 || !table.head.is_empty());
    blocks.iter().any(is_table)
}

//! A skill by its heading or title, with its levels as the headings right below.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::model::rule::Rule;
use crate::text;

use super::headings::LadderHeading;
use super::lists::{self};
use super::walk::{LONGEST_SKILL, LadderWalk};

impl<'a> LadderWalk<'a> {
    /// The headings right below one that can be a skill, where all of them are levels.
    pub(super) fn levels_below(&self, index: usize, head: &LadderHeading) -> Option<Vec<usize>> {
        // A note called "Requirements" is of that skill, under a level it is a part of what is said.
        let is_title = self.note.sections()[index].rank <= 1 || self.repeats_title(index);
        let can_be_skill = head.can_be_skill() || (is_title && head.is_other && !head.is_ladder);
        if !can_be_skill
            || (is_title && head.names_level)
            || text::words(&head.name).count() > LONGEST_SKILL
        {
            return None;
        }
        let sections = self.note.sections();
        let rank = sections[index].rank;
        let mut below =
            (index + 1..sections.len()).take_while(|&at| sections[at].rank > rank).peekable();
        let sub_rank = sections[*below.peek()?].rank;
        let subs: Vec<usize> =
            below.filter(|&at| sections[at].rank == sub_rank && !self.heads[at].is_other).collect();
        let are_levels = subs.len() >= 2 && subs.iter().all(|&at| self.heads[at].level.is_some());
        let are_names = self.names_recur(&subs) || (is_title && self.are_over_names(&subs));
        (are_levels && !are_names && !self.is_role(&head.name)).then_some(subs)
    }

    /// A note that is one skill by its title, with no heading above its levels.
    pub(super) fn title_with_levels(&mut self) {
        let sections = self.note.sections();
        let Some(first) =
            sections.iter().map(|section| section.rank).filter(|&rank| rank > 0).min()
        else {
            return;
        };
        let tops: Vec<usize> =
            (0..sections.len()).filter(|&at| sections[at].rank == first).collect();
        let mut title = LadderHeading::read(&self.note.title, self.terms);
        // A file without a title of its own is called by its name.
        if title.level.is_some() && self.note.front_matter().title.is_none() {
            title = LadderHeading::read(&name_of_file(&self.note.path), self.terms);
        }
        let are_levels = tops.len() >= 2 && tops.iter().all(|&at| self.heads[at].level.is_some());
        let can_be_skill = !title.name.is_empty() && !title.is_ladder && !title.names_level;
        let are_names = self.names_recur(&tops) || self.are_over_names(&tops);
        if are_levels && can_be_skill && !are_names && !self.is_role(&title.name) {
            self.place_levels(tops, &title.name, None);
            self.heads.iter_mut().for_each(|head| head.level = None);
            self.is_done = true;
        }
    }

    /// Places a skill at the levels that sections are of.
    pub(super) fn place_levels(&mut self, sections: Vec<usize>, skill: &str, group: Option<&str>) {
        for at in sections {
            let Some(level) = self.heads[at].level.clone() else { continue };
            let blocks = &self.note.sections()[at].blocks;
            let evidence = Evidence::of_blocks(blocks);
            let (name, group, text) =
                (skill.to_owned(), group.map(str::to_owned), lists::text_of(blocks));
            if !blocks.is_empty() && text.is_empty() {
                continue;
            }
            self.add(at, name, group, Some(level), text, evidence, Rule::LadderSkillHeading);
        }
    }
}

/// What a file's name says: "roles/code-review.md" is "Code review".
fn name_of_file(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name).replace(['-', '_'], " ");
    let mut letters = name.trim().chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

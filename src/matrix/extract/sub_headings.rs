//! Headings that name skills: those right below a heading of skills that has no list itself.

use super::classify::scope;
use super::evidence::Evidence;
use super::label_filter;
use super::labels;
use super::ladder::sheets::own_markdown::is_matrix_mark;
use super::marks;
use super::reader::NoteReader;
use crate::matrix::language::heading_cues::{HeadingCues, OffTopic, is_praise};
use crate::matrix::language::lexicon::Word;
use crate::matrix::language::phrases::SkillMention;
use crate::matrix::language::senses::Senses;
use crate::matrix::model::rule::Rule;
use crate::note::{AuthorMark, Block};

impl<'a> NoteReader<'a> {
    /// What the note's author says of a section, right above its heading.
    pub(in crate::matrix) fn mark_above(&self, section: usize) -> Option<&'a AuthorMark> {
        let before = self.note.sections().get(section.checked_sub(1)?)?;
        match before.blocks.last()? {
            Block::Mark(mark, _) if !is_matrix_mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Takes a section's heading for one of skills, because its author says so.
    pub(in crate::matrix) fn heed_mark(&mut self, section: usize, mark: &AuthorMark) {
        if let (AuthorMark::Skills(level), Some(own)) = (mark, self.cues.get_mut(section)) {
            let given = level.as_deref().and_then(marks::levels);
            *own = HeadingCues {
                skills: SkillMention::Outright,
                people: true,
                role: own.role,
                levels: given.unwrap_or(own.levels),
                ..HeadingCues::default()
            };
        }
    }

    /// Reads the headings one rank below a heading that names skills and has no list of skills
    /// itself. Returns the section to go on with.
    pub(in crate::matrix) fn sub_headings(
        &mut self,
        section: usize,
        chain: &[HeadingCues],
    ) -> usize {
        let sections = self.note.sections();
        let (own, rank) = (&self.cues[section], sections[section].rank);
        let below = sections[section + 1..].iter().take_while(|below| below.rank > rank).count();
        let end = section + 1 + below;
        if own.skills != SkillMention::Outright || !own.names_skills() {
            return section + 1;
        }
        let rank_of_subs = rank + 1;
        let is_sub = |&sub: &usize| sections[sub].rank == rank_of_subs;
        let subs: Vec<usize> = (section + 1..end).filter(is_sub).collect();
        // Under a heading of rank 1 stands the whole note, with its introduction and its end.
        let is_numbered = |&sub: &usize| labels::numbered(&sections[sub].title).0.is_some();
        if rank == 1 && !subs.iter().all(is_numbered) {
            return section + 1;
        }
        // Where one of them speaks of something else, or each of skills, they part the section.
        // What matters among them is told of, and its lists are read under the heading above.
        let (told, subs): (Vec<usize>, Vec<usize>) =
            subs.into_iter().partition(|&sub| self.is_told_of(sub));
        let are_names = subs.iter().all(|&sub| self.is_name(sub));
        let is_plain = |&sub: &usize| self.cues[sub].skills == SkillMention::Nothing;
        if subs.len() < 2 || !are_names || !subs.iter().any(is_plain) {
            return section + 1;
        }
        for sub in told {
            self.blocks(sub, &self.note.sections()[sub].blocks, (chain, chain), None);
        }
        let scope = scope(None, chain);
        self.explain_headings(section, subs.len());
        for &sub in &subs {
            let (rank, name) = labels::numbered(&sections[sub].title);
            let mut evidence = Evidence::default();
            evidence.inlines(&sections[sub].heading);
            let after = |&other: &usize| sections[other].rank == rank_of_subs;
            let sub_end = (sub + 1..end).find(after).unwrap_or(end);
            for section in &sections[sub..sub_end] {
                evidence.blocks(&section.blocks);
            }
            self.place(sub, &name, scope, (Rule::SubHeadings, rank), &evidence);
        }
        // An author's mark wins there, too.
        for sub in section + 1..end {
            self.nested(sub, &self.note.sections()[sub].blocks, chain);
        }
        end
    }

    /// Whether a heading says of something that it matters, and so names no skill.
    fn is_told_of(&self, section: usize) -> bool {
        is_praise(&self.lexicon.read(&self.note.sections()[section].title))
    }

    /// Whether a heading, under one that names skills, is the name of one: "Curiosity", "Technical
    /// Skills", but not "Key Skills" or "For Leaders".
    fn is_name(&self, section: usize) -> bool {
        let cues = &self.cues[section];
        let (_, name) = labels::numbered(&self.note.sections()[section].title);
        let words = self.lexicon.read(&name);
        let is_general = |word: &Word| word.is(Senses::GENERAL);
        let is_kind_of_skills = match words.as_slice() {
            [kinds @ .., skills] if !kinds.is_empty() => {
                skills.is(Senses::SKILLS) && !kinds.iter().any(is_general)
            }
            _ => false,
        };
        (cues.skills == SkillMention::Nothing || is_kind_of_skills)
            && cues.levels.is_empty()
            && cues.off_topic == OffTopic::Nothing
            && !label_filter::names_no_skill(&name, self.lexicon)
    }
}

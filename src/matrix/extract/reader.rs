//! From a note's lists and headings to placements.
//!
//! A note is walked once. Each section is classified by its heading and by those it stands under, and
//! each of its lists by the paragraph that leads into it; then labels become names.

use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use crate::note::{AuthorMark, Block, Inline, Item, Note, Style, plain_text};
use crate::text;
use crate::yielding::Pieces;

use super::classify::{ListScope, classify, scope};
use super::evidence::Evidence;
use super::explanation::Why;
use super::label_filter;
use super::labels;
use super::marks::{self, MarkedList};
use super::of_no_person::is_of_no_person;
use crate::matrix::language::bare_name::with_signs_spelled;
use crate::matrix::language::heading_cues::HeadingCues;
use crate::matrix::language::lexicon::Lexicon;
use crate::matrix::language::phrases::SkillMention;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::level::LevelId;
use crate::matrix::model::role::Role;
use crate::matrix::model::rule::Rule;
use crate::matrix::model::summary::summary;
use crate::matrix::model::types::Placement;

/// The placements of one note, in the order of reading.
pub(in crate::matrix) async fn placements(
    note: &Note,
    (lexicon, terms): (&Lexicon, &Terms),
    pieces: &mut Pieces<'_>,
) -> Vec<Placement> {
    read(note, (lexicon, terms), false, pieces).await.0
}

/// The placements of one note, and where that is asked for, what became of each of its lists.
pub(in crate::matrix) async fn read(
    note: &Note,
    (lexicon, terms): (&Lexicon, &Terms),
    explains: bool,
    pieces: &mut Pieces<'_>,
) -> (Vec<Placement>, Vec<Why>) {
    let given = note.front_matter().role.as_ref().map(|role| role.text.as_str());
    let mut reader = NoteReader {
        note,
        lexicon,
        terms,
        role: given.and_then(|given| Role::given(&lexicon.read(given))),
        cues: headings(note, lexicon, pieces).await,
        known: FxHashSet::default(),
        placements: Vec::new(),
        explains,
        whys: Vec::new(),
    };
    // What stands above every heading: what the front matter names, and the role in the title.
    let given =
        given.map(|given| HeadingCues { people: true, ..HeadingCues::by_heading(given, lexicon) });
    let level = note.front_matter().level.as_ref().and_then(|level| marks::levels(&level.text));
    let level = level.map(|levels| HeadingCues { levels, ..HeadingCues::default() });
    let title = Role::named(&lexicon.read(&note.title));
    let title = title.map(|role| HeadingCues { role: Some(role), ..HeadingCues::default() });
    let mut above: Vec<(u8, HeadingCues)> = Vec::new();
    let mut index = 0;
    while let Some(section) = note.sections().get(index) {
        above.retain(|&(rank, _)| rank < section.rank);
        let mark = reader.mark_above(index);
        if matches!(mark, Some(AuthorMark::NoSkills)) {
            let below = note.sections().iter().skip(index + 1);
            index += 1 + below.take_while(|below| below.rank > section.rank).count();
            continue;
        }
        if let Some(mark) = mark {
            reader.heed_mark(index, mark);
        }
        above.extend(reader.cues.get(index).map(|&own| (section.rank, own)));
        let headings = above.iter().rev().map(|&(_, cues)| cues);
        let chain: Vec<HeadingCues> = headings.chain(given).chain(level).chain(title).collect();
        let found = reader.placements.len();
        reader.blocks(index, &section.blocks, (&chain, &chain), mark);
        let has_list = reader.placements.len() > found;
        index = if has_list { index + 1 } else { reader.sub_headings(index, &chain) };
        pieces.step().await;
    }
    (reader.placements, reader.whys)
}

/// What each section's heading says. "Key Attributes" alone does not say whose they are, but a
/// title such as "Attributes of Great Bakers" does.
async fn headings(note: &Note, lexicon: &Lexicon, pieces: &mut Pieces<'_>) -> Vec<HeadingCues> {
    let title = HeadingCues::by_heading(&note.title, lexicon);
    let is_of_people = title.skills == SkillMention::Outright || note.front_matter().role.is_some();
    // Most notes have no heading for which it matters.
    let is_of_no_person = LazyCell::new(|| is_of_no_person(note, lexicon));
    let cues = |heading: &str| {
        let mut cues = HeadingCues::by_heading(heading, lexicon);
        if cues.skills == SkillMention::Unowned && is_of_people {
            cues.skills = SkillMention::Outright;
        }
        cues.of_no_person = cues.skills > SkillMention::Nothing && !cues.people && *is_of_no_person;
        cues
    };
    let mut all = Vec::with_capacity(note.sections().len());
    for section in note.sections() {
        all.push(cues(&section.title));
        pieces.step().await;
    }
    all
}

/// A note, what its headings say, and what is placed so far.
pub(in crate::matrix) struct NoteReader<'a> {
    pub(in crate::matrix) note: &'a Note,
    pub(in crate::matrix) lexicon: &'a Lexicon,
    terms: &'a Terms,
    /// The role that the note's author gives it.
    role: Option<Role>,
    /// What each section's heading says.
    pub(in crate::matrix) cues: Vec<HeadingCues>,
    /// What is placed already, by folded name.
    known: FxHashSet<(String, Option<LevelId>, Option<u32>)>,
    placements: Vec<Placement>,
    /// Whether it is told what became of lists.
    pub(in crate::matrix) explains: bool,
    /// What became of each list, and of headings that name skills.
    pub(in crate::matrix) whys: Vec<Why>,
}

impl<'a> NoteReader<'a> {
    /// Reads the lists among blocks of a section. `chain` is what the headings over them say, the
    /// nearest first; `classified` is the part of it by which a list without a word of its own is
    /// classified: inside a quotation or an item, nothing. `given` is what the author says of the whole section.
    pub(in crate::matrix) fn blocks(
        &mut self,
        section: usize,
        blocks: &'a [Block],
        (chain, classified): (&[HeadingCues], &[HeadingCues]),
        given: Option<&'a AuthorMark>,
    ) {
        for list in marks::lists(blocks) {
            let list = MarkedList { mark: list.mark.or(given), ..list };
            self.list(section, &list, chain, classified);
        }
        self.labelled(section, blocks, (chain, classified), given);
        for block in blocks {
            match block {
                Block::Quote(blocks) | Block::Details(_, blocks) => {
                    self.blocks(section, blocks, (chain, &[]), None);
                }
                Block::List(_, items) => {
                    for item in items {
                        self.nested(section, &item.blocks, chain);
                    }
                }
                _ => {}
            }
        }
    }

    /// A nested list gives claims about its parent skill, unless its author says otherwise.
    pub(in crate::matrix) fn nested(
        &mut self,
        section: usize,
        blocks: &'a [Block],
        chain: &[HeadingCues],
    ) {
        for list in marks::lists(blocks) {
            if matches!(list.mark, Some(AuthorMark::Skills(_))) {
                self.list(section, &list, chain, &[]);
            }
            for item in list.items {
                self.nested(section, &item.blocks, chain);
            }
        }
    }

    fn list(
        &mut self,
        section: usize,
        list: &MarkedList<'a>,
        chain: &[HeadingCues],
        classified: &[HeadingCues],
    ) {
        let lead_in = list.lead_in.map(|inlines| {
            HeadingCues::by_lead_in(&plain_text(inlines), is_bold(inlines), self.lexicon)
        });
        let found = scope(lead_in.as_ref(), chain);
        let (rule, made) = match list.mark {
            Some(AuthorMark::NoSkills) => (Rule::MarkedNoSkills, false),
            Some(AuthorMark::Skills(_)) => (Rule::MarkedSkills, true),
            None => classify(lead_in.as_ref(), classified),
        };
        if self.explains {
            let over = [lead_in.as_ref(), classified.first()];
            self.explain(section, list, (rule, made), (found, over));
        }
        if !made {
            return;
        }
        let scope = match list.mark {
            Some(AuthorMark::Skills(Some(level))) => {
                ListScope { levels: marks::levels(level).unwrap_or(found.levels), ..found }
            }
            _ => found,
        };
        let names = match list.mark {
            Some(_) => list.items.iter().map(labels::marked_label).collect(),
            None => self.names(list.items),
        };
        for ((number, item), name) in (list.start.unwrap_or(1)..).zip(list.items).zip(names) {
            let rank = list.start.and(u32::try_from(number).ok());
            if let Some(name) = name {
                let evidence = Evidence::of_blocks(&item.blocks);
                self.place(section, &name, scope, (rule, rank), &evidence);
            }
        }
    }

    /// The names of skills that a list's labels are.
    pub(in crate::matrix) fn names(&self, items: &[Item]) -> Vec<Option<String>> {
        let names: Vec<Option<String>> = items.iter().map(labels::label).collect();
        let labels: Vec<String> = names.iter().flatten().cloned().collect();
        if self.are_no_skills(&labels) {
            return Vec::new();
        }
        let is_skill = |name: &String| !label_filter::names_no_skill(name, self.lexicon);
        names.into_iter().map(|name| name.filter(is_skill)).collect()
    }

    /// Whether labels together name people, or steps on the way to something.
    pub(in crate::matrix) fn are_no_skills(&self, labels: &[String]) -> bool {
        label_filter::are_people(labels, self.lexicon)
            || label_filter::are_steps(labels, self.terms)
    }

    /// Places a skill at each of the levels, once.
    pub(in crate::matrix) fn place(
        &mut self,
        section: usize,
        name: &str,
        scope: ListScope,
        (rule, rank): (Rule, Option<u32>),
        evidence: &Evidence,
    ) {
        let levels = scope.levels;
        let role = self.role.or(scope.role);
        let at_levels = levels.iter().map(|level| (Some(level), rank));
        let at_none = levels.is_empty().then_some((None, None));
        for (level, rank) in at_levels.chain(at_none) {
            if self.known.insert((text::slug(&with_signs_spelled(name)), level, rank)) {
                let (claims, stamps) = evidence.in_note(self.note);
                let summary = summary(self.note, section, &claims, name);
                self.placements.push(Placement {
                    note: self.note.id.clone(),
                    video: self.note.video,
                    section,
                    as_written: name.to_owned(),
                    role,
                    level,
                    level_as_written: None,
                    group: None,
                    text: None,
                    rank,
                    rule,
                    claims,
                    stamps,
                    explaining: 0,
                    summary,
                });
            }
        }
    }
}

/// Whether a paragraph is a title in bold.
fn is_bold(inlines: &[Inline]) -> bool {
    let is_title = |inline: &Inline| match inline {
        Inline::Styled(Style::Strong, _) | Inline::Stamp(_) | Inline::Break => true,
        Inline::Text(text) => text.trim().trim_end_matches(':').is_empty(),
        _ => false,
    };
    inlines.iter().all(|inline| match inline {
        Inline::Claim(_, content) => content.iter().all(is_title),
        inline => is_title(inline),
    })
}

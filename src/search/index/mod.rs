//! The index: skills and notes go in one by one, and what is in can be searched at any time.

pub(in crate::search) mod compound;
pub(in crate::search) mod document;
pub(in crate::search) mod document_kind;
pub(in crate::search) mod documents;
pub(in crate::search) mod forget;
pub(in crate::search) mod inflect;
pub(in crate::search) mod inside;
pub(in crate::search) mod number;
pub(in crate::search) mod packed_index;
pub(in crate::search) mod sharded_index;
pub(in crate::search) mod shards;
pub(in crate::search) mod term_dictionary;
pub(in crate::search) mod tokens;

use std::sync::{Arc, Mutex};

use crate::note::{Block, Inline, Note, NotePart, Section, walk};
use crate::search::index::document::{Document, DocumentId};
use crate::search::index::document_kind::DocumentKind;
use crate::search::index::documents::Documents;
use crate::search::query::scratch::Scratch;

/// A skill to be found, as the matrix names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillEntry {
    /// The skill's id in the matrix.
    pub id: Arc<str>,
    /// As the matrix shows it.
    pub name: String,
    /// Other spellings of it.
    pub spellings: Vec<String>,
}

/// Everything that a search can find.
///
/// It grows: a page adds notes in slices, and searches what is there so far.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) documents: Documents,
    /// What a search writes down meanwhile. It is as long as the list of documents, so it is kept.
    pub(super) scratch: Mutex<Scratch>,
}

/// A note of which a part is in the index.
#[derive(Debug)]
pub struct Adding<'n> {
    note: &'n Note,
    title: Option<DocumentId>,
    /// The section that comes next, and its document once that is in.
    section: usize,
    topic: Option<Option<DocumentId>>,
    /// The claim that comes next.
    claim: usize,
}

/// How many claims and sections a part of a note has.
const CLAIMS_OF_A_PART: usize = 256;

impl Index {
    /// An index of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The whole index of notes, transcripts among them, and skills.
    #[must_use]
    pub fn of<'n>(
        notes: impl IntoIterator<Item = &'n Note>,
        skills: impl IntoIterator<Item = SkillEntry>,
    ) -> Self {
        let mut index = Self::new();
        index.add_skills(skills);
        for note in notes {
            index.add_note(note);
        }
        index.finish();
        index
    }

    /// Adds the rows of a matrix, each by its name and its other spellings.
    pub fn add_skills(&mut self, skills: impl IntoIterator<Item = SkillEntry>) {
        for SkillEntry { id, name, spellings } in skills {
            let names = std::iter::once(&name).chain(&spellings).map(String::as_str);
            self.documents.add_skill(&id, names);
        }
    }

    /// Adds a note: its title, its sections and its claims.
    pub fn add_note(&mut self, note: &Note) {
        let mut adding = self.begin(note);
        while !self.add_part(&mut adding) {}
    }

    /// Adds a note's title, and hands out what is to be added of it part by part: a megabyte takes
    /// longer than a page may be held up.
    pub fn begin<'n>(&mut self, note: &'n Note) -> Adding<'n> {
        let title = if note.is_transcript {
            self.documents.add_transcript(&note.id)
        } else {
            self.documents.add_note(&note.id, &note.title)
        };
        if let Some(source) = note.source() {
            let mut shown = vec!["From"];
            of_inlines(&source.content, &mut shown);
            self.add_rest(title, &shown);
        }
        Adding { note, title, section: 0, topic: None, claim: 0 }
    }

    /// Adds a part of a note, and says whether that was the last one.
    pub fn add_part(&mut self, adding: &mut Adding<'_>) -> bool {
        let mut left = CLAIMS_OF_A_PART;
        while let Some(section) = adding.note.sections().get(adding.section) {
            let topic = match adding.topic {
                Some(topic) => topic,
                None => self.add_section(adding, section),
            };
            adding.topic = Some(topic);
            let claims = adding.note.claims().iter().enumerate().skip(adding.claim);
            for (number, claim) in claims.take_while(|(_, claim)| claim.section <= adding.section) {
                if left == 0 {
                    return false;
                }
                left -= 1;
                if !claim.text.is_empty() {
                    let seconds = claim.stamps.first().map(|stamp| stamp.seconds);
                    let document = if adding.note.is_transcript {
                        Document::line(topic, number, seconds)
                    } else {
                        Document::claim(topic, number, seconds)
                    };
                    self.documents.add(document, [claim.text.as_str()]);
                }
                adding.claim = number + 1;
            }
            adding.section += 1;
            adding.topic = None;
            left = left.saturating_sub(1);
        }
        true
    }

    fn add_section(&mut self, adding: &Adding<'_>, section: &Section) -> Option<DocumentId> {
        let topic = if section.title.is_empty() {
            adding.title
        } else {
            let topic = Document::new(DocumentKind::Topic, adding.title, adding.section);
            self.documents.add(topic, [section.title.as_str()])
        };
        let mut rest = Vec::new();
        of_blocks(&section.blocks, &mut rest);
        self.add_rest(topic, &rest);
        topic
    }

    /// How many headings, claims and other texts are in the notes and not in the index: it numbers no more than 2²² of
    /// them, which is what some 60,000 notes have.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.documents.left_out()
    }

    /// Says that nothing more will come soon. Searches are right without it, and faster after it.
    pub fn finish(&mut self) {
        self.documents.terms.sort();
    }

    fn add_rest(&mut self, of: Option<DocumentId>, shown: &[&str]) {
        if !shown.is_empty() {
            let rest = Document::new(DocumentKind::Rest, of, 0);
            self.documents.add(rest, shown.iter().copied());
        }
    }
}

/// What blocks show outside of claims.
fn of_blocks<'a>(blocks: &'a [Block], shown: &mut Vec<&'a str>) {
    walk(blocks, &mut |part| match part {
        NotePart::Block(
            Block::Code(text) | Block::Property(text, _) | Block::Footnote(text, _),
        ) => {
            shown.push(text);
        }
        NotePart::Block(_) => {}
        NotePart::Run(run) => of_inlines(run, shown),
    });
}

/// What inlines show outside of claims.
fn of_inlines<'a>(inlines: &'a [Inline], shown: &mut Vec<&'a str>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::FootnoteRef(text) => shown.push(text),
            Inline::Styled(_, content) => of_inlines(content, shown),
            Inline::Link(link) => of_inlines(&link.content, shown),
            Inline::WikiLink(link) => of_inlines(&link.content, shown),
            Inline::Claim(..) | Inline::Break | Inline::Stamp(_) => {}
        }
    }
}

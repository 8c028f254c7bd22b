//! Notes of which most was put away again: what stands in one takes ten times the room of its text.

use std::sync::Arc;

use crate::yielding;

use super::content::Content;
use super::{Block, Inline, Note, NoteText, Section};

impl Note {
    /// The note without most of what stands in it: its front matter, source and links stay.
    #[must_use]
    pub fn lean(self, text: NoteText) -> Self {
        let content = Arc::new(self.content().lean(&self));
        Self { content: content.into(), unread: Some(text), is_lean: true, ..self }
    }

    /// Whether most of what stands in it has been put away.
    pub fn is_lean(&self) -> bool {
        self.is_lean
    }

    /// The note with all that stands in it, read again where it was put away.
    pub fn whole(&self) -> Self {
        let Some(text) = self.unread.as_ref().filter(|_| self.is_lean) else { return self.clone() };
        let (text, mut pause) = (text.read(), async || ());
        let read = Content::read(&self.path, &text, None, self.known, &mut pause);
        let content = Arc::new(yielding::at_once(read).1).into();
        Self { content, is_lean: false, ..self.clone() }
    }

    /// Forgets what it could be read from again, where it was put away.
    pub fn forget_text(&mut self) {
        self.unread = self.unread.take().filter(|_| !self.is_lean);
    }

    /// Whether its times mean the same as another's of the same text.
    pub fn means_as(&self, other: &Self) -> bool {
        self.known == other.known
    }

    /// Whether its times may mean something else once other notes of its video are known.
    pub fn is_open(&self) -> bool {
        self.evidence.is_open
    }
}

impl Content {
    /// What a vault asks of every note, without the rest: the links, all in one section, and what the front matter says.
    fn lean(&self, note: &Note) -> Self {
        let mut links = note.links();
        // The source is the first of them.
        if self.source.is_some() {
            links.remove(0);
        }
        let links: Vec<Inline> = links.into_iter().cloned().map(Inline::WikiLink).collect();
        let blocks = if links.is_empty() { Vec::new() } else { vec![Block::Paragraph(links)] };
        let section = Section {
            heading: Vec::new(),
            title: String::new(),
            rank: 0,
            slug: String::new(),
            line: 0,
            blocks,
        };
        Self {
            front_matter: self.front_matter.clone(),
            source: self.source.clone(),
            sections: vec![section],
            evidence: self.evidence,
            ..Self::default()
        }
    }
}

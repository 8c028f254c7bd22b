//! What a page shows of a note at first: enough to draw that before the note has been read.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::content::Content;
use super::{Claim, FrontMatter, Note, NoteText, Section, Stamp};

/// What a note says and when, under which headings; not how its text is made up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch {
    length_secs: Option<u32>,
    sections: Vec<SketchedSection>,
    claims: Vec<SketchedClaim>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct SketchedSection {
    title: String,
    rank: u8,
    slug: String,
    line: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct SketchedClaim {
    section: usize,
    text: String,
    stamps: Vec<Stamp>,
    line: u32,
}

impl Sketch {
    /// About how many bytes it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let sections = self.sections.iter().map(|section| section.title.len() * 2 + 8);
        let claims = self.claims.iter().map(|claim| claim.text.len() + claim.stamps.len() * 32);
        sections.sum::<usize>() + claims.sum::<usize>()
    }

    /// What is known by it of a note.
    pub(super) fn content(self, note: &Note) -> Content {
        let section = |of: SketchedSection| {
            let SketchedSection { title, rank, slug, line } = of;
            Section { heading: Vec::new(), title, rank, slug, line, blocks: Vec::new() }
        };
        let claim = |of: SketchedClaim| {
            let SketchedClaim { section, text, stamps, line } = of;
            Claim { section, text, stamps, line }
        };
        let front_matter = FrontMatter {
            video: note.video,
            length_secs: self.length_secs,
            ..FrontMatter::default()
        };
        Content {
            front_matter,
            sections: self.sections.into_iter().map(section).collect(),
            claims: self.claims.into_iter().map(claim).collect(),
            evidence: note.evidence,
            ..Content::default()
        }
    }
}

impl Note {
    /// What a page shows of it at first.
    #[must_use]
    pub fn sketch(&self) -> Sketch {
        let section = |of: &Section| SketchedSection {
            title: of.title.clone(),
            rank: of.rank,
            slug: of.slug.clone(),
            line: of.line,
        };
        let claim = |of: &Claim| SketchedClaim {
            section: of.section,
            text: of.text.clone(),
            stamps: of.stamps.clone(),
            line: of.line,
        };
        Sketch {
            length_secs: self.front_matter().length_secs,
            sections: self.sections().iter().map(section).collect(),
            claims: self.claims().iter().map(claim).collect(),
        }
    }

    /// The note, with what is known of it until it is read.
    #[must_use]
    pub fn with_sketch(mut self, sketch: Sketch) -> Self {
        self.sketched = Some(Arc::new(sketch.content(&self)));
        self
    }

    /// Makes the note's text come, where it lies beside the page.
    pub fn want(&self) {
        self.unread.iter().for_each(NoteText::want);
    }

    /// What it says and when, under which headings. Read for that, it does not keep how its text is made up: that takes ten
    /// times the room, and lists of many notes show nothing of it.
    pub(super) fn said(&self) -> &Content {
        if let Some(known) = self.content.get().or_else(|| self.said.get()) {
            return known;
        }
        match self.read_anew() {
            Some(content) => self.said.get_or_init(|| Arc::new(content.without_blocks())),
            None => self.content(),
        }
    }

    /// Whether its text lies beside the page, and has not come.
    #[must_use]
    pub fn is_lacking(&self) -> bool {
        !self.is_read() && self.unread.as_ref().is_some_and(|text| !text.is_here())
    }

    /// Whether it is known what it says and when, be it read or not.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.is_read() || self.said.get().is_some() || self.sketched.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sketch_has_what_is_said_when_and_under_which_heading() {
        let text = "---\nvideoId: aaaaaaaaaaa\nduration: 20:00\n---\nHello [0:05].\n\n## Bread & **salt**\n\n\
                    - Knead [1:00] [2:00]\n- Rest\n\n### Crust\n\n1. Bake it [45:00]\n";
        let note = Note::read("a.md", text);
        let sketched = note.sketch().content(&note);
        assert_eq!(sketched.claims, note.claims());
        assert_eq!(sketched.front_matter.length_secs, Some(1200));
        let heads = |sections: &[Section]| -> Vec<(String, u8, String, u32)> {
            let head = |of: &Section| (of.title.clone(), of.rank, of.slug.clone(), of.line);
            sections.iter().map(head).collect()
        };
        assert_eq!(heads(&sketched.sections), heads(note.sections()));
        assert!(note.sections().len() > 2 && !note.claims().is_empty(), "something to compare");
        let mut again = sketched.clone();
        again.settle(crate::note::time::time_evidence::KnownLength {
            video: note.video,
            length_secs: Some(4000.0),
            ..Default::default()
        });
        assert!(sketched.claims.iter().any(|claim| claim.stamps.iter().any(|at| at.is_past_end)));
        assert!(!again.claims.iter().any(|claim| claim.stamps.iter().any(|at| at.is_past_end)));
    }

    #[test]
    fn a_sketch_has_what_other_notes_of_the_video_said_of_its_times() {
        let text = "---\nvideoId: aaaaaaaaaaa\n---\n- Warm the pot [00:20:75]\n- Pour [05:30:00]\n";
        let mut note = Note::read("a.md", text);
        let seconds = |claims: &[Claim]| claims[1].stamps[0].seconds;
        assert_eq!(seconds(note.claims()), 330, "minutes");
        assert!(note.compare(Some(25_000)) && !note.compare(Some(25_000)));
        note.settle();
        let sketched = note.sketch().content(&note);
        assert_eq!(seconds(&sketched.claims), 19_800, "hours");
        assert_eq!(sketched.claims, note.claims());
    }
}

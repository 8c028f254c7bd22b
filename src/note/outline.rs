//! What is asked of a note: its topics, the claims under one, and its links.

use crate::video::VideoId;

use super::walk::each_run;
use super::{Claim, ClaimId, Inline, Note, Section, WikiLink};

impl Note {
    /// Whether the note, or a stamp in it, is about a video.
    #[must_use]
    pub fn names(&self, video: VideoId) -> bool {
        self.video == Some(video) || self.other_videos.contains(&video)
    }

    /// The claim with a number of this note.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims().get(usize::try_from(id.0).ok()?)
    }

    /// The sections with a title, each with its index: what the note is about.
    pub fn topics(&self) -> impl Iterator<Item = (usize, &Section)> {
        self.headings().iter().enumerate().filter(|(_, section)| !section.title.is_empty())
    }

    /// The topic with a name in addresses, and its index.
    #[must_use]
    pub fn topic(&self, slug: &str) -> Option<(usize, &Section)> {
        self.topics().find(|(_, section)| section.slug == slug)
    }

    /// The claims of a section and of the sections below it, in the order of reading.
    pub fn claims_under(&self, section: usize) -> impl Iterator<Item = (ClaimId, &Claim)> {
        let rank = self.headings().get(section).map_or(0, |section| section.rank);
        let after = self.headings().iter().skip(section.saturating_add(1));
        let below = after.take_while(|other| other.rank > rank && rank > 0).count();
        let last = section.saturating_add(below);
        // Claims stand in the order of their sections.
        let start = self.claims().partition_point(|claim| claim.section < section);
        let end = self.claims().partition_point(|claim| claim.section <= last);
        let claims = self.claims().iter().take(end).enumerate().skip(start);
        claims.filter_map(|(id, claim)| Some((ClaimId(u32::try_from(id).ok()?), claim)))
    }

    /// How many stamps the claims of a section and of the sections below it have.
    #[must_use]
    pub fn moments_under(&self, section: usize) -> usize {
        self.claims_under(section).map(|(_, claim)| claim.stamps.len()).sum()
    }

    /// Every link to another note, in the order of writing, the source's first.
    #[must_use]
    pub fn links(&self) -> Vec<&WikiLink> {
        let mut links: Vec<&WikiLink> = self.source().into_iter().collect();
        for section in self.sections() {
            links_of(&section.heading, &mut links);
            each_run(&section.blocks, &mut |run| links_of(run, &mut links));
        }
        links
    }
}

fn links_of<'a>(inlines: &'a [Inline], links: &mut Vec<&'a WikiLink>) {
    for inline in inlines {
        match inline {
            Inline::WikiLink(link) => links.push(link),
            Inline::Styled(_, content) | Inline::Claim(_, content) => links_of(content, links),
            Inline::Link(link) => links_of(&link.content, links),
            _ => {}
        }
    }
}

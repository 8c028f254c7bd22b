//! Where notes agree on a skill at a level, and where they do not. Ranks are never averaged: what
//! each rank has behind it is told apart.

use rustc_hash::FxHashSet;

use crate::note::{NoteId, Stamp};
use crate::video::VideoId;

use crate::matrix::model::types::Placement;

/// What notes say of a skill at one level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// What they say, rank by rank, the best first; last, what names the skill without a rank.
    pub verdicts: Vec<Verdict>,
    /// How many notes say any of it.
    pub notes: usize,
    /// How many videos those notes are about; notes without a video count none.
    pub videos: usize,
    /// The moments that whoever keeps the notes chose as proof. They are nobody's word that the skill matters.
    pub chosen: Vec<Stamp>,
}

/// A rank, and what stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The rank; `None` where the skill is named without one.
    pub rank: Option<u32>,
    /// How many notes say so.
    pub notes: usize,
    /// How many videos those notes are about.
    pub videos: usize,
    /// The moment at which it is first explained, where one is known.
    pub stamp: Option<Stamp>,
}

impl Agreement {
    /// What placements of one skill at one level say.
    #[must_use]
    pub fn of<'a>(placements: impl Iterator<Item = &'a Placement>) -> Self {
        let mut all = AgreeingSources::default();
        let mut by_rank: Vec<(Option<u32>, AgreeingSources<'a>, Option<&Stamp>)> = Vec::new();
        let mut chosen: Vec<Stamp> = Vec::new();
        for placement in placements {
            if placement.is_chosen() {
                chosen.extend(placement.explaining().cloned());
                continue;
            }
            all.add(placement);
            // There are few, so a plain search is as fast as a sort, and far smaller.
            let behind = |rank: Option<u32>| rank.unwrap_or(u32::MAX);
            let at = by_rank.partition_point(|(rank, ..)| behind(*rank) < behind(placement.rank));
            if by_rank.get(at).is_none_or(|(rank, ..)| *rank != placement.rank) {
                by_rank.insert(at, (placement.rank, AgreeingSources::default(), None));
            }
            if let Some((_, sources, stamp)) = by_rank.get_mut(at) {
                sources.add(placement);
                *stamp = stamp.or(placement.explaining());
            }
        }
        let verdict =
            |(rank, sources, stamp): (Option<u32>, AgreeingSources<'a>, Option<&Stamp>)| Verdict {
                rank,
                notes: sources.notes.len(),
                videos: sources.videos.len(),
                stamp: stamp.cloned(),
            };
        Self {
            verdicts: by_rank.into_iter().map(verdict).collect(),
            notes: all.notes.len(),
            videos: all.videos.len(),
            chosen,
        }
    }

    /// The best rank that a note gives.
    #[must_use]
    pub fn best_rank(&self) -> Option<u32> {
        self.verdicts.first().and_then(|verdict| verdict.rank)
    }

    /// Whether several notes say something, so that they may agree or not.
    #[must_use]
    pub fn is_of_several(&self) -> bool {
        self.notes > 1
    }

    /// All of it in words: `2 notes in 2 videos rank it 1; 1 note ranks it 3`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let is_ranked = self.best_rank().is_some();
        let said = |verdict: &Verdict| {
            let ending = if verdict.notes == 1 { "s" } else { "" };
            let evidence = verdict.evidence_in_words();
            match verdict.rank {
                Some(rank) => [&evidence, " rank", ending, " it ", &rank.to_string()].concat(),
                None if is_ranked => [&evidence, " name", ending, " it without a rank"].concat(),
                None => [&evidence, " name", ending, " it"].concat(),
            }
        };
        self.verdicts.iter().map(said).collect::<Vec<_>>().join("; ")
    }
}

impl Verdict {
    /// What stands behind it in words: `1 note`, `3 notes in 2 videos`.
    #[must_use]
    pub fn evidence_in_words(&self) -> String {
        let notes = self.notes.to_string();
        match (self.notes, self.videos) {
            (1, _) => [&notes, " note"].concat(),
            (_, 0) => [&notes, " notes"].concat(),
            (_, 1) => [&notes, " notes in 1 video"].concat(),
            (_, videos) => [&notes, " notes in ", &videos.to_string(), " videos"].concat(),
        }
    }
}

/// Who says something.
#[derive(Default)]
struct AgreeingSources<'a> {
    notes: FxHashSet<&'a NoteId>,
    videos: FxHashSet<VideoId>,
}

impl<'a> AgreeingSources<'a> {
    fn add(&mut self, placement: &'a Placement) {
        self.notes.insert(&placement.note);
        self.videos.extend(placement.video);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A placement by a note, of a video, with a rank.
    fn placement(note: &str, video: Option<&str>, rank: Option<u32>) -> Placement {
        Placement {
            note: NoteId(note.into()),
            video: video.map(|id| VideoId::parse(&id.repeat(11)).expect(id)),
            section: 0,
            as_written: "Bake".to_owned(),
            role: None,
            level: None,
            level_as_written: None,
            group: None,
            text: None,
            rank,
            rule: crate::matrix::Rule::LeadInNamesSkills,
            claims: Vec::new(),
            stamps: Vec::new(),
            explaining: 0,
            summary: None,
        }
    }

    #[test]
    fn notes_and_videos_are_counted_rank_by_rank() {
        type SaidBy<'a> = (&'a str, Option<&'a str>, Option<u32>);
        type Verdicts<'a> = &'a [(Option<u32>, usize, usize)];
        type Case<'a> = (&'a [SaidBy<'a>], Verdicts<'a>, (usize, usize), &'a str);
        let (one, two) = (Some("1"), Some("2"));
        let cases: [Case<'_>; 8] = [
            (&[], &[], (0, 0), ""),
            (&[("a", one, None)], &[(None, 1, 1)], (1, 1), "1 note names it"),
            // Agreement across videos, and within one.
            (
                &[("a", one, Some(1)), ("b", two, Some(1))],
                &[(Some(1), 2, 2)],
                (2, 2),
                "2 notes in 2 videos rank it 1",
            ),
            (
                &[("a", one, Some(1)), ("b", one, Some(1))],
                &[(Some(1), 2, 1)],
                (2, 1),
                "2 notes in 1 video rank it 1",
            ),
            (&[("a", None, None), ("b", None, None)], &[(None, 2, 0)], (2, 0), "2 notes name it"),
            (
                &[("a", one, Some(9)), ("b", one, None), ("c", two, None)],
                &[(Some(9), 1, 1), (None, 2, 2)],
                (3, 2),
                "1 note ranks it 9; 2 notes in 2 videos name it without a rank",
            ),
            // Disagreement: nothing in between is made up, and the best rank comes first.
            (
                &[("a", one, None), ("b", two, Some(3)), ("c", two, Some(1)), ("d", None, Some(1))],
                &[(Some(1), 2, 1), (Some(3), 1, 1), (None, 1, 1)],
                (4, 2),
                "2 notes in 1 video rank it 1; 1 note ranks it 3; 1 note names it without a rank",
            ),
            // A note that contradicts itself is one note.
            (
                &[("a", None, Some(2)), ("a", None, Some(1))],
                &[(Some(1), 1, 0), (Some(2), 1, 0)],
                (1, 0),
                "1 note ranks it 1; 1 note ranks it 2",
            ),
        ];
        for (said, want, all, words) in cases {
            let placements: Vec<Placement> =
                said.iter().map(|&(note, video, rank)| placement(note, video, rank)).collect();
            let agreement = Agreement::of(placements.iter());
            let verdict = |verdict: &Verdict| (verdict.rank, verdict.notes, verdict.videos);
            let verdicts: Vec<_> = agreement.verdicts.iter().map(verdict).collect();
            assert_eq!(verdicts, want, "{said:?}");
            assert_eq!((agreement.notes, agreement.videos), all, "{said:?}");
            assert_eq!(agreement.best_rank(), want.first().and_then(|(rank, ..)| *rank));
            assert_eq!(agreement.in_words(), words, "{said:?}");
            assert_eq!(agreement.is_of_several(), all.0 > 1, "{said:?}");
        }
    }
}

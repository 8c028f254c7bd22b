//! Clips: a claim as a piece of its video, from its stamp to where another claim begins.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::note::{ClaimId, Note, NoteId, Stamp};
use crate::sorting;
use crate::vault::Vault;
use crate::video::VideoId;
use crate::video::player::Moment;

/// The shortest clip, in seconds: another claim that begins sooner is said in the same breath.
pub const SHORTEST_SECS: u32 = 15;

/// The longest clip, in seconds: where nothing else is noted for long, nobody knows how much of
/// it still belongs to the claim.
pub const LONGEST_SECS: u32 = 120;

/// The most clips that are made at once.
pub const MOST_CLIPS: usize = 100;

/// How far out of a clip a player may stand, in seconds, and still be in it: reports are rare.
const TOLERANCE_SECS: f64 = 3.0;

/// A clip by what names it in addresses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClipRef {
    /// The one with the stamp at which the clip begins.
    pub note: NoteId,
    /// The second of a stamp in it.
    pub seconds: u32,
}

/// A piece of a video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// The note that says what is said in it.
    pub note: NoteId,
    /// The claim, the first of those at its second.
    pub claim: ClaimId,
    /// Where it begins.
    pub moment: Moment,
    /// Where it ends, in seconds since the video's start.
    pub end_secs: u32,
}

/// Where a player stands in a clip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClipProgress {
    /// In it.
    Inside,
    /// At its end, or the video's.
    Over,
    /// Somewhere else: the reader went there.
    Left,
}

impl Clip {
    /// What names it in addresses.
    #[must_use]
    pub fn reference(&self) -> ClipRef {
        ClipRef { note: self.note.clone(), seconds: self.moment.seconds }
    }

    /// How long it is, in seconds.
    #[must_use]
    pub fn length_secs(&self) -> u32 {
        self.end_secs.saturating_sub(self.moment.seconds)
    }

    /// How far a player is in it that stands in a video at `position_secs`; `is_over` when that
    /// video has ended.
    #[must_use]
    pub fn progress(&self, video: VideoId, position_secs: f64, is_over: bool) -> ClipProgress {
        let start = f64::from(self.moment.seconds) - TOLERANCE_SECS;
        let end = f64::from(self.end_secs);
        if video != self.moment.video {
            ClipProgress::Left
        } else if (start..end).contains(&position_secs) {
            if is_over { ClipProgress::Over } else { ClipProgress::Inside }
        } else if (end..end + TOLERANCE_SECS).contains(&position_secs) || is_over {
            ClipProgress::Over
        } else {
            ClipProgress::Left
        }
    }
}

/// The clips of claims, in their order: one for each claim, and one more for each of its stamps
/// that stands outside of those before. None twice. Of no more than [`MOST_CLIPS`] claims; whoever plays
/// them plays no more than [`MOST_CLIPS`] clips, and says how many there are.
#[must_use]
pub fn clips_of<'a>(
    vault: &Vault,
    claims: impl Iterator<Item = (&'a NoteId, ClaimId)>,
) -> Vec<Clip> {
    let starts = claims.take(MOST_CLIPS).filter_map(|(id, claim)| {
        let note = vault.note(id)?;
        let stamps = &note.claim(claim)?.stamps;
        let mut moments: Vec<Moment> = stamps.iter().filter_map(Stamp::moment).collect();
        sorting::sort_by_key(&mut moments, |moment| moment.seconds);
        Some((note, moments))
    });
    let starts: Vec<(&Note, Vec<Moment>)> = starts.collect();
    let ends = Ends::of(vault, &starts);
    let mut seen: FxHashSet<(VideoId, u32)> = FxHashSet::default();
    let mut clips = Vec::new();
    for (note, moments) in starts {
        let mut of_claim: Vec<Clip> = Vec::new();
        for moment in moments {
            let is_inside =
                |clip: &Clip| clip.moment.video == moment.video && moment.seconds < clip.end_secs;
            if !of_claim.iter().any(is_inside) {
                of_claim.extend(ends.clip(note, moment));
            }
        }
        of_claim.retain(|clip| seen.insert((clip.moment.video, clip.moment.seconds)));
        clips.extend(of_claim);
    }
    clips
}

/// The clips of references, in their order. What names nothing here is left out.
#[must_use]
pub fn resolve(vault: &Vault, references: &[ClipRef]) -> Vec<Clip> {
    resolve_named(vault, references).into_iter().map(|(_, clip)| clip).collect()
}

/// As [`resolve`], each with the reference that names it: that may be by another reading of its time.
#[must_use]
pub fn resolve_named<'a>(vault: &Vault, references: &'a [ClipRef]) -> Vec<(&'a ClipRef, Clip)> {
    let starts = references.iter().filter_map(|reference| {
        let note = vault.note(&reference.note)?;
        let moment = stamp_of(note, reference.seconds)?.moment()?;
        Some((reference, (note, vec![moment])))
    });
    let (names, starts): (Vec<_>, Vec<(&Note, Vec<Moment>)>) = starts.take(MOST_CLIPS).unzip();
    let ends = Ends::of(vault, &starts);
    let clip = |(note, moments): &(&Note, Vec<Moment>)| ends.clip(note, *moments.first()?);
    let named = names.into_iter().zip(&starts);
    named.filter_map(|(name, start)| Some((name, clip(start)?))).collect()
}

/// The references by the seconds at which their stamps stand: an address may name them by another
/// reading.
#[must_use]
pub fn named_anew(vault: &Vault, references: &[ClipRef]) -> Vec<ClipRef> {
    let anew = |reference: &ClipRef| {
        let stamp = vault.note(&reference.note).and_then(|note| stamp_of(note, reference.seconds));
        let seconds = stamp.map_or(reference.seconds, |stamp| stamp.seconds);
        ClipRef { seconds, ..reference.clone() }
    };
    references.iter().map(anew).collect()
}

/// The stamp that a second names: the one that stands there, else one that can be read so.
pub fn stamp_named<'a>(
    stamps: impl Iterator<Item = &'a Stamp> + Clone,
    seconds: u32,
) -> Option<&'a Stamp> {
    let there = stamps.clone().find(|stamp| stamp.seconds == seconds);
    there.or_else(|| stamps.into_iter().find(|stamp| stamp.is_named_by(seconds)))
}

fn stamp_of(note: &Note, seconds: u32) -> Option<&Stamp> {
    stamp_named(note.claims().iter().flat_map(|claim| &claim.stamps), seconds)
}

/// When which claims are said in some videos, in order.
struct Ends<'a>(FxHashMap<VideoId, Vec<(u32, &'a NoteId, u32)>>);

impl<'a> Ends<'a> {
    /// Of a video count the notes about it, and those that clips are made of: to look through all
    /// the others for a stray stamp would take too long.
    fn of(vault: &'a Vault, starts: &[(&'a Note, Vec<Moment>)]) -> Self {
        let videos = starts.iter().flat_map(|(_, moments)| moments).map(|moment| moment.video);
        let mut ends: FxHashMap<VideoId, Vec<_>> =
            videos.map(|video| (video, Vec::new())).collect();
        let notes: FxHashSet<&NoteId> = starts.iter().map(|(note, _)| &note.id).collect();
        for note in vault.notes() {
            let is_about = note.video.is_some_and(|video| ends.contains_key(&video));
            if !is_about && !notes.contains(&note.id) {
                continue;
            }
            for (claim, number) in note.claims().iter().zip(0..) {
                for stamp in &claim.stamps {
                    if let Some(said) = stamp.video.and_then(|video| ends.get_mut(&video)) {
                        said.push((stamp.seconds, &note.id, number));
                    }
                }
            }
        }
        ends.values_mut().for_each(|said| sorting::sort_by_key(said, |(seconds, ..)| *seconds));
        Self(ends)
    }

    fn clip(&self, note: &Note, moment: Moment) -> Option<Clip> {
        let start = moment.seconds;
        let has = |claim: &crate::note::Claim| {
            let is = |stamp: &Stamp| stamp.seconds == start && stamp.video == Some(moment.video);
            claim.stamps.iter().any(is)
        };
        let claim = u32::try_from(note.claims().iter().position(has)?).ok()?;
        let said = self.0.get(&moment.video)?;
        let here = |named: &&(u32, &NoteId, u32)| named.0 == start;
        let same: FxHashSet<(&NoteId, u32)> =
            said.iter().filter(here).map(|&(_, note, claim)| (note, claim)).collect();
        let earliest = start.saturating_add(SHORTEST_SECS);
        let latest = start.saturating_add(LONGEST_SECS);
        // The author's word goes before what others begin to say.
        let stamps = note.claims().iter().flat_map(|claim| &claim.stamps);
        let here = |stamp: &&Stamp| stamp.seconds == start && stamp.video == Some(moment.video);
        let own_end = stamps.filter(here).find_map(|stamp| stamp.end_secs);
        let next = said.iter().find(|(seconds, note, claim)| {
            *seconds >= earliest && !same.contains(&(*note, *claim))
        });
        let end_secs = next.map_or(latest, |(seconds, ..)| latest.min(*seconds));
        let end_secs = own_end.filter(|&end| end > start).unwrap_or(end_secs);
        Some(Clip { note: note.id.clone(), claim: ClaimId(claim), moment, end_secs })
    }
}

/// How long clips are together, in words: `45 s`, `9 min`, `1 h 5 min`.
#[must_use]
pub fn duration_in_words(clips: &[Clip]) -> String {
    duration(clips.iter().map(Clip::length_secs).sum())
}

/// A length in words: `45 s`, `9 min`, `1 h 5 min`.
#[must_use]
pub fn duration(secs: u32) -> String {
    let minutes = (secs + 30) / 60;
    match (secs, minutes / 60, minutes % 60) {
        (0..60, ..) => [&secs.to_string(), " s"].concat(),
        (_, 0, minutes) => [&minutes.to_string(), " min"].concat(),
        (_, hours, 0) => [&hours.to_string(), " h"].concat(),
        (_, hours, minutes) => [&hours.to_string(), " h ", &minutes.to_string(), " min"].concat(),
    }
}

#[cfg(test)]
mod tests;

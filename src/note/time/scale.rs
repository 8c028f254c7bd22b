//! One reading for all times of a note: hours, minutes and seconds, or minutes, seconds and hundredths.

use crate::note::content::Content;
use crate::note::time::each_stamp::each_stamp;
use crate::note::time::time_evidence::{KnownLength, TimeEvidence};
use crate::note::{Claim, Code, Problem, Scale, Stamp};
use crate::video::{LONGEST_LIKELY_SECS, TwoWays, VideoId, clock};

impl Stamp {
    /// The same stamp in a video of a length in seconds: at the second that is meant then, and told
    /// whether that is past the video's end.
    #[must_use]
    pub fn in_video_of(&self, length_secs: f64) -> Self {
        let mut stamp = self.clone();
        stamp.fit(length_secs);
        stamp
    }

    /// Whether a second names this stamp, also by the reading that does not hold.
    #[must_use]
    pub fn is_named_by(&self, seconds: u32) -> bool {
        let by_other = |two: TwoWays| two.hours_secs == seconds || two.minutes_secs == seconds;
        self.seconds == seconds || self.two_ways().is_some_and(by_other)
    }

    /// Its two readings, where it has two.
    #[must_use]
    pub fn two_ways(&self) -> Option<TwoWays> {
        match self.scale {
            Scale::Open(two) => Some(two),
            Scale::Sure | Scale::Hundredths => None,
        }
    }

    fn fit(&mut self, length_secs: f64) {
        if let Scale::Open(two) = self.scale {
            self.seconds = two.at(length_secs);
        }
        self.is_past_end = f64::from(self.seconds) >= length_secs;
    }
}

/// Decides once how the times of a note are read at which length of its video, and returns what
/// they say of it.
pub(in crate::note) fn decide(content: &mut Content) -> TimeEvidence {
    let video = content.front_matter.video;
    let mut open: Vec<TwoWays> = Vec::new();
    let mut sure_secs = None;
    let mut has_hundredths = false;
    for stamp in stamps(&content.claims).filter(|stamp| stamp.video == video) {
        match stamp.scale {
            Scale::Open(two) if two.differs() => open.push(two),
            Scale::Hundredths => {
                has_hundredths = true;
                sure_secs = sure_secs.max(Some(stamp.seconds));
            }
            Scale::Open(_) | Scale::Sure => sure_secs = sure_secs.max(Some(stamp.seconds)),
        }
    }
    // A time that could be hundredths says how long the video is only where it is likely.
    let likely = open.iter().filter(|two| two.hours_secs <= LONGEST_LIKELY_SECS);
    let likely = likely.filter(|two| !(has_hundredths && two.ends_in_00()));
    let largest_secs = sure_secs.max(likely.map(|two| two.hours_secs).max());
    open.sort_unstable_by_key(|two| two.hours_secs);
    // Without a time that can only be hundredths, it takes as many times past the end as before it:
    // a few may be mistaken.
    let middle = open.get(open.len() / 2).map_or(0, |two| two.hours_secs);
    let most_secs = if has_hundredths { u32::MAX } else { middle };
    let of_00 = open.iter().rfind(|two| two.ends_in_00()).map_or(0, |two| two.hours_secs);
    if !open.is_empty() {
        change(content, video, |stamp| {
            if let Scale::Open(two) = &mut stamp.scale {
                let own = if two.ends_in_00() { of_00 } else { two.hours_secs };
                two.minutes_up_to_secs = most_secs.min(own);
            }
        });
    }
    let most_secs = stamps(&content.claims)
        .map(|stamp| stamp.two_ways().map_or(stamp.seconds, |two| two.hours_secs))
        .max();
    TimeEvidence {
        largest_secs,
        most_secs: most_secs.unwrap_or(0),
        is_open: has_hundredths && !open.is_empty(),
    }
}

/// Gives the stamps that name no video the one that was found for them.
pub(in crate::note) fn adopt(content: &mut Content, video: VideoId) {
    change(content, None, |stamp| stamp.video = Some(video));
}

/// Puts the stamps of a note at the seconds that are meant by what is known, and tells the author.
pub(in crate::note) fn settle(content: &mut Content, known: KnownLength) {
    let evidence = content.evidence;
    let video = content.front_matter.video;
    let likely_secs = known.others_secs.unwrap_or(LONGEST_LIKELY_SECS).max(
        // What the note itself is sure of makes sense, too.
        evidence.largest_secs.unwrap_or(0),
    );
    match known.length_secs {
        Some(length_secs) => change(content, video, |stamp| stamp.fit(length_secs)),
        None if evidence.is_open => change(content, video, |stamp| {
            stamp.fit(f64::from(likely_secs) + 1.0);
            stamp.is_past_end = false;
        }),
        None => return,
    }
    content
        .problems
        .retain(|problem| !matches!(problem.code, Code::StampScale | Code::StampPastEnd));
    let told = [
        moved(&content.claims, known.length_secs, likely_secs),
        past_end(&content.claims, known.length_secs),
    ];
    for problem in told.into_iter().flatten() {
        let at = content.problems.partition_point(|other| other.line <= problem.line);
        content.problems.insert(at, problem);
    }
}

/// Tells how many times were read as minutes, seconds and hundredths, and why.
fn moved(claims: &[Claim], length_secs: Option<f64>, likely_secs: u32) -> Option<Problem> {
    let (count, first, line) = count(claims, |stamp| {
        stamp.two_ways().is_some_and(|two| two.differs() && stamp.seconds == two.minutes_secs)
    })?;
    let times = if count == 1 { "1 time was".to_owned() } else { format!("{count} times were") };
    let why = match length_secs {
        Some(length_secs) => format!("the video is {} long", length(length_secs)),
        None => format!(
            "others of the note can be nothing else, and hours would lead past {}, the longest \
             that makes sense",
            clock(likely_secs)
        ),
    };
    let message = format!(
        "{times} read as minutes, seconds and hundredths, because {why}: the first, “{}”, as {}. \
         Write all times as hours:minutes:seconds.",
        first.written,
        clock(first.seconds)
    );
    Some(Problem::new(line, Code::StampScale, message))
}

/// Tells how many times no video of that length has.
fn past_end(claims: &[Claim], length_secs: Option<f64>) -> Option<Problem> {
    let (count, first, line) = count(claims, |stamp| stamp.is_past_end)?;
    let lie = if count == 1 { "1 time lies".to_owned() } else { format!("{count} times lie") };
    let message = format!(
        "{lie} past the end of the video, which is {} long: the first is “{}”. Look up where it \
         is said.",
        length(length_secs?),
        first.written
    );
    Some(Problem::new(line, Code::StampPastEnd, message))
}

/// How many stamps are such, the first of them, and the line of its claim.
fn count(claims: &[Claim], is: impl Fn(&Stamp) -> bool) -> Option<(usize, &Stamp, u32)> {
    let lines =
        claims.iter().flat_map(|claim| claim.stamps.iter().map(|stamp| (stamp, claim.line)));
    let mut found = lines.filter(|(stamp, _)| is(stamp));
    let (first, line) = found.next()?;
    Some((found.count() + 1, first, line))
}

fn length(length_secs: f64) -> String {
    clock(crate::video::whole_secs(length_secs))
}

fn stamps(claims: &[Claim]) -> impl Iterator<Item = &Stamp> {
    claims.iter().flat_map(|claim| &claim.stamps)
}

/// Changes every stamp of the note's own video, in its text and in its claims.
fn change(content: &mut Content, video: Option<VideoId>, change: impl Fn(&mut Stamp)) {
    let own = |stamp: &mut Stamp| {
        if stamp.video == video {
            change(stamp);
        }
    };
    for section in &mut content.sections {
        each_stamp(&mut section.heading, &mut section.blocks, &own);
    }
    content.claims.iter_mut().flat_map(|claim| &mut claim.stamps).for_each(own);
}

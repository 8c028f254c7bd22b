//! How much of each kind notes hold, and what became of it.

use std::collections::BTreeMap;
use std::fmt;

use skillreel::note::{Code, Inline, Note, Stamp};
use skillreel::vault::{Destination, NoteFile, Vault};
use skillreel::video::clock;

use crate::inlines::each_inline;
use crate::tokens::{Shape, Token, tokens};
use crate::unclaimed::{Unclaimed, names};

/// What became of the tokens of one shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fate {
    /// How many there are.
    pub all: usize,
    /// How many are stamps as they were written.
    pub read: usize,
    /// How many are stamps after a repair, with a problem that tells of it.
    pub repaired: usize,
    /// How many stay as text, with a problem that tells of it.
    pub rejected: usize,
    /// How many have no text of their own to show.
    pub empty: usize,
    /// How many have a text that says another time, with a problem that tells of it.
    pub differ: usize,
}

/// A note of which times were read as minutes, seconds and hundredths although they could be hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescaled {
    /// The note's id.
    pub note: String,
    /// How many of its stamps that are.
    pub stamps: usize,
    /// The largest second of the note as hours, minutes and seconds.
    pub largest_before: u32,
    /// The largest second as it is read.
    pub largest_after: u32,
}

impl Rescaled {
    fn of(note: &Note) -> Option<Self> {
        let stamps = || note.claims().iter().flat_map(|claim| &claim.stamps);
        let before = |stamp: &Stamp| stamp.two_ways().map_or(stamp.seconds, |two| two.hours_secs);
        let count = stamps().filter(|stamp| before(stamp) != stamp.seconds).count();
        (count > 0).then(|| Self {
            note: note.id.to_string(),
            stamps: count,
            largest_before: stamps().map(before).max().unwrap_or(0),
            largest_after: stamps().map(|stamp| stamp.seconds).max().unwrap_or(0),
        })
    }
}

/// Counts over notes.
#[derive(Debug, Default)]
pub struct DialectStats {
    /// How many notes were read.
    pub notes: usize,
    /// What became of what looks like a stamp.
    pub stamps: BTreeMap<Shape, Fate>,
    /// What looks like a stamp and is neither a stamp nor told of: file and token.
    pub unaccounted: Vec<(String, Token)>,
    /// Notes whose times were read as minutes, seconds and hundredths although they could be hours.
    pub rescaled: Vec<Rescaled>,
    /// Links, by what they are.
    pub links: BTreeMap<&'static str, usize>,
    /// Notes, by the front matter they have.
    pub front_matter: BTreeMap<&'static str, usize>,
    /// Problems, and the notes that have them, by the problem's name.
    pub problems: BTreeMap<&'static str, (usize, usize)>,
}

impl DialectStats {
    /// Counts what notes hold.
    #[must_use]
    pub fn of(files: &[NoteFile]) -> Self {
        let vault = Vault::read(files);
        let mut stats = Self { notes: files.len(), ..Self::default() };
        for (file, note) in files.iter().zip(vault.notes()) {
            stats.count_stamps(file, note);
            stats.rescaled.extend(Rescaled::of(note));
            stats.count_links(&vault, note);
            stats.count_front_matter(file, note);
            let mut in_note: BTreeMap<&'static str, usize> = BTreeMap::new();
            for problem in vault.problems_of(note) {
                *in_note.entry(problem.code.as_str()).or_default() += 1;
            }
            for (code, count) in in_note {
                let entry = stats.problems.entry(code).or_default();
                *entry = (entry.0 + count, entry.1 + 1);
            }
        }
        stats
    }

    fn count_stamps(&mut self, file: &NoteFile, note: &Note) {
        let mut left = Unclaimed::of(note);
        for token in tokens(&file.text.read().replace("\r\n", "\n")) {
            let fate = self.stamps.entry(token.shape).or_default();
            fate.all += 1;
            fate.empty += usize::from(token.visible.is_empty());
            let names = names(&token);
            if left.take_stamp(&names, token.time.as_deref()) {
                let is_repaired = left.take_problem(Code::StampRepaired, &names);
                fate.repaired += usize::from(is_repaired);
                fate.read += usize::from(!is_repaired);
                fate.differ += usize::from(left.take_problem(Code::StampMismatch, &names));
            } else if left.take_problem(Code::StampInvalid, &names) {
                fate.rejected += 1;
            } else {
                self.unaccounted.push((file.path.clone(), token));
            }
        }
    }

    fn count_links(&mut self, vault: &Vault, note: &Note) {
        let mut add = |kind, by| *self.links.entry(kind).or_default() += by;
        for link in note.links() {
            let is_source = note.source().is_some_and(|source| source == link);
            add(
                match vault.resolve(note, link) {
                    _ if is_source => "wikilinks that name the source",
                    Destination::Missing => "wikilinks that lead nowhere",
                    _ => "wikilinks to a note",
                },
                1,
            );
        }
        let unsafe_links = note.problems().iter().filter(|p| p.code == Code::LinkUnsafe).count();
        add("links and pictures that are not opened", unsafe_links);
        let mut out = 0;
        each_inline(note, &mut |inline| out += usize::from(matches!(inline, Inline::Link(_))));
        add("links out of the vault", out);
    }

    fn count_front_matter(&mut self, file: &NoteFile, note: &Note) {
        let has = |code: Code| note.problems().iter().any(|problem| problem.code == code);
        let mut add = |kind, applies: bool| {
            *self.front_matter.entry(kind).or_default() += usize::from(applies);
        };
        let whole = file.text.read();
        let text = whole.trim_start_matches('\u{feff}');
        let first = text.lines().next().unwrap_or_default();
        add("with a block", first.trim_end() == "---" && !has(Code::FrontMatterUnclosed));
        add("with a block that is never closed", has(Code::FrontMatterUnclosed));
        add("without a block", first.trim_end() != "---");
        add("with a title", note.front_matter().title.is_some());
        add("with a video", note.video.is_some());
        add("whose video is none", has(Code::VideoInvalid));
        add("that name no video", has(Code::VideoMissing));
        add(
            "with a value or line to mend",
            has(Code::FrontMatterValue) || has(Code::FrontMatterLine),
        );
        add("with a key that stands twice", has(Code::FrontMatterDuplicate));
        add("with CRLF line ends", text.contains("\r\n"));
        add("with a byte order mark", text.len() < whole.len());
    }
}

impl fmt::Display for DialectStats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} notes\n", self.notes)?;
        writeln!(
            f,
            "| stamps | all | as written | repaired | left as text, told | told: text differs \
             | without text |\n|---|--:|--:|--:|--:|--:|--:|"
        )?;
        for shape in Shape::ALL {
            let fate = self.stamps.get(&shape).copied().unwrap_or_default();
            let Fate { all, read, repaired, rejected, empty, differ } = fate;
            let name = shape.name();
            writeln!(
                f,
                "| {name} | {all} | {read} | {repaired} | {rejected} | {differ} | {empty} |"
            )?;
        }
        if !self.rescaled.is_empty() {
            let stamps: usize = self.rescaled.iter().map(|note| note.stamps).sum();
            let notes = self.rescaled.len();
            writeln!(
                f,
                "\n{stamps} stamps of {notes} notes are minutes, seconds and hundredths:\n"
            )?;
            writeln!(f, "| note | stamps | largest before | after |\n|---|--:|--:|--:|")?;
            for Rescaled { note, stamps, largest_before, largest_after } in &self.rescaled {
                let (before, after) = (clock(*largest_before), clock(*largest_after));
                writeln!(f, "| {note} | {stamps} | {before} | {after} |")?;
            }
        }
        writeln!(f, "\nNeither a stamp nor told of: {}\n", self.unaccounted.len())?;
        for (head, counts) in [("links", &self.links), ("notes", &self.front_matter)] {
            writeln!(f, "| {head} | count |\n|---|--:|")?;
            counts.iter().try_for_each(|(kind, count)| writeln!(f, "| {kind} | {count} |"))?;
            writeln!(f)?;
        }
        writeln!(f, "| problem | count | notes |\n|---|--:|--:|")?;
        let mut rows = self.problems.iter();
        rows.try_for_each(|(code, (count, notes))| writeln!(f, "| `{code}` | {count} | {notes} |"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stats(text: &str) -> DialectStats {
        DialectStats::of(&[NoteFile::new("a.md", text)])
    }

    #[test]
    fn tells_what_became_of_each_token() {
        let text = "---\ntitle: A\nvideoId: 7gaPPrAd7nc\n---\n\
            <a class=\"yt-timestamp\" data-t=\"00:12:22\">[00:12:22]</a>\n\
            <a class=\"yt-timestamp\" data-t=\"12:11:00\"></a>\n\
            <a class=\"yt-timestamp\" data-t=\"N/A\">soon</a>\n\
            <a class=\"yt-timestamp\" data-t=\"0:07\">[0:08]</a>\n\
            [5:50] [99:99:99] `[5:51]` [x](https://youtu.be/7gaPPrAd7nc?t=742) [[b]]\n";
        let stats = stats(text);
        let fate = |shape| stats.stamps.get(&shape).copied().unwrap_or_default();
        let one = Fate { all: 1, ..Fate::default() };
        assert_eq!(fate(Shape::Hms), Fate { read: 1, ..one });
        assert_eq!(fate(Shape::TooLong), Fate { repaired: 1, empty: 1, ..one });
        assert_eq!(fate(Shape::NoTime), Fate { rejected: 1, ..one });
        assert_eq!(fate(Shape::Ms), Fate { read: 1, differ: 1, ..one });
        assert_eq!(fate(Shape::Bare), Fate { all: 2, read: 1, rejected: 1, ..Fate::default() });
        assert_eq!(fate(Shape::Youtube), Fate { read: 1, ..one });
        assert_eq!(stats.unaccounted, []);
        assert_eq!(stats.links.get("wikilinks that lead nowhere"), Some(&1));
        assert_eq!(stats.front_matter.get("with a block"), Some(&1));
    }

    #[test]
    fn a_token_that_is_forgotten_shows() {
        // Indented code, which the plain scanning does not know.
        let stats = stats("    [5:50]\n");
        assert_eq!(stats.unaccounted.len(), 1);
    }
}

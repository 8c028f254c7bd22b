//! The labelled sets: talks and ladders, each in a part that rules were developed on and a part that
//! was kept aside.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Labels;

/// How many parts a set is cut into; the first of them is kept aside.
const PARTS: u64 = 3;

/// What kind of notes a set holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Notes of the podcast, in the folders of notes.
    Placements,
    /// Notes of videos of many channels.
    Talks,
    /// Career ladders, competency frameworks and skills matrices.
    Ladders,
}

/// Which notes of a set are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Those that rules are written on.
    Developed,
    /// Those whose errors nobody looks at while writing rules.
    KeptAside,
}

impl Set {
    /// Every set, the first one without a part that is kept aside.
    pub const ALL: [Self; 3] = [Self::Placements, Self::Talks, Self::Ladders];

    /// The set's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Placements => "placements",
            Self::Talks => "talks",
            Self::Ladders => "ladders",
        }
    }

    /// Whether a folder has labels of the set.
    #[must_use]
    pub fn is_in(self, folder: &Path) -> bool {
        self.file(folder).is_file()
    }

    fn file(self, folder: &Path) -> PathBuf {
        folder.join(format!("gold/{}.jsonl", self.name()))
    }

    /// The labels, line by line, each with the part that its note is of.
    pub(super) fn labels(self, folder: &Path) -> Result<Vec<(Labels, Part)>> {
        let path = self.file(folder);
        let file = fs::read_to_string(&path)
            .with_context(|| format!("the labels are not at {}", path.display()))?;
        let mut all = Vec::new();
        for (line, number) in file.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
            let labels = super::labels(line).with_context(|| {
                format!("{}, line {number}: no labels of a note", path.display())
            })?;
            let own =
                if self == Self::Placements { Part::Developed } else { part_of(&labels.note) };
            all.push((labels, own));
        }
        Ok(all)
    }

    /// Where a labelled note stands.
    pub(super) fn path(self, folder: &Path, note: &str) -> Result<PathBuf> {
        let below: &[&str] = match self {
            Self::Placements => &["notes/vault", "notes", "notes/odd", "gold/notes"],
            Self::Talks => &["gold/talks"],
            Self::Ladders => &["gold/ladders"],
        };
        let mut paths = below.iter().map(|below| folder.join(below).join(note));
        paths
            .find(|path| path.is_file())
            .with_context(|| format!("the labelled note {note} is not below {}", folder.display()))
    }
}

impl Part {
    /// Both parts.
    pub const ALL: [Self; 2] = [Self::Developed, Self::KeptAside];

    /// The part's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Developed => "developed",
            Self::KeptAside => "kept aside",
        }
    }
}

/// The part that a note is of: by its file's name alone.
fn part_of(note: &str) -> Part {
    // FNV-1a (<https://www.rfc-editor.org/rfc/rfc9923>): the same for everyone, for ever.
    let hash = note.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    if hash.is_multiple_of(PARTS) { Part::KeptAside } else { Part::Developed }
}

//! Claims that can be played one after the other, and what a button says that plays them.

use crate::note::{ClaimId, NoteId};

use super::clip::MOST;

/// Claims that can be played one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Playable {
    /// The first of them, no more than [`MOST`].
    pub claims: Vec<(NoteId, ClaimId)>,
    /// How many there are in all.
    pub all: usize,
    /// What they are together, such as `the 4 senior skills`.
    pub name: String,
    /// What several of them are, such as `claims about the 4 senior skills`.
    pub several: String,
}

impl Playable {
    /// What is played of them, when they make so many clips: `for the 4 senior skills`, `for the
    /// first 100 of 412 claims about the 4 senior skills`.
    #[must_use]
    pub fn in_words(&self, clips: usize) -> String {
        let (most, first) = (MOST.to_string(), "for the first ");
        if self.all > MOST {
            [first, &most, " of ", &self.all.to_string(), " ", &self.several].concat()
        } else if clips > MOST {
            [first, &most, " of ", &clips.to_string(), " clips of ", &self.name].concat()
        } else {
            ["for ", &self.name].concat()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_is_said() {
        let cases = [
            (4, 4, "for the 4 senior skills"),
            (100, 100, "for the 4 senior skills"),
            (100, 101, "for the first 100 of 101 clips of the 4 senior skills"),
            (101, 90, "for the first 100 of 101 claims about the 4 senior skills"),
            (412, 130, "for the first 100 of 412 claims about the 4 senior skills"),
        ];
        for (all, clips, want) in cases {
            let playable = Playable {
                claims: Vec::new(),
                all,
                name: "the 4 senior skills".to_owned(),
                several: "claims about the 4 senior skills".to_owned(),
            };
            assert_eq!(playable.in_words(clips), want);
        }
    }
}

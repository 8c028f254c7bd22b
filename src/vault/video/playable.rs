//! Claims that can be played one after the other, and what a button says that plays them.

use crate::note::{ClaimId, NoteId};

use super::clip::MOST_CLIPS;

/// Claims that can be played one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Playable {
    /// The first of them, no more than [`MOST_CLIPS`].
    pub claims: Vec<(NoteId, ClaimId)>,
    /// How many there are in all.
    pub all: usize,
    /// How many things they are about, as the page counts them beside the button: skills, moments; one for
    /// what is one thing, of which the clips are counted.
    pub things: usize,
    /// What they are together, such as `the 4 senior skills`.
    pub name: String,
    /// What several of them are, such as `claims about the 4 senior skills`.
    pub several: String,
}

impl Playable {
    /// What a button says that plays them, when they make so many clips: `Play all 14`, `Play the first
    /// 100 of 412`.
    #[must_use]
    pub fn label(&self, clips: usize) -> String {
        let first = |all: usize| {
            ["Play the first ", &MOST_CLIPS.to_string(), " of ", &all.to_string()].concat()
        };
        match clips {
            _ if self.all > MOST_CLIPS => first(self.all),
            0 => "Play all".to_owned(),
            1 => "Play".to_owned(),
            several if several > MOST_CLIPS => first(several),
            several => {
                let things = if self.things > 1 { self.things } else { several };
                ["Play all ", &things.to_string()].concat()
            }
        }
    }

    /// What is played of them, when they make so many clips: `for the 4 senior skills`, `for the
    /// first 100 of 412 claims about the 4 senior skills`.
    #[must_use]
    pub fn in_words(&self, clips: usize) -> String {
        let (most_clips, first) = (MOST_CLIPS.to_string(), "for the first ");
        if self.all > MOST_CLIPS {
            [first, &most_clips, " of ", &self.all.to_string(), " ", &self.several].concat()
        } else if clips > MOST_CLIPS {
            [first, &most_clips, " of ", &clips.to_string(), " clips of ", &self.name].concat()
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
            (4, 14, "Play all 4", "for the 4 senior skills"),
            (1, 1, "Play", "for the 4 senior skills"),
            (4, 0, "Play all", "for the 4 senior skills"),
            (100, 100, "Play all 4", "for the 4 senior skills"),
            (
                100,
                101,
                "Play the first 100 of 101",
                "for the first 100 of 101 clips of the 4 senior skills",
            ),
            (
                101,
                90,
                "Play the first 100 of 101",
                "for the first 100 of 101 claims about the 4 senior skills",
            ),
            (
                412,
                130,
                "Play the first 100 of 412",
                "for the first 100 of 412 claims about the 4 senior skills",
            ),
        ];
        for (all, clips, label, want) in cases {
            let playable = Playable {
                claims: Vec::new(),
                all,
                things: 4,
                name: "the 4 senior skills".to_owned(),
                several: "claims about the 4 senior skills".to_owned(),
            };
            assert_eq!(
                (playable.label(clips).as_str(), playable.in_words(clips).as_str()),
                (label, want)
            );
        }
    }
}

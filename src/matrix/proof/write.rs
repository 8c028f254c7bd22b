//! Writes what somebody chose as proof into a note of proofs, and takes it out again. All else in that note stays.

use crate::matrix::model::level::LevelId;
use crate::matrix::model::types::{Matrix, Skill};
use crate::note::Note;
use crate::video::clock;

/// What a note of proofs begins with.
const HEAD: &str = "---\ntitle: Chosen as proof\nproof: true\n---\n";

/// What stands as proof of what.
#[derive(Clone, Copy, Debug)]
pub struct ChosenProof<'a> {
    /// What is proved.
    pub skill: &'a Skill,
    /// At which level; `None` where the ladder names none.
    pub level: Option<LevelId>,
    /// The note that says what is said in the clip.
    pub note: &'a Note,
    /// The second at which the clip begins.
    pub seconds: u32,
}

impl ChosenProof<'_> {
    /// Its line in a note of proofs.
    #[must_use]
    pub fn line(&self, matrix: &Matrix) -> String {
        let Self { skill, level, note, seconds } = *self;
        let label = level.map(|level| matrix.level_label(Some(level)));
        let is_alike = |other: &&Skill| other.is_of_ladder() && other.name == skill.name;
        let is_apart = matrix.skills.iter().filter(is_alike).count() > 1;
        let group = skill.group.as_deref().filter(|_| is_apart);
        let place: Vec<String> = group.into_iter().chain(label).map(escaped).collect();
        let place = match place.is_empty() {
            true => String::new(),
            false => [" (", &place.join(", "), ")"].concat(),
        };
        let name = escaped(&skill.name);
        let link = link(note);
        ["- **", &name, "**", &place, ": ", &link, " [", &clock(seconds), "]\n"].concat()
    }

    /// A note of proofs with this one more; `None` begins one.
    #[must_use]
    pub fn added_to(&self, text: Option<&str>, matrix: &Matrix) -> String {
        let text = text.unwrap_or(HEAD).trim_end();
        // A list goes on right below its last item.
        let is_list = text.lines().last().is_some_and(|line| line.starts_with("- "));
        [text, if is_list { "\n" } else { "\n\n" }, &self.line(matrix)].concat()
    }
}

/// A note of proofs without the one on a line, from 1.
#[must_use]
pub fn without_line(text: &str, line: u32) -> String {
    let lines = text.split_inclusive('\n').zip(1..);
    lines.filter(|(_, number)| *number != line).map(|(text, _)| text).collect()
}

/// Whether there is nothing left in a note of proofs but what it begins with.
#[must_use]
pub fn is_bare(text: &str) -> bool {
    text.trim() == HEAD.trim()
}

/// A link by which a note of proofs finds a note: it is found by the letters of its path, whatever else is in it.
fn link(note: &Note) -> String {
    let is_sign = |c: char| "[]|#^`<>\\$*_~&!%=\n\r".contains(c);
    ["[[", note.id.0.replace(is_sign, " ").trim(), "]]"].concat()
}

/// Text in which no character means anything to Markdown, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            c if c.is_ascii_punctuation() && !matches!(c, ',' | '.' | '-' | ':' | '\'' | '/') => {
                out.extend(['\\', c]);
            }
            c => out.push(c),
        }
    }
    out
}

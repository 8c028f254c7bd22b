//! Where in a note's file a skill's name stands: the line, and what leads to it.

use std::fmt;

use skillreel::matrix::Placement;
use skillreel::note::Note;
use skillreel::text;

/// A line of a note, with what stands above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line's number, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// The heading above it.
    pub heading: Option<String>,
    /// The paragraph's last line between that heading and the list that the line is in.
    pub lead_in: Option<String>,
}

impl Place {
    /// Where a placement was read from.
    pub(super) fn of_placement(text: &str, note: &Note, placement: &Placement) -> Option<Self> {
        let lines: Vec<&str> = text.lines().collect();
        let claim = placement.claims.first().and_then(|&id| note.claim(id));
        let section = note.sections().get(placement.section);
        let from = claim.map(|claim| claim.line).or(section.map(|section| section.line))?;
        let from = usize::try_from(from).ok()?;
        // A claim starts where its item does; a section is searched for the name.
        let name = text::slug(&placement.as_written);
        let named = (from..=lines.len()).find(|&line| has(line_at(&lines, line), &name));
        Self::at(&lines, named.unwrap_or(from))
    }

    /// Where a name stands first: as the label of a list's item, or as a heading, or else anywhere.
    pub(super) fn of_name(text: &str, name: &str) -> Option<Self> {
        let lines: Vec<&str> = text.lines().collect();
        let name = text::slug(name);
        let mut places = (1..=lines.len()).filter(|&line| has(line_at(&lines, line), &name));
        let first = places.clone().next();
        let labelled = places.find(|&line| {
            let text = line_at(&lines, line);
            is_item(text) || text.starts_with('#')
        });
        Self::at(&lines, labelled.or(first)?)
    }

    fn at(lines: &[&str], line: usize) -> Option<Self> {
        let text = lines.get(line.checked_sub(1)?)?;
        let above = || (1..line).rev().map(|above| line_at(lines, above).trim());
        let heading = above().find(|text| text.starts_with('#'));
        let lead_in = above()
            .take_while(|text| !text.starts_with('#'))
            .find(|text| !text.is_empty() && !is_item(text));
        let is_heading = text.starts_with('#');
        Some(Self {
            line,
            text: text.trim().to_owned(),
            heading: heading.map(|text| text.trim_start_matches('#').trim().to_owned()),
            lead_in: lead_in.filter(|_| !is_heading).map(str::to_owned),
        })
    }
}

fn line_at<'a>(lines: &[&'a str], line: usize) -> &'a str {
    line.checked_sub(1).and_then(|index| lines.get(index)).copied().unwrap_or_default()
}

fn has(line: &str, name: &str) -> bool {
    let line = ["-", &text::slug(line), "-"].concat();
    !name.is_empty() && line.contains(&["-", name, "-"].concat())
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let after_digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = after_digits.len() < line.len() && after_digits.starts_with(['.', ')']);
    is_numbered || ["- ", "* ", "+ "].iter().any(|bullet| line.starts_with(bullet))
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let none = "(none)";
        writeln!(f, "  heading  {}", self.heading.as_deref().unwrap_or(none))?;
        writeln!(f, "  lead-in  {}", self.lead_in.as_deref().unwrap_or(none))?;
        write!(f, "  line {:<3} {}", self.line, self.text)
    }
}

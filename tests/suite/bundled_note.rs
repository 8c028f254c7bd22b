//! Holds the bundled note to its outline, stamps, skills and links, and to words of its own.
//!
//! The note is read here by plain string scanning, so that a fault of the parser cannot hide one
//! of the note.

mod table;

use std::collections::HashSet;
use std::path::Path;
use std::{fs, io};

use crate::shared::shared;
use table::FURTHER_READING;

const NOTE: &str = "notes/career-growth-and-impact-for-product-managers.md";

/// So many words in a row are no longer chance.
const RUN: usize = 8;

/// What stands between one heading and the next; before the first, heading "" and rank 0.
#[derive(Default)]
struct Section {
    heading: String,
    rank: usize,
    /// List items' bold labels, with the item's marker: `* Think big:`, `1. Communicate`.
    labels: Vec<String>,
    /// As written in `data-t`; with the visible text too where that differs.
    stamps: Vec<String>,
    links: Vec<String>,
    /// The text, with a new piece after each label.
    pieces: Vec<String>,
}

fn bundled() -> io::Result<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(NOTE))
}

/// The front matter's lines and the sections after it.
fn scan(note: &str) -> (Vec<&str>, Vec<Section>) {
    let mut lines = note.lines().skip(1);
    let front = lines.by_ref().take_while(|line| *line != "---").collect();
    let mut sections = Vec::new();
    let mut section = Section::default();
    let mut in_code = false;
    for line in lines {
        in_code ^= line.starts_with("```");
        let text = line.trim_start_matches('#');
        if !in_code && text.len() < line.len() && text.starts_with(' ') {
            let heading = Section {
                heading: text.trim().to_owned(),
                rank: line.len() - text.len(),
                ..Section::default()
            };
            sections.push(std::mem::replace(&mut section, heading));
        } else if !in_code {
            section.stamps.extend(stamps(line));
            section.links.extend(links(line));
            if let Some((label, text)) = labelled(line) {
                section.labels.push(label);
                section.pieces.push(text.to_owned());
            } else if let Some(piece) = section.pieces.last_mut() {
                piece.extend([" ", line]);
            } else {
                section.pieces.push(line.to_owned());
            }
        }
    }
    sections.push(section);
    (front, sections)
}

fn labelled(line: &str) -> Option<(String, &str)> {
    let (marker, rest) = line.split_once("**")?;
    let marker = marker.trim();
    let numbered = marker.strip_suffix('.').is_some_and(|number| number.parse::<u8>().is_ok());
    let (label, text) = rest.split_once("**")?;
    (marker == "*" || numbered).then(|| (format!("{marker} {label}"), text))
}

fn stamps(line: &str) -> impl Iterator<Item = String> {
    line.split("data-t=\"").skip(1).map(|rest| {
        let (time, rest) = rest.split_once("\">").unwrap_or((rest, ""));
        let (shown, _) = rest.split_once("</a>").unwrap_or((rest, ""));
        if shown == format!("[{time}]") {
            time.to_owned()
        } else {
            format!("{time} shown as {shown}")
        }
    })
}

fn links(line: &str) -> impl Iterator<Item = String> {
    line.split("[[").skip(1).map(|rest| {
        let end = rest.find(['|', ']']).unwrap_or(rest.len());
        rest[..end].trim().to_owned()
    })
}

/// One line for each thing in which `found` is not as `expected`.
fn differences(expected: &[Section], found: &[Section]) -> Vec<String> {
    let mut out = Vec::new();
    if expected.len() != found.len() {
        out.push(format!("{} sections, not {}", found.len(), expected.len()));
    }
    for (want, have) in expected.iter().zip(found) {
        let place = format!("section \"{}\"", want.heading);
        if (&want.heading, want.rank) != (&have.heading, have.rank) {
            out.push(format!(
                "{place} of rank {}: found \"{}\" of rank {}",
                want.rank, have.heading, have.rank
            ));
        }
        for (what, want, have) in [
            ("label", &want.labels, &have.labels),
            ("stamp", &want.stamps, &have.stamps),
            ("link", &want.links, &have.links),
        ] {
            let (mut want, mut have) = (want.iter(), have.iter());
            let first = (1..=want.len().max(have.len()))
                .map(|at| (at, want.next(), have.next()))
                .find(|(_, want, have)| want != have);
            if let Some((at, want, have)) = first {
                out.push(format!("{place}, {what} {at}: expected {want:?}, found {have:?}"));
            }
        }
    }
    out
}

/// `text` without all that stands from an `open` to the next `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        out.push(' ');
        out.push_str(part.split_once(close).map_or(part, |(_, after)| after));
    }
    out
}

/// The words of each of the text's pieces, but for the titles in the list of further reading.
fn words(section: &Section) -> Vec<Vec<String>> {
    let told = section.heading != FURTHER_READING;
    let words = |piece: &String| {
        let text = without(&without(piece, "<a ", "</a>"), "<", ">");
        without(&text, "[[", "|")
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let pieces = section.pieces.iter().filter(|_| told);
    pieces.map(words).collect()
}

#[test]
fn the_bundled_note_is_as_its_table_says() {
    let note = bundled().expect(NOTE);
    let (front, sections) = scan(&note);
    let title = "title: Career growth and impact for product managers";
    assert_eq!(front, [title, "videoId: 7gaPPrAd7nc"]);
    let source = sections[0].pieces.concat();
    assert_eq!(source.trim(), "From: [[lennyspodcast]] <br/>");
    let differences = differences(&table::sections(), &sections).join("\n");
    assert!(differences.is_empty(), "{NOTE}:\n{differences}");
}

#[test]
fn the_bundled_note_tells_the_seed_in_its_own_words() {
    let Some(path) = shared("notes/seed.md") else {
        return;
    };
    let seed = fs::read_to_string(path).expect("seed.md");
    let note = bundled().expect(NOTE);
    let ((_, seed), (_, note)) = (scan(&seed), scan(&note));
    let differences = differences(&seed, &note).join("\n");
    assert!(differences.is_empty(), "against seed.md:\n{differences}");

    let seed: Vec<_> = seed.iter().flat_map(words).collect();
    let runs: HashSet<_> = seed.iter().flat_map(|piece| piece.windows(RUN)).collect();
    let read = runs.len();
    assert!(read > 500, "only {read} runs of words read in seed.md");
    for section in &note {
        let heading = &section.heading;
        for piece in words(section) {
            let taken = piece.windows(RUN).find(|run| runs.contains(run));
            assert_eq!(taken, None, "section \"{heading}\" has seed.md's words");
        }
    }
}

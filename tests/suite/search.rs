//! Everything that is shown can be found.

use std::fs;
use std::path::Path;

use skillreel::cli::files::read_notes;
use skillreel::corpus::entries;
use skillreel::matrix::Matrix;
use skillreel::note::NoteId;
use skillreel::search::{Index, Query, Target};
use skillreel::vault::{NoteFile, Vault};

use crate::notes::lossless::{notes_below, shown};
use crate::shared::shared;

/// How many words are looked for.
const WORDS: usize = 500;

/// Numbers that look random and are the same in every run
/// (<https://en.wikipedia.org/wiki/Linear_congruential_generator>).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// What stands between spaces, without the punctuation around it: as a reader would copy it.
fn visible_words(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect()
}

fn leads_to(target: &Target, id: &NoteId) -> bool {
    match target {
        Target::Skill(_) => false,
        Target::Claim { note, .. }
        | Target::Line { note, .. }
        | Target::Topic { note, .. }
        | Target::Note(note) => note == id,
    }
}

fn not_found(vault: &Vault, words: impl Iterator<Item = (usize, String)>) -> Vec<String> {
    let index = Index::of(vault.all(), entries(&Matrix::of(vault)));
    words
        .filter_map(|(note, word)| {
            let note = &vault.notes()[note];
            let hits = index.search(&Query::read(&word), usize::MAX).best(usize::MAX);
            let is_found = hits.iter().any(|hit| leads_to(&hit.target, &note.id));
            (!is_found).then(|| format!("{word:?} of {}", note.path))
        })
        .collect()
}

#[test]
fn every_visible_word_of_a_note_of_every_shape_finds_it() {
    let text = "---\ntitle: Apricot\nvideoId: 7gaPPrAd7nc\n---\nFrom: [[banana channel]]\n\n\
        Lead *cherry* **dates** `elder`. [[fig|Grape]] <unknown>\n\n> quoted\n\n- item one\n  1. nested\n\n\
        | Head | Cell |\n|---|---|\n| row | last |\n\n```rust\nlet code = 1;\n```\n\n\
        # Héading\n<details><summary>More</summary>inside</details>\n\nfoot[^lemon]\n\n\
        [^lemon]: melon\n\n<a class=\"yt-timestamp\" data-t=\"00:00:10\">[00:00:10]</a>\n";
    let vault = Vault::read(&[NoteFile::new("a.md", text)]);
    let shown = shown(&vault.notes()[0]).replace("footlemon", "foot lemon");
    // “From” is the label of the line that names the source, as is every note's.
    let words = visible_words(&shown).into_iter().filter(|&word| word != "From");
    let words: Vec<String> = words.map(str::to_owned).collect();
    assert!(words.len() > 25, "{words:?}");
    let missing = not_found(&vault, words.into_iter().map(|word| (0, word)));
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_visible_word_of_the_shared_notes_finds_its_note() {
    let Some(folder) = shared("notes") else { return };
    let mut paths = Vec::new();
    notes_below(&folder, &mut paths);
    paths.sort();
    let file = |path: &Path| {
        let name = path.strip_prefix(&folder).unwrap().to_str().unwrap();
        NoteFile::from_bytes(name, &fs::read(path).unwrap())
    };
    let files: Vec<NoteFile> = paths.iter().map(|path| file(path)).collect();
    let vault = Vault::read(&files);
    let mut numbers = Numbers(2026);
    let words = (0..WORDS).filter_map(|_| {
        let note = numbers.below(vault.notes().len());
        let text = shown(&vault.notes()[note]);
        let words = visible_words(&text);
        let word = (!words.is_empty()).then(|| words[numbers.below(words.len())])?;
        Some((note, word.to_owned()))
    });
    let missing = not_found(&vault, words);
    assert!(missing.is_empty(), "{} of {WORDS}:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn a_packed_index_of_the_shared_notes_answers_as_the_one_it_was_made_of() {
    let Some(folder) = shared("notes") else { return };
    let vault = Vault::read(&read_notes(&[folder]).unwrap().notes);
    let matrix = Matrix::of(&vault);
    let index = Index::of(vault.all(), entries(&matrix));
    let skills = matrix.skills.iter().map(|skill| skill.id.0.clone()).collect();
    let notes = vault.notes().iter().map(|note| note.id.clone()).collect();
    let packed = index.pack();
    let again = packed.unpack(skills, notes).unwrap();
    assert_eq!(again.pack(), packed);
    let mut numbers = Numbers(11);
    for _ in 0..100 {
        let note = &vault.notes()[numbers.below(vault.notes().len())];
        let words = note.claims().iter().flat_map(|claim| visible_words(&claim.text));
        let words: Vec<&str> = words.collect();
        let Some(at) = words.len().checked_sub(2).filter(|&at| at > 0) else { continue };
        let (word, next) = (words[numbers.below(at)], words[numbers.below(at)]);
        let start: String = word.chars().take(3).collect();
        for query in [word, &start, &format!("{word} {next}"), &format!("\"{word} {next}\"")] {
            let query = Query::read(query);
            let (want, got) = (index.search(&query, 50), again.search(&query, 50));
            assert!(want.count() == got.count() && want.best(50) == got.best(50), "{query:?}");
        }
    }
}

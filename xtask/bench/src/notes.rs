//! Notes to measure with: real ones multiplied, or made-up ones where there are none.

use std::collections::HashMap;

use skillreel::vault::NoteFile;

use crate::random::{Random, mixed};

/// One word in this many becomes another one in a copy: so new words come up as they do in a vault
/// that grows, and a copy shares most of its words with the notes it was made from.
const CHANGED_ONE_IN: u64 = 12;
/// The shortest word that is changed: shorter ones are those that every text is held together by.
const SHORTEST_CHANGED: usize = 5;

/// So many notes: the first of those given, or all of them and then copies with changed words.
#[must_use]
pub fn scaled(notes: &[NoteFile], count: usize) -> Vec<NoteFile> {
    let copy = |number: usize| {
        let note = notes.get(number % notes.len().max(1))?;
        let copy = number / notes.len().max(1);
        if copy == 0 {
            return Some(note.clone());
        }
        let stem = note.path.strip_suffix(".md").unwrap_or(&note.path);
        Some(NoteFile::new(format!("{stem}_{copy}.md"), changed(&note.text.read(), copy)))
    };
    (0..count).filter_map(copy).collect()
}

/// A note with some of its words changed, none inside of tags, links and front matter's keys.
fn changed(text: &str, copy: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let skipped = [("<", ">"), ("[[", "]]"), ("](", ")"), ("videoId:", "\n"), ("title:", " ")]
            .iter()
            .find(|(open, _)| rest.starts_with(open))
            .and_then(|(open, close)| Some(rest[open.len()..].find(close)? + open.len()));
        let length = match skipped {
            Some(length) => length,
            None => {
                let word = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
                if word >= SHORTEST_CHANGED {
                    out.push_str(&changed_word(&rest[..word], copy));
                    rest = &rest[word..];
                    continue;
                }
                word.max(rest.chars().next().map_or(1, char::len_utf8))
            }
        };
        let (before, after) = rest.split_at(length);
        out.push_str(before);
        rest = after;
    }
    out
}

/// A word, or what it has become in a copy: the same everywhere in it.
fn changed_word(word: &str, copy: usize) -> String {
    let lower = word.to_ascii_lowercase();
    let hash = lower.bytes().fold(copy as u64, |hash, byte| mixed(hash ^ u64::from(byte)));
    if !hash.is_multiple_of(CHANGED_ONE_IN) {
        return word.to_owned();
    }
    let mut random = Random::new(hash);
    let letters = word.chars().map(|c| match c {
        'a' | 'e' | 'i' | 'o' | 'u' => random.of(&['a', 'e', 'i', 'o', 'u']).copied().unwrap_or(c),
        'd' | 't' | 'l' | 'r' | 'n' => random.of(&['d', 't', 'l', 'r', 'n']).copied().unwrap_or(c),
        c => c,
    });
    letters.collect()
}

/// The words that hold made-up sentences together.
const COMMON_WORDS: [&str; 40] = [
    "the", "and", "to", "of", "a", "in", "is", "that", "for", "it", "with", "as", "on", "are",
    "this", "be", "from", "or", "by", "not", "they", "can", "their", "at", "you", "what", "often",
    "like", "more", "how", "when", "which", "who", "there", "into", "than", "its", "was", "about",
    "if",
];

/// How many other words made-up notes have.
const OTHER_WORDS: usize = 14_000;

/// So many made-up notes, shaped like real ones: a title, some headings, under each a paragraph and
/// a list, nearly every sentence with a stamp. Few of their words are common and many are rare.
#[must_use]
pub fn generated(count: usize) -> Vec<NoteFile> {
    let mut random = Random::new(20_26);
    let mut known = HashMap::new();
    let mut other_words = Vec::with_capacity(OTHER_WORDS);
    while other_words.len() < OTHER_WORDS {
        let word = made_up(&mut random);
        if known.insert(word.clone(), ()).is_none() {
            other_words.push(word);
        }
    }
    (0..count).map(|number| note(number, &mut random, &other_words)).collect()
}

fn note(number: usize, random: &mut Random, other_words: &[String]) -> NoteFile {
    let title = words(random, other_words, 5);
    let mut text =
        format!("---\ntitle: {title}\nvideoId: video{number:06}\n---\n\nFrom: [[channel]] <br/>\n");
    for _ in 0..4 + random.below(5) {
        text += &format!("\n## {}\n\n", words(random, other_words, 4));
        for _ in 0..1 + random.below(3) {
            text += &sentence(random, other_words);
            text.push(' ');
        }
        text.push('\n');
        for _ in 0..2 + random.below(5) {
            text += &format!(
                "\n*   **{}**: {}",
                words(random, other_words, 2),
                sentence(random, other_words)
            );
        }
        text.push('\n');
    }
    NoteFile::new(format!("note_{number}.md"), text)
}

fn sentence(random: &mut Random, other_words: &[String]) -> String {
    let length = 8 + random.below(18);
    let mut sentence = words(random, other_words, length);
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let seconds = random.below(7200);
    let time = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{sentence} <a class=\"yt-timestamp\" data-t=\"{time}\">[{time}]</a>.")
}

fn words(random: &mut Random, other_words: &[String], count: usize) -> String {
    let mut words = Vec::with_capacity(count);
    for _ in 0..count {
        let common = random.below(100) < 45;
        let word = if common {
            random.of(&COMMON_WORDS).copied()
        } else {
            // The product of two numbers favours small ones, as real texts favour few words.
            let rank = random.below(other_words.len()) * random.below(other_words.len())
                / other_words.len().max(1);
            other_words.get(rank).map(String::as_str)
        };
        words.extend(word);
    }
    words.join(" ")
}

fn made_up(random: &mut Random) -> String {
    const STARTS: [&str; 16] =
        ["b", "br", "c", "d", "f", "g", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "v"];
    const MIDDLES: [&str; 8] = ["a", "e", "i", "o", "u", "ea", "ou", "io"];
    const ENDS: [&str; 8] = ["n", "r", "t", "l", "s", "nt", "ck", ""];
    let mut word = String::new();
    for _ in 0..2 + random.below(3) {
        word.push_str(random.of(&STARTS).unwrap_or(&""));
        word.push_str(random.of(&MIDDLES).unwrap_or(&""));
    }
    word.push_str(random.of(&ENDS).unwrap_or(&""));
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use skillreel::note::Note;

    #[test]
    fn copies_differ_in_words_and_in_nothing_else() {
        let notes = generated(3);
        let many = scaled(&notes, 8);
        assert_eq!(many.len(), 8);
        assert_eq!(many[..3], notes);
        let (original, copy) = (many[0].text.read(), many[3].text.read());
        assert_ne!(original, copy);
        assert_eq!(original.len(), copy.len());
        let read = |file: &NoteFile| Note::read(&file.path, &file.text.read());
        let stamps = |note: &Note| note.claims().iter().map(|c| c.stamps.len()).sum::<usize>();
        let (original, copy) = (read(&many[0]), read(&many[3]));
        assert!(stamps(&original) > 5);
        assert_eq!(stamps(&original), stamps(&copy));
        assert_eq!(original.sections().len(), copy.sections().len());
        assert_eq!(scaled(&notes, 2), notes[..2]);
    }
}

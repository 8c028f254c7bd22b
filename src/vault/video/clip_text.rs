//! A list of clips as the short text that stands in addresses and storage.
//!
//! `907.909-a-note*12-folder/b`: the seconds of a note, then its id. What is near in the list and
//! of one note shares the id. A `*` in an id is written twice.

use crate::note::NoteId;

use super::clip::ClipRef;

/// The most clips that are read. A queue plays fewer, and says how many it leaves out.
const MOST_CLIPS_READ: usize = 1000;

/// Writes clips.
#[must_use]
pub fn write(clips: &[ClipRef]) -> String {
    let mut text = String::new();
    for group in clips.chunk_by(|clip, next| clip.note == next.note) {
        let Some(first) = group.first() else { continue };
        if !text.is_empty() {
            text.push('*');
        }
        let seconds: Vec<String> = group.iter().map(|clip| clip.seconds.to_string()).collect();
        text.push_str(&seconds.join("."));
        text.push('-');
        text.push_str(&first.note.0.replace('*', "**"));
    }
    text
}

/// Reads clips, and leaves out what is none.
#[must_use]
pub fn read(text: &str) -> Vec<ClipRef> {
    let mut clips = Vec::new();
    for group in groups(text) {
        let Some((seconds, note)) = group.split_once('-').filter(|(_, note)| !note.is_empty())
        else {
            continue;
        };
        let note = NoteId(note.into());
        let seconds = seconds.split('.').filter_map(|seconds| seconds.parse().ok());
        clips.extend(seconds.map(|seconds| ClipRef { note: note.clone(), seconds }));
    }
    clips.truncate(MOST_CLIPS_READ);
    clips
}

/// The parts between single `*`.
fn groups(text: &str) -> Vec<String> {
    let mut groups = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_end = letter == '*' && letters.next_if_eq(&'*').is_none();
        match groups.last_mut() {
            Some(group) if !is_end => group.push(letter),
            _ => groups.push(String::new()),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clips(list: &[(&str, u32)]) -> Vec<ClipRef> {
        let clip = |&(note, seconds): &(&str, u32)| ClipRef { note: NoteId(note.into()), seconds };
        list.iter().map(clip).collect()
    }

    #[test]
    fn a_list_round_trips() {
        let cases: [(&[(&str, u32)], &str); 5] = [
            (&[], ""),
            (&[("a", 907), ("a", 909), ("b-c", 0)], "907.909-a*0-b-c"),
            (&[("a", 1), ("b", 2), ("a", 3)], "1-a*2-b*3-a"),
            (&[("x*", 1), ("**y*3-z", 2)], "1-x***2-****y**3-z"),
            (&[("folder/a note & more", u32::MAX)], "4294967295-folder/a note & more"),
        ];
        for (list, text) in cases {
            assert_eq!(write(&clips(list)), text);
            assert_eq!(read(text), clips(list), "{text}");
        }
    }

    #[test]
    fn reads_what_it_can() {
        let cases: [(&str, &[(&str, u32)]); 6] = [
            ("***", &[]),
            ("1-", &[]),
            ("a", &[]),
            ("-a", &[]),
            ("1.x.-3.4-a*nonsense*5-b", &[("3.4-a", 1), ("b", 5)]),
            ("1..2.99999999999-a", &[("a", 1), ("a", 2)]),
        ];
        for (text, list) in cases {
            assert_eq!(read(text), clips(list), "{text}");
        }
        let many = ["1.".repeat(1500), "1-a".to_owned()].concat();
        assert_eq!(read(&many).len(), MOST_CLIPS_READ);
    }
}

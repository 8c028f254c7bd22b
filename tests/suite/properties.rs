//! What holds for every text, tried on thousands that chance makes up.
//!
//! The fuzzers in `fuzz/` hold the same for texts that are bred for coverage; these run everywhere.

#![allow(clippy::needless_update, reason = "a view may get more parts than are made up here")]

use proptest::collection::vec;
use proptest::prelude::*;
use skillreel::export::formats::html::static_page;
use skillreel::matrix::{LevelId, Matrix, SkillId};
use skillreel::note::{Code, Note, NoteId};
use skillreel::search::{Marker, Query};
use skillreel::text::{fold, slug, words};
use skillreel::vault::Vault;
use skillreel::video::{StampTime, clock};
use skillreel::view_state::ViewState;
use test_support::{markup, shown};

/// Pieces that notes are made of; put together at random they break every rule of Markdown.
const PIECES: [&str; 46] = [
    "word",
    "Élan ",
    "कौशल",
    "\u{301}",
    "\n",
    "\n\n",
    "  ",
    "\t",
    "    ",
    "# ",
    "## Skills for new PMs\n\n",
    "- ",
    "1. ",
    "> ",
    "* **Bake**: ",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "```\n",
    "[",
    "]",
    "](",
    ")",
    "[[",
    "]]",
    "|",
    "| a | b |\n|---|---|\n",
    "<!-- skills -->\n",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<details><summary>",
    "</summary>",
    "</details>",
    "<br/>",
    "<a class=\"yt-timestamp\" data-t=\"00:12:22\">",
    "[00:12:22]</a>",
    "<a data-t='12:11:00'>",
    "[5:50]",
    "[^1]",
    "[^1]: ",
    "---\n",
    "https://youtu.be/7gaPPrAd7nc?t=7",
];

/// A note's text: pieces, among them some of any characters.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => (0..PIECES.len()).prop_map(|at| PIECES[at].to_owned()),
        1 => any::<String>(),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A line without a line end.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}: [ -~]{0,20}",
        "[ \\t]{0,3}[a-zA-Z:#'\" -]{0,20}",
        any::<String>().prop_map(|text| text.replace(['\n', '\r', '\0'], " ")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 512,
        // The same inputs in every run: what is new is looked for by the fuzzers, at night.
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        // A failure is a regression to be written down as a test, with a name.
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn reading_a_note_ends_and_loses_nothing(text in text()) {
        let note = Note::read("a.md", &text);
        prop_assert_eq!(shown::lost(&text, &note), []);
        let said = letters(&shown::said(&note));
        for claim in note.claims() {
            prop_assert!(claim.section < note.sections().len());
            prop_assert!(said.contains(&letters(&claim.text)), "{:?} is not shown", claim.text);
            prop_assert!(claim.stamps.iter().all(|stamp| stamp.seconds <= 43_200));
        }
        let lines = u32::try_from(text.lines().count()).unwrap() + 1;
        let lines = lines + u32::try_from(text.matches('\r').count()).unwrap();
        prop_assert!(note.problems().iter().all(|problem| (1..=lines).contains(&problem.line)));
        let vault = Vault::of(vec![note]);
        let page = static_page(&vault, &Matrix::of(&vault), vault.title());
        prop_assert_eq!(markup::is_plain(&page), Ok(()));
    }

    #[test]
    fn a_note_reads_the_same_each_time(text in text()) {
        prop_assert_eq!(Note::read("a.md", &text), Note::read("a.md", &text));
    }

    #[test]
    fn a_time_that_is_written_is_read_again(seconds in 0_u32..=43_200) {
        let hms = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
        let units = format!("{}h{}m{}s", seconds / 3600, seconds / 60 % 60, seconds % 60);
        for written in [clock(seconds), seconds.to_string(), units, hms] {
            // Twelve hours to the second are written as three fields, which then mean minutes.
            if seconds == 43_200 && written.contains(':') {
                continue;
            }
            let read = StampTime::parse(&written).map(|time| (time.seconds, time.repair));
            prop_assert_eq!(read, Ok((seconds, None)), "{}", written);
            let bracketed = format!(" [{written}] ");
            let read = StampTime::parse(&bracketed).map(|time| time.seconds);
            prop_assert_eq!(read, Ok(seconds), "{}", bracketed);
        }
    }

    #[test]
    fn what_is_read_as_a_time_is_one(text in "[0-9:.hmsPT\\[\\]\" -]{0,14}|\\PC{0,12}") {
        if let Ok(time) = StampTime::parse(&text) {
            prop_assert!(time.seconds <= 43_200);
            prop_assert!(time.if_past_end.is_none_or(|seconds| seconds <= 43_200));
            prop_assert!(text.bytes().any(|byte| byte.is_ascii_digit()));
            prop_assert!(!text.contains(['-', '+']));
        }
    }

    #[test]
    fn front_matter_never_loses_a_line(block in vec(line(), 0..8), body in "[a-z]{1,9}( [a-z]{1,9}){0,9}") {
        let is_fence = |line: &str| matches!(line.trim_end(), "---" | "...");
        prop_assume!(!block.iter().any(|line| is_fence(line)));
        let lines = block.join("\n");
        // Closed, its lines are read or named, and all of the body stays.
        let closed = Note::read("a.md", &format!("---\n{lines}\n---\n{body}\n"));
        let said: Vec<&str> = closed.claims().iter().map(|claim| claim.text.as_str()).collect();
        prop_assert_eq!(said, [body.as_str()]);
        for (line, number) in block.iter().zip(2..) {
            let content = line.trim();
            let may_continue = number > 2 && (line.len() > line.trim_start().len() || content.starts_with("- "));
            if content.is_empty() || content.starts_with('#') || content.contains(':') || may_continue {
                continue;
            }
            let is_told = closed.problems().iter().any(|p| (p.line, p.code) == (number, Code::FrontMatterLine));
            prop_assert!(is_told, "line {} {:?} is dropped in silence", number, line);
        }
        // Never closed, all of it is body.
        let open = format!("---\n{lines}\n\n{body}\n");
        let note = Note::read("a.md", &open);
        prop_assert_eq!(shown::lost(&open, &note), []);
    }

    #[test]
    fn a_view_round_trips(
        level in proptest::option::of(0..LevelId::KNOWN.len()),
        query in "\\PC{0,40}",
        skill in proptest::option::of("\\PC{1,20}"),
        note in proptest::option::of("\\PC{1,20}"),
        section in proptest::option::of("\\PC{1,20}"),
        seconds in proptest::option::of(any::<u32>()),
    ) {
        let state = ViewState {
            level: level.map(|at| LevelId::KNOWN[at]),
            query,
            skill: skill.map(|id| SkillId(id.into())),
            note: note.map(|id| NoteId(id.into())),
            section,
            seconds,
            ..ViewState::default()
        };
        prop_assert_eq!(ViewState::from_fragment(&format!("#{}", state.to_fragment())), state);
    }

    #[test]
    fn a_fragment_reads_the_same_after_writing(
        fragment in "#?((level|q|skill|note|section|t|role|video|sort)=[a-z0-9%+&#=]{0,9}&){0,6}|\\PC{0,60}",
    ) {
        let state = ViewState::from_fragment(&fragment);
        prop_assert_eq!(ViewState::from_fragment(&state.to_fragment()), state);
    }

    #[test]
    fn marks_lie_on_whole_characters(text in "(\\PC|[a-cé'’ İßﬁ\u{301}]){0,40}", query in "(\\PC|[a-cé'’ İßﬁ\u{301}]){0,12}") {
        let mut end = 0;
        for mark in Marker::of(&Query::read(&query)).marks(&text) {
            prop_assert!(mark.start >= end && mark.end > mark.start, "{:?} after {}", mark, end);
            end = mark.end;
            // Out of bounds or inside a character it would be none.
            let marked = text.get(mark);
            prop_assert!(marked.is_some());
            let marked: Vec<String> = words(marked.unwrap_or_default()).collect();
            prop_assert_eq!(marked.len(), 1);
            let marked = typed_out(&marked[0]);
            let is_typed = words(&query).any(|typed| {
                // A word in a script without spaces is looked for in pieces.
                let in_pieces = typed.chars().any(is_uncased) && typed.contains(&marked[..first_letter(&marked)]);
                in_pieces || marked.starts_with(&typed_out(&typed))
            });
            prop_assert!(is_typed, "{:?}", marked);
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.as_str());
        prop_assert_eq!(slug(&slug(&text)), slug(&text));
    }
}

/// A word with the letters that few keyboards have as people type them: the search takes both.
fn typed_out(word: &str) -> String {
    let typed =
        [('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('ø', "o"), ('ł', "l"), ('đ', "d"), ('ð', "d")];
    typed.iter().fold(word.to_owned(), |word, (letter, typed)| word.replace(*letter, typed))
}

/// Whether a letter or digit has no case, as in scripts that write words without spaces between them.
fn is_uncased(letter: char) -> bool {
    !letter.is_ascii() && !letter.is_lowercase() && !letter.is_uppercase()
}

/// Where the first letter of a word ends.
fn first_letter(word: &str) -> usize {
    word.chars().next().map_or(0, char::len_utf8)
}

pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

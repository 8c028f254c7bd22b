//! Marks that are written into a note for its author: they do what they are for, and nothing else.

use proptest::collection::vec;
use proptest::prelude::*;
use skillreel::matrix::{
    ExplainedPart, LevelId, MarkRefused, MarkToWrite, Matrix, Rule, Why, why, with_mark,
};
use skillreel::note::{Code, Note};
use skillreel::vault::{NoteFile, Vault};
use test_support::shown;

use super::workbooks::{book, check, sheet};
use crate::properties::{letters, text};

/// The mark that a note's only list or table which names no skills may have.
fn offered(path: &str, text: &str) -> Option<MarkToWrite> {
    let unread: Vec<Why> =
        why(&Note::read(path, text)).into_iter().filter(|why| !why.made).collect();
    assert_eq!(unread.len(), 1, "{text:?}: {unread:?}");
    unread[0].mark
}

fn skills(path: &str, text: &str) -> Vec<String> {
    let matrix = Matrix::of(&Vault::of(vec![Note::read(path, text)]));
    matrix.skills.into_iter().map(|skill| skill.name).collect()
}

#[test]
fn a_mark_above_a_list_makes_it_skills() {
    let cases = [
        // The text before the mark, and what follows it.
        ("", "- **Knead**: long\n- **Wait**: longer\n"),
        ("# Hiring\n\n", "- **Knead**: long\n- **Wait**: longer\n\nThe end.\n"),
        ("# Hiring\r\n\r\n", "- **Knead**: long\r\n- **Wait**: longer\r\n"),
        ("# Hiring\r\r", "- **Knead**: long\r- **Wait**: longer\r"),
        ("\u{feff}# Hiring\n", "* **Knead**: long\n* **Wait**: longer"),
        ("---\ntitle: N\n---\nWe hired:\n", "1. **Knead** [0:10]\n2. **Wait** [0:20]\n"),
        ("## Bread\n\nOn bread:\n\n", "  - Knead\n  - Wait\n"),
        ("%%hidden\nfor long%%\n\n", "- **Knead**: long\n- **Wait**: longer\n"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\n## Hiring\n", "+ Knead: long\n+ Wait: longer\n"),
    ];
    for (before, list) in cases {
        let text = [before, list].concat();
        let is_list = |why: &&Why| !why.made && why.mark.is_some_and(MarkToWrite::takes_level);
        let all = why(&Note::read("n.md", &text));
        let found = all.iter().find(is_list).unwrap_or_else(|| panic!("{text:?}: {all:?}"));
        let mark = found.mark.unwrap();
        let end = if text.contains("\r\n") {
            "\r\n"
        } else if text.contains('\r') {
            "\r"
        } else {
            "\n"
        };
        let indent = &list[..list.len() - list.trim_start().len()];
        for (level, written) in
            [(None, "<!-- skills -->"), (Some(LevelId::SENIOR), "<!-- skills: senior -->")]
        {
            let marked = with_mark("n.md", &text, mark.at(level));
            let marked = marked.unwrap_or_else(|refused| panic!("{text:?}: {refused:?}"));
            assert_eq!(marked, format!("{before}{indent}{written}{end}{list}"));
            assert_eq!(skills("n.md", &marked), ["Knead", "Wait"], "{marked:?}");
            let after = why(&Note::read("n.md", &marked));
            assert!(after.iter().any(|why| why.rule == Rule::MarkedSkills && why.names == 2));
        }
    }
}

#[test]
fn ladder_true_makes_a_table_one() {
    let cases = [
        ("n.md", "| Skill | S1 | S2 | S3 |\n|---|---|---|---|\n| Knead | a | b | c |\n"),
        (
            "n.md",
            "---\ntitle: Bread\r\n---\r\n| Skill | S1 | S2 | S3 |\r\n|---|---|---|---|\r\n| Knead | a | b | c |\r\n",
        ),
        (
            "n.md",
            "# Bread\n\n<table><tr><th>Skill</th><th>S1</th><th>S2</th><th>S3</th></tr>\
             <tr><td>Knead</td><td>a</td><td>b</td><td>c</td></tr></table>\n",
        ),
        (
            "n.html",
            "<!doctype html><title>B</title><h1>Bread</h1><table><tr><th>Skill</th><th>S1</th><th>S2</th><th>S3</th></tr>\
             <tr><td>Knead</td><td>a</td><td>b</td><td>c</td></tr></table>\n",
        ),
        ("n.csv", "Skill,S1,S2,S3\nKnead,a,b,c\n"),
        ("n.csv", "\u{feff}Skill;S1;S2;S3\r\nKnead;a;b;c\r\n"),
        ("n.csv", "sep=;\r\nSkill;S1;S2;S3\r\nKnead;a;b;c\r\n"),
        ("n.tsv", "Skill\tS1\tS2\tS3\nKnead\ta\tb\tc\n"),
    ];
    for (path, text) in cases {
        assert_eq!(skills(path, text), Vec::<String>::new(), "{text:?}");
        let mark = offered(path, text).unwrap_or_else(|| panic!("no mark for {text:?}"));
        let marked = with_mark(path, text, mark);
        let marked = marked.unwrap_or_else(|refused| panic!("{text:?}: {refused:?}"));
        assert_eq!(skills(path, &marked), ["Knead"], "{marked:?}");
        let note = Note::read(path, &marked);
        let levels = Matrix::of(&Vault::of(vec![note.clone()])).levels.len();
        assert_eq!(levels, 3, "{marked:?}");
        // A ladder needs no video.
        let is_other = |code: &Code| *code != Code::VideoMissing;
        let problems = |note: &Note| {
            note.problems().iter().map(|problem| problem.code).filter(is_other).collect::<Vec<_>>()
        };
        assert_eq!(problems(&note), problems(&Note::read(path, text)), "{marked:?}");
    }
}

#[test]
fn what_cannot_be_marked_is_refused() {
    let list = |above| MarkToWrite::Skills { level: None, above };
    let cases = [
        ("n.md", "> - **Knead**: long\n> - **Wait**: longer\n", list(1), MarkRefused::Inside),
        ("n.md", "<ul>\n<li><b>Knead</b>: long</li>\n</ul>\n", list(2), MarkRefused::Inside),
        ("n.md", "- a\n  - b\n    - **Knead**: long\n", list(3), MarkRefused::Inside),
        ("n.md", "- **Knead**: long\n", list(9), MarkRefused::NoUse),
        ("n.md", "No list.\n", list(1), MarkRefused::Inside),
        ("n.csv", "Skill,S1\nKnead,a\n", list(1), MarkRefused::OfFile),
        ("n.csv", "Skill,S1\nKnead,a\n", MarkToWrite::Ladder, MarkRefused::OfFile),
        ("n.html", "<ul><li>Knead</li></ul>", list(1), MarkRefused::OfFile),
        ("n.md", "No table.\n", MarkToWrite::Ladder, MarkRefused::NoUse),
        ("n.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n- a\n", list(4), MarkRefused::OfFile),
    ];
    for (path, text, mark, want) in cases {
        assert_eq!(with_mark(path, text, mark), Err(want), "{text:?}");
    }
}

#[test]
fn a_ladder_does_not_cost_the_skills_of_lists() {
    let text = "## Baking skills\n- **Knead**: long\n- **Wait**: longer\n\n## Steps\n\n\
                | Step | S1 | S2 | S3 |\n|---|---|---|---|\n| Mix | a | b | c |\n";
    assert_eq!(offered("n.md", text), None);
    assert_eq!(with_mark("n.md", text, MarkToWrite::Ladder), Err(MarkRefused::ChangesMore));
}

#[test]
fn what_speaks_of_other_things_did_not_nearly_count() {
    let nearly = |path: &str, text: &str| {
        let all = why(&Note::read(path, text));
        all.iter().filter(|why| why.nearly_counted()).count()
    };
    let cases = [
        ("n.md", "## For researchers\n- **Curiosity**: asks\n- **Grit**: goes on\n", 1),
        ("n.md", "## Traits\n- **Curiosity**: asks\n- **Grit**: goes on\n", 1),
        ("n.md", "## Hiring\nIn designers:\n\n- **Curiosity**: asks\n- **Grit**: goes on\n", 1),
        // No word of people over it.
        ("n.md", "## Flour\n- **Curiosity**: asks\n- **Grit**: goes on\n", 0),
        // One label, or most items without one.
        ("n.md", "## For researchers\n- **Curiosity**: asks\n", 0),
        ("n.md", "## Traits\n- **Curiosity**: asks\n- **Grit**: on\n- we\n- had\n- tea then\n", 0),
        // Of people, of mistakes, of what counts already, marked as none.
        ("n.md", "## For researchers\n- **Senior Designers**: two\n- **Engineers**: three\n", 0),
        ("n.md", "## Mistakes of managers\n- **Haste**: asks\n- **Waste**: goes on\n", 0),
        ("n.md", "## Skills of managers\n- **Curiosity**: asks\n- **Grit**: goes on\n", 0),
        ("n.md", "## Traits\n<!-- no skills -->\n- **Curiosity**: asks\n- **Grit**: goes on\n", 0),
        ("n.md", "| Bread | Price |\n|---|---|\n| Rye | 3 |\n", 0),
        ("n.md", "| Skill | S1 | S2 | S3 |\n|---|---|---|---|\n| Knead | a | b | c |\n", 1),
        ("n.csv", "Skill,S1,S2,S3\nKnead,a,b,c\n", 1),
        ("n.csv", "Name,Team,Python,Go\nAda,Core,3,1\nBo,Core,1,2\n", 0),
    ];
    for (path, text, want) in cases {
        assert_eq!(nearly(path, text), want, "{text:?}");
    }
}

#[test]
fn a_sheet_of_a_workbook_may_say_that_it_is_a_ladder() {
    let rows: &[&[&str]] =
        &[&["Skill", "S1", "S2", "S3"], &["Kneading", "Weighs", "Mixes", "Tastes"]];
    let (plain, coded) = (sheet(&[&["Flour", "Rye"]], ""), sheet(rows, ""));
    let bytes = book(&[("Flour", "visible", &plain), ("Bread", "visible", &coded)], "");
    // A workbook's author writes a row; in the page it is written for them into what was read of the workbook.
    let file = NoteFile::from_bytes("book.xlsx", &bytes);
    let marks: Vec<_> = why(&file.read()).iter().filter_map(|why| why.mark).collect();
    let text = with_mark("book.xlsx", &file.text.read(), marks[0]).unwrap();
    let marked = NoteFile::new("book.xlsx", text).read();
    let names: Vec<String> =
        Matrix::of(&Vault::of(vec![marked])).skills.into_iter().map(|skill| skill.name).collect();
    assert_eq!((marks.len(), names), (1, vec!["Kneading".to_owned()]));
    let rows = [&[&["ladder: true"] as &[&str]], rows].concat();
    let bytes = book(&[("Bread", "visible", &sheet(&rows, ""))], "");
    let want = ["Kneading @s1: Weighs", "Kneading @s2: Mixes", "Kneading @s3: Tastes"];
    check(&bytes, &want, &[]);
}

/// A part of a well-formed note.
fn part() -> impl Strategy<Value = String> {
    const PARTS: [&str; 9] = [
        "## Bread\n\nIt rises [0:20].\n\n",
        "> A word\n> of others\n\n",
        "| a | b |\n|---|---|\n| c | d |\n\n",
        "## Skills of bakers\n\n1. **Knead**: long\n2. **Wait**: longer\n\n",
        "```\n- **Code**: x\n```\n\n",
        "- We\n- Had\n  - **Tea**: often\n\n",
        "<details><summary>More</summary>\n\n- **Salt**: last\n\n</details>\n\n",
        "They were:\n\n<!-- no skills -->\n- **Ada**: first\n\n",
        "### Qualities\n\n%%a remark%%\n\n",
    ];
    (0..PARTS.len()).prop_map(|at| PARTS[at].to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_mark_makes_its_list_skills_and_nothing_else(text in text(), others in vec(part(), 0..5), at in 0..5_usize) {
        // A list among other parts of a note can always be marked, and whatever else is offered is of use or refused.
        let mut parts = others;
        let at = at.min(parts.len());
        parts.insert(at, "## Hiring\n\n- **Curiosity**: asks\n- **Grit**: goes on [0:10]\n\n".to_owned());
        for (text, is_sure) in [(text, false), (parts.concat(), true)] {
            let before = Note::read("a.md", &text);
            let whys = why(&before);
            for asked in &whys {
                let Some(mark) = asked.mark else { continue };
                let Ok(marked) = with_mark("a.md", &text, mark) else {
                    prop_assert!(!(is_sure && mark.takes_level() && asked.heading == "Hiring"), "{text:?}");
                    continue;
                };
                let after = Note::read("a.md", &marked);
                prop_assert_eq!(letters(&shown::said(&before)), letters(&shown::said(&after)));
                if mark.takes_level() {
                    let same = text.bytes().zip(marked.bytes()).take_while(|(a, b)| a == b).count();
                    prop_assert!(marked.as_bytes().ends_with(&text.as_bytes()[same..]));
                    let moved = |why: &Why| if why.line >= asked.line { why.line + 1 } else { why.line };
                    let is_list = |why: &&Why| matches!(why.kind, ExplainedPart::List { .. });
                    let whys_after = why(&after);
                    prop_assert_eq!(whys.len(), whys_after.len());
                    let lists = whys.iter().filter(is_list).zip(whys_after.iter().filter(is_list));
                    for (old, new) in lists {
                        prop_assert_eq!(moved(old), new.line);
                        let is_asked = old.line == asked.line;
                        prop_assert_eq!(new.rule, if is_asked { Rule::MarkedSkills } else { old.rule });
                        prop_assert_eq!(new.made, is_asked || old.made);
                    }
                }
            }
        }
    }
}

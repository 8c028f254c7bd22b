//! Tests of `links`.

use super::*;
use crate::vault::{NoteFile, Vault};

fn vault(files: &[(&str, &str)]) -> Vault {
    let files: Vec<NoteFile> =
        files.iter().map(|(path, text)| NoteFile::new(*path, *text)).collect();
    Vault::read(&files)
}

#[test]
fn finds_notes_by_file_name_then_by_title() {
    let vault = vault(&[
        ("a/from.md", "---\ntitle: From\n---\n[[x]]"),
        ("a/think_big.md", "---\ntitle: Other\n---\nx"),
        ("b/think_big.md", "---\ntitle: Elan vital\n---\nx"),
    ]);
    let from = &vault.notes()[0];
    let cases = [
        ("Think Big", Some("a/think_big")),
        ("think_big", Some("a/think_big")),
        ("b/Think big", Some("b/think_big")),
        ("think_big.md", Some("a/think_big")),
        ("Élan Vital", Some("b/think_big")),
        ("", Some("a/from")),
        ("nowhere", None),
        ("???", None),
    ];
    for (target, want) in cases {
        let link = WikiLink {
            target: target.into(),
            heading: None,
            has_alias: false,
            content: vec![],
            line: 1,
            role: LinkRole::Link,
        };
        let got = vault.resolve(from, &link).note().map(|note| &*note.id.0);
        assert_eq!(got, want, "{target:?}");
    }
}

/// docs/FAULTS.md, 24.
#[test]
fn fault_24_of_notes_with_one_name_the_nearest_is_meant_or_none() {
    let vault = vault(&[
        ("a/trust.md", "---\ntitle: Trust\nvideoId: 7gaPPrAd7nc\n---\n[[trust]]"),
        ("b/trust.md", "---\ntitle: Trust\nvideoId: 7gaPPrAd7nc\n---\nx"),
        ("c/from.md", "---\ntitle: C\nvideoId: 7gaPPrAd7nc\n---\n[[Trust]] [[b/trust]]"),
    ]);
    let found = |at: usize| -> Vec<(Code, Option<String>)> {
        vault.problems_of(&vault.notes()[at]).map(|p| (p.code, p.suggestion)).collect()
    };
    assert_eq!(found(0), [(Code::TitleDuplicate, None)]);
    assert_eq!(found(2), [(Code::LinkAmbiguous, Some("[[a/trust]]".into()))]);
    let paths = |id: &str| -> Vec<&str> {
        let id = NoteId(id.into());
        vault.backlinks(&id).into_iter().map(|note| note.path.as_str()).collect()
    };
    assert_eq!((paths("a/trust"), paths("b/trust")), (vec!["c/from.md"], vec!["c/from.md"]));
}

/// docs/FAULTS.md, 20.
#[test]
fn fault_20_a_link_to_nowhere_is_a_problem_once_a_target() {
    let vault =
        vault(&[("a.md", "---\ntitle: A\nvideoId: 7gaPPrAd7nc\n---\n[[x]] [[X]]\n\n[[y|z]]\n")]);
    let found: Vec<(u32, Code)> =
        vault.problems_of(&vault.notes()[0]).map(|p| (p.line, p.code)).collect();
    assert_eq!(found, [(5, Code::LinkMissing), (7, Code::LinkMissing)]);
}

#[test]
fn a_note_is_found_by_its_aliases_and_without_an_exports_hash() {
    let hash = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    let vault = vault(&[
        (
            "from.md",
            "---\naliases: [Start here, \"x, y\"]\n---\n[[A]] [[b]] [[Hiring]] [[start here]]",
        ),
        ("long.md", "---\ntitle: Long\naliases:\n  - A\n  - 'B'\n---\nx"),
        (&format!("Hiring {hash}.md"), "x"),
        ("logseq.md", "alias:: C, [[D]]\n\n- x"),
    ]);
    let from = &vault.notes()[0];
    let aliases = |at: usize| vault.notes()[at].aliases.clone();
    assert_eq!(aliases(0), ["Start here", "x, y"]);
    assert_eq!(aliases(3), ["C", "D"]);
    assert_eq!(vault.notes()[2].title, "Hiring");
    assert_eq!(from.links().len(), 4);
    assert!(from.links().iter().all(|link| vault.resolve(from, link).note().is_some()));
    assert!(vault.problems_of(from).all(|problem| problem.code != Code::LinkMissing));
}

#[test]
fn what_need_not_be_there_is_not_missed() {
    let vault = vault(&[(
        "a.md",
        "# [[Tag]]\n\non:: [[Area]]\n\n![[part#^x]] ![[a.png]] [[2025-01-05]] [[January 5th, 2025]] [[x 5]]",
    )]);
    let missed: Vec<String> = vault
        .problems_of(&vault.notes()[0])
        .filter(|problem| problem.code == Code::LinkMissing)
        .map(|problem| problem.message)
        .collect();
    assert_eq!(missed.len(), 1, "{missed:?}");
    assert!(missed[0].contains("x 5"));
    assert!(is_day("2022/07") && is_day("5 May 2024") && !is_day("2024"));
    assert!(!is_day("March 2") && !is_day("A 2024"));
}

#[test]
fn knows_who_links_here() {
    let vault = vault(&[("a.md", "[[b]]"), ("b.md", "[[b]]"), ("c.md", "x")]);
    let names = |id: &str| -> Vec<String> {
        let id = NoteId(id.into());
        vault.backlinks(&id).iter().map(|note| note.path.clone()).collect()
    };
    assert_eq!(names("b"), ["a.md"]);
    assert!(names("c").is_empty());
}

//! Words that are spelt otherwise, marked, or packed.

use super::*;

#[test]
fn suggests_the_spelling_of_the_notes() {
    let (index, _) = index(&[TALK]);
    let cases = [
        ("stratgey", Some("strategy")),
        ("Slowly stratgey!", Some("Slowly strategy!")),
        // Too far to be searched for, near enough to be meant.
        ("strtgy", Some("strategy")),
        ("zzzzzzzz", None),
        ("slowly", None),
        ("strat", None),
        ("2024", None),
    ];
    for (query, want) in cases {
        let answer = index.search(&Query::read(query), 10);
        assert_eq!(answer.suggestion.as_deref(), want, "{query:?}");
    }
}

#[test]
fn marks_what_was_matched() {
    let (index, _) = index(&[TALK]);
    let text = "A written strategy; strategies, strategic";
    let cases: [(&str, &[&str]); 3] = [
        ("stratgey", &["strategy"]),
        ("strategy", &["strategy", "strategies"]),
        ("writ strat", &["writ", "strat", "strat", "strat"]),
    ];
    for (query, want) in cases {
        let answer = index.search(&Query::read(query), 10);
        let marks = answer.marker.marks(text);
        let got: Vec<&str> = marks.into_iter().map(|place| &text[place]).collect();
        assert_eq!(got, want, "{query:?}");
    }
}

#[test]
fn a_packed_index_answers_as_the_one_it_was_made_of() {
    let bodies = [
        "## Baking\n\n- Knead the dough @\n- Rest\n\n`code here`",
        "Knead. Knead it again, rest @",
    ];
    let (index, notes) = index(&bodies);
    let packed = index.pack();
    let ids: Vec<NoteId> = notes.iter().map(|note| note.id.clone()).collect();
    let skills: Vec<Arc<str>> = vec!["earn-trust".into(), "communicate".into()];
    let again = packed.unpack(skills.clone(), ids.clone()).unwrap();
    assert_eq!(again.pack(), packed, "and packs the same way");
    for query in
        ["knead", "\"knead the dough\"", "kn", "kneed", "code", "trust", "rest -dough", "number1"]
    {
        let query = Query::read(query);
        assert_eq!(again.search(&query, 10), index.search(&query, 10), "{query:?}");
    }
    assert!(packed.unpack(skills.clone(), Vec::new()).is_none(), "notes that are not there");
    assert!(packed.unpack(Vec::new(), ids).is_none(), "skills that are not there");
}

#[test]
fn what_some_write_as_one_word_and_others_as_two_is_found_both_ways() {
    let body = "Every choice has trade-offs @. A tradeoff is a choice @. Write a plug-in first @. \
        The plugin came later @. People log in daily @. The login failed @. Send an e-mail @. \
        The trade was off @. In plugs @.\n";
    let trade = ["A tradeoff is a choice.", "Every choice has trade-offs."];
    let cases: [(&str, &[&str]); 12] = [
        ("tradeoff", &trade),
        ("tradeoffs", &trade),
        ("trade-off", &[trade[1], trade[0], "The trade was off."]),
        ("trade offs", &[trade[1], "The trade was off.", trade[0]]),
        ("plugin", &["The plugin came later.", "Write a plug-in first."]),
        ("plugins", &["The plugin came later.", "Write a plug-in first."]),
        ("plug-in", &["Write a plug-in first.", "The plugin came later.", "In plugs."]),
        ("login", &["The login failed.", "People log in daily."]),
        ("log in", &["People log in daily.", "The login failed."]),
        ("email", &["Send an e-mail."]),
        ("\"tradeoffs\"", &[]),
        ("plugin -login", &["The plugin came later.", "Write a plug-in first."]),
    ];
    for (query, want) in cases {
        let (mut got, mut want) = (found(&[body], query), want.to_vec());
        if matches!(query, "tradeoff" | "plugin" | "login" | "log in") {
            assert_eq!(got.first().map(String::as_str), want.first().copied(), "{query:?}");
        }
        got.sort();
        want.sort_unstable();
        assert_eq!(got, want, "{query:?}");
    }
    let (index, _) = index(&[body]);
    let marked: [(&str, &[&str]); 3] = [
        ("tradeoffs", &["trade", "offs", "tradeoff"]),
        ("log-in", &["log", "in", "login", "in"]),
        ("plugin", &["plug", "in", "plugin"]),
    ];
    for (query, want) in marked {
        let text = "trade-offs, a tradeoff; log in, login; plug-in or plugin in";
        let marker = index.search(&Query::read(query), 10).marker;
        let got: Vec<&str> = marker.marks(text).into_iter().map(|place| &text[place]).collect();
        let want: Vec<&str> = want.to_vec();
        assert!(want.iter().all(|word| got.contains(word)), "{query:?}: {got:?}");
    }
}

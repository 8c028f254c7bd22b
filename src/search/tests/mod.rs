//! The search's rules, each with examples.

mod spelling;

use std::sync::Arc;

use crate::note::{Note, NoteId};
use crate::search::{Candidate, Group, Hit, Index, Query, SkillEntry, Target, Tier};

const STAMP: &str = "<a class=\"yt-timestamp\" data-t=\"00:12:22\">[00:12:22]</a>";

/// An index of one note for each of some bodies, and of a few skills.
fn index(bodies: &[&str]) -> (Index, Vec<Note>) {
    let notes: Vec<Note> = bodies
        .iter()
        .enumerate()
        .map(|(n, body)| {
            let body = body.replace('@', STAMP);
            let text = format!("---\ntitle: Title number{n}\nvideoId: 7gaPPrAd7nc\n---\n{body}");
            Note::read(&format!("{n}.md"), &text)
        })
        .collect();
    let skill = |id: &str, name: &str, spellings: &[&str]| SkillEntry {
        id: id.into(),
        name: name.into(),
        spellings: spellings.iter().map(|&spelling| spelling.into()).collect(),
    };
    let mut index = Index::new();
    index.add_skills([
        skill("earn-trust", "Earn trust", &["Build confidence"]),
        skill("communicate", "Communicate", &[]),
    ]);
    notes.iter().for_each(|note| index.add_note(note));
    (index, notes)
}

fn text(notes: &[Note], hit: &Hit) -> String {
    let note = |id: &crate::note::NoteId| notes.iter().find(|note| note.id == *id).unwrap();
    match &hit.target {
        Target::Skill(id) => format!("skill {id}"),
        Target::Claim { note: id, claim, .. } | Target::Line { note: id, claim, .. } => {
            note(id).claim(*claim).unwrap().text.clone()
        }
        Target::Topic { note: id, section } => format!("# {}", note(id).sections()[*section].title),
        Target::Note(id) => note(id).title.clone(),
    }
}

/// The texts of what holds every word of a query.
fn found(bodies: &[&str], query: &str) -> Vec<String> {
    let (mut index, notes) = index(bodies);
    let query = Query::read(query);
    let texts = |index: &Index| -> Vec<String> {
        let hits = index.search(&query, 10).best(10);
        hits.iter().filter(|hit| hit.is_complete).map(|hit| text(&notes, hit)).collect()
    };
    let before = texts(&index);
    index.finish();
    assert_eq!(texts(&index), before, "the same while the index is being built");
    before
}

#[test]
fn a_text_with_every_word_as_typed_goes_before_a_shorter_one_with_their_forms() {
    let long = "Look back on every evening and choose the one moment that is worth a story, then keep a \
        recording of it with a brief description in a sheet.";
    let short = "Record a brief description.";
    let bodies = [format!("{short} @"), format!("{long} @")];
    let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
    assert_eq!(found(&bodies, "brief recording description"), [long, short]);
}

const TALK: &str = "## Honesty\nTrust grows slowly @. Élan helps teams @. Distrust spreads @. \
    Teams that trusted each other were promoted @.\n\n## Teams of writers\nWrite it down @. \
    A written strategy beats a spoken one @. To be or not to be @.\n\n```\nlet code = rest;\n```\n";

#[test]
fn finds_what_is_typed() {
    let cases: [(&str, &[&str]); 30] = [
        // Whole words before forms before starts; names before text.
        (
            "trust",
            &[
                "skill earn-trust",
                "Trust grows slowly.",
                "Teams that trusted each other were promoted.",
            ],
        ),
        (
            "trus",
            &[
                "skill earn-trust",
                "Trust grows slowly.",
                "Teams that trusted each other were promoted.",
            ],
        ),
        ("confidence", &["skill earn-trust"]),
        // Accents, case.
        ("ELAN", &["Élan helps teams."]),
        ("élan", &["Élan helps teams."]),
        // Other forms.
        ("promote", &["Teams that trusted each other were promoted."]),
        ("promoting", &["Teams that trusted each other were promoted."]),
        ("communication", &["skill communicate"]),
        ("strategies", &["A written strategy beats a spoken one."]),
        // Typos: swapped, missing, wrong, too many.
        ("stratgey", &["A written strategy beats a spoken one."]),
        ("distust", &["Distrust spreads."]),
        ("slawly", &["Trust grows slowly."]),
        ("spreadds", &["Distrust spreads."]),
        ("comunicat", &["skill communicate"]),
        ("elam", &["Élan helps teams."]),
        // None in short words.
        ("doen", &["Write it down."]),
        ("oor", &[]),
        // Every word, in whatever field, but one of them in the text itself.
        ("grows trust", &["Trust grows slowly."]),
        ("honesty élan", &["Élan helps teams."]),
        ("number0 élan", &["Élan helps teams."]),
        ("honesty", &["# Honesty"]),
        ("number0", &["Title number0"]),
        // Phrases.
        ("\"to be or not\"", &["To be or not to be."]),
        ("\"be to\"", &[]),
        ("\"written stra", &["A written strategy beats a spoken one."]),
        ("\"slowly élan\"", &[]),
        // What is left out.
        ("trust -slowly", &["skill earn-trust", "Teams that trusted each other were promoted."]),
        ("-trust", &[]),
        // What stands outside of claims leads to its topic.
        ("code", &["# Teams of writers"]),
        ("", &[]),
    ];
    for (query, want) in cases {
        assert_eq!(found(&[TALK], query), want, "{query:?}");
    }
}

#[test]
fn a_question_finds_what_tells() {
    let talk =
        "How do I do it @. I get it @. Do I get how it is @. How do they get this @. ".repeat(10);
    let told = "People get promoted for impact @.";
    let (index, notes) = index(&[&talk, told, &talk]);
    let answer = index.search(&Query::read("how do I get promoted?"), 10);
    let best = answer.hits(Group::Moments).first().map(|hit| text(&notes, hit));
    assert_eq!(best.as_deref(), Some("People get promoted for impact."));
}

#[test]
fn few_complete_results_are_followed_by_the_best_of_the_others() {
    let bodies =
        ["Apples are green @. Green pears cost less @. Pears cost more @. Plums @. It is so @."];
    let (index, notes) = index(&bodies);
    let answer = index.search(&Query::read("green pears"), 10);
    let hits: Vec<(String, bool)> = answer
        .hits(Group::Moments)
        .iter()
        .map(|hit| (text(&notes, hit), hit.is_complete))
        .collect();
    assert_eq!(hits[0], ("Green pears cost less.".into(), true));
    assert_eq!(hits.len(), 3, "{hits:?}");
    assert!(hits[1..].iter().all(|(_, is_complete)| !is_complete));
}

#[test]
fn a_claim_says_when_it_is_said_and_stamped_ones_come_first() {
    let (index, notes) =
        index(&["Plums are blue, and so is the sea\n\nPlums are blue, as is the sky @."]);
    let answer = index.search(&Query::read("plums"), 10);
    let hits = answer.hits(Group::Moments);
    let seconds: Vec<Option<u32>> = hits
        .iter()
        .map(|hit| match hit.target {
            Target::Claim { seconds, .. } => seconds,
            _ => panic!("{}", text(&notes, hit)),
        })
        .collect();
    assert_eq!(seconds, [Some(742), None]);
}

#[test]
fn headings_lift_the_claims_below_them() {
    let body = "## Pears\nPlums are as blue @.\n\n## Plums\nPlums are as sweet @.\n";
    assert_eq!(found(&[body], "plums"), ["# Plums", "Plums are as sweet.", "Plums are as blue."]);
}

#[test]
fn counts_all_and_gives_as_many_as_asked_for() {
    let (index, _) = index(&["Plums @. Red plums @. Plum trees @.", "## Plum\nPlums @."]);
    let answer = index.search(&Query::read("plums"), 2);
    assert_eq!((answer.hits(Group::Moments).len(), answer.total(Group::Moments)), (2, 4));
    assert_eq!((answer.total(Group::Topics), answer.count()), (1, 5));
    let only_second = |candidate: Candidate<'_>| match candidate {
        Candidate::Claim(note, _) if &*note.0 == "1" => Some(Tier::First),
        _ => None,
    };
    let answer = index.search_among(&Query::read("plums"), 2, &mut { only_second });
    assert_eq!((answer.total(Group::Moments), answer.count()), (1, 1));
}

#[test]
fn what_is_of_the_first_tier_stands_first_whatever_it_fits_like() {
    let plums = "Plums @. Plums are plums @. Red plums @. Plums and more plums @.";
    let (index, notes) = index(&[plums, "A tree with plums @. Plums of old @.", "Old trees @."]);
    let found = |query: &str, limit: usize| {
        let second = |candidate: Candidate<'_>| match candidate {
            Candidate::Claim(note, _) if &*note.0 == "1" => Some(Tier::First),
            Candidate::Claim(..) => Some(Tier::Other),
            _ => None,
        };
        let answer = index.search_among(&Query::read(query), limit, &mut { second });
        let hits = answer.hits(Group::Moments);
        let tiers = hits.iter().map(|hit| hit.tier == Tier::First).collect::<Vec<_>>();
        (tiers, answer.first(Group::Moments), answer.total(Group::Moments))
    };
    let (first, other) = (true, false);
    assert_eq!(found("plums", 9), (vec![first, first, other, other, other, other], 2, 6));
    // The counts are of all, and the first tier is not crowded out.
    assert_eq!(found("plums", 3), (vec![first, first, other], 2, 6));
    assert_eq!(found("plums", 1), (vec![first], 2, 6));
    // In a tier those with every word come first, and none of another tier between them.
    let old_trees = found("old tree", 9);
    assert_eq!(old_trees, (vec![first, first, other], 2, 3));
    let hits = index.search(&Query::read("old tree"), 9).best(9);
    assert_eq!(text(&notes, &hits[0]), "Old trees.");
    assert!(hits.iter().all(|hit| hit.tier == Tier::First), "without a filter all are alike");
}

//! What looks like a stamp is one, or the author is told why not: no time is dropped in silence.

use skillreel::vault::NoteFile;
use test_support::dialect_stats::DialectStats;
use test_support::folder;
use test_support::silent::silent;

use crate::shared::shared;

#[test]
fn what_looks_like_a_stamp_is_one_or_a_problem() {
    // Our own are there for everyone, the others where they are at hand.
    let own = folder::repository().join("tests/fixtures/gold");
    for notes in std::iter::once(own).chain(shared("notes")) {
        let stats = DialectStats::of(&folder::notes(&notes).unwrap());
        assert!(stats.notes > 0, "no note in {}", notes.display());
        let told: Vec<String> =
            stats.unaccounted.iter().map(|(file, token)| format!("{file}: {token:?}")).collect();
        assert!(told.is_empty(), "{} are neither:\n{}", told.len(), told.join("\n"));
    }
}

/// Apart from the reader's own grammar, over all the notes and habits there are.
#[test]
fn no_time_is_silent() {
    let own =
        [folder::repository().join("notes"), folder::repository().join("tests/fixtures/habits")];
    let elsewhere = ["notes", "gold/habits"].into_iter().filter_map(shared);
    let mut count = 0;
    let mut missed = Vec::new();
    for file in own.into_iter().chain(elsewhere).flat_map(|path| folder::notes(&path).unwrap()) {
        count += 1;
        let found = silent(&file.text.read(), &file.read());
        if !found.is_empty() {
            missed.push(format!("{}: {}", file.path, found.join(" ")));
        }
    }
    assert!(count > 10 && missed.is_empty(), "of {count} notes\n{}", missed.join("\n"));
}

#[test]
fn what_looks_like_a_stamp_in_the_bundled_notes_is_one() {
    let stats = DialectStats::of(&folder::notes(&folder::repository().join("notes")).unwrap());
    let fates = stats.stamps.values();
    assert!(fates.clone().map(|fate| fate.all).sum::<usize>() > 50, "{stats}");
    assert!(fates.clone().all(|fate| fate.read == fate.all), "{stats}");
}

#[test]
fn every_shape_of_the_dialect_is_accounted_for() {
    let text = include_str!("../../fixtures/hostile/stamps.md");
    let stats = DialectStats::of(&[NoteFile::new("stamps.md", text)]);
    assert_eq!(stats.unaccounted, [], "{stats}");
    for shape in test_support::tokens::Shape::ALL {
        assert!(stats.stamps.contains_key(&shape), "no {} in the fixture", shape.name());
    }
}

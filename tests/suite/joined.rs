//! A reader's notes that join those of a page give what reading all of them gives.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use skillreel::corpus::{Joined, entries};
use skillreel::matrix::Matrix;
use skillreel::note::{Note, NoteId};
use skillreel::search::{Answer, Group, Index, Query, Target};
use skillreel::vault::{NoteFile, Vault};
use test_support::folder;

use crate::shared::shared;

/// Every so many notes one is the reader's own, and of these every other one took the place of another.
const OWN_SHARE: usize = 40;

/// What is looked for: of words that stand everywhere, of few, of one's own, with a typo, as a phrase, and none.
const QUERIES: [&str; 12] = [
    "trust",
    "product sense",
    "\"product manager\"",
    "communicate -trust",
    "stratgey",
    "the",
    "zebrafish",
    "zebrafis",
    "roadmap quarter",
    "interview",
    "a/b test",
    "qqqq",
];

/// The page's notes, and all of them with the reader's own.
fn files(all: Vec<NoteFile>) -> (Vec<NoteFile>, Vec<NoteFile>, HashSet<String>) {
    let (mut page, mut joined, mut own) = (Vec::new(), Vec::new(), HashSet::new());
    let mut last = Vec::new();
    for (number, file) in all.into_iter().enumerate() {
        match number % OWN_SHARE {
            7 => {
                own.insert(file.path.clone());
                let text = [&file.text.read(), "\n\n* A zebrafish swam by [00:01:00]\n"].concat();
                joined.push(NoteFile::new(file.path.clone(), text));
                page.push(file);
            }
            27 => {
                own.insert(file.path.clone());
                last.push(file);
            }
            _ => {
                page.push(file.clone());
                joined.push(file);
            }
        }
    }
    joined.append(&mut last);
    (page, joined, own)
}

/// What was found, those that fit alike in no order.
fn found(answer: &Answer) -> Vec<(usize, BTreeSet<String>)> {
    let told = |target: &Target| format!("{target:?}");
    let of = |group: Group| {
        let hits = answer.hits(group).iter().filter(|hit| hit.is_complete);
        (answer.total(group), hits.map(|hit| told(&hit.target)).collect())
    };
    Group::ALL.map(of).to_vec()
}

#[test]
fn own_notes_that_join_a_page_give_what_reading_all_gives() {
    let Some(vault) = shared("notes/vault") else { return };
    let all = folder::notes(&vault).expect("the shared folder can be read");
    let (page, files, own) = files(all);
    let before = Vault::read(&page);
    let matrix_before = Matrix::of(&before);
    let read = Vault::read(&files);
    let matrix = Matrix::of(&read);

    let mut vault = Vault::default();
    for note in read.notes() {
        let known = before.notes().iter().find(|known| known.path == note.path);
        let known = known.filter(|_| !own.contains(&note.path));
        vault.push(known.unwrap_or(note).clone());
    }
    vault.compare();
    let is_own = |note: &Note| own.contains(&note.path);
    vault.join(&before, &before.dangling(), is_own);
    for note in read.notes() {
        let from = |vault: &Vault| -> Vec<NoteId> {
            vault.backlinks(&note.id).into_iter().map(|note| note.id.clone()).collect()
        };
        assert_eq!(from(&vault), from(&read), "{}", note.path);
    }
    assert_eq!(vault.title(), read.title());

    let own =
        vault.notes().iter().filter(|note| is_own(note)).map(|note| note.id.clone()).collect();
    let joined = Joined { before: (&before, &matrix_before), vault: &vault, own: &own };
    assert!(joined.to_be_read().count() < files.len() / 10, "the others are known");
    let mut builder = joined.builder();
    joined.to_be_read().for_each(|note| builder.add(note));
    builder.sort_by_notes(&vault);
    let matrix_joined = builder.finish(&vault);
    assert_eq!(matrix_joined.levels, matrix.levels);
    assert_eq!(matrix_joined.skills.len(), matrix.skills.len());
    for (joined, read) in matrix_joined.skills.iter().zip(&matrix.skills) {
        assert_eq!(joined, read);
    }

    let whole = Index::of(read.all(), entries(&matrix));
    let packed = Index::of(before.all(), entries(&matrix_before)).pack_in_shards(2048);
    let skills = matrix_before.skills.iter().map(|skill| Arc::clone(&skill.id.0)).collect();
    let notes = before.notes().iter().map(|note| note.id.clone()).collect();
    let mut index = packed.head.unpack(skills, notes).expect("it was just packed");
    // Some of it has come already.
    for shard in (0..packed.shards.len()).step_by(3) {
        assert!(index.put_shard(shard, &packed.shards[shard]));
    }
    joined.join(&matrix_joined, &mut index);
    assert!(whole.search(&Query::read("zebrafish"), 10).count() > 1, "own notes are found");
    for query in QUERIES.map(Query::read) {
        let answer = loop {
            let answer = index.search(&query, usize::MAX);
            let wanted = index.take_wanted();
            if wanted.is_empty() {
                break answer;
            }
            for shard in wanted {
                assert!(index.put_shard(shard, &packed.shards[shard]));
            }
        };
        // What one search needed the next one has to ask for again.
        index.let_go(0);
        let want = whole.search(&query, usize::MAX);
        assert_eq!(found(&answer), found(&want), "{}", query.text());
        assert_eq!(answer.suggestion, want.suggestion, "{}", query.text());
    }
}

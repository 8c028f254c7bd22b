//! An index in shards gives the answers of the index in memory, query by query.

use std::path::PathBuf;
use std::sync::Arc;

use skillreel::corpus::Corpus;
use skillreel::search::{Answer, Index, IndexInShards, Query};
use skillreel::vault::NoteFile;
use skillreel_bench::{documents, generated, queries};

/// How many results of a kind are compared.
const MOST: usize = 50;

/// The answer of an index whose shards come when they are needed, and how many came for it.
fn answer(index: &mut Index, shards: &[Vec<u8>], query: &Query) -> (Answer, usize) {
    let mut came = 0;
    loop {
        let answer = index.search(query, MOST);
        let wanted = index.take_wanted();
        if wanted.is_empty() {
            return (answer, came);
        }
        for shard in wanted {
            assert!(index.put_shard(shard, &shards[shard]), "shard {shard}");
            came += 1;
        }
    }
}

/// An index and, of the same, one of which no shard is here, with its shards.
struct Both {
    whole: Index,
    in_shards: Index,
    shards: Vec<Vec<u8>>,
}

fn both(corpus: Corpus, shard_bytes: usize) -> Option<Both> {
    let Corpus { vault, matrix, index } = corpus;
    let skills = matrix.skills.iter().map(|skill| Arc::clone(&skill.id.0)).collect();
    let notes = vault.all();
    let notes = notes.map(|note| note.id.clone()).collect();
    let IndexInShards { head, shards } = index.pack_in_shards(shard_bytes);
    let in_shards = head.unpack(skills, notes)?;
    Some(Both { whole: index, in_shards, shards })
}

/// Compares the answers to all queries, and gives how many shards came for how many queries.
fn compare(notes: &[NoteFile], shard_bytes: usize, some: usize) -> Option<(usize, usize, usize)> {
    let corpus = Corpus::read(notes);
    let asked = queries(&documents(&corpus.vault, &corpus.matrix));
    let timed = asked.timed.iter().map(|query| query.text.as_str());
    let known = asked.known.iter().chain(&asked.any).step_by(some);
    let known = known.flat_map(|item| [item.clean.as_str(), &item.typo]);
    let odd = [
        "",
        "a",
        "the of",
        "\"the",
        "-the",
        "\"of the\" -a",
        "zzzzzzzzzz",
        "some thing",
        "every-one",
    ];
    let texts: Vec<&str> = timed.chain(known).chain(odd).collect();
    assert!(texts.len() > 200, "queries to compare");
    let Both { whole, mut in_shards, shards } = both(corpus, shard_bytes)?;
    let mut came = 0;
    for text in &texts {
        let query = Query::read(text);
        let (found, new) = answer(&mut in_shards, &shards, &query);
        assert_eq!(found, whole.search(&query, MOST), "{text:?}, shards of {shard_bytes} bytes");
        came += new;
    }
    Some((shards.len(), came, texts.len()))
}

#[test]
fn every_border_is_crossed_and_the_answers_are_the_same() {
    let notes = generated(60);
    for shard_bytes in [1, 24] {
        let (shards, came, _) = compare(&notes, shard_bytes, 10).expect("it is whole");
        assert!(shards > 500, "{shards} tiny shards");
        assert!(came > 0 && came <= shards, "each comes once: {came} of {shards}");
    }
}

#[test]
fn real_notes_give_the_same_answers() {
    let Some(folder) = shared_vault() else { return };
    let mut notes = test_support::folder::notes(&folder).expect("notes that can be read");
    notes.truncate(150);
    let (shards, came, queries) = compare(&notes, 16 * 1024, 40).expect("it is whole");
    assert!(came <= shards, "each comes once: {came} of {shards} for {queries} queries");
}

#[test]
#[ignore = "takes half a minute: cargo xtask test --all"]
fn all_real_notes_give_the_same_answers() {
    let Some(folder) = shared_vault() else { return };
    let notes = test_support::folder::notes(&folder).expect("notes that can be read");
    let (shards, came, queries) = compare(&notes, 16 * 1024, 1).expect("it is whole");
    assert!(came <= shards, "each comes once: {came} of {shards} for {queries} queries");
}

/// The folder of the shared notes, where it is at hand.
fn shared_vault() -> Option<PathBuf> {
    let shared = test_support::folder::shared();
    if shared.is_none() {
        eprintln!("skipped: the shared folder is not there (SKILLREEL_SHARED)");
    }
    shared.map(|shared| shared.join("notes/vault"))
}

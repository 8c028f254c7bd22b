//! A whole file, through everything that is made of it: note, vault, matrix, search, static page.

#![no_main]

use libfuzzer_sys::fuzz_target;
use skillreel::export::formats::html::static_page;
use skillreel::corpus::{Corpus, problems};
use skillreel::search::{Marker, Query};
use skillreel::vault::NoteFile;
use test_support::{markup, shown};

fuzz_target!(|bytes: &[u8]| {
    let file = NoteFile::from_bytes("folder/a.md", bytes);
    // A second note gives links something to lead to.
    let other = NoteFile::new("b.md", "---\ntitle: Bread\n---\n[[a]] [[b]]\n");
    let corpus = Corpus::read(&[file.clone(), other]);
    for note in corpus.vault.notes() {
        let _ = problems(&corpus.vault, &corpus.matrix, note);
        for claim in note.claims() {
            assert!(claim.section < note.sections().len(), "{:?}", file.text.read());
            for mark in Marker::of(&Query::read(&file.text.read())).marks(&claim.text) {
                assert!(claim.text.get(mark.clone()).is_some(), "{mark:?} in {:?}", claim.text);
            }
        }
    }
    if let Some(note) = corpus.vault.notes().first() {
        assert_eq!(shown::lost(&file.text.read(), note), [], "{:?}", file.text.read());
    }
    let skills = corpus.matrix.skills.iter().map(|skill| skill.id.0.clone()).collect();
    let notes = corpus.vault.notes().iter().map(|note| note.id.clone()).collect();
    let packed = corpus.index.pack();
    let again = packed.unpack(skills, notes).map(|index| index.pack());
    assert_eq!(again.as_ref(), Some(&packed), "{:?}", file.text.read());
    let page = static_page(&corpus.vault, &corpus.matrix, corpus.vault.title());
    assert_eq!(markup::is_plain(&page), Ok(()), "{:?}", file.text.read());
    for skill in &corpus.matrix.skills {
        assert!(
            !skill.placements.is_empty() && !skill.name.trim().is_empty(),
            "{:?}",
            file.text.read()
        );
    }
});

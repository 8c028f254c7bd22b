//! A whole file, through everything that is made of it: note, vault, matrix, search, static page.

#![no_main]

use libfuzzer_sys::fuzz_target;
use skillreel::export::formats::html::static_page;
use skillreel::library::{Library, problems};
use skillreel::search::{Marker, Query};
use skillreel::vault::NoteFile;
use yardstick::{markup, shown};

fuzz_target!(|bytes: &[u8]| {
    let file = NoteFile::from_bytes("folder/a.md", bytes);
    // A second note gives links something to lead to.
    let other = NoteFile::new("b.md", "---\ntitle: Bread\n---\n[[a]] [[b]]\n");
    let library = Library::read(&[file.clone(), other]);
    for note in library.vault.notes() {
        let _ = problems(&library.vault, note);
        for claim in note.claims() {
            assert!(claim.section < note.sections().len(), "{:?}", file.text.read());
            for mark in Marker::of(&Query::read(&file.text.read())).marks(&claim.text) {
                assert!(claim.text.get(mark.clone()).is_some(), "{mark:?} in {:?}", claim.text);
            }
        }
    }
    if let Some(note) = library.vault.notes().first() {
        assert_eq!(shown::lost(&file.text.read(), note), [], "{:?}", file.text.read());
    }
    let skills = library.matrix.skills.iter().map(|skill| skill.id.0.clone()).collect();
    let notes = library.vault.notes().iter().map(|note| note.id.clone()).collect();
    let packed = library.index.pack();
    let again = packed.unpack(skills, notes).map(|index| index.pack());
    assert_eq!(again.as_ref(), Some(&packed), "{:?}", file.text.read());
    let page = static_page(&library.vault, &library.matrix, library.vault.title());
    assert_eq!(markup::is_plain(&page), Ok(()), "{:?}", file.text.read());
    for skill in &library.matrix.skills {
        assert!(
            !skill.placements.is_empty() && !skill.name.trim().is_empty(),
            "{:?}",
            file.text.read()
        );
    }
});

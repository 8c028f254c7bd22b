//! A corpus of many notes that are not kept as they were read: each is read, asked, and put away again.

use rustc_hash::FxHashSet;

use crate::matrix::{Matrix, MatrixBuilder, NotePlacements};
use crate::note::{Note, NoteId};
use crate::search::Index;
use crate::threads;
use crate::vault::{MOST_SKETCHED_BYTES, NoteFile, Vault};

use super::{Corpus, entries};

/// From how many bytes of notes on they are put away again.
const WORTH_BYTES: usize = 4 * 1024 * 1024;

/// How many notes are read at once.
const BATCH: usize = 256;

/// A note that was read, and what it is asked for at once.
struct ReadNote {
    note: Note,
    placements: Option<NotePlacements>,
    sketch_bytes: usize,
}

impl Corpus {
    /// As [`Corpus::read`], for whoever packs the corpus: of many notes the vault holds what lists and links need, and
    /// those whole that `needed` names once the matrix is known.
    #[must_use]
    pub fn read_lean(
        files: &[NoteFile],
        needed: impl Fn(&Vault, &Matrix) -> FxHashSet<NoteId>,
    ) -> Self {
        Self::lean_from(WORTH_BYTES, files, needed).unwrap_or_else(|| Self::read(files))
    }

    /// `None` where the notes have to be kept: they are few, or say what needs others whole.
    fn lean_from(
        worth_bytes: usize,
        files: &[NoteFile],
        needed: impl Fn(&Vault, &Matrix) -> FxHashSet<NoteId>,
    ) -> Option<Self> {
        let bytes: usize = files.iter().map(|file| file.text.about_bytes()).sum();
        if bytes < worth_bytes {
            return None;
        }
        let mut builder = MatrixBuilder::new();
        let mut vault = Vault::default();
        let mut read = Vec::with_capacity(files.len());
        let mut sketch_bytes = 0;
        for batch in files.chunks(BATCH) {
            for one in threads::map(batch, |file| read_one(file, &builder)) {
                let ReadNote { note, placements, sketch_bytes: of_note } = one;
                // A note of proofs speaks of others, and these have to be there.
                if note.is_proof {
                    return None;
                }
                sketch_bytes += of_note;
                let id = note.id.clone();
                let is_transcript = note.is_transcript;
                vault.push(note);
                if !is_transcript {
                    // Of two notes of one name the second has got another id.
                    let is_same = vault.notes().last().is_some_and(|note| note.id == id);
                    read.push(placements.filter(|_| is_same));
                }
            }
        }
        // A page would take along what they say.
        if sketch_bytes <= MOST_SKETCHED_BYTES {
            return None;
        }
        vault.compare();
        for (note, placements) in vault.notes().iter().zip(read) {
            builder.take(placements.unwrap_or_else(|| builder.read(&note.whole())));
        }
        let matrix = builder.finish(&vault);
        let mut index = Index::new();
        index.add_skills(entries(&matrix));
        let all: Vec<&Note> = vault.all().collect();
        let read = |batch: &[&Note]| threads::map(batch, |note| note.whole());
        let mut batches = all.chunks(BATCH);
        let mut next = batches.next().map(read);
        while let Some(batch) = next {
            // While some go in, the next ones are read.
            let add = || batch.iter().for_each(|note| index.add_note(note));
            ((), next) = threads::both(add, || batches.next().map(read));
        }
        index.finish();
        let needed = needed(&vault, &matrix);
        vault.fill(|note| needed.contains(&note.id));
        Some(Self { vault, matrix, index })
    }
}

fn read_one(file: &NoteFile, builder: &MatrixBuilder) -> ReadNote {
    let note = file.read();
    // What it means may change once others of its video are known.
    let placements = (!note.is_open()).then(|| builder.read(&note));
    let sketch_bytes = note.sketch().bytes();
    ReadNote { note: note.lean(file.text.clone()), placements, sketch_bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_away_gives_the_same_matrix_index_and_links() {
        let talk = |number: u32| {
            let level = if number.is_multiple_of(2) { "new" } else { "senior" };
            // Some times are read by those of other notes of the video.
            let text = format!(
                "---\nvideoId: aaaaaaaaa{:02}\n---\nFrom: [[channel]]\n\n## Skills of {level} designers\n\n\
                 1. **Draw {}** [1:{:02}:00] a lot, as [[{}]] says.\n2. **Bend** [00:{:02}:10]\n\n\
                 Rest `code` [[talk-1|of it]] {}. {}\n\n| a | b |\n|---|---|\n| c [2:00] | d |\n",
                number % 7,
                number % 5,
                number % 60,
                (number * 7) % 40,
                number % 60,
                // No video has so many hours.
                if number.is_multiple_of(11) { "[59:10:20]" } else { "" },
                "Much was said besides. ".repeat(20),
            );
            NoteFile::new(format!("talk-{number}.md"), text)
        };
        let mut files: Vec<NoteFile> = (0..280).map(talk).collect();
        let ladder = "# Ladder\n\n|Skill|Junior|Senior|\n|-|-|-|\n|Bend|a|b|\n";
        files.push(NoteFile::new("ladder.md", ladder));
        files.push(NoteFile::new(
            "talk-3.markdown",
            "# The same name\n\n## Key skills\n\n* **Weld** [0:10]\n",
        ));
        files.push(NoteFile::new(
            "talk-3.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nWrite it down\n",
        ));
        let whole = Corpus::read(&files);
        assert!(whole.vault.notes().iter().any(Note::is_open), "some times depend on others");
        let lean = Corpus::lean_from(0, &files, |vault, _| {
            let ids = vault.notes().iter().map(|note| note.id.clone());
            ids.filter(|id| id.0.starts_with("talk-5")).collect()
        })
        .unwrap();
        assert_eq!(lean.matrix, whole.matrix);
        assert_eq!(lean.index.pack(), whole.index.pack());
        assert_eq!(lean.vault.pack(), whole.vault.pack());
        assert_eq!(lean.vault.transcripts()[0].video, whole.vault.transcripts()[0].video);
        for (lean, whole) in lean.vault.notes().iter().zip(whole.vault.notes()) {
            assert_eq!(lean.card(), whole.card());
            assert_eq!(&lean.whole(), whole);
            assert_eq!(lean.claims().is_empty(), !whole.id.0.starts_with("talk-5"), "{}", lean.id);
        }
    }

    #[test]
    fn notes_that_need_others_are_kept() {
        let talk = NoteFile::new("a.md", "Said [0:10]. ".repeat(9000));
        let proof =
            NoteFile::new("p.md", "---\nproof: true\n---\n- **Timing** (Senior): [[a]] [0:20]\n");
        let lean =
            |files: &[NoteFile]| Corpus::lean_from(0, files, |_, _| FxHashSet::default()).is_some();
        assert!(lean(std::slice::from_ref(&talk)));
        assert!(!lean(&[talk, proof]), "proofs");
        assert!(!lean(&[NoteFile::new("a.md", "Said [0:10].")]), "a page takes along what it says");
    }
}

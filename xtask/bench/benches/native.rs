//! How long reading, indexing and searching take without a browser: `cargo bench -p skillreel-bench --features engines`.

use std::collections::BTreeSet;
use std::path::Path;

use divan::Bencher;
use fst::automaton::Levenshtein;
use fst::{IntoStreamer, Set, Streamer};
use skillreel::corpus::entries;
use skillreel::matrix::Matrix;
use skillreel::note::Note;
use skillreel::search::{Index, Query};
use skillreel::vault::{NoteFile, Vault};
use skillreel_bench::generated;

/// As many notes as a channel has.
const NOTES_OF_A_CHANNEL: usize = 700;

fn main() {
    divan::main();
}

/// The notes in `notes/vault` of the folder that `SKILLREEL_SHARED` names, else made-up ones.
fn files() -> Vec<NoteFile> {
    let shared = std::env::var_os("SKILLREEL_SHARED").unwrap_or_default();
    let folder = Path::new(&shared).join("notes/vault");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let read = |path: &Path| std::fs::read(path).ok();
    let file = |path: &Path| Some(NoteFile::from_bytes(path.to_string_lossy(), &read(path)?));
    let files: Vec<NoteFile> = entries.filter_map(|entry| file(&entry.path())).collect();
    if files.is_empty() { generated(NOTES_OF_A_CHANNEL) } else { files }
}

fn vault() -> Vault {
    Vault::read(&files())
}

/// The words of all notes, in lower case, in order.
fn words() -> BTreeSet<String> {
    let files = files();
    let texts = files.iter().map(|file| file.text.read().to_lowercase());
    texts
        .flat_map(|text| {
            text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let files = files();
    let read = |file: &NoteFile| Note::read(&file.path, &file.text.read());
    bencher.bench(|| files.iter().map(read).collect::<Vec<_>>());
}

#[divan::bench]
fn matrix(bencher: Bencher<'_, '_>) {
    let vault = vault();
    bencher.bench(|| Matrix::of(&vault));
}

#[divan::bench]
fn index(bencher: Bencher<'_, '_>) {
    let vault = vault();
    let matrix = Matrix::of(&vault);
    bencher.bench(|| Index::of(vault.all(), entries(&matrix)));
}

#[divan::bench(args = ["strategy", "st", "the", "the stra", "\"of the\"", "stratgey", "communicaton"])]
fn query(bencher: Bencher<'_, '_>, text: &str) {
    let vault = vault();
    let index = Index::of(vault.all(), []);
    bencher.bench(|| index.search(&Query::read(text), 100));
}

/// What finding the words near to a typed one takes with a finite state transducer, the words only:
/// beside the whole queries with a typo above. It knows no letters that have changed places.
#[divan::bench(args = [("stratgey", 1), ("communicaton", 2)])]
fn near_by_fst(bencher: Bencher<'_, '_>, (typed, edits): (&str, u32)) {
    let words = words();
    let Ok(set) = Set::from_iter(&words) else { return };
    bencher.bench(|| {
        // An automaton of more than 10,000 states is refused: words of these lengths make fewer.
        let Ok(near) = Levenshtein::new(typed, edits) else { return 0 };
        let mut stream = set.search(near).into_stream();
        let mut found = 0;
        while stream.next().is_some() {
            found += 1;
        }
        found
    });
}

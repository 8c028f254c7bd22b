//! How long reading, indexing and searching take without a browser: `cargo bench -p skillreel-bench`.

use divan::Bencher;
use skillreel::library::entries;
use skillreel::matrix::Matrix;
use skillreel::note::Note;
use skillreel::search::{Index, Query};
use skillreel::vault::{NoteFile, Vault};
use skillreel_bench::generated;

/// As many notes as a channel has.
const NOTES: usize = 700;

fn main() {
    divan::main();
}

fn vault() -> Vault {
    Vault::read(&generated(NOTES))
}

#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let files = generated(NOTES);
    let read = |file: &NoteFile| Note::read(&file.path, &file.text);
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
    bencher.bench(|| Index::of(&vault, entries(&matrix)));
}

#[divan::bench(args = ["strategy", "st", "the", "the stra", "\"of the\"", "stratgey", "communicaton"])]
fn query(bencher: Bencher<'_, '_>, text: &str) {
    let vault = vault();
    let index = Index::of(&vault, []);
    bencher.bench(|| index.search(&Query::read(text), 100));
}

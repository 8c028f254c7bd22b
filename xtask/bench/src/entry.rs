//! The program that is measured, as WebAssembly: Skillreel's own modules, called from a page.

use skillreel::corpus::entries;
use skillreel::matrix::Matrix;
use skillreel::note::Note;
use skillreel::search::{Index, Query};
use skillreel::vault::{NoteFile, Vault};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::documents::key;

/// Counts what is in use: the memory of WebAssembly only ever grows, and so does not tell.
#[cfg(feature = "counted")]
#[global_allocator]
static ALLOCATOR: &stats_alloc::StatsAlloc<std::alloc::System> = &stats_alloc::INSTRUMENTED_SYSTEM;

/// The page's own.
#[cfg(not(feature = "counted"))]
#[global_allocator]
static ALLOCATOR: wasmalloc::WasmAlloc = wasmalloc::WasmAlloc::new();

/// The most results that a page draws of a group.
const MOST_RESULTS: usize = 100;

/// Notes, and what is made of them.
#[derive(Debug, Default)]
#[wasm_bindgen]
pub struct Bench {
    files: Vec<NoteFile>,
    notes: Vec<Note>,
    vault: Vault,
    matrix: Matrix,
    index: Index,
}

#[wasm_bindgen]
impl Bench {
    /// Takes notes as a JSON list of pairs: path and text.
    ///
    /// # Errors
    /// What is wrong with the JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str) -> Result<Bench, String> {
        let notes: Vec<(String, String)> =
            serde_json::from_str(json).map_err(|error| error.to_string())?;
        let files = notes.into_iter().map(|(path, text)| NoteFile::new(path, text)).collect();
        Ok(Self { files, ..Self::default() })
    }

    /// Reads the notes one by one.
    pub fn parse(&mut self) {
        self.notes =
            self.files.iter().map(|file| Note::read(&file.path, &file.text.read())).collect();
    }

    /// Puts the notes that were read together.
    pub fn gather(&mut self) {
        self.vault = Vault::of(std::mem::take(&mut self.notes));
    }

    /// Makes the matrix.
    pub fn place(&mut self) {
        self.matrix = Matrix::of(&self.vault);
    }

    /// Drops the notes' text.
    pub fn forget_files(&mut self) {
        self.files = Vec::new();
    }

    /// Makes the index.
    pub fn build(&mut self) {
        self.index = Index::of(self.vault.all(), entries(&self.matrix));
    }

    /// Answers a query as the page does, and gives the number of results.
    #[must_use]
    pub fn search(&self, query: &str) -> usize {
        self.index.search(&Query::read(query), MOST_RESULTS).count()
    }

    /// What the ten best results of all groups lead to, as lines of text.
    #[must_use]
    pub fn find(&self, query: &str) -> String {
        let hits = self.index.search(&Query::read(query), 10).best(10);
        hits.iter().map(|hit| key(&hit.target)).collect::<Vec<_>>().join("\n")
    }

    /// How many bytes are in use; 0 where nobody counts.
    #[must_use]
    pub fn bytes_in_use(&self) -> usize {
        #[cfg(feature = "counted")]
        {
            let stats = ALLOCATOR.stats();
            return stats.bytes_allocated.wrapping_sub(stats.bytes_deallocated);
        }
        #[cfg(not(feature = "counted"))]
        0
    }
}

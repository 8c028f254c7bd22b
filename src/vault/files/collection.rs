//! The notes a page shows: those it came with, and those its reader put on top of them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::vault::NoteFile;

/// What notes do to those that are there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// They join them; one with the path of another takes its place.
    Add,
    /// They take the place of all.
    Replace,
}

/// Notes that were given to the page in one go.
#[derive(Debug, PartialEq, Eq)]
pub struct Layer {
    /// A name for it, unlike that of any other.
    pub id: String,
    /// What it does to the notes below it.
    pub mode: Mode,
    /// The files, in the order in which they were added.
    pub notes: Vec<NoteFile>,
}

/// The notes a page shows. Cheap to clone, so that a former one can be kept to come back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    page: Arc<Vec<NoteFile>>,
    layers: Vec<Arc<Layer>>,
}

impl Mode {
    /// The mode's name in storage.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Replace => "replace",
        }
    }

    /// The mode with a name; adding, which hides nothing, for any other text.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        if name == "replace" { Self::Replace } else { Self::Add }
    }
}

impl Collection {
    /// The notes that a page came with, and what was put on top of them.
    #[must_use]
    pub fn of(page: Vec<NoteFile>, layers: Vec<Layer>) -> Self {
        let bare = Self { page: Arc::new(page), layers: Vec::new() };
        layers.into_iter().fold(bare, |below, layer| below.with(Arc::new(layer)))
    }

    /// With one more layer. What it takes the place of is not in the result.
    #[must_use]
    pub fn with(&self, layer: Arc<Layer>) -> Self {
        let below = match layer.mode {
            Mode::Add => self.layers.as_slice(),
            Mode::Replace => &[],
        };
        let layers = below.iter().cloned().chain([layer]).collect();
        Self { page: Arc::clone(&self.page), layers }
    }

    /// With this file, in place of what was put there under its path before and held nothing else; with `None`,
    /// without that.
    #[must_use]
    pub fn with_alone(&self, path: &str, layer: Option<Arc<Layer>>) -> Self {
        let is_it_alone = |layer: &&Arc<Layer>| {
            layer.mode == Mode::Add && matches!(layer.notes.as_slice(), [only] if only.path == path)
        };
        let others = self.layers.iter().filter(|layer| !is_it_alone(layer)).cloned();
        Self { page: Arc::clone(&self.page), layers: others.chain(layer).collect() }
    }

    /// The notes that the page came with, alone.
    #[must_use]
    pub fn bare(&self) -> Self {
        Self { page: Arc::clone(&self.page), layers: Vec::new() }
    }

    /// What was put on top of the page's notes, from the bottom.
    #[must_use]
    pub fn layers(&self) -> &[Arc<Layer>] {
        &self.layers
    }

    /// Whether the page itself holds notes.
    #[must_use]
    pub fn page_has_notes(&self) -> bool {
        !self.page.is_empty()
    }

    /// Whether the notes that the page came with are among those that are shown.
    #[must_use]
    pub fn shows_page(&self) -> bool {
        self.layers.first().is_none_or(|layer| layer.mode != Mode::Replace)
    }

    /// The notes that are shown: of those with the same path the last, at the place of the first.
    #[must_use]
    pub fn files(&self) -> Vec<&NoteFile> {
        let page: &[NoteFile] = if self.shows_page() { &self.page } else { &[] };
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        let mut files: Vec<&NoteFile> = Vec::new();
        for file in page.iter().chain(self.layers.iter().flat_map(|layer| &layer.notes)) {
            let place = *places.entry(&file.path).or_insert(files.len());
            match files.get_mut(place) {
                Some(shown) => *shown = file,
                None => files.push(file),
            }
        }
        files
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(notes: &[(&str, &str)]) -> Vec<NoteFile> {
        notes.iter().map(|(path, text)| NoteFile::new(*path, *text)).collect()
    }

    fn layer(mode: Mode, files: &[(&str, &str)]) -> Arc<Layer> {
        Arc::new(Layer { id: "x".into(), mode, notes: notes(files) })
    }

    fn shown(collection: &Collection) -> Vec<NoteFile> {
        collection.files().into_iter().cloned().collect()
    }

    #[test]
    fn layers_add_and_replace() {
        let page = Collection::of(notes(&[("a.md", "1"), ("b.md", "1")]), Vec::new());
        assert_eq!(shown(&page), notes(&[("a.md", "1"), ("b.md", "1")]));
        let added = page.with(layer(Mode::Add, &[("c.md", "2"), ("a.md", "2")]));
        assert_eq!(shown(&added), notes(&[("a.md", "2"), ("b.md", "1"), ("c.md", "2")]));
        let replaced = added.with(layer(Mode::Replace, &[("b.md", "3")]));
        assert_eq!(shown(&replaced), notes(&[("b.md", "3")]));
        assert!(page.shows_page() && added.shows_page() && !replaced.shows_page());
        assert_eq!(replaced.layers().len(), 1, "what is hidden is not kept");
        let again = replaced.with(layer(Mode::Add, &[("d.md", "4")]));
        assert_eq!(shown(&again), notes(&[("b.md", "3"), ("d.md", "4")]));
        assert_eq!(shown(&again.bare()), shown(&page));
    }

    #[test]
    fn a_file_that_changes_leaves_no_layers_behind() {
        let page = Collection::of(notes(&[("a.md", "1")]), Vec::new());
        let with = page.with_alone("p.md", Some(layer(Mode::Add, &[("p.md", "1")])));
        let with = with.with(layer(Mode::Add, &[("b.md", "1"), ("p.md", "2")]));
        let with = with.with_alone("p.md", Some(layer(Mode::Add, &[("p.md", "3")])));
        assert_eq!(shown(&with), notes(&[("a.md", "1"), ("b.md", "1"), ("p.md", "3")]));
        assert_eq!(with.layers().len(), 2);
        let without = with.with_alone("p.md", None);
        assert_eq!(shown(&without), notes(&[("a.md", "1"), ("b.md", "1"), ("p.md", "2")]));
        let only = page.with_alone("p.md", Some(layer(Mode::Add, &[("p.md", "1")])));
        assert_eq!(only.with_alone("p.md", None), page);
    }

    #[test]
    fn a_collection_comes_back_from_its_layers() {
        let first = Layer { id: "1".into(), mode: Mode::Add, notes: notes(&[("b.md", "2")]) };
        let second = Layer { id: "2".into(), mode: Mode::Add, notes: notes(&[("b.md", "3")]) };
        let collection = Collection::of(notes(&[("a.md", "1")]), vec![first, second]);
        assert_eq!(shown(&collection), notes(&[("a.md", "1"), ("b.md", "3")]));
        assert_eq!(collection.layers().len(), 2);
        assert_eq!(shown(&Collection::default()), notes(&[]));
    }

    #[test]
    fn a_mode_round_trips() {
        for mode in [Mode::Add, Mode::Replace] {
            assert_eq!(Mode::from_name(mode.as_str()), mode);
        }
        assert_eq!(Mode::from_name("?"), Mode::Add);
    }
}

//! How a note is read whose card alone is known: where the program comes in chunks, the reader may come later.

use std::sync::OnceLock;

use crate::note::time::time_evidence::KnownLength;
use crate::yielding;

use super::content::Content;

/// Reads what stands in a note, from its path and its text.
pub(super) type Reader = fn(&str, &str, KnownLength) -> Content;

/// The reader, once it is there.
static READER: OnceLock<Reader> = OnceLock::new();

/// Says that the reader is there: from now on what stands in a note is read when somebody asks for it.
pub fn have_reader() {
    // It is always the same.
    let _ = READER.set(read);
}

/// The reader, where it is there.
pub(super) fn reader() -> Option<Reader> {
    #[cfg(not(feature = "chunks"))]
    have_reader();
    READER.get().copied()
}

/// What is known of a note as long as nobody can read it.
pub(super) fn nothing() -> &'static Content {
    static NOTHING: OnceLock<Content> = OnceLock::new();
    NOTHING.get_or_init(Content::default)
}

fn read(path: &str, text: &str, known: KnownLength) -> Content {
    yielding::at_once(Content::read(path, text, None, known, &mut async || ())).1
}

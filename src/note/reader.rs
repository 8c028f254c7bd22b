//! How a note is read whose card alone is known: where the program comes in chunks, the reader may come later.

use std::sync::{Arc, OnceLock};

use crate::note::time::time_evidence::KnownLength;
use crate::yielding;

use super::Note;
use super::content::Content;
use super::files::text::NoteText;

/// Reads what stands in a note, from its path and its text.
pub(super) type Reader = fn(&str, &NoteText, KnownLength) -> Content;

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

impl Note {
    /// Reads what stands in the note, with pauses, if that has not been done and its text is here.
    pub async fn open_in_pieces(&self, mut pause: impl AsyncFnMut()) {
        let unread = self.unread.as_ref().filter(|text| text.is_here());
        if let (false, Some(text)) = (self.is_read(), unread) {
            let text = text.read();
            let read = Content::read(&self.path, &text, None, self.known, &mut pause);
            // Somebody may have asked for it meanwhile, and has the same.
            let _ = self.content.set(Arc::new(read.await.1));
        }
    }

    pub(super) fn content(&self) -> &Content {
        if let Some(content) = self.content.get() {
            return content;
        }
        // Nobody keeps what cannot be read yet: it is asked for again.
        let Some(content) = self.read_anew() else {
            // What is shown first is known of some notes. Where notes are read, more is wanted of them than that.
            if self.sketched.is_none() || reader().is_some() {
                self.want();
            }
            return match self.said.get().or(self.sketched.as_ref()) {
                Some(known) => known,
                None => nothing(),
            };
        };
        self.content.get_or_init(|| Arc::new(content))
    }

    /// What stands in the note, where its text and what reads it are here.
    pub(super) fn read_anew(&self) -> Option<Content> {
        let text = self.unread.as_ref().filter(|text| text.is_here())?;
        let read = reader()?;
        Some(read(&self.path, text, self.known))
    }
}

fn read(path: &str, text: &NoteText, known: KnownLength) -> Content {
    yielding::at_once(Content::read(path, &text.read(), None, known, &mut async || ())).1
}

//! A note before it is read.

use std::sync::Arc;

use crate::note::{Note, NoteText, Problem, decode};
use crate::pace;

/// A note's file: where it stood, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteFile {
    /// The path relative to the folder it was read from, with `/` between its parts.
    pub path: String,
    /// The text, decoded.
    pub text: NoteText,
    /// What decoding the file's bytes lost, if anything.
    pub loss: Option<Loss>,
}

/// What decoding lost. The text cannot give it back, so the bytes are kept beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// From which line on, and what to tell.
    pub problem: Problem,
    /// The file's bytes.
    pub original: Arc<[u8]>,
}

impl NoteFile {
    /// A file whose text is known.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<NoteText>) -> Self {
        Self { path: path.into(), text: text.into(), loss: None }
    }

    /// A file as it was read from a disk.
    #[must_use]
    pub fn from_bytes(path: impl Into<String>, bytes: &[u8]) -> Self {
        let (text, problem) = decode(bytes);
        let loss = problem.map(|problem| Loss { problem, original: bytes.into() });
        Self { path: path.into(), text: text.into(), loss }
    }

    /// The file's bytes, where its text cannot give them back.
    #[must_use]
    pub fn original(&self) -> Option<&Arc<[u8]>> {
        self.loss.as_ref().map(|loss| &loss.original)
    }

    /// The note, read, with what decoding lost among its problems.
    #[must_use]
    pub fn read(&self) -> Note {
        pace::at_once(self.read_in_pieces(async || ()))
    }

    /// As [`NoteFile::read`], with pauses ([`Note::read_in_pieces`]).
    pub async fn read_in_pieces(&self, pause: impl AsyncFnMut()) -> Note {
        let lost = self.loss.as_ref().map(|loss| &loss.problem);
        Note::read_in_pieces(&self.path, &self.text.read(), lost, pause).await
    }
}

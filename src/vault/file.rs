//! A note before it is read.

use crate::note::{Code, Note, Problem, decode};
use crate::pace;

/// A note's file: where it stood, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteFile {
    /// The path relative to the folder it was read from, with `/` between its parts.
    pub path: String,
    /// The text, decoded.
    pub text: String,
    /// What decoding the file's bytes lost, if anything.
    pub lost: Option<Problem>,
}

impl NoteFile {
    /// A file whose text is known.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), lost: None }
    }

    /// A file as it was read from a disk.
    #[must_use]
    pub fn from_bytes(path: impl Into<String>, bytes: &[u8]) -> Self {
        let (text, lost) = decode(bytes);
        Self { path: path.into(), text, lost }
    }

    /// The same file, with what decoding it lost: from which line on, and what to tell.
    #[must_use]
    pub fn with_loss(self, line: u32, message: impl Into<String>) -> Self {
        Self { lost: Some(Problem::new(line, Code::Encoding, message)), ..self }
    }

    /// The note, read, with what decoding lost among its problems.
    #[must_use]
    pub fn read(&self) -> Note {
        pace::at_once(self.read_in_pieces(async || ()))
    }

    /// As [`NoteFile::read`], with pauses ([`Note::read_in_pieces`]).
    pub async fn read_in_pieces(&self, pause: impl AsyncFnMut()) -> Note {
        let mut note = Note::read_in_pieces(&self.path, &self.text, pause).await;
        if let Some(lost) = &self.lost {
            note.problems.insert(0, lost.clone());
        }
        note
    }
}

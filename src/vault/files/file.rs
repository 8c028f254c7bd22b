//! A note before it is read.

use std::borrow::Cow;
use std::sync::Arc;

use crate::note::workbook::is_workbook;
use crate::note::{
    Code, Note, NoteText, Problem, bytes_without_remarks, decode, decode_sheet, is_sheet,
    is_transcript, may_be_transcript, without_remarks,
};
use crate::yielding;

use super::workbook;

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

impl Loss {
    /// The bytes without what their author hid; `None` where nobody can find it in them.
    fn without_remarks(&self) -> Option<Self> {
        // In UTF-16 a character of ASCII is two bytes.
        let has_ascii = !matches!(*self.original, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]);
        let original = has_ascii.then(|| bytes_without_remarks(&self.original))?;
        Some(Self { problem: self.problem.clone(), original: original.into() })
    }
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
        let path = path.into();
        let (text, problem) = if is_workbook(&path) {
            of_workbook(bytes)
        } else if is_sheet(&path) || may_be_transcript(&path) {
            decode_sheet(bytes)
        } else {
            decode(bytes)
        };
        let loss = problem.map(|problem| Loss { problem, original: bytes.into() });
        Self { path, text: text.into(), loss }
    }

    /// The file's bytes, where its text cannot give them back.
    #[must_use]
    pub fn original(&self) -> Option<&Arc<[u8]>> {
        self.loss.as_ref().map(|loss| &loss.original)
    }

    /// The file without what its author hid, as it is handed out, and how many remarks that are. A sheet
    /// and a transcript have none: what stands in them is what they say.
    #[must_use]
    pub fn without_remarks(&self) -> (Cow<'_, Self>, usize) {
        if is_sheet(&self.path) {
            return (Cow::Borrowed(self), 0);
        }
        let text = self.text.read();
        if is_transcript(&self.path, &text) {
            return (Cow::Borrowed(self), 0);
        }
        let bare = without_remarks(&text);
        if bare.remarks == 0 {
            return (Cow::Borrowed(self), 0);
        }
        let loss = self.loss.as_ref().and_then(Loss::without_remarks);
        let file = Self { path: self.path.clone(), text: (*bare.text).into(), loss };
        (Cow::Owned(file), bare.remarks)
    }

    /// The note, read, with what decoding lost among its problems.
    #[must_use]
    pub fn read(&self) -> Note {
        yielding::at_once(self.read_in_pieces(async || ()))
    }

    /// As [`NoteFile::read`], with pauses ([`Note::read_in_pieces`]).
    pub async fn read_in_pieces(&self, pause: impl AsyncFnMut()) -> Note {
        let lost = self.loss.as_ref().map(|loss| &loss.problem);
        Note::read_in_pieces(&self.path, &self.text.read(), lost, pause).await
    }
}

/// A workbook's text. One that cannot be read at all has none, and is told of.
fn of_workbook(bytes: &[u8]) -> (String, Option<Problem>) {
    match workbook::text(bytes) {
        Ok(text) => (text, None),
        Err(message) => (String::new(), Some(Problem::new(1, Code::Encoding, message))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_keeps_what_would_be_a_remark_in_a_note() {
        let text = "Skill,Share\nGrow,%%40%% <!-- x -->\n";
        let file = |path: &str| NoteFile::new(path, text).without_remarks().1;
        assert_eq!((file("a.csv"), file("a.TSV"), file("a.md")), (0, 0, 2));
        let sheet = NoteFile::new("a.csv", text);
        assert!(format!("{:?}", sheet.read().sections()).contains("%%40%%"));
    }
}

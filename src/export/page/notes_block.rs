//! The notes inside a page: base64 of gzip of JSON.

use std::io::Write;
use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::write::GzEncoder;
use serde::Serialize;

use crate::vault::NoteFile;

use super::gzip::{NOTES_LEVEL, PackError, gzip};
use super::look::PageLook;
use super::snapshot::{Checksum, SnapshotBlock};

/// The form of the notes block that this program writes and reads.
pub const BLOCK_VERSION: u32 = 1;

/// How the notes block starts; the notes follow.
#[derive(Serialize)]
struct Head<'a> {
    v: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accent: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    view: &'a str,
}

/// The notes block of a page as it grows, note by note: packing many takes a while, and a page has
/// other things to do in between.
#[derive(Debug)]
pub struct Packer {
    encoder: GzEncoder<Vec<u8>>,
    look: PageLook,
    /// How long the JSON is so far, in bytes.
    length: usize,
    /// Where in it the notes' texts stand.
    texts: Vec<Range<usize>>,
    /// Whether some text is not all of its file.
    has_originals: bool,
    remarks: usize,
}

/// The element of a page that holds the texts of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesBlock {
    /// The block: one line of text that fits into a page, the same for the same notes.
    pub text: String,
    /// How many remarks were left out that authors hid.
    pub remarks: usize,
    look: PageLook,
    texts: Vec<Range<usize>>,
    has_originals: bool,
}

impl Packer {
    /// A block without notes.
    ///
    /// # Errors
    /// [`PackError::Encode`], which text in memory gives no cause for.
    pub fn new(look: &PageLook) -> Result<Self, PackError> {
        let mut packer = Self {
            encoder: gzip(NOTES_LEVEL),
            look: look.clone(),
            length: 0,
            texts: Vec::new(),
            has_originals: false,
            remarks: 0,
        };
        let PageLook { title, accent, view } = look;
        let accent = accent.map(|accent| accent.to_string());
        let head = json(&Head { v: BLOCK_VERSION, title: title.as_deref(), accent, view })?;
        // The object goes on behind its own members.
        let open = head.strip_suffix(b"}").unwrap_or(&head);
        packer.write(open)?;
        packer.write(b",\"notes\":[")?;
        Ok(packer)
    }

    /// Packs one more note, without what its author hid.
    ///
    /// # Errors
    /// [`PackError::Encode`], which text in memory gives no cause for.
    pub fn push(&mut self, note: &NoteFile) -> Result<(), PackError> {
        let (note, remarks) = note.without_remarks();
        self.remarks += remarks;
        let begin: &[u8] = if self.texts.is_empty() { b"{\"path\":" } else { b",{\"path\":" };
        self.write(begin)?;
        self.write(&json(&note.path)?)?;
        self.write(b",\"text\":")?;
        let start = self.length;
        self.write(&json(&note.text.read())?)?;
        self.texts.push(start..self.length);
        if let Some(bytes) = note.original() {
            self.has_originals = true;
            // The file's bytes, which the text cannot give back.
            self.write(b",\"original\":")?;
            self.write(&json(&STANDARD.encode(bytes))?)?;
        }
        self.write(b"}")
    }

    /// The block of all of them.
    ///
    /// # Errors
    /// [`PackError::Encode`], which text in memory gives no cause for.
    pub fn finish(mut self) -> Result<NotesBlock, PackError> {
        self.write(b"]}")?;
        let Self { encoder, look, texts, has_originals, remarks, .. } = self;
        let text = STANDARD.encode(encoder.finish()?);
        Ok(NotesBlock { text, remarks, look, texts, has_originals })
    }

    fn write(&mut self, json: &[u8]) -> Result<(), PackError> {
        self.length += json.len();
        Ok(self.encoder.write_all(json)?)
    }
}

impl NotesBlock {
    /// What a snapshot has to know of the block; `None` where its texts are not all that is in it.
    pub(in crate::export) fn origin(&self) -> Option<SnapshotBlock<'_>> {
        let Self { text, look, texts, has_originals, .. } = self;
        let checksum = Checksum::of_block(text.as_bytes()).filter(|_| !has_originals)?;
        Some(SnapshotBlock { checksum, look, texts })
    }
}

fn json(value: &(impl Serialize + ?Sized)) -> Result<Vec<u8>, PackError> {
    serde_json::to_vec(value).map_err(|error| PackError::Encode(error.into()))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn notes() -> Vec<NoteFile> {
        let note = |path: &str, text: &str| NoteFile::new(path, text);
        vec![note("a.md", "# A\n</script><script>alert(1)</script>"), note("b/ö.md", "\u{0}\r\n")]
    }

    fn block(notes: &[NoteFile], look: &PageLook) -> String {
        let mut packer = Packer::new(look).unwrap();
        notes.iter().for_each(|note| packer.push(note).unwrap());
        packer.finish().unwrap().text
    }

    fn unpacked(block: &str) -> serde_json::Value {
        let packed = STANDARD.decode(block).unwrap();
        let mut json = String::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut json).unwrap();
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn a_block_decodes_to_the_same_notes_and_look() {
        let look = PageLook {
            title: Some("<T>".into()),
            accent: "#0a8".parse().ok(),
            view: "level=new".into(),
        };
        for (look, head) in [
            (PageLook::default(), serde_json::json!({ "v": 1 })),
            (
                look,
                serde_json::json!({ "v": 1, "title": "<T>", "accent": "#00aa88", "view": "level=new" }),
            ),
        ] {
            let mut want = head;
            want["notes"] = notes()
                .iter()
                .map(|note| serde_json::json!({ "path": note.path, "text": note.text.read() }))
                .collect();
            assert_eq!(unpacked(&block(&notes(), &look)), want);
        }
        let none = block(&[], &PageLook::default());
        assert_eq!(unpacked(&none), serde_json::json!({ "v": 1, "notes": [] }));
    }

    #[test]
    fn fault_25_a_block_keeps_the_bytes_that_a_text_cannot_give_back() {
        let files = [NoteFile::from_bytes("a.md", b"\xe9"), NoteFile::from_bytes("b.md", b"e")];
        let want = serde_json::json!([
            { "path": "a.md", "text": "\u{fffd}", "original": "6Q==" },
            { "path": "b.md", "text": "e" },
        ]);
        assert_eq!(unpacked(&block(&files, &PageLook::default()))["notes"], want);
    }

    #[test]
    fn the_same_notes_give_the_same_block() {
        let look = PageLook::default();
        assert_eq!(block(&notes(), &look), block(&notes(), &look));
        let packed = STANDARD.decode(block(&[], &look)).unwrap();
        assert_eq!(&packed[4..8], [0; 4], "gzip's time");
        assert_eq!(packed[9], 255, "gzip's system");
    }
}

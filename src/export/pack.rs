//! Fills a built page with notes: one way for the build, `skillreel pack` and the page itself, so that
//! the same notes make the same bytes wherever they are packed.

use std::fmt;
use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use serde::Serialize;

use crate::matrix::Matrix;
use crate::vault::{NoteFile, Vault};

use super::html;
use super::look::Look;
use super::page::{PageContent, PageError, fill};

/// The name of the page that holds everything in one file.
pub const SINGLE_FILE: &str = "skillreel.html";

/// The form of the notes block that this program writes and reads.
pub const VERSION: u32 = 1;

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

/// One note in the notes block.
#[derive(Serialize)]
struct PackedNote<'a> {
    path: &'a str,
    text: &'a str,
    /// The file's bytes as base64, where the text cannot give them back.
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<String>,
}

/// Why no page could be made.
#[derive(Debug)]
pub enum PackError {
    /// The page cannot be filled.
    Page(PageError),
    /// The notes could not be packed.
    Encode(io::Error),
}

/// The notes block of a page as it grows, note by note: packing many takes a while, and a page has
/// other things to do in between.
#[derive(Debug)]
pub struct Packer {
    encoder: GzEncoder<Vec<u8>>,
    is_empty: bool,
}

impl Packer {
    /// A block without notes.
    ///
    /// # Errors
    /// [`PackError::Encode`], which text in memory gives no cause for.
    pub fn new(look: &Look) -> Result<Self, PackError> {
        let mut encoder = gzip();
        let Look { title, accent, view } = look;
        let accent = accent.map(|accent| accent.to_string());
        let head = json(&Head { v: VERSION, title: title.as_deref(), accent, view })?;
        // The object goes on behind its own members.
        let open = head.strip_suffix(b"}").unwrap_or(&head);
        encoder.write_all(open)?;
        encoder.write_all(b",\"notes\":[")?;
        Ok(Self { encoder, is_empty: true })
    }

    /// Packs one more note.
    ///
    /// # Errors
    /// [`PackError::Encode`], which text in memory gives no cause for.
    pub fn push(&mut self, note: &NoteFile) -> Result<(), PackError> {
        if !std::mem::take(&mut self.is_empty) {
            self.encoder.write_all(b",")?;
        }
        let original = note.original().map(|bytes| STANDARD.encode(bytes));
        let note = json(&PackedNote { path: &note.path, text: &note.text, original })?;
        Ok(self.encoder.write_all(&note)?)
    }

    /// The block: one line of text that fits into a page, the same for the same notes.
    ///
    /// # Errors
    /// [`PackError::Encode`], which text in memory gives no cause for.
    pub fn finish(mut self) -> Result<String, PackError> {
        self.encoder.write_all(b"]}")?;
        Ok(STANDARD.encode(self.encoder.finish()?))
    }
}

/// The text of a page with these notes in it, made from `template`, a page that was built.
///
/// # Errors
/// [`PackError::Page`] when `template` is not a page of ours.
pub fn page(template: &str, notes: &[NoteFile], look: &Look) -> Result<String, PackError> {
    let vault = Vault::read(notes);
    let mut packer = Packer::new(look)?;
    notes.iter().try_for_each(|note| packer.push(note))?;
    page_of(template, &vault, &Matrix::of(&vault), look, &packer.finish()?)
}

/// The text of a page, where its notes are read and packed already.
///
/// # Errors
/// [`PackError::Page`] when `template` is not a page of ours.
pub fn page_of(
    template: &str,
    vault: &Vault,
    matrix: &Matrix,
    look: &Look,
    notes_block: &str,
) -> Result<String, PackError> {
    let title = look.title.clone().unwrap_or_else(|| vault.title());
    let static_html = html::static_page(vault, matrix, &title);
    let content = PageContent { title: &title, static_html: &static_html, notes_block };
    fill(template, &content).map_err(PackError::Page)
}

/// Bytes as base64 of gzip, the same for the same bytes: no time and no system stands in it.
///
/// # Errors
/// [`PackError::Encode`], which bytes in memory give no cause for.
pub fn gzip_base64(bytes: &[u8]) -> Result<String, PackError> {
    let mut encoder = gzip();
    encoder.write_all(bytes)?;
    Ok(STANDARD.encode(encoder.finish()?))
}

fn gzip() -> GzEncoder<Vec<u8>> {
    // 255 is gzip's "unknown" system (RFC 1952, section 2.3).
    GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best())
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, PackError> {
    serde_json::to_vec(value).map_err(|error| PackError::Encode(error.into()))
}

impl From<io::Error> for PackError {
    fn from(error: io::Error) -> Self {
        Self::Encode(error)
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(error) => error.fmt(f),
            Self::Encode(error) => write!(f, "the notes could not be packed: {error}"),
        }
    }
}

impl std::error::Error for PackError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Page(error) => Some(error),
            Self::Encode(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn notes() -> Vec<NoteFile> {
        let note = |path: &str, text: &str| NoteFile::new(path, text);
        vec![note("a.md", "# A\n</script><script>alert(1)</script>"), note("b/ö.md", "\u{0}\r\n")]
    }

    fn block(notes: &[NoteFile], look: &Look) -> String {
        let mut packer = Packer::new(look).unwrap();
        notes.iter().for_each(|note| packer.push(note).unwrap());
        packer.finish().unwrap()
    }

    fn unpacked(block: &str) -> serde_json::Value {
        let packed = STANDARD.decode(block).unwrap();
        let mut json = String::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut json).unwrap();
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn a_block_decodes_to_the_same_notes_and_look() {
        let look = Look {
            title: Some("<T>".into()),
            accent: "#0a8".parse().ok(),
            view: "level=new".into(),
        };
        for (look, head) in [
            (Look::default(), serde_json::json!({ "v": 1 })),
            (
                look,
                serde_json::json!({ "v": 1, "title": "<T>", "accent": "#00aa88", "view": "level=new" }),
            ),
        ] {
            let mut want = head;
            want["notes"] = notes()
                .iter()
                .map(|note| serde_json::json!({ "path": note.path, "text": note.text }))
                .collect();
            assert_eq!(unpacked(&block(&notes(), &look)), want);
        }
        let none = block(&[], &Look::default());
        assert_eq!(unpacked(&none), serde_json::json!({ "v": 1, "notes": [] }));
    }

    #[test]
    fn fault_25_a_block_keeps_the_bytes_that_a_text_cannot_give_back() {
        let files = [NoteFile::from_bytes("a.md", b"\xe9"), NoteFile::from_bytes("b.md", b"e")];
        let want = serde_json::json!([
            { "path": "a.md", "text": "\u{fffd}", "original": "6Q==" },
            { "path": "b.md", "text": "e" },
        ]);
        assert_eq!(unpacked(&block(&files, &Look::default()))["notes"], want);
    }

    #[test]
    fn the_same_notes_give_the_same_block() {
        let look = Look::default();
        assert_eq!(block(&notes(), &look), block(&notes(), &look));
        let packed = STANDARD.decode(block(&[], &look)).unwrap();
        assert_eq!(&packed[4..8], [0; 4], "gzip's time");
        assert_eq!(packed[9], 255, "gzip's system");
    }

    #[test]
    fn a_page_holds_the_notes_and_no_script_of_theirs() {
        let template = concat!(
            "<title></title><!--skillreel:app--><!--/skillreel:app-->",
            r#"<script type="text/plain" id="skillreel-notes" data-encoding="gzip+base64">"#,
            "</script>"
        );
        let look = Look { title: Some("A <b>".into()), ..Look::default() };
        let page = page(template, &notes(), &look).unwrap();
        assert!(page.contains(&block(&notes(), &look)));
        assert!(!page.contains("<script>alert"), "{page}");
        assert!(page.contains("<title>A &lt;b&gt;</title>"), "{page}");
        assert!(page.contains("<h1>A &lt;b&gt;</h1>"), "{page}");
    }
}

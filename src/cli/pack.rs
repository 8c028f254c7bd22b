//! Fills a built page with notes: what `skillreel pack` and the build have in common.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use serde::{Deserialize, Serialize};

use crate::export::html;
use crate::export::page::{PageContent, PageError, fill};
use crate::matrix::Matrix;
use crate::vault::{NoteFile, Vault};

/// The name of the page that holds everything in one file.
pub const SINGLE_FILE: &str = "skillreel.html";

/// The variable that names the page to fill.
const PAGE_VARIABLE: &str = "SKILLREEL_PAGE";

/// The form of the notes block. A page refuses a number it does not know.
const VERSION: u32 = 1;

/// What the notes block of a page holds, as JSON.
#[derive(Debug, Serialize, Deserialize)]
struct Block<N> {
    v: u32,
    notes: Vec<N>,
}

/// One note in the notes block.
#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct PackedNote<S> {
    path: S,
    text: S,
}

/// Why no page could be made.
#[derive(Debug)]
pub enum PackError {
    /// There is no page to fill at any of these places.
    NoPage(Vec<PathBuf>),
    /// The page that was named is not there.
    NotThere(PathBuf),
    /// The page cannot be filled.
    Page(PageError),
    /// The notes could not be packed.
    Encode(io::Error),
}

/// The text of a page with these notes in it, made from `template`, a page that was built.
///
/// # Errors
/// [`PackError::Page`] when `template` is not a page of ours.
pub fn page(template: &str, notes: &[NoteFile]) -> Result<String, PackError> {
    let vault = Vault::read(notes);
    let content = PageContent {
        title: &vault.title(),
        static_html: &html::static_page(&vault, &Matrix::of(&vault)),
        notes_block: &notes_block(notes)?,
    };
    fill(template, &content).map_err(PackError::Page)
}

/// The notes as one line of text that fits into a page, the same for the same notes.
///
/// # Errors
/// [`PackError::Encode`], which text in memory gives no cause for.
pub fn notes_block(notes: &[NoteFile]) -> Result<String, PackError> {
    let notes =
        notes.iter().map(|note| PackedNote { path: &note.path, text: &note.text }).collect();
    let block = Block { v: VERSION, notes };
    let json = serde_json::to_vec(&block).map_err(|error| PackError::Encode(error.into()))?;
    gzip_base64(&json)
}

/// Bytes as base64 of gzip, the same for the same bytes: no time and no system stands in it.
///
/// # Errors
/// [`PackError::Encode`], which bytes in memory give no cause for.
pub fn gzip_base64(bytes: &[u8]) -> Result<String, PackError> {
    // 255 is gzip's "unknown" system (RFC 1952, section 2.3).
    let builder = GzBuilder::new().mtime(0).operating_system(255);
    let mut encoder = builder.write(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map(|packed| STANDARD.encode(packed)).map_err(PackError::Encode)
}

/// The page to fill: the one that was named, else the one that was built.
///
/// Looked for in this order: `explicit` (`--page FILE`), `$SKILLREEL_PAGE`, beside this program,
/// in `dist` here, and in `dist` of a folder above this program, as Cargo's `target` has it.
///
/// # Errors
/// [`PackError::NotThere`] when a page was named and is not there, else [`PackError::NoPage`].
pub fn find_template(explicit: Option<&Path>) -> Result<PathBuf, PackError> {
    let variable = env::var_os(PAGE_VARIABLE).filter(|value| !value.is_empty());
    search(explicit, variable, Path::new(""), env::current_exe().ok().as_deref())
}

fn search(
    explicit: Option<&Path>,
    variable: Option<OsString>,
    here: &Path,
    program: Option<&Path>,
) -> Result<PathBuf, PackError> {
    // A page that someone names is meant: another one in its place would be a surprise.
    if let Some(named) = explicit.map(Path::to_owned).or(variable.map(PathBuf::from)) {
        return if named.is_file() { Ok(named) } else { Err(PackError::NotThere(named)) };
    }
    let built = Path::new("dist").join(SINGLE_FILE);
    let folders = program.and_then(Path::parent).into_iter().flat_map(Path::ancestors);
    let mut places: Vec<PathBuf> = folders.clone().take(1).map(|f| f.join(SINGLE_FILE)).collect();
    places.push(here.join(&built));
    places.extend(folders.map(|folder| folder.join(&built)));
    match places.iter().find(|place| place.is_file()) {
        Some(place) => Ok(place.clone()),
        None => Err(PackError::NoPage(places)),
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPage(places) => {
                f.write_str("found no built page to fill; run `cargo xtask build`, or name one with --page FILE; looked at:")?;
                places.iter().try_for_each(|place| write!(f, "\n  {}", place.display()))
            }
            Self::NotThere(place) => write!(
                f,
                "there is no page at {}: expected the skillreel.html that `cargo xtask build` makes",
                place.display()
            ),
            Self::Page(error) => error.fmt(f),
            Self::Encode(error) => write!(f, "the notes could not be packed: {error}"),
        }
    }
}

impl std::error::Error for PackError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NoPage(_) | Self::NotThere(_) => None,
            Self::Page(error) => Some(error),
            Self::Encode(error) => Some(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;

    use super::*;

    fn notes() -> Vec<NoteFile> {
        let note = |path: &str, text: &str| NoteFile::new(path, text);
        vec![note("a.md", "# A\n</script><script>alert(1)</script>"), note("b/ö.md", "\u{0}\r\n")]
    }

    #[test]
    fn a_block_decodes_to_the_same_notes() {
        let packed = STANDARD.decode(notes_block(&notes()).unwrap()).unwrap();
        let mut json = String::new();
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut json).unwrap();
        assert!(json.starts_with(r#"{"v":1,"notes":[{"path":"a.md","text":"#), "{json}");
        let block: Block<PackedNote<String>> = serde_json::from_str(&json).unwrap();
        let unpacked = |note: PackedNote<String>| NoteFile::new(note.path, note.text);
        assert_eq!(block.notes.into_iter().map(unpacked).collect::<Vec<_>>(), notes());
    }

    #[test]
    fn the_same_notes_give_the_same_block() {
        assert_eq!(notes_block(&notes()).unwrap(), notes_block(&notes()).unwrap());
        let packed = STANDARD.decode(notes_block(&[]).unwrap()).unwrap();
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
        let page = page(template, &notes()).unwrap();
        assert!(page.contains(&notes_block(&notes()).unwrap()));
        assert!(!page.contains("<script>alert"), "{page}");
    }

    #[test]
    fn a_named_page_counts_and_must_be_there() {
        let folder = env::temp_dir().join(format!("skillreel-pack-{}", std::process::id()));
        let elsewhere = folder.join("elsewhere");
        let program = folder.join("target/debug/skillreel");
        let built = folder.join("dist").join(SINGLE_FILE);
        fs::create_dir_all(folder.join("dist")).unwrap();
        fs::write(&built, "").unwrap();
        assert_eq!(search(Some(&built), Some("other".into()), &elsewhere, None).unwrap(), built);
        assert_eq!(search(None, Some(built.clone().into()), &elsewhere, None).unwrap(), built);
        assert_eq!(search(None, None, &elsewhere, Some(&program)).unwrap(), built);
        assert_eq!(search(None, None, &folder, None).unwrap(), built);
        let error =
            search(Some(&folder.join("gone.html")), None, &folder, Some(&program)).unwrap_err();
        assert!(error.to_string().contains("gone.html"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }
}

//! A hosted page without notes: its document, its worker, and the files beside them.

use std::borrow::Cow;
use std::fmt;

use crate::export::page::fill::{ADDRESS_REGION, PageContent, PageError, Region, pieces};

use super::digest::version;

/// The document of a hosted page.
pub const DOCUMENT_FILE: &str = "index.html";

/// The worker that keeps a hosted page at hand.
pub const WORKER_FILE: &str = "sw.js";

/// What other pages name, and so is no file of this one.
pub const FOR_OTHERS: [&str; 1] = ["skill-matrix.js"];

/// The version, in the document.
const VERSION_REGION: Region =
    Region { name: "version", open: "<meta name=\"skillreel-version\" content=\"", close: "\">" };

/// The version, in the worker.
const WORKER_VERSION: Region = Region { name: "version", open: "const VERSION = '", close: "';" };

/// The files that the worker keeps, with their digests, as JSON.
const WORKER_FILES: Region = Region { name: "files", open: "const FILES = ", close: ";\n" };

/// What stands in the version's place until that is known.
const NO_VERSION: &str = "{version}";

/// A hosted page that can be filled with notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteTemplate {
    document: String,
    worker: String,
    files: Vec<BesideFile>,
}

/// A file beside a hosted page, which the worker keeps with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BesideFile {
    /// Its name in the page's folder.
    pub name: String,
    /// Its digest ([`super::digest::integrity`]).
    pub integrity: String,
}

/// A hosted page with notes: what its document and its worker consist of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledSite<'a> {
    /// The text of index.html, in pieces.
    pub document: Vec<Cow<'a, str>>,
    /// The text of sw.js.
    pub worker: String,
}

/// Why a folder is no hosted page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotASite {
    /// A text lacks a part.
    Page(&'static str, PageError),
    /// The worker does not say which files it keeps.
    Files(String),
}

impl SiteTemplate {
    /// The template of a document and a worker as the build has them, or as they were filled before, with the files
    /// that the worker is to keep.
    ///
    /// # Errors
    /// [`NotASite`] when a part is missing.
    pub fn new(document: &str, worker: &str, files: Vec<BesideFile>) -> Result<Self, NotASite> {
        let of_document = |error| NotASite::Page(DOCUMENT_FILE, error);
        let of_worker = |error| NotASite::Page(WORKER_FILE, error);
        let named = files.iter().map(|file| (["./", &file.name].concat(), &file.integrity));
        let named: Vec<(String, &String)> = named.collect();
        let named = serde_json::to_string(&named).map_err(|e| NotASite::Files(e.to_string()))?;
        let worker = WORKER_FILES.replace(worker, &named).map_err(of_worker)?;
        let worker = WORKER_VERSION.replace(&worker, NO_VERSION).map_err(of_worker)?;
        let document = VERSION_REGION.replace(document, NO_VERSION).map_err(of_document)?;
        Ok(Self { document, worker, files })
    }

    /// The template of a hosted page that was made before.
    ///
    /// # Errors
    /// [`NotASite`] when it is none.
    pub fn of_site(document: &str, worker: &str) -> Result<Self, NotASite> {
        let files = WORKER_FILES.find(worker).map_err(|e| NotASite::Page(WORKER_FILE, e))?;
        let files: Vec<(String, String)> =
            serde_json::from_str(files).map_err(|error| NotASite::Files(error.to_string()))?;
        let file = |(name, integrity): (String, String)| {
            let name = name.strip_prefix("./").unwrap_or(&name).to_owned();
            BesideFile { name, integrity }
        };
        Self::new(&without_address(document), worker, files.into_iter().map(file).collect())
    }

    /// The files that the worker keeps beside the document.
    #[must_use]
    pub fn files(&self) -> &[BesideFile] {
        &self.files
    }

    /// Document and worker with notes. Their version is a digest of all that either of them holds, and so of every
    /// file.
    ///
    /// # Errors
    /// [`PageError`] when the content does not fit.
    pub fn fill<'a>(&'a self, content: &PageContent<'a>) -> Result<FilledSite<'a>, PageError> {
        let mut document = pieces(&self.document, content)?;
        let texts = document.iter().map(|piece| piece.as_bytes());
        let version = version(texts.chain([self.worker.as_bytes()]));
        // No text of notes holds such an element, and the head comes first.
        let head = document.iter_mut().find(|piece| piece.contains(VERSION_REGION.open));
        if let Some(head) = head {
            *head = VERSION_REGION.replace(head, &version)?.into();
        }
        let worker = WORKER_VERSION.replace(&self.worker, &version)?;
        Ok(FilledSite { document, worker })
    }
}

/// A document without what it says of its address: that is true of the notes that it was built with.
fn without_address(document: &str) -> Cow<'_, str> {
    let cut = document.split_once(ADDRESS_REGION.open).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(ADDRESS_REGION.close)?;
        Some([before, after].concat())
    });
    cut.map_or(Cow::Borrowed(document), Cow::Owned)
}

impl fmt::Display for NotASite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page(file, error) => write!(f, "{file}: {error}"),
            Self::Files(error) => {
                write!(f, "{WORKER_FILE} does not say which files it keeps: {error}")
            }
        }
    }
}

impl std::error::Error for NotASite {}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER: &str = "const VERSION = '{version}';\nconst FILES = {files};\nrest();\n";
    const CONTENT: PageContent<'_> = PageContent {
        title: "Notes",
        static_html: "<p>{version}</p>",
        notes_block: "bmV3",
        snapshot_block: "",
    };

    fn document() -> String {
        let built = include_str!("../../../index.html");
        let about = [ADDRESS_REGION.open, "<link rel=\"canonical\">\n", ADDRESS_REGION.close];
        built.replacen("<!--skillreel:files-->", &(about.concat() + "<!--skillreel:files-->"), 1)
    }

    fn filled(document: &str, integrity: &str) -> (String, String) {
        let file = BesideFile { name: "a.js".into(), integrity: integrity.into() };
        let template = SiteTemplate::new(document, WORKER, vec![file]).unwrap();
        let FilledSite { document, worker } = template.fill(&CONTENT).unwrap();
        (document.concat(), worker)
    }

    fn version_of((document, worker): &(String, String)) -> String {
        let version = WORKER_VERSION.find(worker).unwrap();
        assert_eq!(VERSION_REGION.find(document), Ok(version));
        assert_eq!(version.len(), 16, "{version}");
        version.to_owned()
    }

    #[test]
    fn document_and_worker_are_of_one_version_which_changes_with_every_part() {
        let built = document();
        let first = filled(&built, "sha384-a");
        assert!(first.1.contains("const FILES = [[\"./a.js\",\"sha384-a\"]];\n"), "{}", first.1);
        assert!(first.0.contains("<p>{version}</p>"), "what notes say stays as it is");
        let version = version_of(&first);
        assert_eq!(filled(&built, "sha384-a"), first);
        assert_ne!(version_of(&filled(&built, "sha384-b")), version);
        let other = built.replace("width=device-width", "width=1");
        assert_ne!(version_of(&filled(&other, "sha384-a")), version);
    }

    #[test]
    fn a_site_is_the_template_that_it_was_made_of() {
        let (document, worker) = filled(include_str!("../../../index.html"), "sha384-a");
        let again = SiteTemplate::of_site(&document, &worker).unwrap();
        assert_eq!(again.files()[0].name, "a.js");
        let other = PageContent { notes_block: "b2xk", ..CONTENT };
        let FilledSite { document: of_others, worker: for_others } = again.fill(&other).unwrap();
        assert_ne!(for_others, worker);
        let of_others = of_others.concat();
        let back = SiteTemplate::of_site(&of_others, &for_others).unwrap();
        let FilledSite { document: same, worker: for_same } = back.fill(&CONTENT).unwrap();
        assert_eq!((same.concat(), for_same), (document, worker));
    }

    #[test]
    fn what_a_page_says_of_its_address_is_of_the_notes_that_it_was_built_with() {
        let (document, worker) = filled(&document(), "sha384-a");
        assert!(document.contains("canonical"), "{document}");
        let again = SiteTemplate::of_site(&document, &worker).unwrap();
        assert!(!again.fill(&CONTENT).unwrap().document.concat().contains("canonical"));
    }

    #[test]
    fn what_is_no_site_is_told_by_what_it_lacks() {
        let (document, worker) = filled(&document(), "sha384-a");
        for (document, worker, lacks) in [
            ("<title></title>", worker.as_str(), "skillreel-version"),
            (&document, "const VERSION = '1';\n", "const FILES"),
            (&document, "const VERSION = '1';\nconst FILES = [1];\n", "sw.js does not say"),
        ] {
            let error = SiteTemplate::of_site(document, worker).unwrap_err().to_string();
            assert!(error.contains(lacks), "{error}");
        }
    }
}

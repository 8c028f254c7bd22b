//! Which hosted page `skillreel site` fills: the one inside this program, or one in a folder.

use std::borrow::Cow;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::export::page::pack::SINGLE_FILE;
use crate::export::site::template::{DOCUMENT_FILE, NotASite, SiteTemplate, WORKER_FILE};

use super::template::{self, EMBEDDED_FILES, FileTemplateError, Template};

/// Where the files of a hosted page are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum SiteSource {
    /// In this program, with the page in one file.
    Embedded(&'static str),
    /// In a folder.
    Folder(PathBuf),
}

/// Why there is no hosted page to fill.
#[derive(Debug)]
pub(in crate::cli) enum SiteSourceError {
    /// There is no page at all.
    Template(FileTemplateError),
    /// A file of it cannot be read.
    Unread(PathBuf, io::Error),
    /// It is no hosted page.
    NotASite(PathBuf, NotASite),
    /// A file is not the one that the page was built with.
    Damaged(PathBuf),
}

impl SiteSource {
    /// The one that was named, else the one in this program, else the one that was built ([`template::find`]).
    pub(in crate::cli) fn find(explicit: Option<&Path>) -> Result<Self, SiteSourceError> {
        match template::find(explicit).map_err(SiteSourceError::Template)? {
            Template::Embedded(page) => Ok(Self::Embedded(page)),
            Template::File(page) => Ok(Self::Folder(page.parent().unwrap_or(&page).to_owned())),
        }
    }

    /// The page that is to be filled.
    pub(in crate::cli) fn template(&self) -> Result<SiteTemplate, SiteSourceError> {
        SiteTemplate::of_site(&self.text(DOCUMENT_FILE)?, &self.text(WORKER_FILE)?)
            .map_err(|error| SiteSourceError::NotASite(self.path(""), error))
    }

    /// A file of it.
    pub(in crate::cli) fn bytes(&self, name: &str) -> Result<Cow<'static, [u8]>, SiteSourceError> {
        let bytes = match self {
            Self::Embedded(page) if name == SINGLE_FILE => Ok(page.as_bytes().into()),
            Self::Embedded(_) => {
                let found = EMBEDDED_FILES.iter().find(|(file, _)| *file == name);
                let missing = || io::Error::from(io::ErrorKind::NotFound);
                found.map(|(_, bytes)| Cow::Borrowed(*bytes)).ok_or_else(missing)
            }
            Self::Folder(folder) => fs::read(folder.join(name)).map(Cow::Owned),
        };
        bytes.map_err(|cause| SiteSourceError::Unread(self.path(name), cause))
    }

    /// A file of it that is text.
    pub(in crate::cli) fn text(&self, name: &str) -> Result<String, SiteSourceError> {
        let bytes = self.bytes(name)?.into_owned();
        String::from_utf8(bytes).map_err(|_| self.damaged(name))
    }

    /// A file of it is not as it was built.
    pub(in crate::cli) fn damaged(&self, name: &str) -> SiteSourceError {
        SiteSourceError::Damaged(self.path(name))
    }

    fn path(&self, name: &str) -> PathBuf {
        match self {
            Self::Embedded(_) => PathBuf::from("the page in this program").join(name),
            Self::Folder(folder) => folder.join(name),
        }
    }
}

impl fmt::Display for SiteSourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, cause) = match self {
            Self::Template(error) => return error.fmt(f),
            Self::Unread(path, cause) => (path, format!("cannot be read: {cause}")),
            Self::NotASite(path, cause) => (path, format!("is no page for a host: {cause}")),
            Self::Damaged(path) => {
                (path, "is not the file that the page was built with".to_owned())
            }
        };
        write!(
            f,
            "{} {cause}; name with --page the folder that `cargo xtask build` makes, or skillreel-page-….zip unpacked",
            path.display()
        )
    }
}

impl std::error::Error for SiteSourceError {}

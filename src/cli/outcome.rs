//! How a command ends.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::export::page::gzip::PackError;

use super::files::UnreadPath;
use super::page::site_source::SiteSourceError;
use super::page::template::FileTemplateError;
use super::page::whole_folder::FolderError;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// All is fine.
    Fine,
    /// `check` found something that cannot be used.
    FoundErrors,
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub(super) enum Error {
    /// A note could not be read.
    Input(UnreadPath),
    /// There is no page to fill.
    Template(FileTemplateError),
    /// There is no hosted page to fill.
    Site(SiteSourceError),
    /// The page could not be packed.
    Pack(PackError),
    /// The folder could not be written.
    Folder(FolderError),
    /// The page could not be read or written.
    Page { path: PathBuf, cause: io::Error },
    /// Standard output cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<SiteSourceError> for Error {
    fn from(error: SiteSourceError) -> Self {
        Self::Site(error)
    }
}

impl From<FolderError> for Error {
    fn from(error: FolderError) -> Self {
        Self::Folder(error)
    }
}

impl From<PackError> for Error {
    fn from(error: PackError) -> Self {
        Self::Pack(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(error) => error.fmt(f),
            Self::Template(error) => error.fmt(f),
            Self::Site(error) => error.fmt(f),
            Self::Pack(error) => error.fmt(f),
            Self::Folder(error) => error.fmt(f),
            Self::Page { path, cause } => write!(f, "{}: {cause}", path.display()),
            Self::Output(error) => write!(f, "the output cannot be written: {error}"),
        }
    }
}

impl std::error::Error for Error {}

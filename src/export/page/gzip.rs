//! How what a page carries is compressed, and why no page could be made.

use std::fmt;
use std::io;

use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};

use super::fill::PageError;

/// Why no page could be made.
#[derive(Debug)]
pub enum PackError {
    /// The page cannot be filled.
    Page(PageError),
    /// The notes could not be packed.
    Encode(io::Error),
}

impl From<postcard::Error> for PackError {
    fn from(error: postcard::Error) -> Self {
        Self::Encode(io::Error::other(error.to_string()))
    }
}

impl From<PageError> for PackError {
    fn from(error: PageError) -> Self {
        Self::Page(error)
    }
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

/// How much work goes into notes: with all that is possible 225 MB of them take three times as long, for a third of a
/// percent.
pub(in crate::export) const NOTES_LEVEL: Compression = Compression::new(6);

/// Gzip without a time or a system in it: the same for the same bytes.
pub(in crate::export) fn gzip(level: Compression) -> GzEncoder<Vec<u8>> {
    // 255 is gzip's "unknown" system (RFC 1952, section 2.3).
    GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), level)
}

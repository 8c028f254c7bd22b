//! The page as a whole.

pub(crate) mod barriers;
pub(crate) mod floating;
pub(crate) mod focus;
pub(crate) mod forced_colours;
pub(crate) mod from_file;
pub(crate) mod installed;
pub(crate) mod keyboard;
pub(crate) mod narrow;
pub(crate) mod pieces;
pub(crate) mod shifts;
pub(crate) mod start;
pub(crate) mod storage;
pub(crate) mod translated;

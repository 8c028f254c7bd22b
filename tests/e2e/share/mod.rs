//! Taking the page elsewhere.

pub(crate) mod embedding;
pub(crate) mod framed;
mod keep_everything;
pub(crate) mod pasting;
pub(crate) mod saving;
pub(crate) mod sharing;
pub(crate) mod site;

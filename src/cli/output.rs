//! What commands write alike.

use std::io::{self, Write};

use serde::Serialize;

use super::outcome::Error;

/// Writes JSON that people can read, too.
pub(super) fn write_json(data: &impl Serialize, out: &mut impl Write) -> Result<(), Error> {
    serde_json::to_writer_pretty(&mut *out, data).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// A number of things, in words.
pub(super) fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

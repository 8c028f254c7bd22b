//! What is read of notes, whatever tool wrote them, and what never is.

mod beside;
mod dialect;
mod habits;
mod habits_rows;
mod hidden;
mod hostile;
pub(crate) mod lossless;
mod reading;
mod times;
mod transcripts;
mod writing;

//! Native tests: the library and the command line, from outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails; helpers outside #[test] functions count as tests"
)]

mod bundled_note;
mod cli;
mod dialect;
mod gold;
mod guards;
mod habits;
mod habits_rows;
mod hidden;
mod hostile;
mod lossless;
mod matrix;
mod progress;
mod properties;
mod reading;
mod rooms;
mod search;
mod shared;
mod times;
mod transcripts;
mod writing;

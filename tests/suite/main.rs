//! Native tests: the library and the command line, from outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails; helpers outside #[test] functions count as tests"
)]

mod bundled_note;
mod cli;
mod gold;
mod guards;
mod handles;
mod joined;
mod matrix;
mod notes;
mod progress;
mod properties;
mod rooms;
mod search;
mod shared;
mod type_names;

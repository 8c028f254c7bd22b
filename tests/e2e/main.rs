//! The page as people use it, in Chromium, Firefox and WebKit, over http and from a file.
//!
//! Each test is one thing that a person does. `cargo xtask test` builds the page and runs them;
//! `harness/settings.rs` says what they take from the environment.

// Browsers and what they start are ended through a shell, see harness/driver.rs.
#![cfg(unix)]

mod alive;
mod attacks;
mod bad_input;
mod barriers;
mod embedding;
mod facts;
mod finding;
mod floating;
mod focus;
mod following;
mod framed;
mod from_file;
mod harness;
mod installed;
mod keyboard;
mod length;
mod level;
mod level_search;
mod long_notes;
mod many_notes;
mod narrow;
mod own_media;
mod own_notes;
mod own_notes_faults;
mod pages;
mod panic;
mod pasting;
mod player;
mod playing;
mod program;
mod queue;
mod queue_to_its_end;
mod reading;
mod saving;
mod screenshots;
mod search;
mod seen;
mod selftest;
mod sharing;
mod shifts;
mod start;
mod storage;
mod timeline;
mod translated;
mod trouble;
mod vault;
mod watch;

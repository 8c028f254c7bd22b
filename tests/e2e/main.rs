//! The page as people use it, in Chromium, Firefox and WebKit, over http and from a file.
//!
//! Each test is one thing that a person does. `cargo xtask test` builds the page and runs them;
//! `harness/settings.rs` says what they take from the environment.

// Browsers and what they start are ended through a shell, see harness/driver.rs.
#![cfg(unix)]

mod alive;
mod app;
mod attacks;
mod compare;
mod facts;
mod harness;
mod import;
mod made_up;
mod matrix;
mod note;
mod pages;
mod player;
mod program;
mod queue;
mod screenshots;
mod search;
mod seen;
mod selftest;
mod share;
mod stand_in;

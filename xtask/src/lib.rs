//! Skillreel's developer commands, and what they have in common: other programs, tools, the page's build.
//!
//! `cargo xtask` is compiled before anything else can be done, so little is in here. What reads notes is
//! in `xtask-assemble`, what measures in `xtask-measure`, what runs tests in a browser in
//! `xtask-runner`; Cargo compiles each when it is asked for.

pub mod page;
pub mod tools;

//! Native tests: the library and the command line, from outside.

mod bundled_note;
mod cli;
mod lossless;
mod reading;
mod shared;
mod shared_data;

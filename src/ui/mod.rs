//! The page: one Leptos component a file.
//!
//! A folder for each part that one can point at, and `state` for what one cannot see. The notes are read into a
//! `state::library::Library`, which never changes; notes that the reader adds make another one (`import`), and
//! what shows notes is then drawn anew (`state::keyed_on_library`). What changes all the time is one
//! `state::view::View`, the page's address in types; all that is shown follows from the two. Besides them only the
//! environment has a say: how the player stands, how wide the window is, what the reader has set
//! (`player::playback`, `state::environment`).

#![expect(unreachable_pub, reason = "the component macro makes properties public")]

mod app;
mod compare;
mod context;
mod import;
mod links;
mod matrix;
mod mount;
mod note;
mod player;
mod preview;
mod print;
mod problems;
mod proof;
mod queue;
mod rating;
mod search;
mod share;
mod skill;
mod start;
mod state;
mod widgets;

pub use mount::mount;
pub use start::start;
#[doc(hidden)] // What tests in a browser look at by itself.
pub use state::search_index::{SearchIndex, Urgency};
#[doc(hidden)]
pub use widgets::fresh;
#[doc(hidden)]
pub use widgets::late::{at_rest, in_chunk, in_turn, late_view};

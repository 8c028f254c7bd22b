//! The page: one Leptos component a file.
//!
//! The notes are read into a [`shelf::Shelf`], which never changes; notes that the reader adds make
//! another one ([`intake`]), and what shows notes is then drawn anew ([`per_shelf`]). What changes
//! all the time is one [`view::View`], the page's address in types; all that is shown follows from
//! the two. Besides them only the world has a say: how the player stands, how wide the window is, what the reader
//! has set ([`playback`], [`world`]).

#![expect(unreachable_pub, reason = "the component macro makes properties public")]

mod app;
mod backlinks;
mod board;
mod cell;
mod chips;
mod claim_item;
mod close_button;
mod copy_button;
mod detail;
mod dialog;
mod drawn;
mod empty;
mod facade;
mod failure;
mod filters;
mod floating;
mod found;
mod fresh;
mod gathering;
mod growth;
mod header;
mod help_dialog;
mod highlighted;
mod icon;
mod icon_button;
mod intake;
mod keys;
mod level_filter;
mod long_list;
mod marked;
mod matrix_table;
mod missing_link;
mod more_button;
mod more_rows;
mod no_rows;
mod note_link;
mod note_list;
mod note_view;
mod notices;
mod original_file;
mod outline;
mod per_shelf;
mod pieces;
mod playback;
mod player_panel;
mod preview;
mod preview_card;
mod problem_file;
mod problem_list;
mod problems_panel;
mod reading;
mod recent;
mod render;
mod result_item;
mod results;
mod reveal;
mod role_select;
mod row;
mod search_box;
mod select;
mod sentinel;
mod share;
mod shelf;
mod skill_claims;
mod skill_view;
mod sort_select;
mod stamp_link;
mod start;
mod status;
mod theme_switch;
mod topic_link;
mod topic_view;
mod topics;
mod video_select;
mod view;
mod view_link;
mod watch;
mod weight;
mod words;
mod world;

pub use start::start;

//! The reader's list, and its clips that play one after the other.

mod former_list;
mod list_line;
mod list_ways;
pub mod play_these;
mod queue_body;
pub mod queue_chunk;
pub mod queue_panel;
pub mod queue_state;

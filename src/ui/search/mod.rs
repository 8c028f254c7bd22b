//! The search box, and what was found.

pub mod found;
pub mod gathering;
pub mod highlighted;
pub mod play_found;
pub mod recent;
pub mod result_item;
pub mod result_rows;
pub mod results;
pub mod results_chunk;
mod results_list;
pub mod search_box;
pub mod status;

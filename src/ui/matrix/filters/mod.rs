//! What narrows and sorts the matrix.

pub mod filter_bar;
pub mod group_select;
pub mod level_filter;
pub mod more_filters;
pub mod role_select;
pub mod sort_select;
pub mod video_select;

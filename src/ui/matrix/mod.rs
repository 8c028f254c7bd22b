//! The matrix: its table, rows and cells, and what narrows it.

pub mod clip_count;
pub mod drawn_map;
pub mod filters;
pub mod matrix_table;
pub mod no_rows;
pub mod play_shown;
pub mod rank_badge;
pub mod shown_rows;
pub mod table;

//! The matrix: its table, rows and cells, and what narrows it.

pub mod cell;
pub mod drawn_rows;
pub mod filters;
pub mod matrix_table;
pub mod more_rows;
pub mod no_rows;
pub mod play_shown;
pub mod rank_badge;
pub mod row;
pub mod skill_line;

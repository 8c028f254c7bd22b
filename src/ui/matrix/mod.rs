//! The matrix: its table, rows and cells, and what narrows it.

pub mod cell;
pub mod column_head;
pub mod drawn_parts;
pub mod filters;
pub mod matrix_table;
pub mod more_rows;
pub mod no_rows;
pub mod play_shown;
pub mod rank_badge;
pub mod row;
pub mod row_group;
pub mod shown_rows;
pub mod skill_line;
pub mod table_keys;

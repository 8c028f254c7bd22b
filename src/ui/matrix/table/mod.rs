//! The table of the matrix: columns, parts, rows and cells.

pub mod cell;
pub mod column_head;
pub mod columns;
pub mod drawn_parts;
pub mod more_rows;
pub mod row;
pub mod row_click;
pub mod row_group;
pub mod skill_line;
pub mod table_keys;

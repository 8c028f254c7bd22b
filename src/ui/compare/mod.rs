//! Two levels side by side, the gap, the plan, another person's view, a team.

mod compare_row;
pub mod compare_view;
mod data_menu;
mod gap_bar;
mod gap_chart;
mod link_dialog;
mod one_by_one;
mod play_changes;
mod second_view;
mod side_picker;
mod team_view;

//! What stands beside the first result of a group.

use crate::search::Group;

/// What stands beside the first result of a group.
pub fn label(group: Group) -> &'static str {
    match group {
        Group::Skills => "Skills",
        Group::Moments => "Moments",
        Group::Topics => "Topics",
        Group::Notes => "Notes",
        Group::Lines => "Said",
    }
}

/// What stands beside the first result of a group of which none is of the chosen level.
pub fn elsewhere(group: Group) -> &'static str {
    match group {
        Group::Skills => "Skills elsewhere",
        Group::Moments => "Moments elsewhere",
        Group::Topics => "Topics elsewhere",
        Group::Notes => "Notes elsewhere",
        Group::Lines => "Said elsewhere",
    }
}

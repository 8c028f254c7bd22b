//! An opened skill: where notes place it, and what they say about it.

pub mod skill_claims;
pub mod skill_view;
mod why_skill;

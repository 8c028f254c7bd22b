//! Search over skills, claims, topics and notes.
//!
//! Skills and notes become documents ([`Index`]): each has one text of its own, and stands in
//! another one (a claim in a topic, a topic in a note) whose words count as well. What is typed
//! ([`Query`]) is turned into the words of the notes that it may mean: the word itself, its other
//! forms, words that start like it, and words a typo or two away. The documents that hold them are
//! ranked ([`Answer`]): first those that hold every word of the query, then, where there are next to
//! none, those that hold nearly all that tells.

mod answer;
mod collect;
mod compound;
mod document;
mod expand;
mod hit;
mod index;
mod inflect;
mod marks;
mod near;
mod packed;
mod query;
mod score;
mod terms;
#[cfg(test)]
mod tests;
mod tokens;

pub use hit::{Answer, Candidate, Group, Hit, Target, Tier};
pub use index::{Adding, Index, SkillEntry};
pub use marks::Marker;
pub use packed::PackedIndex;
pub use query::Query;

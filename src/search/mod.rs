//! Search over skills, claims, topics and notes.
//!
//! Skills and notes become documents ([`Index`]): each has one text of its own, and stands in
//! another one (a claim in a topic, a topic in a note) whose words count as well. What is typed
//! ([`Query`]) is turned into the words of the notes that it may mean: the word itself, its other
//! forms, words that start like it, and words a typo or two away. The documents that hold them are
//! ranked ([`Answer`]): first those that hold every word of the query, then, where there are next to
//! none, those that hold nearly all that tells.

mod hit;
mod index;
mod marker;
mod query;
mod target;
#[cfg(test)]
mod tests;

pub use hit::{Answer, Hit};
pub use index::packed_index::PackedIndex;
pub use index::sharded_index::{IndexHead, IndexInShards};
pub use index::{Adding, Index, SkillEntry};
pub use marker::Marker;
pub use query::Query;
pub use target::{Candidate, Group, Target, Tier};

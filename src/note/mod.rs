//! One Markdown file, read: front matter, sections, claims, stamps, links and problems.
//!
//! Reading never fails: it returns the note together with the list of what was wrong in it.
//! The pipeline is: bytes → text ([`decode`]) → front matter → Markdown events → tree of blocks
//! and inlines → claims.

mod blocks;
mod claims;
mod decode;
mod entries;
mod front_matter;
mod html;
mod inlines;
mod lines;
mod links;
mod markdown;
mod problem;
mod read;
mod scalar;
mod sentences;
mod stamps;
mod tree;
mod url;

pub use decode::decode;
pub use front_matter::{FrontMatter, InMatrix};
pub use problem::{Code, Problem, Severity};
pub use read::{Note, NoteId};
pub use scalar::Written;
pub use tree::{
    Alignment, AuthorMark, Block, Claim, ClaimId, Inline, Item, Link, Section, Stamp, Style, Table,
    WikiLink, plain_text,
};
pub use url::SafeUrl;

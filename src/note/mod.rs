//! One Markdown file, read: front matter, sections, claims, stamps, links and problems.
//!
//! Reading never fails: it returns the note together with the list of what was wrong in it.
//! The pipeline is: bytes → text ([`decode`]) → front matter → Markdown events → tree of blocks
//! and inlines → claims.

mod blocks;
mod claim_pieces;
mod claims;
mod content;
mod decode;
mod each_stamp;
mod edge_times;
mod edges;
mod entries;
mod evidence;
mod file_name;
mod front_matter;
mod hidden;
mod html;
mod inline_kind;
mod inlines;
mod lines;
mod links;
mod markdown;
mod other_medium;
mod outline;
mod plain;
mod problem;
mod properties;
mod raw_text;
mod read;
mod renumber;
mod scalar;
mod scale;
mod sentences;
mod sheet;
mod stamps;
mod text;
mod times;
mod tools;
mod transcript;
mod tree;
mod types;
mod unread;
mod url;
mod video_key;
mod walk;
pub mod web_page;
mod which_video;
pub mod workbook;

pub use decode::{decode, decode_sheet};
pub use evidence::TimeEvidence;
pub use file_name::without_hash;
pub use front_matter::{FrontMatter, InMatrix};
pub use hidden::{bytes_without_remarks, without_remarks};
pub use plain::plain_text;
pub use problem::{Code, Problem, Severity};
pub use scalar::Written;
pub use sheet::is_sheet;
pub use text::NoteText;
pub use transcript::{
    is_text, is_transcript, is_worth_reading, may_be_transcript, transcript_name,
};
pub use tree::{
    Alignment, AuthorMark, Block, Claim, ClaimId, Inline, Item, Link, LinkRole, Scale, Section,
    Stamp, Style, Table, WikiLink, claim_content,
};
pub use types::{Card, Note, NoteId};
pub use url::SafeUrl;
pub use walk::{Part, each_run, walk};

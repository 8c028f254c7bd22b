//! One Markdown file, read: front matter, sections, claims, stamps, links and problems.
//!
//! Reading never fails: it returns the note together with the list of what was wrong in it.
//! The pipeline is: bytes → text ([`decode`]) → front matter → Markdown events → tree of blocks
//! and inlines → claims.

mod claims;
mod content;
mod files;
mod front_matter;
mod lean;
mod markup;
mod outline;
mod plain;
mod problem;
mod problem_kind;
mod read;
mod reader;
mod sketch;
mod time;
mod tree;
mod types;
mod url;
mod video;
mod walk;

pub use files::decode::{decode, decode_sheet};
pub use files::file_name::without_hash;
pub use files::sheet::is_sheet;
pub use files::text::NoteText;
pub use files::text_packs::{PackedPlace, TextPacks};
pub use files::transcript::{
    is_text, is_transcript, is_worth_reading, may_be_transcript, transcript_name,
};
pub use files::{web_page, workbook};
pub use front_matter::scalar::WrittenValue;
pub use front_matter::{FrontMatter, InMatrix, with_front_matter};
pub use markup::hidden::without_remarks;
pub use markup::raw_text::bytes_without_remarks;
pub use plain::plain_text;
pub use problem::{Code, Problem, Severity};
pub use reader::have_reader;
pub use sketch::Sketch;
pub use time::time_evidence::TimeEvidence;
pub use tree::{
    Alignment, AuthorMark, Block, Claim, ClaimId, Inline, Item, Link, LinkRole, Scale, Section,
    Stamp, Style, Table, WikiLink, claim_content,
};
pub use types::{Card, Note, NoteId};
pub use url::SafeUrl;
pub use walk::{NotePart, each_run, walk};

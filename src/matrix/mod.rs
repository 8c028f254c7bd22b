//! The matrix: which skills matter at which level of seniority, in what order, said where.
//!
//! It is read from a note's lists and headings, never guessed from prose:
//!
//! - A list is one of skills if the paragraph that leads into it, or the heading over it, names
//!   skills of people (`language`), or names a level of seniority and says what is asked of it (`extract::classify`).
//! - Each of its items with a label names a skill (`extract::labels`). Where a heading that
//!   names skills has no such list, the headings right below it do (`extract::sub_headings`).
//! - A skill stands at the level that the lead-in names, else the nearest heading; it is ranked if
//!   its list is numbered. What backs it are the item's claims (`extract::evidence`).
//! - Its role is the one that the nearest of these words names, the note's title last (`language::role_detection`).
//! - What an author says about a list or a note wins over all that (`extract::marks`).
//! - Names that are the same skill share a row (`assemble`); where notes agree or
//!   do not is told, never averaged (`query::agreement`).
//! - Rows stand in one order wherever they are listed (`model::order`); readers narrow them, and sort
//!   them otherwise (`query`).

mod assemble;
mod extract;
mod language;
mod model;
mod proof;
mod query;

pub use assemble::build::{MatrixBuilder, NotePlacements};
pub use extract::explanation::MarkToWrite;
pub use extract::explanation::{ExplainedPart, Why};
pub use extract::ladder::sheets::own_csv::{CHOSEN, CSV_COLUMNS};
pub use extract::ladder::sheets::own_markdown::{MATRIX_MARK, NAMED_NOT_RANKED};
pub use extract::ladder::sheets::sheet::{ladder_sheets, team};
pub use extract::ladder::sheets::team::TeamRating;
pub use extract::marking::{MarkRefused, mark_fits, with_mark};
pub use extract::marks::unused_marks;
pub use extract::why::{why, why_in_pieces};
pub use model::level::{Level, LevelId, NotALevel};
pub use model::packed_matrix::PackedMatrix;
pub use model::role::{NotARole, Role, RoleFilter};
pub use model::rule::Rule;
pub use model::types::{Matrix, NO_LEVEL, Placement, Skill, SkillId};
pub use proof::find::{Proof, ProofFinder};
pub use proof::write::{ChosenProof, is_bare, without_line};
pub use query::agreement::{Agreement, Verdict};
pub use query::clip_cells::{ClipCount, LadderCell};
pub use query::cue::CuedSentence;
pub use query::facets::Facets;
pub use query::families::{FOLDED_FROM, Family, families};
pub use query::filter::Filter;
pub use query::groups::{GroupedBy, RowGroup};
pub use query::heading::Heading;
pub use query::overview::{OverviewBand, OverviewMark, overview};
pub use query::ranked_lists::RankedList;
pub use query::rows::Sort;

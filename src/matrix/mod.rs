//! The matrix: which skills matter at which level of seniority, in what order, said where.
//!
//! It is read from a note's lists and headings, never guessed from prose:
//!
//! - A list is one of skills if the paragraph that leads into it, or the heading over it, names
//!   skills of people (`phrases`, `lead_ins`, `headings`), or names a level of seniority and
//!   says what is asked of it (`seniority`, `titles`, `judge`).
//! - Each of its items with a label names a skill (`labels`, `no_skills`). Where a heading that
//!   names skills has no such list, the headings right below it do
//!   (`sub_headings`).
//! - A skill stands at the level that the lead-in names, else the nearest heading; it is ranked if
//!   its list is numbered. What backs it are the item's claims (`backing`).
//! - Its role is the one that the nearest of these words names, the note's title last (`whose`).
//! - What an author says about a list or a note wins over all that (`marks`).
//! - Names that are the same skill share a row (`folding`, `merge`, `build`); where notes agree or
//!   do not is told, never averaged (`agreement`).
//! - Readers narrow and sort the rows (`filter`, `facets`, `rows`).

mod agreement;
mod backing;
mod build;
mod extract;
mod facets;
mod filter;
mod folding;
mod headings;
mod judge;
mod labels;
mod lead_ins;
mod level;
mod lexicon;
mod marks;
mod merge;
mod no_skills;
mod packed;
mod phrases;
mod role;
mod rows;
mod seniority;
mod sub_headings;
mod summary;
mod titles;
mod types;
mod whose;
mod words;

pub use agreement::{Agreement, Verdict};
pub use build::Builder;
pub use facets::Facets;
pub use filter::Filter;
pub use level::Level;
pub use marks::unused_marks;
pub use packed::PackedMatrix;
pub use role::{NotARole, Role, RoleFilter};
pub use rows::{Rows, Sort};
pub use types::{Matrix, Placement, Skill, SkillId};

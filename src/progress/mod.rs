//! How far one is: what two levels ask, how one rates oneself against it, the gap, and the clips that close it.
//!
//! - Two levels or two roles are compared from placements alone (`compare`), and where a ladder says in words
//!   what it expects, the words that change are marked (`wording`).
//! - A reader rates a skill at a level by one of four steps (`step`). What was rated, when, and the list of
//!   clips that was made of it is one record (`record`), which tabs merge without loss (`merge`), which is kept
//!   and handed on as JSON (`json`, documented in `docs/PROGRESS.md`), and part of which travels in an address
//!   (`link`).
//! - What the aimed-at level asks and is rated below "alone" is the gap (`gap`), and a list of clips the plan
//!   (`clip_list`).
//! - Two people's ratings are held side by side (`two_views`), one person's over time (`over_time`), a team's
//!   in `team`.
//!
//! No clock is in here: days are given in.

mod clip_list;
mod compare;
mod day;
mod gap;
mod over_time;
mod presence;
mod record;
mod sides;
mod spans;
mod step;
mod team;
mod two_views;
mod wording;

pub use clip_list::{ClipList, Left, ListItem};
pub use compare::{ComparedSkill, Comparison};
pub use day::{Day, NotADay};
pub use gap::{Gap, OpenSkill};
pub use over_time::Growth;
pub use presence::{Here, Presence, steps_here};
pub use record::json::{NotARecord, ReadRecord, UNDERSTOOD_VERSION};
pub use record::link::{LONGEST_LINK, Received, ReceivedItem, read_link, write_link};
pub use record::{At, RatingEntry, Record};
pub use sides::{NotSides, Side, Sides};
pub use spans::{Span, span_at, spans};
pub use step::Step;
pub use team::{PeopleNames, Person, Team, TeamSkill};
pub use two_views::{Difference, TwoViews};
pub use wording::{Wording, WordingPiece};

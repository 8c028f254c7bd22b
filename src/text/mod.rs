//! Text made comparable: folding for search and links, slugs for addresses.

pub(crate) mod byte_set;
mod combining;
pub mod endings;
mod fold;
mod letter_case;
mod letters;
mod lines;
mod short;
mod shown;
mod slug;
mod slugs;
mod small_letters;

pub use combining::is_mark;
pub use fold::{fold, is_apostrophe, is_word_char, words};
pub use letter_case::{capitalized, lowered};
pub use lines::{file_lines, line_end};
pub use short::shortened;
pub use shown::{MOST_MARKS, shown, too_many_marks};
pub use slug::slug;
pub use slugs::Slugs;
pub use small_letters::small;

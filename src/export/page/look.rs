//! How a page looks and opens, where its maker has a say: title, accent colour and first view.

use crate::view_state::Accent;

/// What the maker of a page chose. The default leaves everything to the notes and the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageLook {
    /// The title, where it is not the notes' own.
    pub title: Option<String>,
    /// The colour of links and of what is chosen.
    pub accent: Option<Accent>,
    /// The view that the page opens with, as a fragment; empty for all.
    pub view: String,
}

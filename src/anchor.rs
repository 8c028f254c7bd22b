//! The names by which the page's own code, and its tests, find elements of the page, whatever these look like.
//!
//! Classes are for styles alone: what is restyled loses neither its keys nor its tests.

/// An element, or several of a kind, that is found by its `data-anchor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The search box with what hangs below it.
    Search,
    /// The field of the search box.
    SearchField,
    /// The last searches, below the search box.
    RecentSearches,
    /// The links of the results, in their order.
    Hit,
    /// The heads of the matrix's rows; the name in each is a link.
    SkillHead,
    /// What is open beside the matrix, which scrolls by itself.
    Detail,
    /// Claims in the text of an opened note.
    Claim,
    /// Claims in a list, of a skill or a topic.
    ClaimItem,
    /// The text of an opened note.
    NoteText,
    /// What the matrix took from an opened note.
    Taken,
    /// The heading of the reader's list.
    List,
    /// The lines of the reader's list, in their order.
    ListLine,
    /// The links of the list's clips, in their order.
    QueueClip,
    /// The links of the timeline's ticks, in their order.
    Tick,
    /// The card with the choices of a video and an order.
    MoreFilters,
    /// The card with the player's options.
    PlayerOptions,
    /// The card that shows what a link would open.
    Preview,
}

/// Each anchor with its name and its selector.
macro_rules! names {
    ($($anchor:ident $name:literal,)*) => {
        impl Anchor {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$anchor),*];

            /// The value of `data-anchor`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$anchor => $name,)*
                }
            }

            /// The selector that finds it.
            #[must_use]
            pub const fn selector(self) -> &'static str {
                match self {
                    $(Self::$anchor => concat!("[data-anchor=\"", $name, "\"]"),)*
                }
            }
        }
    };
}

names! {
    Search "search",
    SearchField "search-field",
    RecentSearches "recent-searches",
    Hit "hit",
    SkillHead "skill-head",
    Detail "detail",
    Claim "claim",
    ClaimItem "claim-item",
    NoteText "note-text",
    Taken "taken",
    List "list",
    ListLine "list-line",
    QueueClip "queue-clip",
    Tick "tick",
    MoreFilters "more-filters",
    PlayerOptions "player-options",
    Preview "preview",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_and_selectors_find_them() {
        for (index, anchor) in Anchor::ALL.iter().enumerate() {
            assert_eq!(anchor.selector(), format!("[data-anchor=\"{}\"]", anchor.name()));
            let before = &Anchor::ALL[..index];
            assert!(before.iter().all(|other| other.name() != anchor.name()), "{anchor:?}");
        }
    }
}

//! How what is shown goes elsewhere: as a link, as a page in one file, on paper, in other pages.

use leptos::prelude::*;

use crate::note::{ClaimId, NoteId};
use crate::ui::context::provided;

/// A way of sharing, each a sheet of the same dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharingSheet {
    /// A link to this view, and the other ways.
    Share,
    /// A claim, to be put elsewhere.
    Claim(NoteId, ClaimId),
    /// Show it in another page.
    Embed,
    /// Save as one page.
    Save,
    /// Keep all that lies beside the page.
    Keep,
}

impl SharingSheet {
    pub(super) fn title(&self) -> &'static str {
        match self {
            Self::Share => "Share",
            Self::Claim(..) => "Share what was said",
            Self::Embed => "Embed",
            Self::Save => "Save as one page",
            Self::Keep => "Keep everything for offline",
        }
    }
}

/// What is being shared. Nothing of it is drawn before somebody asks.
#[derive(Clone, Copy)]
pub struct Sharing {
    pub(super) sheet: RwSignal<Option<SharingSheet>>,
}

impl Sharing {
    pub fn new() -> Self {
        Self { sheet: RwSignal::new(None) }
    }

    /// Opens a sheet, in place of the one that is open.
    pub fn open(self, sheet: SharingSheet) {
        self.sheet.set(Some(sheet));
    }

    /// Closes what is open.
    pub(super) fn close(self) {
        self.sheet.set(None);
    }
}

/// What is being shared on the page.
pub fn sharing() -> Sharing {
    provided()
}

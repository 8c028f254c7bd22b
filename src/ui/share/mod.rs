//! How what is shown goes elsewhere: as a link, as a page in one file, on paper, in other pages.

mod claim_sheet;
mod dialog;
mod embed_sheet;
mod embedded;
mod field;
mod link_sheet;
mod native_share;
mod printed;
mod printed_note;
mod save_sheet;
mod saving;
mod share_button;
mod snippet;

pub(super) use dialog::SharingDialog;
pub(super) use embedded::EmbeddedFoot;
pub(super) use printed::print_on_demand;
pub(super) use share_button::ShareButton;

use leptos::prelude::*;

use crate::note::{ClaimId, NoteId};

/// A way of sharing, each a sheet of the same dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    /// A link to this view, and the other ways.
    Share,
    /// A claim, to be put elsewhere.
    Claim(NoteId, ClaimId),
    /// Show it in another page.
    Embed,
    /// Save as one page.
    Save,
}

impl Sheet {
    fn title(&self) -> &'static str {
        match self {
            Self::Share => "Share",
            Self::Claim(..) => "Share what was said",
            Self::Embed => "Embed",
            Self::Save => "Save as one page",
        }
    }
}

/// What is being shared. Nothing of it is drawn before somebody asks.
#[derive(Clone, Copy)]
pub(super) struct Sharing {
    sheet: RwSignal<Option<Sheet>>,
}

impl Sharing {
    pub(super) fn new() -> Self {
        Self { sheet: RwSignal::new(None) }
    }

    /// Opens a sheet, in place of the one that is open.
    pub(super) fn open(self, sheet: Sheet) {
        self.sheet.set(Some(sheet));
    }

    /// Closes what is open.
    fn close(self) {
        self.sheet.set(None);
    }
}

/// What is being shared on the page.
pub(super) fn sharing() -> Sharing {
    use_context().unwrap_or_else(Sharing::new)
}

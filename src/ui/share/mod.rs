//! How what is shown goes elsewhere: as a link, as a page in one file, on paper, in other pages.

mod dialog;
mod link_sheet;
mod save_sheet;
mod saving;

pub(super) use dialog::SharingDialog;

use leptos::prelude::*;

/// A way of sharing, each a sheet of the same dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    /// A link to this view, and the other ways.
    Share,
    /// Save as one page.
    Save,
}

impl Sheet {
    fn title(&self) -> &'static str {
        match self {
            Self::Share => "Share",
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
}

/// What is being shared on the page.
pub(super) fn sharing() -> Sharing {
    use_context().unwrap_or_else(Sharing::new)
}

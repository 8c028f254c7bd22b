//! How what is shown goes elsewhere: as a link, as a page in one file, in other pages.

pub mod claim_sheet;
pub mod embed;
mod keep;
pub mod link_sheet;
pub mod native_share;
pub mod save;
pub mod share_button;
mod share_chunk;
pub mod share_dialog;
pub mod sharing;
pub mod sheet_view;

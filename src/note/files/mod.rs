//! What files hold, whatever their kind: bytes as text, names, sheets, workbooks, web pages, transcripts.

pub(in crate::note) mod decode;
pub(in crate::note) mod file_name;
pub(in crate::note) mod sheet;
pub(in crate::note) mod text;
pub(in crate::note) mod text_packs;
pub(in crate::note) mod transcript;
pub mod web_page;
pub mod workbook;

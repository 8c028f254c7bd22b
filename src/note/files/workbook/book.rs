//! What the sheets of a workbook share: their names and parts, the texts of their cells, and how numbers look.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::note::files::workbook::format::NumberFormat;
use crate::note::files::workbook::xml::{Token, XmlPart};

/// The parts of a workbook's archive, by path.
pub type WorkbookParts = BTreeMap<String, Vec<u8>>;

/// A sheet of a workbook.
pub(super) struct SheetPart {
    pub(super) name: String,
    /// The path of its part in the archive.
    pub(super) path: String,
    /// Whether its author hid it.
    pub(super) is_hidden: bool,
}

/// What the sheets of a workbook share.
pub(super) struct Book {
    pub(super) sheets: Vec<SheetPart>,
    /// The texts that cells refer to by their number.
    pub(super) texts: Vec<String>,
    /// How the numbers of each style look.
    pub(super) looks: Vec<NumberFormat>,
}

impl Book {
    /// Reads what the sheets share. `None` where no part is a workbook's.
    pub(super) fn read(parts: &WorkbookParts) -> Option<Self> {
        let (path, bytes) = parts.iter().find(|(path, _)| path.ends_with("workbook.xml"))?;
        let folder = path.strip_suffix("workbook.xml").unwrap_or_default();
        let mut targets: FxHashMap<String, String> = FxHashMap::default();
        if let Some(bytes) = parts.get(&format!("{folder}_rels/workbook.xml.rels")) {
            for token in XmlPart::new(bytes) {
                if let Token::Open(tag) = token
                    && let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target"))
                {
                    let path = match target.strip_prefix('/') {
                        Some(path) => path.to_owned(),
                        None => format!("{folder}{target}"),
                    };
                    targets.insert(id, path);
                }
            }
        }
        let sheet = |token: Token<'_>| {
            let Token::Open(tag) = token else { return None };
            let (name, id) = (tag.get("name")?, tag.get("id")?);
            let path = targets.get(&id).filter(|_| tag.is("sheet"))?.clone();
            let is_hidden = tag.get("state").is_some_and(|state| state != "visible");
            Some(SheetPart { name, path, is_hidden })
        };
        let sheets = XmlPart::new(bytes).filter_map(sheet).collect();
        let texts = parts.get(&format!("{folder}sharedStrings.xml")).map(|bytes| texts(bytes));
        let looks = parts.get(&format!("{folder}styles.xml")).map(|bytes| looks(bytes));
        Some(Self { sheets, texts: texts.unwrap_or_default(), looks: looks.unwrap_or_default() })
    }
}

/// The texts that cells share, each with its runs joined and without how it is pronounced.
fn texts(bytes: &[u8]) -> Vec<String> {
    let mut texts = Vec::new();
    let mut text = Text::default();
    for token in XmlPart::new(bytes) {
        text.take(&token);
        match token {
            Token::Open(tag) if tag.is("si") => text.text.clear(),
            Token::Close(name) if name == b"si" => texts.push(std::mem::take(&mut text.text)),
            _ => {}
        }
    }
    texts
}

/// A text of several runs that is being read.
#[derive(Default)]
pub(super) struct Text {
    pub(super) text: String,
    in_text: bool,
    in_pronunciation: bool,
}

impl Text {
    /// Adds what a token says.
    pub(super) fn take(&mut self, token: &Token<'_>) {
        match token {
            Token::Open(tag) if tag.is("rPh") => self.in_pronunciation = true,
            Token::Open(tag) if tag.is("t") => self.in_text = true,
            Token::Close(name) if name == b"rPh" => self.in_pronunciation = false,
            Token::Close(name) if name == b"t" => self.in_text = false,
            // A carriage return that XML would lose is written so.
            Token::Text(text) if self.in_text && !self.in_pronunciation => {
                self.text.push_str(&text.replace("_x000D_", ""));
            }
            _ => {}
        }
    }
}

/// How the numbers of each style look.
fn looks(bytes: &[u8]) -> Vec<NumberFormat> {
    let mut own: FxHashMap<usize, NumberFormat> = FxHashMap::default();
    let mut looks = Vec::new();
    let mut inside: FxHashSet<&str> = FxHashSet::default();
    for token in XmlPart::new(bytes) {
        match token {
            Token::Open(tag) if tag.is("cellXfs") => {
                inside.insert("cellXfs");
            }
            Token::Close(name) if name == b"cellXfs" => {
                inside.remove("cellXfs");
            }
            Token::Open(tag) if tag.is("numFmt") => {
                if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                    own.insert(id, NumberFormat::of_code(&code));
                }
            }
            Token::Open(tag) if tag.is("xf") && inside.contains("cellXfs") => {
                let id = tag.number("numFmtId").unwrap_or(0);
                looks.push(own.get(&id).copied().unwrap_or_else(|| NumberFormat::built_in(id)));
            }
            _ => {}
        }
    }
    looks
}

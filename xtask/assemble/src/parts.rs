//! What the page consists of, and where it stands in index.html.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use skillreel::export::page::fill::Region;

use crate::files::{read, read_text};
use crate::{bare, styles};

/// The files beside the page, as its head names them.
pub(crate) const FILES_REGION: Region =
    Region { name: "files", open: "<!--skillreel:files-->", close: "<!--/skillreel:files-->" };

/// The program by columns, and what restores it: `xtask/src/page/columns.rs` makes both.
const BY_COLUMNS: &str = "columns/program.wasm";
const RESTORES: &str = "columns/restore.wasm";

/// What the page consists of beside its notes.
pub(crate) struct BuiltParts {
    pub css: String,
    /// What of it is needed for the first painting.
    pub first_css: String,
    pub glue: String,
    pub boot: String,
    pub early: String,
    pub install: String,
    pub wasm: Vec<u8>,
    /// The files of the program's chunks, by name; none in a quick page, whose program is one.
    pub chunks: BTreeMap<String, Vec<u8>>,
    /// Which modules of which files each chunk needs, as JSON.
    pub needs: String,
    pub loader: String,
}

impl BuiltParts {
    /// Reads them: the styles and scripts from the sources, the rest from the bound program.
    pub(crate) fn read(source: &Path, program: &Path) -> Result<Self> {
        let (mut chunks, mut needs) = (BTreeMap::new(), String::new());
        let folder = program.join("chunks");
        if folder.is_dir() {
            needs = read_text(program, "chunks.json")?;
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                chunks.insert(name, fs::read(&path)?);
            }
        }
        let is_quick = !program.join(BY_COLUMNS).is_file();
        Ok(Self {
            chunks,
            needs,
            loader: bare::script(&read_text(source, "src/chunks.js")?),
            css: bare::style(&styles::read(source)?),
            first_css: bare::style(&styles::read_first(source)?),
            glue: bare::script(&read_text(program, "skillreel.js")?),
            boot: bare::script(&boot(source, program)?),
            early: bare::script(&read_text(source, "src/early.js")?),
            install: bare::script(&read_text(source, "src/installed/install.js")?),
            wasm: read(program, if is_quick { "skillreel_bg.wasm" } else { BY_COLUMNS })?,
        })
    }

    /// The script that binds the program, with what loads the program's chunks before it. `files` is where they are:
    /// by name the address and the digest of each, or `null` where they stand in the page, as JSON.
    pub(crate) fn glue(&self, files: &str) -> Result<String> {
        if self.chunks.is_empty() {
            return Ok(self.glue.clone());
        }
        ensure!(
            self.glue.contains(ASKS_FOR_CHUNKS),
            "the script that binds the program asks for no chunks in the way that is known here"
        );
        let loader = self.loader.replace("{needs}", &self.needs).replace("{files}", files);
        Ok(loader + &self.glue.replace(ASKS_FOR_CHUNKS, "skillreelChunks(() => wasm)"))
    }
}

/// The script that starts the program, with what restores the program's files before it.
fn boot(source: &Path, program: &Path) -> Result<String> {
    let restoring = program.join(RESTORES);
    // A quick page has nothing to restore.
    let restoring =
        if restoring.is_file() { BASE64.encode(fs::read(restoring)?) } else { String::new() };
    let restore = read_text(source, "src/restore.js")?.replace("{restoring}", &restoring);
    Ok(restore + &read_text(source, "src/boot.js")?)
}

/// How wasm-bindgen names the module that xtask-split makes: as scripts of Node.js do.
const ASKS_FOR_CHUNKS: &str = "require(\"./__wasm_split.js\")";

#[cfg(test)]
impl BuiltParts {
    /// BuiltParts that are told from each other, with one chunk, and glue that asks for it.
    pub(crate) fn of_a_test() -> Self {
        Self {
            css: "a{}b{}".into(),
            first_css: "a{}".into(),
            glue: format!("let wasm_bindgen;\r\nconst import1 = {ASKS_FOR_CHUNKS};"),
            boot: "boot()".into(),
            early: "early()".into(),
            install: "install".into(),
            wasm: b"\0asm".to_vec(),
            chunks: [("reading".to_owned(), b"\0asm2".to_vec())].into(),
            needs: r#"{"reading":[["reading","split_reading"]]}"#.into(),
            loader: "const needs = {needs}, files = {files};".into(),
        }
    }
}

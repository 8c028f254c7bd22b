//! What the page consists of, and where it stands in index.html.

use std::path::Path;

use anyhow::Result;
use skillreel::export::page::fill::Region;

use crate::files::{read, read_text};
use crate::styles;

/// The files beside the page, as its head names them.
pub(crate) const FILES_REGION: Region =
    Region { name: "files", open: "<!--skillreel:files-->", close: "<!--/skillreel:files-->" };

/// What the page consists of beside its notes.
pub(crate) struct BuiltParts {
    pub css: String,
    pub glue: String,
    pub boot: String,
    pub install: String,
    pub wasm: Vec<u8>,
}

impl BuiltParts {
    /// Reads them: the styles and scripts from the sources, the rest from the bound program.
    pub(crate) fn read(source: &Path, program: &Path) -> Result<Self> {
        Ok(Self {
            css: styles::read(source)?,
            glue: read_text(program, "skillreel.js")?,
            boot: read_text(source, "src/boot.js")?,
            install: read_text(source, "src/installed/install.js")?,
            wasm: read(program, "skillreel_bg.wasm")?,
        })
    }
}

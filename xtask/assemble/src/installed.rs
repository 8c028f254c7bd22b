//! The worker by which a hosted page opens without a network, and the files that it keeps.

use std::path::Path;

use anyhow::Result;
use skillreel::export::page::pack::Filling;
use skillreel::export::site::digest::integrity;
use skillreel::export::site::template::{
    BesideFile, DOCUMENT_FILE, FilledSite, SiteTemplate, WORKER_FILE,
};

use crate::bare;
use crate::files::{read, read_text, write as write_file};

/// Files with names of their own that belong to the page all the same.
const FILES_WITH_NAMES: [&str; 4] =
    ["icon.svg", "icon-192.png", "icon-512.png", "manifest.webmanifest"];

/// Writes the page `hosted`, whose files lie in `folder`, with the notes, and the worker that keeps it. `names` are
/// those of the page's hashed files.
pub(crate) fn write(
    source: &Path,
    folder: &Path,
    hosted: &str,
    names: &[&str],
    filling: &Filling,
) -> Result<()> {
    let mut files = Vec::new();
    for name in names.iter().copied().chain(FILES_WITH_NAMES) {
        let integrity = integrity(&read(folder, name)?);
        files.push(BesideFile { name: name.to_owned(), integrity });
    }
    let worker = bare::script(&read_text(source, "src/installed/sw.js")?);
    let template = SiteTemplate::new(hosted, &worker, files)?;
    let FilledSite { document, worker } = template.fill(&filling.content())?;
    write_file(folder, WORKER_FILE, worker)?;
    write_file(folder, DOCUMENT_FILE, document.concat())
}

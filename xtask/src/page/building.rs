//! The page, built while something else is done.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command};

use anyhow::{Context, Result, ensure};

use crate::tools::run::{heading, root, target};

/// A page that is being built by another process.
#[derive(Debug)]
pub struct Building {
    builder: Child,
    log: PathBuf,
}

impl Building {
    /// Begins to build `dist/` for handing out.
    pub fn begin() -> Result<Self> {
        let folder = target().join("xtask");
        fs::create_dir_all(&folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        let log = folder.join("page.log");
        let file = File::create(&log)
            .with_context(|| format!("{} could not be written", log.display()))?;
        // Not `cargo xtask build`: this program is compiled, and Cargo may be busy.
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("build").current_dir(root()).stdout(file.try_clone()?).stderr(file);
        let builder = command.spawn().context("the page's build could not be started")?;
        eprintln!("the page is built meanwhile; see {}", log.display());
        Ok(Self { builder, log })
    }

    /// Waits for the page, and shows what was said while it was built.
    pub fn end(mut self) -> Result<()> {
        heading("building the page, begun before the other tests");
        let status = self.builder.wait()?;
        eprint!("{}", fs::read_to_string(&self.log).unwrap_or_default());
        ensure!(status.success(), "the page could not be built; see above");
        Ok(())
    }
}

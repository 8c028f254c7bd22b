//! Builds and serves the page with Trunk.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command};

use anyhow::{Context, Result, ensure};

use crate::run::{heading, root, run, shown};
use crate::tools::Toolbox;

/// The port when none is given.
pub(crate) const PORT: u16 = 8080;

/// The folder that Trunk fills.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds `dist/`.
pub(crate) fn build(release: bool) -> Result<()> {
    let mut tools = Toolbox::open()?;
    tools.need_page_tools(release)?;
    heading("building the page");
    run(&mut trunk(&tools, "build", release))?;
    eprintln!("dist/                 the page for any static host");
    eprintln!("dist/skillreel.html   the same in one file: opens by double-click, without network");
    Ok(())
}

/// A page that is built while something else is done.
#[derive(Debug)]
pub(crate) struct Building {
    trunk: Child,
    command: String,
    log: PathBuf,
}

impl Building {
    /// Begins to build `dist/` for release.
    pub(crate) fn begin() -> Result<Self> {
        let mut tools = Toolbox::open()?;
        tools.need_page_tools(true)?;
        let folder = root().join("target");
        std::fs::create_dir_all(&folder)?;
        let log = folder.join("page.log");
        let file = File::create(&log)
            .with_context(|| format!("{} could not be written", log.display()))?;
        let mut command = trunk(&tools, "build", true);
        command.stdout(file.try_clone()?).stderr(file);
        let trunk = command.spawn().context("`trunk` could not be started")?;
        eprintln!("the page is built meanwhile; see target/page.log");
        Ok(Self { trunk, command: shown(&command), log })
    }

    /// Waits for the page, and shows what was said while it was built.
    pub(crate) fn end(mut self) -> Result<()> {
        heading("building the page, begun before the other tests");
        let status = self.trunk.wait()?;
        eprint!("{}", std::fs::read_to_string(&self.log).unwrap_or_default());
        ensure!(status.success(), "`{}` failed: {status}", self.command);
        Ok(())
    }
}

/// Builds and serves the page until it is interrupted.
pub(crate) fn serve(port: u16, release: bool) -> Result<()> {
    // Trunk would find out about a port in use only after minutes of building.
    drop(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("port {port} of 127.0.0.1 cannot be used; take another one with --port N")
    })?);
    let mut tools = Toolbox::open()?;
    tools.need_page_tools(release)?;
    heading(&format!("building the page; then open http://127.0.0.1:{port}/ (Ctrl+C ends it)"));
    run(trunk(&tools, "serve", release).arg("--port").arg(port.to_string()))
}

fn trunk(tools: &Toolbox, command: &str, release: bool) -> Command {
    let mut trunk = tools.command("trunk");
    trunk.arg(command);
    if release {
        trunk.arg("--release");
    }
    // Trunk asks a registry for its newest version otherwise, and takes `NO_COLOR=1`, the form
    // that https://no-color.org names, for an error.
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    }
    trunk
}

//! Builds the page, serves it on this machine, and builds it again when a file changes.

pub(crate) mod host;
pub(crate) mod watch;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;
use xtask::page::{Quality, make};
use xtask::tools::progress::shown;
use xtask::tools::run::{heading, target};

use host::Host;
use watch::WatchedFiles;

/// How often it is looked whether a file has changed.
const LOOK_EVERY: Duration = Duration::from_millis(300);

/// Where and what to serve.
#[derive(Debug, Args)]
pub(crate) struct ServeOptions {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serve the page as it is handed out: every build of it takes minutes
    #[arg(long)]
    full: bool,
}

/// Serves the page until it is interrupted.
pub(crate) fn serve(options: &ServeOptions) -> Result<()> {
    // A port in use is found out before minutes of building.
    let host = Host::begin(options.port)?;
    let quality = Quality::quick_if(!options.full);
    let mut sources = WatchedFiles::read();
    build(quality, &host)?;
    let port = options.port;
    heading(&format!("open http://127.0.0.1:{port}/ (Ctrl+C ends it; a change builds it again)"));
    loop {
        std::thread::sleep(LOOK_EVERY);
        if !sources.changed(LOOK_EVERY) {
            continue;
        }
        if let Err(error) = build(quality, &host) {
            eprintln!(
                "error: {error:#}\n\nthe page of before is still served; waiting for a change"
            );
            host.failed();
        }
    }
}

/// Builds the page and hands it to the host.
fn build(quality: Quality, host: &Host) -> Result<()> {
    let start = Instant::now();
    let folder = folder();
    make(quality, &folder)?;
    host.show(&folder)?;
    let kind = match quality {
        Quality::Quick => {
            "a quick page, for looking and changing (the one to hand out is built by `cargo xtask build`)"
        }
        Quality::Full => "the page as it is handed out",
    };
    eprintln!("\nserved after {}: {kind}", shown(start.elapsed()));
    Ok(())
}

/// Not `dist/`: what is there may be handed out, and this may be another page.
fn folder() -> PathBuf {
    target().join("xtask/served")
}

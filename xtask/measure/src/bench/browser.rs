//! Runs one measurement in a browser of its own.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::program::out_folder;
use super::server::Server;
use xtask::tools::Browser;

/// What may take longer is not worth waiting for.
const LONGEST_RUN: Duration = Duration::from_secs(600);
/// How often it is looked whether the browser is still there.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// A browser that ends with its owner.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How often the browser paints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frames {
    /// As often as most displays: sixty times a second.
    Usual,
    /// As soon as there is something to paint.
    AtOnce,
}

/// Opens an address and waits for the figures that the page sends back.
pub(super) fn measure(chromium: &Browser, address: &str, server: &Server) -> Result<Value> {
    measure_with(chromium, address, server, Frames::Usual)
}

/// The same with other frames.
pub(super) fn measure_with(
    chromium: &Browser,
    address: &str,
    server: &Server,
    frames: Frames,
) -> Result<Value> {
    let profile = out_folder().join(format!("browser-{}", std::process::id()));
    // What an earlier measurement stored or sent too late is not for this one.
    let _ = fs::remove_dir_all(&profile);
    while server.results().try_recv().is_ok() {}
    let child = Command::new(&chromium.program)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-precise-memory-info",
            "--js-flags=--expose-gc --max-old-space-size=4096",
        ])
        .args(match frames {
            Frames::Usual => &[][..],
            Frames::AtOnce => &["--disable-frame-rate-limit", "--disable-gpu-vsync"],
        })
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(address)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("Chromium could not be started")?;
    let mut running = Running(child);
    let start = Instant::now();
    let result = loop {
        match server.results().recv_timeout(LOOK_EVERY) {
            Ok(result) => break result,
            Err(RecvTimeoutError::Disconnected) => bail!("the server has ended"),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if let Some(status) = running.0.try_wait()? {
            bail!("Chromium ended: {status}");
        }
        if start.elapsed() > LONGEST_RUN {
            bail!("no result within {} s: too slow, or out of memory", LONGEST_RUN.as_secs());
        }
    };
    drop(running);
    let _ = fs::remove_dir_all(&profile);
    let value: Value = serde_json::from_str(&result).context("the page sent no figures")?;
    if let Some(error) = value.get("error").and_then(Value::as_str) {
        bail!("{error}");
    }
    Ok(value)
}

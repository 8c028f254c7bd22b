//! The programs that drive the browsers, started and surely ended.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use super::settings;
use super::wait::{PATIENCE, Seen, eventually};

/// Starts a driver and ends all of it once our end of its input closes. That happens when the
/// driver is dropped and when the tests end, even if they are killed; nothing that runs inside the
/// tests could do that. Browsers outlive a killed driver, so that its whole process group ends,
/// and what they leave behind is in a folder that goes with them.
const WATCH: &str = r#"
folder=$1; shift
"$@" >"$folder/driver.log" 2>&1 </dev/null &
trap '' TERM
cat >/dev/null
kill -TERM 0
for attempt in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$folder" 2>/dev/null && break; sleep 0.2; done
kill -KILL 0
"#;

/// A driver that runs until it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    /// Where it speaks WebDriver.
    pub(crate) address: String,
    watch: Child,
}

impl Driver {
    /// Starts chromedriver.
    pub(crate) async fn chrome() -> Result<Self> {
        let program = settings::chromedriver();
        Self::start(&program, "SKILLREEL_CHROMEDRIVER", &["--port=0"], " on port ").await
    }

    /// Starts geckodriver.
    pub(crate) async fn gecko() -> Result<Self> {
        let program = settings::geckodriver();
        // Its second port, for another protocol, is fixed unless told so.
        let arguments = ["--port", "0", "--websocket-port", "0"];
        Self::start(&program, "SKILLREEL_GECKODRIVER", &arguments, "Listening on 127.0.0.1:").await
    }

    async fn start(
        program: &Path,
        variable: &str,
        arguments: &[&str],
        announcement: &str,
    ) -> Result<Self> {
        // The shell could not say that a program is not there, only that it ended.
        Command::new(program)
            .arg("--version")
            .stdout(Stdio::null())
            .status()
            .with_context(|| settings::driver_help(program, variable))?;
        let folder = tempfile::Builder::new().prefix("skillreel-e2e-").tempdir()?.keep();
        let watch = Command::new("sh")
            .args(["-c", WATCH, "watch"])
            .args([folder.as_os_str(), program.as_os_str()])
            .args(arguments)
            .env("TMPDIR", &folder)
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("sh could not be started")?;
        let port = port(folder.join("driver.log"), announcement).await?;
        Ok(Self { address: format!("http://127.0.0.1:{port}"), watch })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Waiting closes the input first, and that ends it.
        self.watch.wait().ok();
    }
}

/// The port that a driver says it took.
async fn port(log: PathBuf, announcement: &str) -> Result<u16> {
    let found = eventually("the driver to name its port", PATIENCE, async || {
        let text = std::fs::read_to_string(&log).unwrap_or_default();
        let ports = text.split(announcement).skip(1).filter_map(|rest| {
            let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
            digits.parse().ok().filter(|port| *port != 0)
        });
        Ok(Seen::or(ports.last(), || text.clone()))
    });
    match found.await {
        Ok(port) => Ok(port),
        Err(error) => bail!("{error}"),
    }
}

//! The programs that drive the browsers, started and surely ended.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, ensure};
use tokio::net::TcpStream;

use super::http::listen;
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

/// Starts a program on a screen that nobody sees, which ends with the group.
const SCREEN: &str = r#"
Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$TMPDIR/display" &
until [ -s "$TMPDIR/display" ] || ! kill -0 $!; do sleep 0.05; done
DISPLAY=":$(cat "$TMPDIR/display")" exec "$@"
"#;

/// The free port that chromedriver chose for one family of addresses is at times taken in the other one: then it ends.
const PORT_WAS_TAKEN: &str = "Address already in use";

/// How often it is started before that counts.
const ATTEMPTS: usize = 3;

/// How a driver comes to its port.
#[derive(Clone, Copy, Debug)]
enum Port {
    /// It takes a free one, and tells it after these words.
    Told(&'static str),
    /// It is given this one.
    Given(u16),
}

/// How lines begin in which Firefox tells of a page's errors: those that nobody caught, and those
/// that the page told itself.
const ERRORS: [&str; 4] = [
    "JavaScript error: http:",
    "JavaScript error: file:",
    "JavaScript error: blob:",
    // Firefox's own name who speaks, without quotes.
    "console.error: \"",
];

/// A driver that runs until it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    /// Where it speaks WebDriver.
    pub(crate) address: String,
    log: PathBuf,
    /// How much of the log was read, in bytes.
    read: Mutex<u64>,
    watch: Child,
}

impl Driver {
    /// Starts chromedriver.
    pub(crate) async fn chrome() -> Result<Self> {
        let program = settings::chromedriver();
        let mut left = ATTEMPTS;
        loop {
            left -= 1;
            let told = Port::Told(" on port ");
            let started =
                Self::start(&program, "SKILLREEL_CHROMEDRIVER", &["--port=0"], told).await;
            match started {
                Err(error) if left > 0 && format!("{error:?}").contains(PORT_WAS_TAKEN) => {}
                started => return started,
            }
        }
    }

    /// Starts geckodriver.
    pub(crate) async fn gecko() -> Result<Self> {
        let program = settings::geckodriver();
        // Its second port, for another protocol, is fixed unless told so.
        let arguments = ["--port", "0", "--websocket-port", "0"];
        let told = Port::Told("Listening on 127.0.0.1:");
        Self::start(&program, "SKILLREEL_GECKODRIVER", &arguments, told).await
    }

    /// Starts WebKit's driver, on a screen of its own.
    pub(crate) async fn webkit() -> Result<Self> {
        let program = settings::webkitdriver();
        // It takes no port by itself, and tells none.
        let (listener, port) = listen().await?;
        drop(listener);
        let number = port.to_string();
        let arguments = ["-p", &number];
        Self::start(&program, "SKILLREEL_WEBKITDRIVER", &arguments, Port::Given(port)).await
    }

    async fn start(program: &Path, variable: &str, arguments: &[&str], port: Port) -> Result<Self> {
        // The shell could not say that a program is not there, only that it ended.
        Command::new(program)
            .arg("--help")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .with_context(|| settings::driver_help(program, variable))?;
        let folder = tempfile::Builder::new().prefix("skillreel-e2e-").tempdir()?.keep();
        let mut command = Command::new("sh");
        command.args(["-c", WATCH, "watch"]).arg(&folder);
        if matches!(port, Port::Given(_)) {
            command.args(["sh", "-c", SCREEN, "screen"]);
            // The pages here are our own, and root and containers have no sandbox to offer.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            // Layers put together by a processor that is no graphics card's take a third of the time.
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        }
        let watch = command
            .arg(program)
            .args(arguments)
            .env("TMPDIR", &folder)
            .stdin(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("sh could not be started")?;
        let log = folder.join("driver.log");
        let port = match port {
            Port::Told(announcement) => told(&log, announcement).await?,
            Port::Given(port) => answers(port, &log).await?,
        };
        Ok(Self { address: format!("http://127.0.0.1:{port}"), log, read: Mutex::new(0), watch })
    }

    /// The errors that the browser wrote since the last call. What drivers and browsers have to say
    /// of themselves is none.
    pub(crate) fn errors(&self) -> Result<Vec<String>> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let mut file = File::open(&self.log).context("the driver's log is gone")?;
        file.seek(SeekFrom::Start(*read))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        // A line that is not whole yet is read the next time.
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        bytes.truncate(whole);
        *read += whole as u64;
        let text = String::from_utf8_lossy(&bytes);
        let is_error = |line: &&str| ERRORS.iter().any(|start| line.starts_with(start));
        Ok(text.lines().filter(is_error).map(str::to_owned).collect())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Waiting closes the input first, and that ends it.
        self.watch.wait().ok();
    }
}

/// The port that a driver says it took.
async fn told(log: &Path, announcement: &str) -> Result<u16> {
    eventually("the driver to name its port", PATIENCE, async || {
        let text = std::fs::read_to_string(log).unwrap_or_default();
        ensure!(!text.contains(PORT_WAS_TAKEN), "the driver ended: {text}");
        let ports = text.split(announcement).skip(1).filter_map(|rest| {
            let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
            digits.parse().ok().filter(|port| *port != 0)
        });
        Ok(Seen::or(ports.last(), || text.clone()))
    })
    .await
}

/// A port, once a driver answers there.
async fn answers(port: u16, log: &Path) -> Result<u16> {
    eventually("the driver to answer", PATIENCE, async || {
        let is_there = TcpStream::connect(("127.0.0.1", port)).await.is_ok();
        let text = || std::fs::read_to_string(log).unwrap_or_default();
        Ok(Seen::or(is_there.then_some(port), text))
    })
    .await
}

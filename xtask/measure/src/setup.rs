//! How long it takes from a bare clone to the page, and from a change to the next page.
//!
//! Everything that Cargo and the developer commands keep is in a folder of its own, which goes away at
//! the end; of the machine's own folders none is touched. The toolchain is the one that is here.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use walkdir::WalkDir;
use xtask::tools::progress::shown;
use xtask::tools::run::{heading, output, root, run};

/// What may take longer is not worth waiting for.
const LONGEST_WAIT: Duration = Duration::from_secs(3600);
/// How often it is looked whether the page is there.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// How often the checks run with all compiled: one run alone says little of a machine.
const ONCE_MORE: usize = 3;

/// What to measure besides `serve`.
#[derive(Debug, Args)]
pub(crate) struct SetupOptions {
    /// Also run all checks, once with nothing but the page compiled and three times with all compiled
    #[arg(long)]
    checks: bool,
}

/// Measures, and prints a table.
pub(crate) fn setup(options: &SetupOptions) -> Result<()> {
    let place = BareMachine::make()?;
    let mut rows = Vec::new();
    let mut measure = |what: &str, command: &str, work: &mut dyn FnMut() -> Result<()>| {
        heading(what);
        let (load, start) = (load(), Instant::now());
        work().with_context(|| format!("{what}: see {}", place.log().display()))?;
        let time = shown(start.elapsed());
        eprintln!("{time}, load before it {load}");
        rows.push(format!("| {what} | `{command}` | {time} | {load} |"));
        anyhow::Ok(())
    };
    let serve = "cargo xtask serve";
    let mut page = ServeProcess::begin(&place)?;
    measure("from nothing to the page", serve, &mut || page.wait_for(|_| true))?;
    let first = page.version()?;
    place.change_a_view()?;
    measure("after a change to a view", "until the next page is served", &mut || {
        page.wait_for(|version| version != first)
    })?;
    let date = page.date.clone();
    drop(page);
    let mut page = ServeProcess::begin(&place)?;
    measure("later, nothing changed", serve, &mut || page.wait_for(|_| true))?;
    drop(page);
    if options.checks {
        place.undo_the_change()?;
        let checks = || run(place.command("bash").arg(".ci/run"));
        measure("after that, all checks", ".ci/run", &mut || checks())?;
        for _ in 0..ONCE_MORE {
            measure("all checks once more", ".ci/run", &mut || checks())?;
        }
    }
    let commit =
        output(Command::new("git").current_dir(root()).args(["rev-parse", "--short", "HEAD"]));
    let cores = thread::available_parallelism().map_or(1, Into::into);
    println!("\nCommit `{}`, {date}, {cores} cores:\n", commit.unwrap_or_default().trim());
    println!("| what | command | time | load before |\n|---|---|---:|---:|\n{}", rows.join("\n"));
    Ok(())
}

/// A clone with folders of its own for all that is kept. Removed with its owner.
struct BareMachine {
    /// Its name has a space and letters beyond ASCII, which must work as well as any other.
    folder: PathBuf,
}

impl BareMachine {
    fn make() -> Result<Self> {
        let name = format!("skillreel setup für {}", std::process::id());
        let place = Self { folder: std::env::temp_dir().join(name) };
        fs::create_dir(&place.folder)
            .with_context(|| format!("{} cannot be made", place.folder.display()))?;
        let changes =
            output(Command::new("git").current_dir(root()).args(["status", "--porcelain"]));
        if changes.is_some_and(|changes| !changes.trim().is_empty()) {
            eprintln!("what is not committed is not measured");
        }
        run(Command::new("git")
            .args(["clone", "--quiet", "--no-hardlinks"])
            .arg(root())
            .arg(place.clone_folder()))?;
        Ok(place)
    }

    fn clone_folder(&self) -> PathBuf {
        self.folder.join("clone")
    }

    fn log(&self) -> PathBuf {
        std::env::temp_dir().join("skillreel-setup.log")
    }

    /// A command in the clone that finds nothing compiled and nothing installed.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.clone_folder())
            .env("CARGO_HOME", self.folder.join("cargo"))
            .env("SKILLREEL_TOOLS", self.folder.join("tools"))
            .env_remove("CARGO_TARGET_DIR")
            // The Cargo that runs this program names itself and its toolchain to it.
            .env_remove("CARGO")
            .env_remove("RUSTUP_TOOLCHAIN");
        command
    }

    /// Gives an element of the page another class.
    fn change_a_view(&self) -> Result<()> {
        const BEFORE: &str = "class=\"";
        let files = WalkDir::new(self.clone_folder().join("src/ui")).sort_by_file_name();
        for entry in files.into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let text = fs::read_to_string(entry.path())?;
            if text.contains(BEFORE) {
                let changed = text.replacen(BEFORE, "class=\"changed ", 1);
                return fs::write(entry.path(), changed).context("a view cannot be changed");
            }
        }
        bail!("no view in src/ui has an element with a class");
    }

    fn undo_the_change(&self) -> Result<()> {
        run(self.command("git").args(["checkout", "--quiet", "src/ui"]))
    }
}

impl Drop for BareMachine {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("{} could not be removed: {error}", self.folder.display());
        }
    }
}

/// `cargo xtask serve`, which ends with its owner.
struct ServeProcess {
    process: Child,
    port: u16,
    /// When the page was there, as its host said.
    date: String,
}

impl ServeProcess {
    fn begin(place: &BareMachine) -> Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let log = File::create(place.log()).context("the log cannot be written")?;
        let mut command = place.command("cargo");
        command.args(["xtask", "serve", "--port", &port.to_string()]);
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let process = command.spawn().context("Cargo could not be started")?;
        Ok(Self { process, port, date: String::new() })
    }

    /// Waits for a page whose version is wanted.
    fn wait_for(&mut self, is_wanted: impl Fn(&str) -> bool) -> Result<()> {
        let start = Instant::now();
        loop {
            if let Ok(version) = self.version()
                && !version.is_empty()
                && is_wanted(&version)
            {
                let answer = get(self.port, "/")?;
                ensure!(answer.starts_with("HTTP/1.1 200 "), "the page is not served");
                let date = answer.lines().find_map(|line| line.strip_prefix("Date: "));
                self.date = date.unwrap_or_default().to_owned();
                return Ok(());
            }
            if let Some(status) = self.process.try_wait()? {
                bail!("`cargo xtask serve` ended: {status}");
            }
            ensure!(start.elapsed() < LONGEST_WAIT, "no page within {}", shown(LONGEST_WAIT));
            thread::sleep(LOOK_EVERY);
        }
    }

    /// The version of the page that is served; empty as long as there is none.
    fn version(&self) -> Result<String> {
        let answer = get(self.port, "/xtask-state.json")?;
        let (_, body) = answer.split_once("\r\n\r\n").context("the answer has no end")?;
        let state: serde_json::Value = serde_json::from_str(body)?;
        Ok(state["version"].as_str().unwrap_or_default().to_owned())
    }
}

impl Drop for ServeProcess {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a host of this machine answers.
fn get(port: u16, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// How much the machine had to do in the last minute, where the system tells.
fn load() -> String {
    let told = fs::read_to_string(Path::new("/proc/loadavg")).unwrap_or_default();
    told.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown").to_owned()
}

//! Runs the tests in stages, and sums them up.

use std::env::consts::EXE_EXTENSION;
use std::fs;
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use xtask::page::{Building, Quality, build, dist, quick_cargo_for_page};
use xtask::tools::run::{cargo, heading, root, run, target};
use xtask::tools::{
    Toolbox, WASM_TARGET, chromium_shell, need_chromium, need_firefox, need_wasm_target,
    need_webkit,
};

/// Which tests to run.
#[derive(Debug, Args)]
pub(crate) struct TestOptions {
    /// Only this stage; may be given more than once
    #[arg(long, value_enum)]
    only: Vec<TestStage>,
    /// Only the native tests: no browser and no page is needed
    #[arg(long, conflicts_with = "only")]
    quick: bool,
    /// Also what a change does not wait for: every end-to-end test in every browser, where else each runs once in
    /// Chromium, those of what browsers do differently also in Firefox, of what people do first also in WebKit; and all large inputs
    #[arg(long)]
    all: bool,
    /// Passed on to the tests, such as a part of their names
    #[arg(last = true)]
    rest: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TestStage {
    /// The pure modules and the command line
    Native,
    /// What needs a browser's interfaces, in headless Chromium
    Browser,
    /// The built page, in Chromium, Firefox and WebKit
    E2e,
    /// The same, hosted with its notes beside it as many notes are, in Chromium
    Beside,
}

impl TestStage {
    fn title(self) -> &'static str {
        match self {
            Self::Native => "native tests",
            Self::Browser => "tests in the browser",
            Self::E2e => "tests end to end",
            Self::Beside => "the same, notes beside",
        }
    }

    /// Runs the stage; `page` is the page that it needs, where that is being built already.
    fn run(self, options: &TestOptions, page: Option<Result<Building>>) -> Result<()> {
        let rest = &options.rest;
        match self {
            Self::Native => native(rest, options.all && !options.quick),
            Self::Browser => browser(rest, options.all),
            Self::E2e | Self::Beside => {
                page.map_or_else(|| build(Quality::Full), |page| page?.end())?;
                let notes =
                    if self == Self::Beside { NotesPlace::Beside } else { NotesPlace::Inside };
                end_to_end(rest, options.all, notes)
            }
        }
    }
}

/// Where the notes of the hosted page are that end-to-end tests see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NotesPlace {
    Inside,
    Beside,
}

/// Runs the stages. A stage that fails does not keep the next ones from running.
pub(crate) fn test(options: &TestOptions) -> Result<()> {
    let stages = if options.quick {
        &[TestStage::Native][..]
    } else if !options.only.is_empty() {
        &options.only
    } else if options.all {
        TestStage::value_variants()
    } else {
        &[TestStage::Native, TestStage::Browser, TestStage::E2e]
    };
    // Most of it keeps one core busy, while other tests wait for something.
    let is_later = stages.iter().skip(1).any(|stage| *stage == TestStage::E2e);
    let mut page = is_later.then(Building::begin);
    let mut lines = Vec::new();
    let mut failures = 0;
    for stage in stages {
        heading(stage.title());
        let start = Instant::now();
        let page = if *stage == TestStage::E2e { page.take() } else { None };
        let outcome = match stage.run(options, page) {
            Ok(()) => "passed".to_owned(),
            Err(error) => {
                eprintln!("error: {error:#}");
                failures += 1;
                "FAILED".to_owned()
            }
        };
        let seconds = start.elapsed().as_secs();
        lines.push(format!("{:<24} {outcome:<8} {seconds:>5} s", stage.title()));
    }
    heading("summary");
    lines.iter().for_each(|line| eprintln!("{line}"));
    ensure!(failures == 0, "{failures} of {} stages failed; see above", stages.len());
    Ok(())
}

fn native(rest: &[String], all: bool) -> Result<()> {
    run(cargo().args(["test", "--workspace", "--"]).args(rest))?;
    if !all {
        return Ok(());
    }
    // Large inputs. Those of the end-to-end tests, which are ignored as well, are a stage of their own.
    let large = ["--test", "suite", "--test", "shards", "--", "--ignored"];
    run(cargo().args(["test", "--workspace"]).args(large).args(rest))
}

fn browser(rest: &[String], all: bool) -> Result<()> {
    need_wasm_target()?;
    run(cargo().args(["build", "--package", "xtask-runner"]))?;
    let runner = target().join("debug/wasm-bindgen-test-runner").with_extension(EXE_EXTENSION);
    let chromium = need_chromium()?;
    let shell = if all { None } else { chromium_shell(&chromium)? };
    // As a list: Cargo takes a single text apart at its spaces, and folders may have some.
    let runner = format!("target.{WASM_TARGET}.runner=[{}]", json!(runner.to_string_lossy()));
    run(quick_cargo_for_page()
        .args(["--config", &runner])
        .args([
            "test",
            "--package",
            "skillreel",
            "--target",
            WASM_TARGET,
            "--test",
            "browser",
            "--",
        ])
        .args(rest)
        .env("CHROMEDRIVER", chromium.driver)
        // In seconds, all of them together; each that waits in vain takes some.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser_settings(shell)?))
}

/// The file with what tests in the browser ask of it, with another program in its place where one is named.
fn browser_settings(program: Option<PathBuf>) -> Result<PathBuf> {
    let file = root().join("tests/browser/webdriver.json");
    let Some(program) = program else { return Ok(file) };
    let mut settings: Value = serde_json::from_slice(&fs::read(&file)?)?;
    settings["goog:chromeOptions"]["binary"] = program.to_string_lossy().into();
    let changed = target().join("xtask/webdriver.json");
    fs::create_dir_all(target().join("xtask"))?;
    fs::write(&changed, settings.to_string())
        .with_context(|| format!("{} could not be written", changed.display()))?;
    Ok(changed)
}

fn end_to_end(rest: &[String], all: bool, notes: NotesPlace) -> Result<()> {
    let mut tools = Toolbox::open()?;
    let chromium = need_chromium()?;
    let firefox = need_firefox(&mut tools)?;
    let webkit = need_webkit()?;
    let axe = tools.need_axe()?;
    heading("driving the page");
    // What runs nightly runs in what readers have.
    let shell = if all { None } else { chromium_shell(&chromium)? };
    // Browsers that take turns on few cores are what takes the time.
    let mut left_out = if all { Vec::new() } else { vec!["--skip", "::also_"] };
    if notes == NotesPlace::Beside {
        // Where notes come from is the program's business, not the browser's; and a file has none beside it.
        for others in ["::also_", "::chromium_file", "::firefox_", "::webkit_"] {
            left_out.extend(["--skip", others]);
        }
    }
    if webkit.is_none() {
        eprintln!("WebKit is not here: its tests are left out");
        left_out.extend(["--skip", "::webkit_", "--skip", "::also_webkit_"]);
    }
    // One more than there are cores: some of them wait for a player that never answers.
    let threads = thread::available_parallelism().map_or(1, NonZero::get) + 1;
    // These tests need a built page and browsers, so a plain `cargo test` leaves them out.
    // Of the workspace, as the native tests: of one package alone all would be compiled once more.
    let mut tests = cargo();
    tests
        .args(["test", "--workspace", "--test", "e2e", "--", "--include-ignored"])
        .args(left_out)
        .args(["--test-threads", &threads.to_string()])
        .args(rest)
        // A scenario's error says what was waited for; where the harness stood helps nobody, and is long.
        .env("RUST_BACKTRACE", "0")
        .env("SKILLREEL_DIST", dist())
        .env("SKILLREEL_CHROMIUM", chromium.program)
        .env("SKILLREEL_CHROMEDRIVER", chromium.driver)
        .env("SKILLREEL_FIREFOX", firefox.program)
        .env("SKILLREEL_GECKODRIVER", firefox.driver)
        .env("SKILLREEL_AXE", axe);
    if !all {
        tests.env("SKILLREEL_BRIEF", "1");
    }
    if notes == NotesPlace::Beside {
        tests.env("SKILLREEL_BESIDE", "1");
    }
    if let Some(shell) = shell {
        tests.env("SKILLREEL_CHROMIUM_SHELL", shell);
    }
    if let Some(webkit) = webkit {
        tests.env("SKILLREEL_WEBKIT", webkit.program);
        tests.env("SKILLREEL_WEBKITDRIVER", webkit.driver);
    }
    run(&mut tests)
}

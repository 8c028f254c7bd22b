//! The browsers of the tests, and the programs that drive them.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::run::{heading, output};
use super::{Toolbox, system};

/// A browser and the program that speaks WebDriver for it.
#[derive(Debug)]
pub struct Browser {
    /// The browser.
    pub program: PathBuf,
    /// The program that speaks WebDriver for it.
    pub driver: PathBuf,
}

/// A program under the names and places it is known by.
struct WantedProgram {
    /// The variable that names it outright.
    variable: &'static str,
    names: &'static [&'static str],
    /// What every one that runs answers to.
    question: &'static str,
}

const CHROMIUM: WantedProgram = WantedProgram {
    variable: "SKILLREEL_CHROMIUM",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    question: "--version",
};

// Debian's name, and that of Chrome for Testing.
const CHROMIUM_SHELL: WantedProgram = WantedProgram {
    variable: "SKILLREEL_CHROMIUM_SHELL",
    names: &["chromium-headless-shell", "chrome-headless-shell"],
    question: "--version",
};

const CHROMEDRIVER: WantedProgram = WantedProgram {
    variable: "SKILLREEL_CHROMEDRIVER",
    names: &["chromedriver", "/snap/bin/chromium.chromedriver"],
    question: "--version",
};

const FIREFOX: WantedProgram = WantedProgram {
    variable: "SKILLREEL_FIREFOX",
    names: &[
        "firefox-esr",
        "firefox",
        "firefox-bin",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
    question: "--version",
};

// See `minibrowser`.
const WEBKIT: WantedProgram =
    WantedProgram { variable: "SKILLREEL_WEBKIT", names: &[], question: "--version" };

const WEBKITDRIVER: WantedProgram = WantedProgram {
    variable: "SKILLREEL_WEBKITDRIVER",
    names: &["WebKitWebDriver"],
    question: "--help",
};

/// Chromium, or a browser built from it, with its driver.
pub fn need_chromium() -> Result<Browser> {
    let found = (CHROMIUM.find()?, CHROMEDRIVER.find()?);
    if let (Some(program), Some(driver)) = found {
        return Ok(Browser { program, driver });
    }
    install(&["chromium", "chromium-driver"])?;
    Ok(Browser { program: CHROMIUM.expect()?, driver: CHROMEDRIVER.expect()? })
}

/// Chromium without a window: the same engine in a program that draws no tabs and no tool bar, which are two fifths of
/// what the tests cost in Chromium itself. `None` where the system has none of the same version: the driver wants that.
///
/// # Errors
/// Where the variable names a program that is not there.
pub fn chromium_shell(chromium: &Browser) -> Result<Option<PathBuf>> {
    if CHROMIUM_SHELL.find()?.is_none() && !system::is_ubuntu() {
        heading("installing Chromium's shell for the tests");
        // The tests run without it, too.
        match system::install(&["chromium-headless-shell"], "test the page faster") {
            Ok(true) => {}
            Ok(false) => eprintln!("apt cannot be used here: the tests run in Chromium itself"),
            Err(error) => eprintln!("{error:#}: the tests run in Chromium itself"),
        }
    }
    let version = |program: &Path| {
        let told = output(Command::new(program).arg("--version"))?;
        told.split_whitespace()
            .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
            .map(str::to_owned)
    };
    let same = |shell: &PathBuf| version(shell) == version(&chromium.program);
    Ok(CHROMIUM_SHELL.find()?.filter(same))
}

/// Firefox with its driver.
pub fn need_firefox(tools: &mut Toolbox) -> Result<Browser> {
    let program = match FIREFOX.find()? {
        Some(program) => program,
        None => {
            install(&["firefox-esr"])?;
            FIREFOX.expect()?
        }
    };
    let driver = match env::var_os("SKILLREEL_GECKODRIVER") {
        Some(driver) => PathBuf::from(driver),
        None => tools.need_geckodriver()?.join("geckodriver"),
    };
    Ok(Browser { program, driver })
}

/// WebKit, the engine of Safari and of every browser of an iPhone, as Linux has it: GTK's, with its
/// driver and a screen that nobody sees. `None` where the system has no such thing.
///
/// # Errors
/// Where a variable names a program that is not there, or apt fails.
pub fn need_webkit() -> Result<Option<Browser>> {
    if !cfg!(target_os = "linux") {
        return Ok(None);
    }
    let find = || -> Result<Option<Browser>> {
        let (program, driver) = (WEBKIT.find()?.or_else(minibrowser), WEBKITDRIVER.find()?);
        // The screen cannot be asked anything without one being made.
        let has_screen = which::which("Xvfb").is_ok();
        Ok(match (program, driver) {
            (Some(program), Some(driver)) if has_screen => Some(Browser { program, driver }),
            _ => None,
        })
    };
    if let Some(browser) = find()? {
        return Ok(Some(browser));
    }
    let packages = ["webkit2gtk-driver", "xvfb"];
    heading("installing WebKit for the tests");
    if !system::install(&packages, "test the page in WebKit")? {
        eprintln!("apt cannot be used here: install {} by hand", packages.join(" and "));
    }
    find()
}

/// WebKitGTK's own small browser, which stands beside the library and on no path.
fn minibrowser() -> Option<PathBuf> {
    let debian = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
    let folders = [debian.as_str(), "/usr/lib64", "/usr/lib", "/usr/libexec"];
    let versions = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    folders
        .iter()
        .flat_map(|folder| versions.map(|version| Path::new(folder).join(version)))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|path| path.is_file())
}

impl WantedProgram {
    /// The program, if it is there and runs. Ubuntu has scripts in place of browsers that only say
    /// how to install one, so that being there is not enough.
    fn find(&self) -> Result<Option<PathBuf>> {
        if let Some(named) = env::var_os(self.variable) {
            let path = PathBuf::from(&named);
            ensure!(path.is_file(), "{} names no file: {}", self.variable, path.display());
            return Ok(Some(path));
        }
        let runs = |path: &PathBuf| output(Command::new(path).arg(self.question)).is_some();
        Ok(self.names.iter().filter_map(|name| which::which(name).ok()).find(runs))
    }

    fn expect(&self) -> Result<PathBuf> {
        self.find()?.with_context(|| {
            format!(
                "found none of {}: install one of them, or set {} to its path",
                self.names.join(", "),
                self.variable
            )
        })
    }
}

/// Installs what is missing, where that gives programs that drivers can start.
fn install(packages: &[&str]) -> Result<()> {
    heading("installing browsers for the tests");
    if system::is_ubuntu() {
        eprintln!(
            "Ubuntu's browsers are snaps: `sudo snap install chromium` brings Chromium and its \
             driver, and https://packages.mozilla.org has Firefox as a package."
        );
        return Ok(());
    }
    if !system::install(packages, "test the page in real browsers")? {
        eprintln!("apt cannot be used here: install {} by hand", packages.join(" and "));
    }
    Ok(())
}

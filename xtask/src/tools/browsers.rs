//! The browsers of the tests, and the programs that drive them.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{Toolbox, system};
use crate::run::{heading, output};

/// A browser and the program that speaks WebDriver for it.
#[derive(Debug)]
pub struct Browser {
    /// The browser.
    pub program: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// A program under the names and places it is known by.
struct Wanted {
    /// The variable that names it outright.
    variable: &'static str,
    names: &'static [&'static str],
}

const CHROMIUM: Wanted = Wanted {
    variable: "SKILLREEL_CHROMIUM",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
};

const CHROMEDRIVER: Wanted = Wanted {
    variable: "SKILLREEL_CHROMEDRIVER",
    names: &["chromedriver", "/snap/bin/chromium.chromedriver"],
};

const FIREFOX: Wanted = Wanted {
    variable: "SKILLREEL_FIREFOX",
    names: &[
        "firefox-esr",
        "firefox",
        "firefox-bin",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ],
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

impl Wanted {
    /// The program, if it is there and runs. Ubuntu has scripts in place of browsers that only say
    /// how to install one, so that being there is not enough.
    fn find(&self) -> Result<Option<PathBuf>> {
        if let Some(named) = env::var_os(self.variable) {
            let path = PathBuf::from(&named);
            ensure!(path.is_file(), "{} names no file: {}", self.variable, path.display());
            return Ok(Some(path));
        }
        let runs = |path: &PathBuf| output(Command::new(path).arg("--version")).is_some();
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

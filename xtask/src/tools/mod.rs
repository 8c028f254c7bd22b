//! The programs the build and the tests need: found where they are, installed where they are not.
//!
//! What is installed here goes into one folder of the user's cache, a subfolder a version, so that
//! it neither disturbs other programs nor is built again for every clone.

mod browsers;
mod crates;
mod npm;
mod system;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::lockfile::locked_version;
use crate::run::{output, root, run};
use crates::CrateTool;

pub(crate) use browsers::{Browser, need_chromium, need_firefox};

/// The target the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The folders of the tools that were asked for.
#[derive(Debug)]
pub(crate) struct Toolbox {
    cache: PathBuf,
    /// Folders that come before the user's own PATH.
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// A toolbox with nothing in it yet.
    pub(crate) fn open() -> Result<Self> {
        let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let cache = folder("SKILLREEL_TOOLS")
            .map(PathBuf::from)
            .or_else(|| folder("XDG_CACHE_HOME").map(|f| PathBuf::from(f).join("skillreel")))
            .or_else(|| folder("HOME").map(|f| PathBuf::from(f).join(".cache/skillreel")))
            .or_else(|| folder("LOCALAPPDATA").map(|f| PathBuf::from(f).join("skillreel")))
            .context("no folder for tools: expected SKILLREEL_TOOLS, XDG_CACHE_HOME or HOME")?;
        Ok(Self { cache, folders: Vec::new() })
    }

    /// All that turns the sources into the page.
    pub(crate) fn need_page_tools(&mut self, release: bool) -> Result<()> {
        need_wasm_target()?;
        self.need_crate(&CrateTool {
            package: "trunk",
            version: "0.21.14",
            locked: true,
            why: "builds the page",
            time: "about five minutes",
        })?;
        self.need_wasm_bindgen()?;
        if release {
            self.need_wasm_opt()?;
        }
        Ok(())
    }

    /// The folder of wasm-bindgen's programs, in the version of Cargo.lock: its output and the
    /// crate speak a private format that changes from version to version.
    pub(crate) fn need_wasm_bindgen(&mut self) -> Result<PathBuf> {
        self.need_crate(&CrateTool {
            package: "wasm-bindgen-cli",
            version: &locked_version("wasm-bindgen")?,
            locked: false,
            why: "connects WebAssembly and JavaScript",
            time: "about two minutes",
        })
    }

    /// cargo-fuzz's folder.
    pub(crate) fn need_cargo_fuzz(&mut self) -> Result<PathBuf> {
        self.need_crate(&CrateTool {
            package: "cargo-fuzz",
            version: "0.13.2",
            locked: true,
            why: "breeds inputs that break readers",
            time: "about a minute",
        })
    }

    /// geckodriver's folder.
    fn need_geckodriver(&mut self) -> Result<PathBuf> {
        self.need_crate(&CrateTool {
            package: "geckodriver",
            version: "0.37.1",
            locked: true,
            why: "drives Firefox in the tests",
            time: "about a minute",
        })
    }

    /// The script of axe-core, which looks for barriers in a page.
    pub(crate) fn need_axe(&self) -> Result<PathBuf> {
        let folder =
            npm::package(&self.cache, "axe-core", "4.14.1", "looks for barriers in a page")?;
        let folder = folder.context(
            "axe-core is missing, and there is no npm to get it: install Node.js and npm",
        )?;
        Ok(folder.join("axe-core/axe.min.js"))
    }

    /// Lighthouse's program, which Node.js runs.
    pub(crate) fn need_lighthouse(&self) -> Result<PathBuf> {
        let folder = npm::package(&self.cache, "lighthouse", "12.8.2", "judges a page")?;
        let folder = folder.context(
            "Lighthouse is missing, and there is no npm to get it: install Node.js and npm",
        )?;
        Ok(folder.join("lighthouse/cli/index.js"))
    }

    /// The folder with a package that is measured beside Skillreel.
    pub(crate) fn need_script(&self, name: &str, version: &str) -> Result<PathBuf> {
        let folder = npm::package(&self.cache, name, version, "is measured beside Skillreel")?;
        folder.with_context(|| {
            format!("{name} is missing, and there is no npm to get it: install Node.js and npm")
        })
    }

    /// A command that finds the tools of this box.
    pub(crate) fn command(&self, program: &str) -> Command {
        let path = self.path();
        let found = which::which_in(program, Some(&path), root());
        let mut command = Command::new(found.unwrap_or_else(|_| PathBuf::from(program)));
        command.env("PATH", path).current_dir(root());
        command
    }

    fn need_crate(&mut self, tool: &CrateTool<'_>) -> Result<PathBuf> {
        let folder = crates::find_or_install(tool, &self.cache)?;
        self.folders.push(folder.clone());
        Ok(folder)
    }

    /// wasm-opt's folder goes onto the PATH of this box.
    pub(crate) fn need_wasm_opt(&mut self) -> Result<()> {
        match npm::package(&self.cache, "binaryen", "132.0.0", "shrinks the page's WebAssembly")? {
            Some(folder) => self.folders.push(folder.join(".bin")),
            // Trunk can fetch a copy of its own, from a host that not every network lets through.
            None => eprintln!("no npm here: Trunk will look for wasm-opt, or download it"),
        }
        Ok(())
    }

    fn path(&self) -> OsString {
        let users = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&users));
        // A folder with a colon in its name cannot be on a PATH; the tools may be on it anyway.
        env::join_paths(folders).unwrap_or(users)
    }
}

/// Installs the page's target. rust-toolchain.toml names it, but rustup may be told to install
/// nothing on its own (`RUSTUP_AUTO_INSTALL=0`).
pub(crate) fn need_wasm_target() -> Result<()> {
    let sysroot = output(Command::new("rustc").current_dir(root()).args(["--print", "sysroot"]));
    let folder = sysroot.map(|path| PathBuf::from(path.trim()).join("lib/rustlib").join(WASM));
    if folder.is_some_and(|folder| folder.is_dir()) {
        return Ok(());
    }
    eprintln!("installing Rust's standard library for {WASM}: a few seconds");
    run(Command::new("rustup").current_dir(root()).args(["target", "add", WASM])).with_context(
        || format!("the target {WASM} is missing: install it with rustup (https://rustup.rs), or from where Rust came from"),
    )
}

//! The programs the build and the tests need: found where they are, installed where they are not.
//!
//! What is installed here goes into one folder of the user's cache, a subfolder a version, so that
//! it neither disturbs other programs nor is built again for every clone.

mod browsers;
mod crates;
mod npm;
pub mod progress;
pub mod run;
mod system;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crates::CrateTool;
use run::{output, root, run};

pub use browsers::{Browser, chromium_shell, need_chromium, need_firefox, need_webkit};

/// The target the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The program that shrinks WebAssembly, if there is one.
#[derive(Debug)]
pub enum WasmOpt {
    /// It is there.
    Found(Command),
    /// It cannot be had.
    Missing,
}

impl WasmOpt {
    /// The only version that will do: another one makes another page of the same sources.
    pub const VERSION: &str = "132";
}

/// The folders of the tools that were asked for.
#[derive(Debug)]
pub struct Toolbox {
    cache: PathBuf,
    /// Folders that come before the user's own PATH.
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// A toolbox with nothing in it yet.
    pub fn open() -> Result<Self> {
        let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let cache = folder("SKILLREEL_TOOLS")
            .map(PathBuf::from)
            .or_else(|| folder("XDG_CACHE_HOME").map(|f| PathBuf::from(f).join("skillreel")))
            .or_else(|| folder("HOME").map(|f| PathBuf::from(f).join(".cache/skillreel")))
            .or_else(|| folder("LOCALAPPDATA").map(|f| PathBuf::from(f).join("skillreel")))
            .context("no folder for tools: expected SKILLREEL_TOOLS, XDG_CACHE_HOME or HOME")?;
        Ok(Self { cache, folders: Vec::new() })
    }

    /// Trunk's folder.
    pub fn need_trunk(&mut self) -> Result<PathBuf> {
        self.need_crate(&CrateTool {
            package: "trunk",
            version: "0.21.14",
            why: "builds the page as many build theirs",
            time: "about five minutes",
        })
    }

    /// cargo-fuzz's folder.
    pub fn need_cargo_fuzz(&mut self) -> Result<PathBuf> {
        self.need_crate(&CrateTool {
            package: "cargo-fuzz",
            version: "0.13.2",
            why: "breeds inputs that break readers",
            time: "about a minute",
        })
    }

    /// geckodriver's folder.
    fn need_geckodriver(&mut self) -> Result<PathBuf> {
        self.need_crate(&CrateTool {
            package: "geckodriver",
            version: "0.37.1",
            why: "drives Firefox in the tests",
            time: "about a minute",
        })
    }

    /// The script of axe-core, which looks for barriers in a page.
    pub fn need_axe(&self) -> Result<PathBuf> {
        let folder =
            npm::package(&self.cache, "axe-core", "4.14.1", "looks for barriers in a page")?;
        let folder = folder.context(
            "axe-core is missing, and there is no npm to get it: install Node.js and npm",
        )?;
        Ok(folder.join("axe-core/axe.min.js"))
    }

    /// Lighthouse's program, which Node.js runs.
    pub fn need_lighthouse(&self) -> Result<PathBuf> {
        let folder = npm::package(&self.cache, "lighthouse", "12.8.2", "judges a page")?;
        let folder = folder.context(
            "Lighthouse is missing, and there is no npm to get it: install Node.js and npm",
        )?;
        Ok(folder.join("lighthouse/cli/index.js"))
    }

    /// The folder with a package that is measured beside Skillreel.
    pub fn need_script(&self, name: &str, version: &str) -> Result<PathBuf> {
        let folder = npm::package(&self.cache, name, version, "is measured beside Skillreel")?;
        folder.with_context(|| {
            format!("{name} is missing, and there is no npm to get it: install Node.js and npm")
        })
    }

    /// A command that finds the tools of this box.
    pub fn command(&self, program: &str) -> Command {
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

    /// wasm-opt: on PATH, in the cache, or just installed there.
    ///
    /// Missing where it cannot be had: the page is then larger, and works all the same.
    pub fn wasm_opt(&mut self) -> Result<WasmOpt> {
        const NAME: &str = "wasm-opt";
        let is_right =
            |path: &PathBuf| crates::version_at(path, 2).as_deref() == Some(WasmOpt::VERSION);
        if let Some(path) = which::which_all(NAME).into_iter().flatten().find(is_right) {
            return Ok(WasmOpt::Found(Command::new(path)));
        }
        let version = format!("{}.0.0", WasmOpt::VERSION);
        match npm::package(&self.cache, "binaryen", &version, "shrinks the page's program") {
            Ok(Some(folder)) => {
                self.folders.push(folder.join(".bin"));
                Ok(WasmOpt::Found(self.command(NAME)))
            }
            Ok(None) => Ok(WasmOpt::Missing),
            Err(error) => {
                eprintln!("wasm-opt could not be installed: {error:#}");
                Ok(WasmOpt::Missing)
            }
        }
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
pub fn need_wasm_target() -> Result<()> {
    let sysroot = output(Command::new("rustc").current_dir(root()).args(["--print", "sysroot"]));
    let folder =
        sysroot.map(|path| PathBuf::from(path.trim()).join("lib/rustlib").join(WASM_TARGET));
    if folder.is_some_and(|folder| folder.is_dir()) {
        return Ok(());
    }
    eprintln!("installing Rust's standard library for {WASM_TARGET}: a few seconds");
    run(Command::new("rustup").current_dir(root()).args(["target", "add", WASM_TARGET])).with_context(
        || format!("the target {WASM_TARGET} is missing: install it with rustup (https://rustup.rs), or from where Rust came from"),
    )
}

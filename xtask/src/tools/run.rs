//! Runs other programs, so that one sees what runs and what failed.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The repository's folder: as Cargo says when it runs this program, which holds where the folder was moved after
/// this program was compiled.
pub fn root() -> PathBuf {
    let compiled = || env!("CARGO_MANIFEST_DIR").into();
    let here = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(compiled));
    let root = here.ancestors().find(|folder| folder.join("Trunk.toml").is_file());
    root.unwrap_or(&here).to_owned()
}

/// The folder that Cargo builds into.
pub fn target() -> PathBuf {
    let named = std::env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty());
    root().join(named.map_or_else(|| "target".into(), PathBuf::from))
}

/// Cargo, as this program was started by it, in the repository's folder.
///
/// What Cargo tells a program of its own package is held back: build scripts that watch it, as ring's does, would be
/// run and their crates compiled once more whenever Cargo is started by hand and by this program in turn.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    let of_the_package = |name: &OsStr| {
        let name = name.to_string_lossy();
        name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
    };
    for (name, _) in std::env::vars_os().filter(|(name, _)| of_the_package(name)) {
        command.env_remove(name);
    }
    command
}

/// Prints a heading that stands out in a long log.
pub fn heading(text: &str) {
    eprintln!("\n== {text} ==");
}

/// Runs a command to its end; its output and its progress are shown as they come.
///
/// Fails by the command's name and exit status.
pub fn run(command: &mut Command) -> Result<()> {
    eprintln!("$ {}", shown(command));
    let status =
        command.status().with_context(|| format!("`{}` could not be started", shown(command)))?;
    ensure!(status.success(), "`{}` failed: {status}", shown(command));
    Ok(())
}

/// What a command prints, or nothing when it cannot run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A command as one would type it. The program's folder says nothing to a reader and is left out.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args()).map(quoted);
    words.collect::<Vec<_>>().join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.is_empty() || word.contains([' ', '"', '\'']) {
        format!("{word:?}")
    } else {
        word.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_is_not_told_of_the_package_that_starts_it() {
        let told = std::env::vars_os().filter(|(name, _)| name == "CARGO_MANIFEST_DIR");
        assert_eq!(told.count(), 1, "Cargo tells a test of its package");
        let command = cargo();
        let held_back = |name: &str| command.get_envs().any(|(it, to)| it == name && to.is_none());
        for name in ["CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
            assert!(held_back(name), "{name}");
        }
        assert!(!held_back("CARGO"));
    }

    #[test]
    fn a_failure_names_the_command_and_its_status() {
        let error = run(cargo().args(["no-such-command", "a b"])).unwrap_err().to_string();
        assert!(error.contains("no-such-command \"a b\"` failed: exit "), "{error}");
        let error = run(&mut Command::new("skillreel-no-such-program")).unwrap_err().to_string();
        assert_eq!(error, "`skillreel-no-such-program` could not be started");
    }
}

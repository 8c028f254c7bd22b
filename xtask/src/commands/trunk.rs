//! Whether those who use Trunk get the same page.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use xtask::page::{self, PageFile, Quality, build, dist};
use xtask::tools::Toolbox;
use xtask::tools::run::{heading, run, target};

/// Builds the page with and without Trunk, and compares every byte.
pub(crate) fn compare() -> Result<()> {
    let mut tools = Toolbox::open()?;
    tools.need_trunk()?;
    build(Quality::Full)?;
    heading("building the page with Trunk");
    let folder = target().join("xtask/trunk");
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--release", "--dist"]).arg(&folder);
    // Trunk asks a registry for its newest version otherwise, and takes `NO_COLOR=1`, the form
    // that https://no-color.org names, for an error.
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        trunk.env("NO_COLOR", "true");
    }
    run(&mut trunk)?;
    let differences = differences(&files(&dist())?, &files(&folder)?);
    ensure!(differences.is_empty(), "Trunk builds another page: {}", differences.join(", "));
    eprintln!("Trunk builds the same page");
    Ok(())
}

/// The contents of a folder's files by their names.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let files = page::files(folder)?.into_iter();
    files.map(|PageFile { address, path }| Ok((address, fs::read(&path)?))).collect()
}

/// What differs between two folders. Names hold digests of what is in the files, so that they are the
/// same where the files are.
fn differences(
    own: &BTreeMap<String, Vec<u8>>,
    of_trunk: &BTreeMap<String, Vec<u8>>,
) -> Vec<String> {
    let names: std::collections::BTreeSet<_> = own.keys().chain(of_trunk.keys()).collect();
    let differs = |name: &&&String| own.get(**name) != of_trunk.get(**name);
    names.iter().filter(differs).map(|name| (*name).clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_that_is_not_the_same_is_named() {
        let folder = |files: &[(&str, &str)]| -> BTreeMap<String, Vec<u8>> {
            files
                .iter()
                .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
                .collect()
        };
        let own = folder(&[("a", "1"), ("b", "1"), ("c", "1")]);
        assert_eq!(differences(&own, &own), [""; 0]);
        let of_trunk = folder(&[("a", "1"), ("b", "2"), ("d", "1")]);
        assert_eq!(differences(&own, &of_trunk), ["b", "c", "d"]);
    }
}

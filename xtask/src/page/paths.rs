//! Keeps the folders of the machine that builds out of what is handed out. Panics name the file they are
//! in, and the compiler writes its path down as it sees it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::files::{PageFile, files};
use crate::tools::WASM_TARGET;
use crate::tools::run::{cargo, output, root};

/// The fewest letters of a path that is looked for: shorter ones are in everything.
const SHORTEST_PATH: usize = 5;

/// How the quick page differs from what else the dev profile builds: what is not optimised at all is so
/// large that binding and loading it takes longer than this. In the dev profile, so that it shares with
/// tests and lints what runs while compiling.
const QUICK_PROFILE: [&str; 2] = ["profile.dev.opt-level=1", "profile.dev.debug=false"];

/// Nothing is optimised across the parts of a crate: that took 11 of the 17 s that a changed view took to compile.
/// Not by the profile, whose setting of it would make what runs while compiling another thing, too.
const QUICK_FLAG: &str = "-Clto=off";

/// Cargo that is told to build for the page's target, with the places in the sources told from the
/// sources' own folders: the same sources make the same bytes on every machine.
pub fn cargo_for_page() -> Command {
    cargo_for(WASM_TARGET)
}

/// The same for another target.
pub fn cargo_for(target: &str) -> Command {
    let mut command = cargo();
    let flags: Vec<_> = prefixes()
        .into_iter()
        .map(|(folder, name)| literal(&format!("--remap-path-prefix={}={name}", folder.display())))
        .collect();
    // Cargo joins these with the flags of .cargo/config.toml.
    command.arg("--config").arg(format!("target.{target}.rustflags=[{}]", flags.join(",")));
    command
}

/// The same with the settings of the quick page. Tests in the browser use it too, so that the page's
/// crates are compiled once for both.
pub fn quick_cargo_for_page() -> Command {
    let mut command = cargo_for_page();
    for setting in QUICK_PROFILE {
        command.args(["--config", setting]);
    }
    command.arg("--config").arg(format!("target.{WASM_TARGET}.rustflags=[\"{QUICK_FLAG}\"]"));
    command
}

/// Folders of this machine, and what stands for each. Of several that fit, rustc takes the last.
///
/// The sources' own folder is not among them: Cargo compiles them by paths below it, and so what is
/// compiled for one clone serves another that shares its target folder.
fn prefixes() -> Vec<(PathBuf, String)> {
    let mut prefixes = Vec::new();
    let home = env::home_dir();
    let of = |variable: &str, name: &str| {
        let named = env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
        named.or_else(|| home.as_ref().map(|home| home.join(name)))
    };
    prefixes.extend(home.clone().map(|home| (home, "home".to_owned())));
    prefixes.extend(of("RUSTUP_HOME", ".rustup").map(|rustup| (rustup, "rustup".to_owned())));
    let rustc =
        |arguments: &[&str]| output(Command::new("rustc").current_dir(root()).args(arguments));
    let commit = rustc(&["--version", "--verbose"]).and_then(|text| {
        let line = text.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
        Some(line.to_owned())
    });
    if let (Some(sysroot), Some(commit)) = (rustc(&["--print", "sysroot"]), commit) {
        // So the library's places are told where its sources are not installed.
        let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
        prefixes.push((sources, format!("/rustc/{commit}")));
    }
    if let Some(cargo) = of("CARGO_HOME", ".cargo") {
        prefixes.push((cargo.clone(), "cargo".to_owned()));
        // A folder a registry, named by where it was found. There is one at least: this program is built
        // from it.
        let registries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
        let mut registries: Vec<_> = registries.map(|entry| entry.path()).collect();
        registries.sort();
        prefixes.extend(registries.into_iter().map(|path| (path, "crates".to_owned())));
    }
    prefixes
}

/// Looks through the files of a folder that is handed out for the machine's own folders.
///
/// # Errors
/// The files that name one, and which.
pub(super) fn look_through(folder: &Path) -> Result<()> {
    let folders: Vec<String> = prefixes()
        .into_iter()
        .map(|(folder, _)| folder)
        .chain([root()])
        .filter_map(|folder| folder.to_str().map(str::to_owned))
        .filter(|folder| folder.len() >= SHORTEST_PATH)
        .collect();
    let mut found = Vec::new();
    for PageFile { address, path } in files(folder)? {
        let bytes =
            fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        found.extend(paths_in(&bytes, &folders).map(|path| format!("{address} holds {path}")));
    }
    ensure!(
        found.is_empty(),
        "what is handed out names folders of this machine: {}; see xtask/src/page/paths.rs",
        found.join(", ")
    );
    Ok(())
}

/// The paths of `folders` that stand in some bytes, each with what follows it. What goes on with another letter is
/// another folder, or a piece of packed bytes, in which a short name stands by chance.
fn paths_in<'a>(bytes: &'a [u8], folders: &'a [String]) -> impl Iterator<Item = String> + 'a {
    folders.iter().filter_map(|folder| {
        let folder = folder.as_bytes();
        let ends = |at: usize| {
            let next = bytes.get(at + folder.len());
            next.is_none_or(|next| !next.is_ascii_alphanumeric() && *next != b'+')
        };
        let mut windows = bytes.windows(folder.len()).zip(0..);
        let (_, at) = windows.find(|(window, at)| *window == folder && ends(*at))?;
        // The folder's own name may hold anything.
        let rest = bytes.get(at + folder.len()..)?;
        let is_path = |byte: &&u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'');
        let within = rest.iter().take_while(is_path).take(160);
        let path: Vec<u8> = folder.iter().chain(within).copied().collect();
        Some(String::from_utf8_lossy(&path).into_owned())
    })
}

/// A text as a TOML string.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_any_name_is_a_string() {
        assert_eq!(literal(r"C:\Über uns\x"), r#""C:\\Über uns\\x""#);
    }

    #[test]
    fn the_crates_have_a_name_of_their_own() {
        let prefixes = prefixes();
        assert!(prefixes.iter().any(|(_, name)| name == "crates"), "{prefixes:?}");
    }

    #[test]
    fn a_folder_is_told_whole_whatever_its_name() {
        let folders = ["/home/ein Ordner für uns".to_owned()];
        let told = |bytes: &str| paths_in(bytes.as_bytes(), &folders).collect::<Vec<_>>();
        let path = "/home/ein Ordner für uns/src/lib.rs";
        assert_eq!(told(&format!("\0{path} and more")), [path]);
        assert_eq!(told("/home/ein Ordner für unsere"), [""; 0]);
    }

    #[test]
    fn a_file_that_names_a_folder_of_this_machine_is_told() {
        let folder = env::temp_dir().join(format!("skillreel-paths-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("clean.wasm"), b"skillreel/src/lib.rs\0crates/leptos").unwrap();
        let by_chance = format!("yFuf{}GmSKNAqtM5Y", root().display());
        fs::write(folder.join("packed.html"), by_chance).unwrap();
        look_through(&folder).unwrap();
        let path = root().join("src/lib.rs");
        let bytes = [b"\0asm\xff", path.to_str().unwrap().as_bytes(), b"\0"].concat();
        fs::write(folder.join("own.wasm"), bytes).unwrap();
        let error = look_through(&folder).unwrap_err().to_string();
        assert!(error.contains(&format!("own.wasm holds {}", path.display())), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }
}

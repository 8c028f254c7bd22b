//! Takes the program apart into the part that every visit needs, and chunks for the rest (`src/ui/widgets/late/in_chunk.rs`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use super::columns::by_columns;
use crate::tools::run::{cargo, run};

/// What the compiler is told for a program that is taken apart: which code uses which, and what it is called.
pub(super) const FLAGS: [&str; 4] = ["--features", "chunks", "--", "-Clink-args=--emit-relocs"];

/// What Cargo is told for it, before its command: by their names functions are known as borders of chunks.
pub(super) const SETTING: [&str; 2] = ["--config", "profile.release.strip=false"];

/// The chunks that are asked for first, and that most others need.
const FIRST: [&str; 2] = ["reading", "search"];

/// The chunks that nobody should wait for: they come with little besides.
const QUICK: [&str; 2] = ["player", "record"];

/// What those share with others: they would wait for all that others have, were that among theirs.
const BASE: &str = "base";

/// Chunks too small for files of their own, each with one that is asked for with it or just before it.
const TOGETHER: [(&str, &str); 2] = [("results", "search"), ("print", "queue")];

/// The chunk of what several others need.
const SHARED: &str = "shared";

/// Where the modules of a program's chunks are, beside it.
const PARTS: &str = "parts";

/// Where the chunks are put, beside the program.
const CHUNKS: &str = "chunks";

/// From how many bytes on a module is shrunk: the tool takes longer to start than to shrink what is less.
const WORTH_BYTES: u64 = 12 * 1024;

/// The names of the modules that each chunk needs, in the order in which they are to be started.
type Needs = BTreeMap<String, Vec<String>>;

/// Splits a compiled program, and gives the file of the part that every visit needs.
pub(super) fn split(compiled: &Path, folder: &Path) -> Result<PathBuf> {
    let parts = folder.join(PARTS);
    if parts.exists() {
        fs::remove_dir_all(&parts)
            .with_context(|| format!("{} cannot be emptied", parts.display()))?;
    }
    fs::create_dir_all(&parts).with_context(|| format!("{} cannot be made", parts.display()))?;
    run(splitting().arg("split").args([compiled, parts.as_path()]))?;
    Ok(parts.join("main.wasm"))
}

/// The files of the modules of chunks that are worth shrinking.
pub(super) fn worth_shrinking(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = modules(folder)?;
    files.retain(|file| fs::metadata(file).is_ok_and(|data| data.len() >= WORTH_BYTES));
    Ok(files)
}

/// Writes a bound program, its glue and the modules of its chunks as they pack best.
pub(super) fn finish(glue: &Path, program: &Path, folder: &Path) -> Result<()> {
    run(splitting().arg("finish").args([glue, program]).args(modules(folder)?))
}

/// The files of the modules of all chunks.
fn modules(folder: &Path) -> Result<Vec<PathBuf>> {
    let names: BTreeSet<String> = needs(folder)?.into_values().flatten().collect();
    Ok(names.into_iter().map(|name| file_of(folder, &name)).collect())
}

fn splitting() -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "xtask-split", "--"]);
    command
}

/// Packs the modules into a file a chunk, and writes down which chunk needs which modules of which file.
pub(super) fn pack(folder: &Path) -> Result<()> {
    let needs = needs(folder)?;
    let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (chunk, modules) in &needs {
        for module in modules {
            users.entry(module).or_default().push(chunk);
        }
    }
    let place = |module: &str| {
        let users = users.get(module).map_or([].as_slice(), Vec::as_slice);
        let first = FIRST.into_iter().find(|first| users.contains(first));
        let together = |only: &str| TOGETHER.into_iter().find(|(small, _)| *small == only);
        match users {
            [only] => together(only).map_or(*only, |(_, other)| other),
            _ if QUICK.iter().any(|quick| users.contains(quick)) => BASE,
            _ => first.unwrap_or(SHARED),
        }
    };
    let chunks = folder.join(CHUNKS);
    if chunks.exists() {
        fs::remove_dir_all(&chunks)
            .with_context(|| format!("{} cannot be emptied", chunks.display()))?;
    }
    fs::create_dir_all(&chunks).with_context(|| format!("{} cannot be made", chunks.display()))?;
    let places: BTreeSet<&str> = users.keys().map(|module| place(module)).collect();
    for name in places {
        let mut file = b"\0asm\x01\0\0\0".to_vec();
        for module in users.keys().filter(|module| place(module) == name) {
            let path = file_of(folder, module);
            let bytes =
                fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            custom_section(module, &without_custom_sections(&bytes), &mut file);
        }
        let path = chunks.join(name).with_extension("wasm");
        fs::write(&path, by_columns(&file, name)?)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    let placed = |modules: &Vec<String>| -> Vec<(&str, String)> {
        modules.iter().map(|module| (place(module), module.clone())).collect()
    };
    let needs: BTreeMap<_, _> =
        needs.iter().map(|(chunk, modules)| (chunk, placed(modules))).collect();
    let path = folder.join("chunks.json");
    fs::write(&path, json!(needs).to_string())
        .with_context(|| format!("{} cannot be written", path.display()))
}

/// Appends a module to a file of modules, which is a module itself, so that hosts know what it is and pack it.
/// Source: <https://webassembly.github.io/spec/core/binary/modules.html#custom-section>.
fn custom_section(name: &str, bytes: &[u8], file: &mut Vec<u8>) {
    let mut content = Vec::new();
    length(name.len(), &mut content);
    content.extend(name.as_bytes());
    content.extend(bytes);
    file.push(0);
    length(content.len(), file);
    file.extend(content);
}

/// A module without what only tools read: the names of its functions.
fn without_custom_sections(module: &[u8]) -> Vec<u8> {
    let (head, mut rest) = module.split_at_checked(8).unwrap_or((module, &[]));
    let mut bare = head.to_vec();
    while let [id, after @ ..] = rest {
        let (mut size, mut digits) = (0_usize, 0);
        for byte in after {
            size |= usize::from(byte & 0x7f) << (7 * digits);
            digits += 1;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let (section, next) = rest.split_at_checked(1 + digits + size).unwrap_or((rest, &[]));
        if *id != 0 {
            bare.extend(section);
        }
        rest = next;
    }
    bare
}

/// A number in LEB128.
fn length(mut number: usize, file: &mut Vec<u8>) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return file.push(low & 0x7f);
        }
        file.push(low | 0x80);
    }
}

fn needs(folder: &Path) -> Result<Needs> {
    let path = folder.join(PARTS).join("chunks.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} cannot be read", path.display()))
}

fn file_of(folder: &Path, module: &str) -> PathBuf {
    folder.join(PARTS).join(module).with_extension("wasm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_modules_is_a_module_with_each_of_them_bare() {
        let head = b"\0asm\x01\0\0\0";
        let module = [head.as_slice(), b"\x01\x01A", b"\0\x05\x04name", b"\x02\x02BB"].concat();
        let bare = without_custom_sections(&module);
        assert_eq!(bare, [head.as_slice(), b"\x01\x01A", b"\x02\x02BB"].concat());
        let mut file = head.to_vec();
        custom_section("ab", &[7; 300], &mut file);
        assert_eq!(file[8..14], [0, 0xaf, 0x02, 2, b'a', b'b']);
        assert_eq!(file.len(), 8 + 3 + 303);
        assert_eq!(without_custom_sections(&file), head);
    }
}

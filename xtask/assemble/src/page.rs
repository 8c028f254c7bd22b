//! The page's files: their names, their digests, and the page that names them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use skillreel::cli::files::read_notes;
use skillreel::export::page::beside;
use skillreel::export::page::fill::fill;
use skillreel::export::page::handed_out::leave_out_people;
use skillreel::export::page::look::PageLook;
use skillreel::export::page::pack::{Filling, SINGLE_FILE};
use skillreel::export::page::snapshot::PROGRAM_SOURCE;
use skillreel::export::site::digest::{integrity, version};
use skillreel::export::site::vault_pieces::{self, FillingInPieces, PIECE_BYTES};
use skillreel::vault::NoteFile;

use crate::digest::csp_source;
use crate::files::{read, read_text, write as write_file};
use crate::parts::{BuiltParts, FILES_REGION};
use crate::single::{POLICY_REGION, SCRIPTS_REGION, inlined};
use crate::{installed, known_address, single};

/// Files that keep their names, since other pages, manifests and people name them.
const FILES_THAT_KEEP_NAMES: [&str; 5] = [
    "src/skill-matrix.js",
    "src/installed/icon.svg",
    "src/installed/icon-192.png",
    "src/installed/icon-512.png",
    "src/installed/manifest.webmanifest",
];

/// The names of the parts as files, which hold their digests: a changed file is another file, and no
/// cache can be wrong about it.
struct PartFileNames {
    css: String,
    /// What the script that binds the program is made of.
    glue: String,
    glue_integrity: String,
    chunks: Vec<String>,
    wasm: String,
    boot: String,
    install: String,
}

/// Writes the page of the sources in `source` and of the bound program in `program` into `folder`.
pub(crate) fn write(source: &Path, program: &Path, folder: &Path) -> Result<()> {
    let parts = BuiltParts::read(source, program)?;
    let built = read_text(source, "index.html")?;
    let notes = source.join("notes");
    let mut notes = if notes.is_dir() { read_notes(&[notes])?.notes } else { Vec::new() };
    leave_out_people(&mut notes);
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;

    let filling = Filling::of(notes.clone(), &PageLook::default())?;
    let single = fill(&single::page(&built, &parts)?, &filling.content())?;
    write_file(folder, SINGLE_FILE, single)?;

    let names = parts.write(folder)?;
    for path in FILES_THAT_KEEP_NAMES {
        let name = path.rsplit('/').next().unwrap_or(path);
        write_file(folder, name, read(source, path)?)?;
    }
    let address = std::env::var("SKILLREEL_URL").ok().filter(|url| !url.is_empty());
    let built = match address {
        Some(address) => known_address::write(&built, folder, &notes, &address)?,
        None => built,
    };
    let filling = hosted_filling(folder, notes, filling)?;
    installed::write(source, folder, &hosted(&built, &parts, &names)?, &names.all(), &filling)
}

/// What the hosted page is filled with: where notes are many they lie beside it, in files that are written here.
fn hosted_filling(folder: &Path, notes: Vec<NoteFile>, inside: Filling) -> Result<Filling> {
    if !vault_pieces::is_worth_it(&notes) {
        return Ok(inside);
    }
    let FillingInPieces { filling, files, not_searched } =
        FillingInPieces::of(notes, &PageLook::default(), PIECE_BYTES)?;
    if not_searched > 0 {
        eprintln!(
            "the search of a page holds no more: {not_searched} texts of the last notes are left out of it"
        );
    }
    let pieces = folder.join(beside::FOLDER);
    fs::create_dir_all(&pieces).with_context(|| format!("{} cannot be made", pieces.display()))?;
    files.iter().try_for_each(|(address, bytes)| write_file(folder, address, bytes))?;
    Ok(filling)
}

/// The page with the names and the digests of its files.
fn hosted(built: &str, parts: &BuiltParts, names: &PartFileNames) -> Result<String> {
    let (wasm, source) = (integrity(&parts.wasm), PROGRAM_SOURCE.to_owned());
    let first_css = inlined(&parts.first_css, "</style")?;
    let early = inlined(&parts.early, "</script")?;
    let mut page = built.to_owned();
    for (region, place, value) in [
        (POLICY_REGION, "{first-style-source}", csp_source(&first_css)),
        (POLICY_REGION, "{early-source}", csp_source(&early)),
        (SCRIPTS_REGION, "{css}", names.css.clone()),
    ] {
        page = region.replace(&page, &filled(region.find(&page)?, place, &value)?)?;
    }
    let mut files = without_comment(FILES_REGION.find(&page)?);
    let places = [
        ("{first-style}", &first_css),
        ("{early}", &early),
        ("{css}", &names.css),
        ("{glue}", &names.glue),
        ("{glue-integrity}", &names.glue_integrity),
        ("{wasm}", &names.wasm),
        ("{wasm-integrity}", &wasm),
        ("{boot}", &names.boot),
        ("{install}", &names.install),
        ("{source}", &source),
    ];
    for (place, value) in places {
        files = filled(&files, place, value)?;
    }
    Ok(FILES_REGION.replace(&page, &files)?)
}

/// A part of index.html with a value in its place.
fn filled(part: &str, place: &str, value: &str) -> Result<String> {
    ensure!(part.contains(place), "index.html has no {place}: see the comment there");
    Ok(part.replace(place, value))
}

/// What stands before and after the comment, which is for those who read the sources.
fn without_comment(files: &str) -> String {
    let around = files.split_once("<!--").and_then(|(before, rest)| {
        let (_, after) = rest.split_once("-->\n")?;
        Some([before, after].concat())
    });
    around.unwrap_or_else(|| files.to_owned())
}

impl BuiltParts {
    /// Writes the parts into `folder`, each under the name that it gets there.
    fn write(&self, folder: &Path) -> Result<PartFileNames> {
        let named = |name: &str, ending: &str, content: &[u8]| {
            let name = format!("{name}-{}{ending}", version([content]));
            write_file(folder, &name, content)?;
            anyhow::Ok(name)
        };
        let Self { css, boot, install, wasm, .. } = self;
        let (mut chunks, mut places) = (Vec::new(), BTreeMap::new());
        for (name, bytes) in &self.chunks {
            let file = named("skillreel", &format!("_{name}.wasm"), bytes)?;
            places.insert(name, [format!("./{file}"), integrity(bytes)]);
            chunks.push(file);
        }
        let glue = self.glue(&serde_json::to_string(&places)?)?;
        Ok(PartFileNames {
            css: named("skillreel", ".css", css.as_bytes())?,
            glue: named("skillreel", ".js", glue.as_bytes())?,
            glue_integrity: integrity(glue.as_bytes()),
            chunks,
            wasm: named("skillreel", "_bg.wasm", wasm)?,
            boot: named("boot", ".js", boot.as_bytes())?,
            install: named("install", ".js", install.as_bytes())?,
        })
    }
}

impl PartFileNames {
    fn all(&self) -> Vec<&str> {
        let named: [&str; 5] = [&self.css, &self.glue, &self.wasm, &self.boot, &self.install];
        named.into_iter().chain(self.chunks.iter().map(String::as_str)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_every_file_that_is_written_by_its_digest() {
        let folder = std::env::temp_dir().join(format!("skillreel-page-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let built = include_str!("../../../index.html");
        let parts = BuiltParts::of_a_test();
        let names = parts.write(&folder).unwrap();
        let page = hosted(built, &parts, &names).unwrap();
        let glue = fs::read_to_string(folder.join(&names.glue)).unwrap();
        for name in names.all() {
            // The chunks are named by what loads them.
            let is_named = page.contains(&format!("=\"./{name}\""))
                || glue.contains(&format!("[\"./{name}\","));
            assert!(is_named, "{name} in {page} or {glue}");
            assert!(folder.join(name).is_file(), "{name}");
        }
        assert!(!FILES_REGION.find(&page).unwrap().contains("<!--"), "{page}");
        for inline in [parts.first_css.as_str(), &parts.early] {
            assert!(page.contains(&format!(">{inline}</")), "{inline} is inside: {page}");
            assert!(POLICY_REGION.find(&page).unwrap().contains(&csp_source(inline)), "{page}");
        }
        assert!(!page.contains("-source}"), "{page}");
        assert!(
            page.contains(&integrity(b"\0asm")) && page.contains(&integrity(glue.as_bytes())),
            "{page}"
        );
        let other = BuiltParts { wasm: b"\0asm1".to_vec(), ..parts };
        assert_ne!(other.write(&folder).unwrap().wasm, names.wasm, "another program, another name");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn many_notes_lie_beside_the_page() {
        let folder = std::env::temp_dir().join(format!("skillreel-beside-{}", std::process::id()));
        let note = |number: usize| {
            let text = format!("# Note {number}\n\n{}", "Knead the dough, and wait. ".repeat(400));
            NoteFile::new(format!("{number}.md"), text)
        };
        for (count, has_pieces) in [(2, false), (40, true)] {
            let notes: Vec<NoteFile> = (0..count).map(note).collect();
            let inside = Filling::of(notes.clone(), &PageLook::default()).unwrap();
            let filling = hosted_filling(&folder, notes, inside.clone()).unwrap();
            assert_eq!((filling != inside, folder.exists()), (has_pieces, has_pieces), "{count}");
            assert_eq!(filling.notes, count);
        }
        assert!(fs::read_dir(folder.join(beside::FOLDER)).unwrap().count() > 2);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_page_that_lacks_a_place_is_not_made() {
        let policy =
            [POLICY_REGION.open, "{first-style-source}{early-source}", POLICY_REGION.close];
        let built = policy.concat()
            + "<!--skillreel:files--><style>{first-style}</style>{early}<link href=\"./{css}\"><!--/skillreel:files-->\
               <!--skillreel:inline-->{css}<!--/skillreel:inline-->";
        let names = PartFileNames {
            css: "c".into(),
            glue: "g".into(),
            glue_integrity: String::new(),
            chunks: Vec::new(),
            wasm: "w".into(),
            boot: "b".into(),
            install: "i".into(),
        };
        let error = hosted(&built, &BuiltParts::of_a_test(), &names).unwrap_err().to_string();
        assert!(error.contains("{glue}"), "{error}");
    }
}

//! Which page `skillreel pack` and `skillreel site` fill.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::export::page::pack::SINGLE_FILE;

/// The variable that names the page to fill.
const PAGE_VARIABLE: &str = "SKILLREEL_PAGE";

/// Why there is no page to fill.
#[derive(Debug)]
pub(in crate::cli) enum FileTemplateError {
    /// There is no page to fill at any of these places.
    NoPage(Vec<PathBuf>),
    /// The page that was named is not there.
    NotThere(PathBuf),
}

/// The page that was put into this program when it was built (`src/build.rs`). It is of the same source, so
/// that what this program finds out about notes counts for it.
#[cfg(embedded_page)]
const EMBEDDED_PAGE: Option<&str> = Some(include_str!(env!("SKILLREEL_EMBEDDED_PAGE")));
#[cfg(not(embedded_page))]
const EMBEDDED_PAGE: Option<&str> = None;

/// The files of the hosted page in this program, each with its name; none where none was put in.
#[cfg(embedded_page)]
pub(in crate::cli) const EMBEDDED_FILES: &[(&str, &[u8])] =
    include!(concat!(env!("OUT_DIR"), "/embedded_files.rs"));
#[cfg(not(embedded_page))]
pub(in crate::cli) const EMBEDDED_FILES: &[(&str, &[u8])] = &[];

/// A page to fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Template {
    /// The page in this program.
    Embedded(&'static str),
    /// A page on the disk.
    File(PathBuf),
}

/// The page to fill: the one that was named, else the one in this program, else the one that was built.
///
/// Looked for in this order: `explicit` (`--page`, a file or its folder), `$SKILLREEL_PAGE`, in this program, beside it,
/// in `dist` here, and in `dist` of a folder above this program, as Cargo's `target` has it.
///
/// # Errors
/// [`FileTemplateError::NotThere`] when a page was named and is not there, else [`FileTemplateError::NoPage`].
pub(in crate::cli) fn find(explicit: Option<&Path>) -> Result<Template, FileTemplateError> {
    let variable = env::var_os(PAGE_VARIABLE).filter(|value| !value.is_empty());
    let program = env::current_exe().ok();
    search(explicit, variable, EMBEDDED_PAGE, Path::new(""), program.as_deref())
}

fn search(
    explicit: Option<&Path>,
    variable: Option<OsString>,
    embedded: Option<&'static str>,
    here: &Path,
    program: Option<&Path>,
) -> Result<Template, FileTemplateError> {
    // A page that someone names is meant: another one in its place would be a surprise.
    if let Some(named) = explicit.map(Path::to_owned).or(variable.map(PathBuf::from)) {
        let named = if named.is_dir() { named.join(SINGLE_FILE) } else { named };
        let is_there = named.is_file();
        return if is_there {
            Ok(Template::File(named))
        } else {
            Err(FileTemplateError::NotThere(named))
        };
    }
    if let Some(page) = embedded {
        return Ok(Template::Embedded(page));
    }
    let built = Path::new("dist").join(SINGLE_FILE);
    let folders = program.and_then(Path::parent).into_iter().flat_map(Path::ancestors);
    let mut places: Vec<PathBuf> = folders.clone().take(1).map(|f| f.join(SINGLE_FILE)).collect();
    places.push(here.join(&built));
    places.extend(folders.map(|folder| folder.join(&built)));
    match places.iter().find(|place| place.is_file()) {
        Some(place) => Ok(Template::File(place.clone())),
        None => Err(FileTemplateError::NoPage(places)),
    }
}

impl fmt::Display for FileTemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPage(places) => {
                f.write_str("found no built page to fill; run `cargo xtask build`, or name one with --page FILE; looked at:")?;
                places.iter().try_for_each(|place| write!(f, "\n  {}", place.display()))
            }
            Self::NotThere(place) => write!(
                f,
                "there is no page at {}: expected the skillreel.html that `cargo xtask build` makes",
                place.display()
            ),
        }
    }
}

impl std::error::Error for FileTemplateError {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_named_page_counts_and_must_be_there() {
        let folder = env::temp_dir().join(format!("skillreel-pack-{}", std::process::id()));
        let elsewhere = folder.join("elsewhere");
        let program = folder.join("target/debug/skillreel");
        let built = folder.join("dist").join(SINGLE_FILE);
        fs::create_dir_all(folder.join("dist")).unwrap();
        fs::write(&built, "").unwrap();
        let found = |explicit: Option<&Path>, variable: Option<OsString>, embedded, here: &Path| {
            search(explicit, variable, embedded, here, Some(&program))
        };
        let file = || Template::File(built.clone());
        let inside = Some("<html>");
        assert_eq!(found(Some(&built), Some("other".into()), inside, &elsewhere).unwrap(), file());
        let dist = folder.join("dist");
        assert_eq!(found(Some(&dist), None, inside, &elsewhere).unwrap(), file(), "a folder");
        assert_eq!(found(None, Some(built.clone().into()), inside, &elsewhere).unwrap(), file());
        let embedded = Template::Embedded("<html>");
        assert_eq!(found(None, None, inside, &folder).unwrap(), embedded, "before any other page");
        assert_eq!(found(None, None, None, &elsewhere).unwrap(), file());
        assert_eq!(search(None, None, None, &folder, None).unwrap(), file());
        let error = found(Some(&folder.join("gone.html")), None, inside, &folder).unwrap_err();
        assert!(error.to_string().contains("gone.html"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }
}

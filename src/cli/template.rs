//! Which page `skillreel pack` fills.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::export::pack::SINGLE_FILE;

/// The variable that names the page to fill.
const PAGE_VARIABLE: &str = "SKILLREEL_PAGE";

/// Why there is no page to fill.
#[derive(Debug)]
pub(super) enum TemplateError {
    /// There is no page to fill at any of these places.
    NoPage(Vec<PathBuf>),
    /// The page that was named is not there.
    NotThere(PathBuf),
}

/// The page to fill: the one that was named, else the one that was built.
///
/// Looked for in this order: `explicit` (`--page FILE`), `$SKILLREEL_PAGE`, beside this program,
/// in `dist` here, and in `dist` of a folder above this program, as Cargo's `target` has it.
///
/// # Errors
/// [`TemplateError::NotThere`] when a page was named and is not there, else [`TemplateError::NoPage`].
pub(super) fn find(explicit: Option<&Path>) -> Result<PathBuf, TemplateError> {
    let variable = env::var_os(PAGE_VARIABLE).filter(|value| !value.is_empty());
    search(explicit, variable, Path::new(""), env::current_exe().ok().as_deref())
}

fn search(
    explicit: Option<&Path>,
    variable: Option<OsString>,
    here: &Path,
    program: Option<&Path>,
) -> Result<PathBuf, TemplateError> {
    // A page that someone names is meant: another one in its place would be a surprise.
    if let Some(named) = explicit.map(Path::to_owned).or(variable.map(PathBuf::from)) {
        return if named.is_file() { Ok(named) } else { Err(TemplateError::NotThere(named)) };
    }
    let built = Path::new("dist").join(SINGLE_FILE);
    let folders = program.and_then(Path::parent).into_iter().flat_map(Path::ancestors);
    let mut places: Vec<PathBuf> = folders.clone().take(1).map(|f| f.join(SINGLE_FILE)).collect();
    places.push(here.join(&built));
    places.extend(folders.map(|folder| folder.join(&built)));
    match places.iter().find(|place| place.is_file()) {
        Some(place) => Ok(place.clone()),
        None => Err(TemplateError::NoPage(places)),
    }
}

impl fmt::Display for TemplateError {
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

impl std::error::Error for TemplateError {}

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
        assert_eq!(search(Some(&built), Some("other".into()), &elsewhere, None).unwrap(), built);
        assert_eq!(search(None, Some(built.clone().into()), &elsewhere, None).unwrap(), built);
        assert_eq!(search(None, None, &elsewhere, Some(&program)).unwrap(), built);
        assert_eq!(search(None, None, &folder, None).unwrap(), built);
        let error =
            search(Some(&folder.join("gone.html")), None, &folder, Some(&program)).unwrap_err();
        assert!(error.to_string().contains("gone.html"), "{error}");
        fs::remove_dir_all(folder).unwrap();
    }
}

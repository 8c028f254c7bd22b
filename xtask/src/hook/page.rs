//! Finishes Trunk's page: digests, notes, and the single file beside it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use skillreel::cli::files::read_notes;
use skillreel::export::embed::{Embed, Height, oembed};
use skillreel::export::look::Look;
use skillreel::export::pack::{self, SINGLE_FILE};
use skillreel::export::page::Region;
use skillreel::vault::{NoteFile, Vault};
use skillreel::view_state::{PageOptions, ViewState};

use super::digest::integrity;
use super::{installed, single};

/// The files that Trunk built, as the page's head names them.
pub(super) const FILES: Region =
    Region { name: "files", open: "<!--skillreel:files-->", close: "<!--/skillreel:files-->" };

/// The contents of those files.
pub(super) struct Parts {
    pub css: String,
    pub glue: String,
    pub boot: String,
    pub wasm: Vec<u8>,
    /// The names of the hosted page's files, which hold their digests.
    pub names: Vec<String>,
}

/// Writes index.html and skillreel.html into Trunk's staging folder.
pub(super) fn write(source: &Path, staging: &Path) -> Result<()> {
    let index = staging.join("index.html");
    let built = fs::read_to_string(&index).context("Trunk's index.html cannot be read")?;
    let parts = Parts::read(FILES.find(&built)?, staging)?;
    let folder = source.join("notes");
    let notes = if folder.is_dir() { read_notes(&[folder])? } else { Vec::new() };

    let look = Look::default();
    let single = pack::page(&single::page(&built, &parts)?, &notes, &look)?;
    fs::write(staging.join(SINGLE_FILE), single).context("skillreel.html cannot be written")?;

    let built = with_oembed(&built, staging, &notes)?;
    let hosted = built
        .replace("{js-integrity}", &integrity(parts.glue.as_bytes()))
        .replace("{wasm-integrity}", &integrity(&parts.wasm));
    let page = pack::page(&hosted, &notes, &look)?;
    let page = installed::write(source, staging, &page, &parts.names)?;
    fs::write(&index, page).context("index.html cannot be written")
}

/// The page with the link by which it is found for embedding, where its address is known.
fn with_oembed(built: &str, staging: &Path, notes: &[NoteFile]) -> Result<String> {
    let Some(address) = std::env::var("SKILLREEL_URL").ok().filter(|url| !url.is_empty()) else {
        return Ok(built.to_owned());
    };
    ensure!(
        address.starts_with("https://") || address.starts_with("http://"),
        "SKILLREEL_URL is {address:?}: expected the address of the page's folder, such as \
         https://example.org/skills/"
    );
    let folder = format!("{}/", address.trim_end_matches('/'));
    let view = ViewState::default();
    let vault = Vault::read(notes);
    let embed = Embed {
        page: &format!("{folder}index.html"),
        title: vault.title(),
        view: &view,
        options: PageOptions::default(),
        height: Height::Auto(640),
    };
    fs::write(staging.join("oembed.json"), oembed(&embed))
        .context("oembed.json cannot be written")?;
    let links = format!(
        "<link rel=\"canonical\" href=\"{folder}\">\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{folder}oembed.json\">\n\
         {}",
        FILES.open
    );
    // Quotes and angles have no place in an address.
    ensure!(!folder.contains(['"', '<', '>', ' ']), "SKILLREEL_URL is no address: {address:?}");
    Ok(built.replace(FILES.open, &links))
}

impl Parts {
    fn read(files: &str, staging: &Path) -> Result<Self> {
        let name_in = |tag: &str, name: &str| -> Result<_> {
            let address = attribute(files, tag, name).with_context(|| {
                format!("index.html has no {tag} with {name}: see the comment there and Trunk.toml")
            })?;
            // The address may have the site's folder before the name, as Trunk's public_url says.
            Ok(address.rsplit('/').next().unwrap_or(address).to_owned())
        };
        let read = |name: &str| {
            fs::read(staging.join(name))
                .with_context(|| format!("{name} of the built page cannot be read"))
        };
        let text = |name: &str| -> Result<String> { Ok(String::from_utf8(read(name)?)?) };
        let glue = "<script defer id=\"skillreel-glue\"";
        let css = name_in("<link rel=\"stylesheet\"", "href")?;
        let (glue, wasm) = (name_in(glue, "src")?, name_in(glue, "data-wasm")?);
        let (boot, install) =
            (name_in("<script src=\"./boot", "src")?, name_in("<script src=\"./install", "src")?);
        Ok(Self {
            css: text(&css)?,
            glue: text(&glue)?,
            boot: text(&boot)?,
            wasm: read(&wasm)?,
            names: vec![css, glue, wasm, boot, install],
        })
    }
}

/// The value of an attribute of the first tag that starts so. It reads what index.html, Trunk.toml
/// and Trunk write, not HTML at large.
fn attribute<'a>(html: &'a str, tag: &str, name: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(tag).map(|(before, _)| html.split_at(before.len()))?;
    let (tag, _) = rest.split_once('>')?;
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_from_the_right_tag() {
        let html = r#"<link rel="a" href="x"><link rel="stylesheet" href="./s.css"/><p src="y">"#;
        assert_eq!(attribute(html, "<link rel=\"stylesheet\"", "href"), Some("./s.css"));
        assert_eq!(attribute(html, "<link rel=\"a\"", "href"), Some("x"));
        assert_eq!(attribute(html, "<link rel=\"a\"", "src"), None);
        assert_eq!(attribute(html, "<script", "src"), None);
    }
}

//! What a page has whose address is known: it is found for embedding, and a link to it shows what it is.

use std::path::Path;

use anyhow::{Result, ensure};
use skillreel::export::formats::embed::{Embed, Height, oembed};
use skillreel::export::formats::picture::Picture;
use skillreel::export::page::fill::ADDRESS_REGION;
use skillreel::export::page::link_head::LinkHead;
use skillreel::matrix::Matrix;
use skillreel::vault::{NoteFile, Vault};
use skillreel::view_state::{PageOptions, ViewState};

use crate::files::write as write_file;
use crate::link_picture;
use crate::parts::FILES_REGION;

/// The picture of the page, beside it.
const PICTURE_FILE: &str = "picture.png";

/// The page with what it says of itself at this address; the files that it names are written beside it.
pub(crate) fn write(
    built: &str,
    folder: &Path,
    notes: &[NoteFile],
    address: &str,
) -> Result<String> {
    ensure!(
        address.starts_with("https://") || address.starts_with("http://"),
        "SKILLREEL_URL is {address:?}: expected the address of the page's folder, such as \
         https://example.org/skills/"
    );
    // Quotes and angles have no place in an address.
    ensure!(!address.contains(['"', '<', '>', ' ']), "SKILLREEL_URL is no address: {address:?}");
    let site = format!("{}/", address.trim_end_matches('/'));
    let view = ViewState::default();
    let vault = Vault::read(notes);
    let matrix = Matrix::of(&vault);
    let title = vault.title();
    let embed = Embed {
        page: &format!("{site}index.html"),
        title,
        view: &view,
        options: PageOptions::default(),
        height: Height::Auto(640),
    };
    write_file(folder, "oembed.json", oembed(&embed))?;
    let picture = Picture::for_links(&vault, &matrix, title);
    write_file(folder, PICTURE_FILE, link_picture::png(&picture)?)?;
    let head = LinkHead { site: &site, title, picture: PICTURE_FILE }.written(&vault, &matrix);
    let links = format!(
        "{}{head}<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{site}oembed.json\">\n{}{}",
        ADDRESS_REGION.open, ADDRESS_REGION.close, FILES_REGION.open
    );
    Ok(built.replace(FILES_REGION.open, &links))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_known_address_brings_a_picture_and_what_links_show() {
        let folder = std::env::temp_dir().join(format!("skillreel-known-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let built = include_str!("../../../index.html");
        let note = NoteFile::new(
            "a.md",
            "---\nvideoId: aaaaaaaaaaa\n---\n## Skills for new engineers\n\n1. **Knead** [1:00]\n",
        );
        let page = write(built, &folder, &[note], "https://example.org/s").unwrap();
        for part in [
            "og:image\" content=\"https://example.org/s/picture.png\"",
            "\"VideoObject\"",
            "canonical",
        ] {
            assert!(page.contains(part), "{part} in {page}");
            assert!(!built.contains(part), "{part} without an address");
        }
        let png = fs::read(folder.join(PICTURE_FILE)).unwrap();
        let reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (1200, 630));
        assert!(folder.join("oembed.json").is_file());
        for odd in ["example.org", "https://example.org/\"><script>"] {
            assert!(write(built, &folder, &[], odd).is_err(), "{odd}");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}

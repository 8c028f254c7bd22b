//! Putting the page together and handing it to the reader.

use crate::browser::files::{download, template};
use crate::browser::page::scheduler::{Slices, painted};
use crate::export::page::handed_out::leave_out_people;
use crate::export::page::look::PageLook;
use crate::export::page::notes_block::Packer;
use crate::export::page::pack::{Blocks, page_of, snapshot_block_in_pieces};
use crate::text::slug;
use crate::ui::state::library::Library;
use crate::ui::state::loading;
use crate::ui::state::texts_beside;
use crate::vault::{Collection, NoteFile};

/// A page that was handed to the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The file's name.
    pub name: String,
    /// How many remarks were left out that authors hid.
    pub remarks: usize,
    /// How many sheets were left out that hold no skills, and may name people.
    pub sheets: usize,
}

/// Saves the notes that are shown as one page, as `skillreel pack` would; `fetched` is told how many of how many files
/// have come from beside the page, where notes lie there.
///
/// # Errors
/// Why it cannot be saved, in words.
pub async fn save(
    collection: &Collection,
    library: &Library,
    look: &PageLook,
    fetched: impl Fn(usize, usize),
) -> Result<Saved, String> {
    painted().await;
    texts_beside::all_with(fetched).await.map_err(|error| error.to_string())?;
    // What names people stays here: the page is of the other notes alone.
    let mut files: Vec<NoteFile> = collection.files().into_iter().cloned().collect();
    let sheets = leave_out_people(&mut files);
    let shared = Collection::of(files, Vec::new());
    let without_people = match sheets {
        0 => None,
        _ => loading::all_read(&shared, Vec::new(), &|_, _| true).await,
    };
    let library = without_people.as_ref().unwrap_or(library);
    let template = template::read().await.map_err(|error| error.to_string())?;
    let mut packer = Packer::new(look).map_err(|error| error.to_string())?;
    let mut slices = Slices::start();
    for note in shared.files() {
        packer.push(note).map_err(|error| error.to_string())?;
        slices.breathe().await;
    }
    let notes_block = packer.finish().map_err(|error| error.to_string())?;
    let (vault, matrix) = (&library.vault, &library.matrix);
    // The page's own index may be given up for another at any time.
    let index = loading::whole_index(library).await;
    let pause = async || {
        slices.breathe().await;
    };
    let snapshot_block = snapshot_block_in_pieces(vault, matrix, &index, &notes_block, pause)
        .await
        .map_err(|error| error.to_string())?;
    let remarks = notes_block.remarks;
    let blocks = Blocks { notes_block: notes_block.text, snapshot_block };
    let page =
        page_of(&template, vault, matrix, look, &blocks).map_err(|error| error.to_string())?;
    let title = look.title.clone().unwrap_or_else(|| vault.title().to_owned());
    let name = [file_stem(&title).as_str(), ".html"].concat();
    download::save(&name, "text/html", page.as_bytes()).map_err(|error| error.to_string())?;
    Ok(Saved { name, remarks, sheets })
}

/// A title as the name of a file.
pub fn file_stem(title: &str) -> String {
    let slug: String = slug(title).chars().take(80).collect();
    if slug.is_empty() { "skillreel".to_owned() } else { slug }
}

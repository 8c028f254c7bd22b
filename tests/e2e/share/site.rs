//! A folder that `skillreel site` wrote, on a host.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use skillreel::export::page::pack::SINGLE_FILE;

use crate::app::installed::{kept, load};
use crate::harness::site::Site;
use crate::harness::visit::Visit;
use crate::harness::{over_http, settings};
use crate::import::own_notes::{note, rows_are};
use crate::share::saving::save;

over_http! {
    a_site_of_other_notes_opens_saves_and_opens_without_a_network,
}

/// Writes a folder of notes from the page that was built.
fn site(notes: &Path, folder: &Path) -> Result<()> {
    let made = Command::new(env!("CARGO_BIN_EXE_skillreel"))
        .arg("site")
        .arg(notes)
        .arg("--page")
        .arg(settings::dist()?)
        .arg("--output")
        .arg(folder)
        .output()?;
    ensure!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    Ok(())
}

async fn a_site_of_other_notes_opens_saves_and_opens_without_a_network(
    visit: &Visit,
) -> Result<()> {
    let temporary = tempfile::tempdir()?;
    let (notes, folder) = (temporary.path().join("notes"), temporary.path().join("site"));
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("notes");
    site(&bundled, &folder)?;
    let built = settings::dist()?;
    for entry in std::fs::read_dir(&built)? {
        let name = entry?.file_name();
        let is_same =
            std::fs::read(folder.join(&name)).ok() == Some(std::fs::read(built.join(&name))?);
        ensure!(is_same, "of the same notes the build makes another {}", name.display());
    }
    std::fs::create_dir(&notes)?;
    std::fs::write(notes.join("a.md"), note("Juggling"))?;
    site(&notes, &folder)?;
    let host = Site::serve(folder.clone(), Vec::new()).await?;
    load(visit, &host).await?;
    rows_are(visit, &["juggling"]).await?;
    let (_, saved) = save(visit, None).await?;
    let single = std::fs::read_to_string(folder.join(SINGLE_FILE)).context("the single file")?;
    ensure!(saved == single, "what the page saves is the single file beside it");
    kept(visit, "").await?;
    let address = host.url("");
    drop(host);
    visit.load(&address).await?;
    visit.ready().await?;
    rows_are(visit, &["juggling"]).await
}

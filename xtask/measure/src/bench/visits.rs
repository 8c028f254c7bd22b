//! Measures pages that are built already, beside each other: in turns, each visit in a new browser.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::browser::measure;
use super::page::{figures_of, percentile};
use super::server::Server;
use xtask::tools::Browser;
use xtask::tools::run::root;

/// How often each page is visited.
const VISITS: usize = 5;

/// Serves the pages' folders as a static host does, and visits them in turns.
pub(super) fn visits(chromium: &Browser, sites: &[PathBuf], query: &str) -> Result<Vec<Value>> {
    ensure!(
        !sites.is_empty(),
        "name the folders of the pages: --site FOLDER, more than once to compare"
    );
    let server = Server::start()?;
    server.host("", &root().join("xtask/bench/page"))?;
    let names: Vec<String> = (0..sites.len()).map(|number| format!("site{number}/")).collect();
    for (name, site) in names.iter().zip(sites) {
        server.host(name, site).with_context(|| format!("{} is no page", site.display()))?;
        // What keeps the page for a time without a network would add traffic of its own.
        server.forget(&format!("{name}sw.js"));
    }
    let mut rows = Vec::new();
    for visit in 1..=VISITS {
        for (name, site) in names.iter().zip(sites) {
            let query = query.replace(' ', "%20");
            let address =
                format!("http://127.0.0.1:{}/app.html?at={name}&query={query}", server.port);
            let figures = measure(chromium, &address, &server)
                .with_context(|| format!("visit {visit} of {}", site.display()))?;
            eprintln!("{}, visit {visit}: {}", shown(site), figures["start"]);
            rows.push(json!({ "site": shown(site), "figures": figures }));
        }
    }
    Ok(rows)
}

/// The table of the figures in Markdown, a column a page.
pub(super) fn table(rows: &[Value]) -> String {
    let mut sites: Vec<&str> = Vec::new();
    for site in rows.iter().filter_map(|row| row["site"].as_str()) {
        if !sites.contains(&site) {
            sites.push(site);
        }
    }
    let columns: Vec<Vec<(String, f64)>> = sites
        .iter()
        .map(|site| {
            let of_site: Vec<Value> =
                rows.iter().filter(|row| row["site"] == **site).cloned().collect();
            let bytes = of_site.iter().filter_map(|row| row["figures"]["bytes"].as_f64()).collect();
            let mut lines = vec![("bytes of a visit, at rest".to_owned(), percentile(bytes, 50))];
            lines.extend(figures_of(&of_site));
            lines
        })
        .collect();
    let mut table =
        format!("| what, in ms | {} |\n|---|{}\n", sites.join(" | "), "---:|".repeat(sites.len()));
    for (at, (what, _)) in columns.first().into_iter().flatten().enumerate() {
        let cells: Vec<String> = columns
            .iter()
            .map(|column| {
                column.get(at).map_or_else(String::new, |(_, value)| format!("{value:.0}"))
            })
            .collect();
        table += &format!("| {what} | {} |\n", cells.join(" | "));
    }
    table
}

/// A folder as the table names it.
fn shown(site: &Path) -> String {
    site.file_name().unwrap_or(site.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_a_column_with_its_middle_visit() {
        let row = |site: &str, hit: f64, bytes: f64| {
            json!({ "site": site, "figures": {
                "bytes": bytes, "start": { "matrix": 10.0, "hit": hit, "ready": 20.0 },
                "startTasks": [60.0], "typing": [[8.0, 2.0]], "typing at once": [[5.0, 2.0]],
                "levels": [30.0], "laterTasks": [],
            } })
        };
        let rows = [
            row("a", 300.0, 5.0),
            row("b", 200.0, 9.0),
            row("a", 400.0, 5.0),
            row("a", 350.0, 5.0),
        ];
        let table = table(&rows);
        assert!(table.starts_with("| what, in ms | a | b |\n|---|---:|---:|\n"), "{table}");
        assert!(table.contains("| bytes of a visit, at rest | 5 | 9 |"), "{table}");
        assert!(
            table.contains("| first right result of a search in the address | 350 | 200 |"),
            "{table}"
        );
    }
}

//! Measures hosted notes that are searched from files beside the page: ours, and Pagefind's index of the same notes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use skillreel::matrix::Matrix;
use skillreel::note::Note;
use skillreel::vault::{NoteFile, Vault};
use walkdir::WalkDir;

use super::browser::measure;
use super::program::out_folder;
use super::server::Server;
use xtask::page::{Quality, build, dist};
use xtask::tools::run::{cargo, root, run};
use xtask::tools::{Browser, Toolbox};

/// The package, and its version.
const PAGEFIND: (&str, &str) = ("pagefind", "1.6.0");

/// Builds both, and measures each in browsers of its own.
pub(super) fn hosted(
    tools: &Toolbox,
    chromium: &Browser,
    notes: &[NoteFile],
    counts: &[usize],
) -> Result<Vec<Value>> {
    build(Quality::Full)?;
    let mut rows = Vec::new();
    for &count in counts {
        let files = skillreel_bench::scaled(notes, count);
        let vault = Vault::read(&files);
        let docs = skillreel_bench::documents(&vault, &Matrix::of(&vault));
        let queries = serde_json::to_vec(&skillreel_bench::queries(&docs))?;
        let folder = out_folder().join("hosted");
        if folder.exists() {
            fs::remove_dir_all(&folder).context("the last sites cannot be removed")?;
        }
        let (pages, known_pages) = pages(&vault, &folder.join("pages"))?;
        let sites = [("skillreel", site(&files, &folder)?), ("pagefind", index(tools, &pages)?)];
        for (engine, made) in sites {
            let server = Server::start()?;
            server.host("", &root().join("xtask/bench/page"))?;
            server.host("site/", &made.folder)?;
            server.data("queries.json", queries.clone());
            server.data("pages.json", serde_json::to_vec(&known_pages)?);
            let mut figures = json!({});
            for task in ["first", "many"] {
                let address = format!(
                    "http://127.0.0.1:{}/hosted.html?engine={engine}&task={task}",
                    server.port
                );
                let measured = measure(chromium, &address, &server);
                figures[task] =
                    measured.unwrap_or_else(|error| json!({ "error": format!("{error:#}") }));
            }
            eprintln!("{engine}, {count} notes: {}", figures["first"]);
            let (files, bytes) = size(&made.folder)?;
            rows.push(
                json!({ "engine": engine, "notes": count, "seconds": made.seconds, "files": files,
                "bytes": bytes, "figures": figures }),
            );
        }
    }
    Ok(rows)
}

/// A folder for a static host, and how long it took to make.
struct Made {
    folder: PathBuf,
    seconds: f64,
}

/// Ours, by the command line as it is handed out.
fn site(files: &[NoteFile], folder: &Path) -> Result<Made> {
    let (notes, site) = (folder.join("notes"), folder.join("site"));
    for file in files {
        let path = notes.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&notes))?;
        fs::write(path, file.text.read().as_bytes())?;
    }
    run(cargo().args(["build", "--release", "--quiet", "--package", "skillreel"]))?;
    let start = Instant::now();
    run(cargo()
        .args(["run", "--release", "--quiet", "--package", "skillreel", "--", "site"])
        .arg(&notes)
        .arg("--page")
        .arg(dist())
        .arg("--output")
        .arg(&site))?;
    let seconds = start.elapsed().as_secs_f64();
    // What keeps the page for a time without a network would add its own traffic; the page alone is measured.
    fs::remove_file(site.join("sw.js"))?;
    Ok(Made { folder: site, seconds })
}

/// A page of HTML a note, as a site has them, and which page is which note.
fn pages(vault: &Vault, folder: &Path) -> Result<(PathBuf, BTreeMap<String, String>)> {
    fs::create_dir_all(folder)?;
    let mut known = BTreeMap::new();
    for (number, note) in vault.notes().iter().enumerate() {
        let name = format!("{number}.html");
        fs::write(folder.join(&name), html(note))?;
        known.insert(name, note.id.to_string());
    }
    Ok((folder.to_owned(), known))
}

/// A note's title, headings and claims.
fn html(note: &Note) -> String {
    let text = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let title = text(&note.title);
    let mut html =
        format!("<!doctype html><html lang=en><title>{title}</title><body><h1>{title}</h1>");
    for heading in note.sections() {
        html += &format!("<h2>{}</h2>", text(&heading.title));
    }
    for claim in note.claims() {
        html += &format!("<p>{}</p>", text(&claim.text));
    }
    html
}

/// Pagefind's index of the pages, beside them.
fn index(tools: &Toolbox, pages: &Path) -> Result<Made> {
    let (name, version) = PAGEFIND;
    let program = tools.need_script(name, version)?.join("pagefind/lib/runner/bin.cjs");
    let start = Instant::now();
    run(Command::new("node").arg(program).arg("--site").arg(pages))?;
    Ok(Made { folder: pages.join("pagefind"), seconds: start.elapsed().as_secs_f64() })
}

/// How many files a folder has, and their bytes.
fn size(folder: &Path) -> Result<(usize, u64)> {
    let files = WalkDir::new(folder).into_iter().flatten().filter(|e| e.file_type().is_file());
    let sizes: Vec<u64> = files.map(|file| Ok(file.metadata()?.len())).collect::<Result<_>>()?;
    Ok((sizes.len(), sizes.iter().sum()))
}

/// The table of the figures, in Markdown.
pub(super) fn table(rows: &[Value]) -> String {
    let mut table = "| notes | engine | made in s | files | MB | opened, kB | first search: kB | ms \
                     | the next 20: kB p50 / p95 | ms p50 / p95 | known note first: clean | typo | any: clean | typo |\n\
                     |---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        .to_owned();
    for row in rows {
        let (first, many) = (&row["figures"]["first"], &row["figures"]["many"]);
        if let Some(error) = first["error"].as_str().or(many["error"].as_str()) {
            let error = error.lines().next().unwrap_or(error);
            table += &format!("| {} | {} | {error} |\n", row["notes"], row["engine"]);
            continue;
        }
        let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
        let of = |part: usize, unit: f64| {
            let all = many["times"].as_array().into_iter().flatten();
            let mut all: Vec<f64> = all.map(|time| number(&time[part]) / unit).collect();
            all.sort_by(f64::total_cmp);
            let at = |percent: usize| {
                all.get(all.len() * percent / 100).or(all.last()).copied().unwrap_or(f64::NAN)
            };
            format!("{:.0} / {:.0}", at(50), at(95))
        };
        let cells = [
            row["notes"].to_string(),
            row["engine"].as_str().unwrap_or_default().to_owned(),
            format!("{:.1}", number(&row["seconds"])),
            row["files"].to_string(),
            format!("{:.1}", number(&row["bytes"]) / 1e6),
            format!("{:.0}", number(&many["opened"]) / 1e3),
            format!("{:.0}", number(&first["bytes"]) / 1e3),
            format!("{:.0}", number(&first["ms"])),
            of(1, 1e3),
            of(0, 1.0),
            format!("{:.3}", number(&many["known"]["clean"])),
            format!("{:.3}", number(&many["known"]["typo"])),
            format!("{:.3}", number(&many["any"]["clean"])),
            format!("{:.3}", number(&many["any"]["typo"])),
        ];
        table += &format!("| {} |\n", cells.join(" | "));
    }
    table
}

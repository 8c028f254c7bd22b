//! Measures the built page with all the notes in it: how long it takes to start, to answer a key or a
//! chosen level, and whether scrolling it stays fluid.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use skillreel::export::page::look::PageLook;
use skillreel::export::page::pack;
use skillreel::matrix::Matrix;
use skillreel::vault::{NoteFile, Vault};

use super::browser::{Frames, measure, measure_with};
use super::program::out_folder;
use super::server::Server;
use xtask::page::{Quality, build, dist};
use xtask::tools::Browser;

/// Builds the page, fills it with notes, and measures it so many times, each in a new browser.
pub(super) fn page(
    chromium: &Browser,
    server: &Server,
    notes: &[NoteFile],
    runs: usize,
) -> Result<Vec<Value>> {
    build(Quality::Full)?;
    server.folder("app/", &filled(notes)?);
    let query = query(notes)?.replace(' ', "%20");
    let address = format!("http://127.0.0.1:{}/app.html?query={query}", server.port);
    let mut rows = Vec::new();
    for run in 1..=runs {
        let mut figures = measure(chromium, &address, server)?;
        eprintln!("run {run}: {}", figures["start"]);
        // What a key takes when it does not wait for the display.
        let at_once = measure_with(chromium, &address, server, Frames::AtOnce)?;
        figures["typing at once"] = at_once["typing"].clone();
        rows.push(json!({ "run": run, "figures": figures }));
    }
    Ok(rows)
}

/// The page with notes in it, in a folder of its own.
fn filled(notes: &[NoteFile]) -> Result<PathBuf> {
    let folder = out_folder().join("app");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("the last page cannot be removed")?;
    }
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(dist())? {
        let path = entry?.path();
        let Some(name) = path.file_name().filter(|_| path.is_file()) else { continue };
        fs::copy(&path, folder.join(name))?;
    }
    let template = fs::read_to_string(dist().join("index.html"))?;
    let page =
        pack::page(&template, notes, &PageLook::default()).map_err(|error| anyhow!("{error}"))?;
    fs::write(folder.join("index.html"), page)?;
    Ok(folder)
}

/// Three words that only one claim has: its reader remembers that much of it.
fn query(notes: &[NoteFile]) -> Result<String> {
    let vault = Vault::read(notes);
    let docs = skillreel_bench::documents(&vault, &Matrix::of(&vault));
    let queries = serde_json::to_value(skillreel_bench::queries(&docs))?;
    let known = queries["known"][0]["clean"].as_str();
    Ok(known.context("the notes have no claim that can be told from others")?.to_owned())
}

/// What was measured of a page, in milliseconds: the middle of all runs, or a percentile over all of them. What was not
/// measured is left out.
pub(super) fn figures_of(rows: &[Value]) -> Vec<(String, f64)> {
    let figure = |path: &str| {
        let all = rows.iter().filter_map(|row| row["figures"].pointer(path)?.as_f64());
        percentile(all.collect(), 50)
    };
    let keys = |list: &str, part: usize| -> Vec<f64> {
        let all = rows.iter().filter_map(|row| row["figures"][list].as_array());
        all.flatten().filter_map(|times| times.get(part)?.as_f64()).collect()
    };
    let levels = || -> Vec<f64> {
        let all = rows.iter().filter_map(|row| row["figures"]["levels"].as_array());
        all.flatten().filter_map(Value::as_f64).collect()
    };
    let longest = |list: &str| -> f64 {
        let all = rows.iter().filter_map(|row| row["figures"][list].as_array());
        all.flatten().filter_map(Value::as_f64).fold(0.0, f64::max)
    };
    let lines = [
        ("matrix drawn", figure("/start/matrix")),
        ("first right result of a search in the address", figure("/start/hit")),
        ("all words gathered", figure("/start/ready")),
        ("longest task until then", longest("startTasks")),
        ("from a key to the frame that shows it, median", percentile(keys("typing", 0), 50)),
        (
            "from a key to the frame that shows it, 95th percentile",
            percentile(keys("typing", 0), 95),
        ),
        (
            "the same without waiting for the display, median",
            percentile(keys("typing at once", 0), 50),
        ),
        (
            "the same without waiting for the display, 95th percentile",
            percentile(keys("typing at once", 0), 95),
        ),
        ("the work of a key, 95th percentile", percentile(keys("typing", 1), 95)),
        ("from choosing a level to the frame that shows it, median", percentile(levels(), 50)),
        (
            "from choosing a level to the frame that shows it, 95th percentile",
            percentile(levels(), 95),
        ),
        ("longest task of typing, levels and scrolling", longest("laterTasks")),
    ];
    let measured = lines.into_iter().filter(|(_, ms)| !ms.is_nan());
    measured.map(|(what, ms)| (what.to_owned(), ms)).collect()
}

/// The table of the page's figures, in Markdown.
pub(super) fn table(rows: &[Value]) -> String {
    let mut table = "| what | ms |\n|---|---:|\n".to_owned();
    for (what, ms) in figures_of(rows) {
        table += &format!("| {what} | {ms:.1} |\n");
    }
    let of = |path: &str| {
        let all = rows.iter().filter_map(|row| row["figures"].pointer(path)?.as_f64());
        percentile(all.collect(), 50).round()
    };
    table += &format!(
        "\n{} of {} frames came late while {} rows were scrolled.\n",
        of("/scrolling/late"),
        of("/scrolling/frames"),
        of("/scrolling/rows"),
    );
    table
}

pub(super) fn percentile(mut values: Vec<f64>, percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = values.len().saturating_mul(percent) / 100;
    values.get(at.min(values.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

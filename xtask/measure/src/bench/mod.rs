//! Measures the search beside other engines, and the reading beside other readers of Markdown, all
//! in one run of one browser on the same notes.

mod browser;
mod figures;
mod hosted;
mod page;
mod program;
pub(crate) mod server;
mod visits;

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use skillreel::matrix::Matrix;
use skillreel::vault::{NoteFile, Vault};

use browser::measure;
use figures::{reading_table, search_table};
use server::Server;
use xtask::tools::Toolbox;
use xtask::tools::run::{heading, root};

/// The engines, in the order of the table: their names in the page, and their packages.
const ENGINES: [(&str, Option<(&str, &str)>); 5] = [
    ("skillreel", None),
    ("minisearch", Some(("minisearch", "7.2.0"))),
    ("flexsearch", Some(("flexsearch", "0.8.212"))),
    ("lunr", Some(("lunr", "2.3.9"))),
    ("fuse", Some(("fuse.js", "7.5.0"))),
];

/// The readers of Markdown.
const READERS: [(&str, Option<(&str, &str)>); 4] = [
    ("skillreel", None),
    ("commonmark", Some(("commonmark", "0.31.2"))),
    ("markdown-it", Some(("markdown-it", "15.0.3"))),
    ("marked", Some(("marked", "18.2.1"))),
];

/// As many notes as a channel has.
const NOTES_OF_A_CHANNEL: usize = 700;

/// In how many new browsers each reader reads, by turns: one says little.
const READING_ROUNDS: usize = 5;

/// What to measure.
#[derive(Debug, Args)]
pub(crate) struct BenchOptions {
    #[arg(value_enum, default_value = "search")]
    task: Task,
    /// How many notes; may be given more than once
    #[arg(long, default_values_t = [100, NOTES_OF_A_CHANNEL, 2_800, 11_200])]
    notes: Vec<usize>,
    /// Only this engine; may be given more than once
    #[arg(long)]
    engine: Vec<String>,
    /// The folder of notes to measure with; else the shared ones, else made-up ones
    #[arg(long)]
    from: Option<PathBuf>,
    /// How Skillreel is compiled; the page is compiled for size
    #[arg(long, default_value = "z", value_parser = ["z", "s", "2", "3"])]
    opt_level: String,
    /// A folder with a page, for `visits`; may be given more than once
    #[arg(long)]
    site: Vec<PathBuf>,
    /// What is searched for in the address, for `visits`
    #[arg(long, default_value = "strategy")]
    query: String,
}

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Task {
    /// Building an index, and searching
    Search,
    /// Reading notes
    Reading,
    /// The built page: starting, typing, scrolling
    Page,
    /// Hosted notes, searched from files beside the page
    Hosted,
    /// Pages that are built already, each in its folder, beside each other
    Visits,
}

/// Measures, prints a table and writes the figures.
pub(crate) fn bench(options: &BenchOptions) -> Result<()> {
    let mut tools = Toolbox::open()?;
    match options.task {
        Task::Page => return measure_page(options),
        Task::Hosted => return measure_hosted(&tools, options),
        Task::Visits => return measure_visits(options),
        Task::Search | Task::Reading => {}
    }
    let is_counted = options.task == Task::Search;
    let folder = program::build(&mut tools, &options.opt_level, is_counted)?;
    let chromium = xtask::tools::need_chromium()?;
    let known = match options.task {
        Task::Search => &ENGINES[..],
        Task::Reading | Task::Page | Task::Hosted | Task::Visits => &READERS[..],
    };
    for name in &options.engine {
        ensure!(known.iter().any(|(known, _)| known == name), "there is no engine {name:?}");
    }
    let wanted = |name: &str| options.engine.is_empty() || options.engine.iter().any(|e| e == name);
    let engines: Vec<_> = known.iter().filter(|(name, _)| wanted(name)).collect();
    let server = Server::start()?;
    for (_, package) in &engines {
        if let Some((package, version)) = package {
            server.folder("npm/", &tools.need_script(package, version)?);
        }
    }
    server.folder("", &folder);
    server.folder("", &root().join("xtask/bench/page"));
    let (notes, origin) = notes(options.from.as_deref())?;
    let counts =
        if options.task == Task::Search { &options.notes[..] } else { &[NOTES_OF_A_CHANNEL] };
    let mut rows: Vec<Value> = Vec::new();
    for &count in counts {
        heading(&format!("{count} notes"));
        serve(&server, options.task, &notes, count)?;
        let rounds = if options.task == Task::Search { 1 } else { READING_ROUNDS };
        for (engine, _) in (0..rounds).flat_map(|_| &engines) {
            let task = if options.task == Task::Search { "search" } else { "reading" };
            let address = format!("http://127.0.0.1:{}/?task={task}&engine={engine}", server.port);
            let figures = measure(&chromium, &address, &server);
            let figures = figures.unwrap_or_else(|error| json!({ "error": format!("{error:#}") }));
            eprintln!("{engine}: {}", figures::short(&figures));
            rows.push(json!({ "engine": engine, "notes": count, "figures": figures }));
        }
    }
    let table = match options.task {
        Task::Search => search_table(&rows),
        Task::Reading | Task::Page | Task::Hosted | Task::Visits => reading_table(&rows),
    };
    println!("{table}");
    let name = if options.task == Task::Search { "search" } else { "reading" };
    let path = program::out_folder().join(format!("{name}-{}.json", options.opt_level));
    let json = json!({ "notes": origin, "opt_level": options.opt_level, "rows": rows });
    write(&path, &json)
}

/// Measures the page with as many notes as a channel has.
fn measure_page(options: &BenchOptions) -> Result<()> {
    /// One run says little: the machine does other things, too.
    const RUNS: usize = 5;

    let chromium = xtask::tools::need_chromium()?;
    let server = Server::start()?;
    server.folder("", &root().join("xtask/bench/page"));
    let (notes, origin) = notes(options.from.as_deref())?;
    let notes = skillreel_bench::scaled(&notes, NOTES_OF_A_CHANNEL);
    let rows = page::page(&chromium, &server, &notes, RUNS)?;
    println!("{}", page::table(&rows));
    write(&program::out_folder().join("page.json"), &json!({ "notes": origin, "rows": rows }))
}

/// Measures hosted notes, from as many on as are worth to be left beside the page.
fn measure_hosted(tools: &Toolbox, options: &BenchOptions) -> Result<()> {
    let chromium = xtask::tools::need_chromium()?;
    let (notes, origin) = notes(options.from.as_deref())?;
    let counts = options.notes.iter().copied().filter(|count| *count >= NOTES_OF_A_CHANNEL);
    let rows = hosted::hosted(tools, &chromium, &notes, &counts.collect::<Vec<_>>())?;
    println!("{}", hosted::table(&rows));
    write(&program::out_folder().join("hosted.json"), &json!({ "notes": origin, "rows": rows }))
}

/// Measures pages beside each other.
fn measure_visits(options: &BenchOptions) -> Result<()> {
    let chromium = xtask::tools::need_chromium()?;
    let rows = visits::visits(&chromium, &options.site, &options.query)?;
    println!("{}", visits::table(&rows));
    write(&program::out_folder().join("visits.json"), &json!({ "rows": rows }))
}

/// Writes figures down.
fn write(path: &Path, figures: &Value) -> Result<()> {
    fs::write(path, serde_json::to_vec_pretty(figures)?)
        .with_context(|| format!("{} cannot be written", path.display()))?;
    eprintln!("figures: {}", path.display());
    Ok(())
}

/// Serves so many notes, and what is made of them for the other engines.
fn serve(server: &Server, task: Task, notes: &[NoteFile], count: usize) -> Result<()> {
    let files = skillreel_bench::scaled(notes, count);
    let pairs: Vec<(&str, Cow<'_, str>)> =
        files.iter().map(|file| (file.path.as_str(), file.text.read())).collect();
    server.data("notes.json", serde_json::to_vec(&pairs)?);
    if task == Task::Search {
        let vault = Vault::read(&files);
        let docs = skillreel_bench::documents(&vault, &Matrix::of(&vault));
        server.data("queries.json", serde_json::to_vec(&skillreel_bench::queries(&docs))?);
        server.data("docs.json", serde_json::to_vec(&docs)?);
    }
    Ok(())
}

/// The notes to measure with, and where they come from.
fn notes(from: Option<&Path>) -> Result<(Vec<NoteFile>, &'static str)> {
    let shared = root().join("../shared/notes/vault");
    let folder = match from {
        Some(folder) => folder,
        None if shared.is_dir() => &shared,
        None => return Ok((skillreel_bench::generated(NOTES_OF_A_CHANNEL), "made up")),
    };
    let entries = fs::read_dir(folder)
        .with_context(|| format!("the notes' folder {} cannot be read", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    ensure!(!paths.is_empty(), "{} holds no Markdown files", folder.display());
    let read = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(NoteFile::from_bytes(name, &fs::read(path)?))
    };
    Ok((paths.iter().map(read).collect::<Result<_>>()?, "a channel's"))
}

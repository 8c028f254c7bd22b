//! Measures how notes are read: right or wrong, of which kind, in what time.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::Subcommand;
use serde_json::Value;
use skillreel::matrix::Matrix;
use skillreel::vault::{NoteFile, Vault};
use test_support::dialect_stats::DialectStats;
use test_support::gold::{self, Part, Set};
use test_support::{folder, hostile};

use xtask::tools::run::root;

use crate::setup;

/// A text may take less than this many times the time of its quarter, for each time that it is longer:
/// linear is one. Four times the text so takes less than eight times the time; a text that is not
/// built in proportion, such as lists ever deeper, is sixteen times as long as its quarter.
const MOST_GROWTH: f64 = 2.0;

/// Each text is read so often, and the best time counts: others share the machine.
const TRIES_PER_TEXT: usize = 3;

/// Below this the clock and the allocator are measured.
const SHORTEST_RUN: Duration = Duration::from_millis(2);

/// What to measure.
#[derive(Debug, Subcommand)]
pub(crate) enum Measure {
    /// How the time for hostile texts grows with their length
    Pathological {
        /// Only recipes whose name has this in it
        name: Option<String>,
    },
    /// How long it takes from a bare clone to the page, and from a change to the next page
    Setup(setup::SetupOptions),
    /// How many stamps, links and front matters of each kind notes have, and what became of them
    Dialect {
        /// Folders of notes, else those of the shared folder
        paths: Vec<PathBuf>,
    },
}

/// Times a reading.
pub(crate) fn measure(what: &Measure) -> Result<()> {
    match what {
        Measure::Pathological { name } => pathological(name.as_deref().unwrap_or_default()),
        Measure::Dialect { paths } => dialect(paths),
        Measure::Setup(options) => setup::setup(options),
    }
}

/// Prints how the matrix does against labelled notes, and each error with what led to it. The errors of
/// what was kept aside are left out unless asked for: rules that were written on them prove nothing.
pub(crate) fn gold(folder: Option<&Path>, aside: bool) -> Result<()> {
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        None => shared()?,
    };
    let mut suffices = true;
    let mut summary = Vec::new();
    for set in Set::ALL.into_iter().filter(|set| set.is_in(&folder)) {
        for part in Part::ALL {
            let report = gold::report(&folder, set, part)?;
            if report.notes == 0 {
                continue;
            }
            if part == Part::Developed || aside {
                report.errors.iter().for_each(|error| println!("{error}"));
            }
            suffices &= set != Set::Placements || report.suffices();
            summary.push(format!("{:<10} {:<10} {report}", set.name(), part.name()));
        }
    }
    summary.iter().for_each(|line| println!("{line}"));
    ensure!(suffices, "precision or recall is below what the project holds itself to");
    Ok(())
}

fn shared() -> Result<PathBuf> {
    folder::shared().context(
        "there is no shared folder: name a folder, or set SKILLREEL_SHARED to the one with gold \
         and notes",
    )
}

fn dialect(paths: &[PathBuf]) -> Result<()> {
    let paths = if paths.is_empty() { vec![shared()?.join("notes")] } else { paths.to_owned() };
    for path in &paths {
        let stats = DialectStats::of(&folder::notes(path)?);
        println!("{}: {stats}", path.file_name().unwrap_or_default().to_string_lossy());
        for (file, token) in &stats.unaccounted {
            println!("neither a stamp nor told of, {file}: {token:?}");
        }
    }
    Ok(())
}

fn pathological(wanted: &str) -> Result<()> {
    let own = root().join("tests/fixtures/hostile/pathological.jsonl");
    let files = [Some(own), folder::shared().map(|f| f.join("data/pathological.jsonl"))];
    let mut steep = Vec::new();
    println!(
        "{:<46} {:>9} {:>6} {:>10} {:>10} {:>7}",
        "text", "bytes", "times", "quarter", "whole", "times"
    );
    for file in files.iter().flatten().filter(|file| file.is_file()) {
        for line in std::fs::read_to_string(file)?.lines() {
            let recipe: Value = serde_json::from_str(line)
                .with_context(|| format!("a line of {} is no recipe", file.display()))?;
            let name = recipe["name"].as_str().unwrap_or_default();
            if !name.contains(wanted) {
                continue;
            }
            let (quarter, whole) = (hostile::expand(&recipe, 0.25), hostile::expand(&recipe, 1.0));
            let (short, long) = (best_time(&quarter), best_time(&whole));
            let time = long.as_secs_f64() / short.max(SHORTEST_RUN).as_secs_f64();
            let (bytes, of) = (whole.len(), quarter.len().max(1));
            #[expect(clippy::cast_precision_loss, reason = "texts are far shorter than 2^52 bytes")]
            let text = bytes as f64 / of as f64;
            let (short, long) = (millis(short), millis(long));
            println!("{name:<46} {bytes:>9} {text:>6.1} {short:>7} ms {long:>7} ms {time:>7.1}");
            if time >= MOST_GROWTH * text {
                steep.push(name.to_owned());
            }
        }
    }
    if steep.is_empty() {
        return Ok(());
    }
    bail!("{} take longer than they grow: {}", steep.len(), steep.join(", "))
}

/// What a note's outline, its topics and its links ask for.
fn outline(vault: &Vault) {
    for note in vault.notes() {
        let claims = note.topics().map(|(topic, _)| note.claims_under(topic).count());
        let links =
            note.links().into_iter().filter(|link| vault.resolve(note, link).note().is_some());
        black_box((claims.sum::<usize>(), links.count(), vault.problems_of(note).count()));
    }
}

/// The time from text to matrix and outline.
fn best_time(text: &str) -> Duration {
    let files = [NoteFile::new("a.md", text)];
    let started = Instant::now();
    let once = || {
        let start = busy(started);
        let vault = Vault::read(&files);
        let matrix = Matrix::of(&vault);
        outline(&vault);
        let time = busy(started).saturating_sub(start);
        drop((vault, matrix));
        time
    };
    (0..TRIES_PER_TEXT).map(|_| once()).min().unwrap_or_default()
}

/// How long this thread has run, which Linux tells apart from how long it waited for others; on
/// other systems the time since `started`.
fn busy(started: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| started.elapsed(), Duration::from_nanos)
}

fn millis(time: Duration) -> u128 {
    time.as_millis()
}

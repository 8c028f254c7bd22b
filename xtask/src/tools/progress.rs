//! Says what is being done and how long it takes, and remembers it for the next time.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;

use super::run::{heading, target};

/// Does a step of a longer work, and says what it is, how long it took the last time here, or how long
/// it takes as far as is `known`, and how long it took now.
pub fn step<T>(what: &str, known: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    match last(what) {
        Some(time) => heading(&format!("{what} (the last time here: {})", shown(time))),
        None => heading(&format!("{what} ({known})")),
    }
    let start = Instant::now();
    let outcome = work()?;
    let time = start.elapsed();
    eprintln!("{what}: took {}", shown(time));
    remember(what, time);
    Ok(outcome)
}

/// Says that a step was left out, because what it makes is there.
pub fn skipped(what: &str, why: &str) {
    eprintln!("\n== {what}: nothing to do, {why} ==");
}

/// A time as one says it.
pub fn shown(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..120 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

fn file() -> PathBuf {
    target().join("xtask/times")
}

/// Lines of milliseconds, a tab and a step.
fn last(what: &str) -> Option<Duration> {
    let text = fs::read_to_string(file()).ok()?;
    let time = text.lines().find_map(|line| line.split_once('\t').filter(|(_, of)| *of == what));
    Some(Duration::from_millis(time?.0.parse().ok()?))
}

fn remember(what: &str, time: Duration) {
    let old = fs::read_to_string(file()).unwrap_or_default();
    let mut lines: Vec<_> =
        old.lines().filter(|line| !line.ends_with(&format!("\t{what}"))).collect();
    let line = format!("{}\t{what}", time.as_millis());
    lines.push(&line);
    // Times that cannot be kept are no reason to fail.
    let folder = file().parent().map(fs::create_dir_all);
    if folder.is_some_and(|made| made.is_ok()) {
        let _ = fs::write(file(), lines.join("\n") + "\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_as_people_tell_them() {
        let cases = [(0.25, "0.2 s"), (9.96, "10.0 s"), (75.0, "75 s"), (190.0, "3 min 10 s")];
        for (seconds, want) in cases {
            assert_eq!(shown(Duration::from_secs_f64(seconds)), want);
        }
    }
}

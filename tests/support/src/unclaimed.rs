//! The stamps and problems of a note that nothing has claimed yet.

use std::collections::HashMap;

use skillreel::note::{Code, Inline, Note, Problem, Stamp};
use skillreel::video::StampTime;

use crate::inlines::each_inline;
use crate::tokens::Token;

/// The stamps and problems of a note that no token has claimed yet.
pub(crate) struct Unclaimed<'a> {
    by_written: HashMap<String, usize>,
    by_second: HashMap<u32, usize>,
    problems: Vec<&'a Problem>,
}

impl<'a> Unclaimed<'a> {
    pub(crate) fn of(note: &'a Note) -> Self {
        let mut by_written: HashMap<String, usize> = HashMap::new();
        let mut by_second: HashMap<u32, usize> = HashMap::new();
        each_inline(note, &mut |inline| {
            if let Inline::Stamp(Stamp { written, seconds, .. }) = inline {
                *by_written.entry(tidy(written)).or_default() += 1;
                *by_second.entry(*seconds).or_default() += 1;
            }
        });
        Self { by_written, by_second, problems: note.problems().iter().collect() }
    }

    /// Takes a stamp by what it was written as, else by the second that its time means.
    pub(crate) fn take_stamp(&mut self, names: &[String], time: Option<&str>) -> bool {
        let by_name = names.iter().any(|name| take(&mut self.by_written, name));
        by_name || {
            let second = time.and_then(|time| StampTime::parse(time).ok()).map(|time| time.seconds);
            second.is_some_and(|second| take(&mut self.by_second, &second))
        }
    }

    /// Takes a problem of a kind that quotes one of these names.
    pub(crate) fn take_problem(&mut self, code: Code, names: &[String]) -> bool {
        let quoted = |name: &String| [["“", name, "”"].concat(), ["\"", name, "\""].concat()];
        let quoted: Vec<String> = names.iter().flat_map(quoted).collect();
        let found = self.problems.iter().position(|problem| {
            problem.code == code && quoted.iter().any(|name| problem.message.contains(name))
        });
        found.map(|at| self.problems.remove(at)).is_some()
    }
}

fn take<K: std::hash::Hash + Eq>(left: &mut HashMap<K, usize>, key: &K) -> bool {
    left.get_mut(key).filter(|count| **count > 0).map(|count| *count -= 1).is_some()
}

/// What a stamp or a problem may call a token: as it is written, and without its brackets.
pub(crate) fn names(token: &Token) -> Vec<String> {
    let written: Vec<&str> =
        token.time.iter().map(String::as_str).chain([token.visible.as_str()]).collect();
    let bracketed = written.iter().map(|text| ["[", text, "]"].concat());
    let bare = written.iter().map(|text| text.trim().to_owned());
    let tidy = written.iter().map(|text| tidy(text));
    let mut names: Vec<String> = bare
        .chain(tidy)
        .chain(bracketed)
        .filter(|name| !matches!(name.as_str(), "" | "[]"))
        .collect();
    if names.is_empty() {
        names.push(String::new());
    }
    names
}

fn tidy(written: &str) -> String {
    written.trim().trim_matches(['[', ']', '"']).trim().to_owned()
}

//! Circles in a graph of files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The sets of files of which each leads to each other one.
pub(super) fn circles(arrows: &BTreeSet<(PathBuf, PathBuf)>) -> Vec<Vec<PathBuf>> {
    let mut next: BTreeMap<&PathBuf, Vec<&PathBuf>> = BTreeMap::new();
    for (from, to) in arrows {
        next.entry(from).or_default().push(to);
    }
    let reached = |from: &PathBuf| -> BTreeSet<PathBuf> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&PathBuf> = next.get(from).cloned().unwrap_or_default();
        while let Some(file) = open.pop() {
            if reached.insert(file.clone()) {
                open.extend(next.get(file).into_iter().flatten());
            }
        }
        reached
    };
    let from_each: BTreeMap<&PathBuf, BTreeSet<PathBuf>> =
        next.keys().map(|file| (*file, reached(file))).collect();
    let mut circles: BTreeSet<Vec<PathBuf>> = BTreeSet::new();
    for (file, reached) in &from_each {
        if reached.contains(*file) {
            let leads_back = |other: &&PathBuf| {
                from_each.get(*other).is_some_and(|from_there| from_there.contains(*file))
            };
            circles.insert(reached.iter().filter(leads_back).cloned().collect());
        }
    }
    circles.into_iter().collect()
}

#[test]
fn circles_are_found_and_what_only_meets_again_is_none() {
    let arrows = |pairs: &[(&str, &str)]| -> BTreeSet<(PathBuf, PathBuf)> {
        pairs.iter().map(|(from, to)| (PathBuf::from(from), PathBuf::from(to))).collect()
    };
    assert!(circles(&arrows(&[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])).is_empty());
    let found =
        circles(&arrows(&[("a", "b"), ("b", "c"), ("c", "b"), ("c", "d"), ("e", "f"), ("f", "e")]));
    assert_eq!(found, [vec![PathBuf::from("b"), "c".into()], vec!["e".into(), "f".into()]]);
}

//! The levels of ladders: which id each name has, and in which order they stand.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::language::level_name::{By, LevelName};
use crate::matrix::language::words::{LEVELS, lists};
use crate::matrix::model::level::{Level, LevelId};
use crate::matrix::model::types::Placement;
use crate::text;

/// A role without another word is between those who are new to it and those who are senior.
const PLACE_OF_ROLE: usize = 1;

/// The ladders of a matrix, each by the path of its note, or of the folder whose files are a level each.
#[derive(Default)]
pub(in crate::matrix) struct Ladders {
    keys: Vec<String>,
    levels: FxHashMap<String, Vec<LevelName>>,
    /// The levels of the ladders of a matrix that others join, in its order.
    pub(in crate::matrix) known: Vec<LevelId>,
}

impl Ladders {
    /// Adds levels of a ladder, in its order.
    pub(in crate::matrix) fn add(&mut self, key: &str, levels: &[LevelName]) {
        if !self.levels.contains_key(key) {
            self.keys.push(key.to_owned());
        }
        let known = self.levels.entry(key.to_owned()).or_default();
        for level in levels {
            if !known.iter().any(|known| known.written == level.written) {
                known.push(level.clone());
            }
        }
    }

    /// Sorts the levels of a ladder whose files are a level each: their names are in no order.
    pub(in crate::matrix) fn sort(&mut self, key: &str) {
        if let Some(levels) = self.levels.get_mut(key) {
            levels.sort_by_key(|level| {
                let place = level.known.as_ref().map_or(PLACE_OF_ROLE, |(place, _)| *place);
                let number: String = level.written.chars().filter(char::is_ascii_digit).collect();
                (place, level.by != By::Word, number.parse::<u32>().unwrap_or(0))
            });
        }
    }

    /// The id of each name of a ladder's levels, as it is written.
    pub(in crate::matrix) fn ids(&self, key: &str) -> FxHashMap<String, LevelId> {
        self.levels.get(key).map(|levels| ids(levels)).unwrap_or_default()
    }

    /// The levels of a matrix in order: each ladder's as it has them, the known ones between them.
    pub(in crate::matrix) fn ordered(&self, groups: &[Vec<Placement>]) -> Vec<Level> {
        let placed =
            || groups.iter().flatten().filter_map(|placement| Some((placement.level?, placement)));
        let used: FxHashSet<LevelId> = placed().map(|(level, _)| level).collect();
        let known = self.known.iter().copied().filter(|id| used.contains(id));
        let mut order: Vec<LevelId> = known.collect();
        for key in &self.keys {
            let ids = self.ids(key);
            let own = self.levels.get(key).into_iter().flatten();
            let mut own: Vec<LevelId> =
                own.filter_map(|level| ids.get(&level.written).copied()).collect();
            let mut seen = FxHashSet::default();
            own.retain(|id| used.contains(id) && seen.insert(*id));
            if falls(&own) {
                own.reverse();
            }
            insert(&mut order, &own);
        }
        for known in LevelId::KNOWN.into_iter().filter(|known| used.contains(known)) {
            if !order.contains(&known) {
                let place = known.known_place();
                let after = order
                    .iter()
                    .rposition(|id| id.known_place().is_some_and(|own| Some(own) < place));
                let before = order
                    .iter()
                    .position(|id| id.known_place().is_some_and(|own| Some(own) > place));
                let at = after.map(|after| after + 1).or(before).unwrap_or(order.len());
                order.insert(at, known);
            }
        }
        let mut names: FxHashMap<LevelId, FxHashSet<Option<&str>>> = FxHashMap::default();
        for (level, placement) in placed() {
            names.entry(level).or_default().insert(placement.level_as_written.as_deref());
        }
        let label = |id: LevelId| {
            let names = names.get(&id);
            let only = names
                .filter(|names| names.len() == 1)
                .and_then(|names| names.iter().next().copied().flatten());
            let any = names
                .and_then(|names| names.iter().flatten().min_by_key(|name| name.len()).copied());
            let label = if id.known_place().is_some() { only } else { only.or(any) };
            text::shown(label.unwrap_or_else(|| id.known_label())).into_owned()
        };
        order.into_iter().map(|id| Level { id, label: label(id) }).collect()
    }
}

/// Whether levels go from the last to the first.
fn falls(levels: &[LevelId]) -> bool {
    let places: Vec<usize> = levels.iter().filter_map(LevelId::known_place).collect();
    2 * places.len() > levels.len()
        && places.len() >= 2
        && places.windows(2).all(|pair| pair[0] > pair[1])
}

/// Puts levels among others: each one that is new right after the one before it.
fn insert(order: &mut Vec<LevelId>, own: &[LevelId]) {
    for (at, id) in own.iter().enumerate() {
        if order.contains(id) {
            continue;
        }
        let place = |id: &LevelId| order.iter().position(|known| known == id);
        let after = own[..at].iter().rev().find_map(place).map(|place| place + 1);
        let before = own[at..].iter().find_map(place);
        let at = after.or(before).unwrap_or(order.len());
        order.insert(at, *id);
    }
}

/// The ids of one ladder's levels. Where several of them fall on one known level, each keeps its own name.
fn ids(levels: &[LevelName]) -> FxHashMap<String, LevelId> {
    let given = levels.iter().filter_map(|level| Some((level.written.clone(), level.given?)));
    let mut ids: FxHashMap<String, LevelId> = given.collect();
    // "Intermediate" between "Junior" and "Senior" is no step of mastery.
    let is_of_seniority = levels.iter().any(|level| level.by == By::Word);
    for (place, known) in LEVELS.iter().enumerate() {
        let names: Vec<(&LevelName, &str)> = levels
            .iter()
            .filter(|level| level.by == By::Word || (level.by == By::Mastery && is_of_seniority))
            .filter_map(|level| {
                level
                    .known
                    .as_ref()
                    .filter(|known| known.0 == place)
                    .map(|known| (level, known.1.as_str()))
            })
            .collect();
        let mut clusters: Vec<Vec<(&LevelName, &str)>> = Vec::new();
        for name in names {
            let same = |cluster: &&mut Vec<(&LevelName, &str)>| {
                cluster.iter().all(|other| is_same(name, *other))
            };
            match clusters.iter_mut().find(same) {
                Some(cluster) => cluster.push(name),
                None => clusters.push(vec![name]),
            }
        }
        let is_only = clusters.len() == 1;
        for cluster in clusters {
            let shortest = cluster
                .iter()
                .map(|(level, _)| level.written.as_str())
                .min_by_key(|name| name.len());
            let id = if is_only {
                LevelId::of_own(known.id)
            } else {
                shortest.and_then(LevelId::of_own)
            };
            for (level, _) in cluster {
                ids.extend(id.map(|id| (level.written.clone(), id)));
            }
        }
    }
    for level in levels {
        if !ids.contains_key(&level.written) {
            ids.extend(LevelId::of_own(&level.written).map(|id| (level.written.clone(), id)));
        }
    }
    ids
}

/// Whether two names are one level: the same word, and one of them says no more than the role besides.
fn is_same(left: (&LevelName, &str), right: (&LevelName, &str)) -> bool {
    let words = |level: &LevelName| {
        text::words(&level.written)
            .map(|word| spelled_out(&word).to_owned())
            .collect::<Vec<String>>()
    };
    let (short, long) = (words(left.0), words(right.0));
    let (short, long) = if short.len() <= long.len() { (short, long) } else { (long, short) };
    let more = || long.iter().filter(|word| !short.contains(word));
    let is_counted = |word: &String| {
        word.chars().any(|c| c.is_ascii_digit()) || lists::ROMAN_NUMBERS.contains(&word.as_str())
    };
    spelled_out(left.1) == spelled_out(right.1)
        && short.iter().all(|word| long.contains(word))
        && !more().any(is_counted)
}

/// A word for a level that is cut short, as a whole.
fn spelled_out(word: &str) -> &str {
    let mut pairs = lists::CUT_SHORT.chunks(2);
    pairs
        .find(|pair| pair.first() == Some(&word))
        .and_then(|pair| pair.get(1))
        .map_or(word, |whole| whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::language::terms::Terms;

    fn written(levels: &[&str]) -> Vec<String> {
        let terms = Terms::new();
        let levels: Vec<LevelName> =
            levels.iter().filter_map(|level| LevelName::read(level, &terms)).collect();
        let ids = ids(&levels);
        levels.iter().map(|level| ids[&level.written].to_string()).collect()
    }

    #[test]
    fn levels_that_fall_together_keep_their_names() {
        let cases: [(&[&str], &[&str]); 6] = [
            (
                &["Junior Baker (L1)", "Baker (L2)", "Senior Baker (L3)"],
                &["new", "baker-l2", "senior"],
            ),
            (&["Trainee", "Junior"], &["trainee", "junior"]),
            (&["Senior I", "Senior II"], &["senior-i", "senior-ii"]),
            (&["Sr. Engineer", "Senior"], &["senior", "senior"]),
            (
                &["Senior Rep (L3)", "Senior Support Manager (M2)"],
                &["senior-rep-l3", "senior-support-manager-m2"],
            ),
            (&["Principal", "Distinguished Engineer"], &["principal", "distinguished-engineer"]),
        ];
        for (levels, want) in cases {
            assert_eq!(written(levels), want, "{levels:?}");
        }
    }
}

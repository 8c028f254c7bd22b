//! The endings of English words that search and the matrix both take off, each by rules of its own.

/// The fewest letters that an ending may leave.
pub const SHORTEST_STEM: usize = 3;

/// The fewest letters before "-ion": "creation" is of "create", "station" of nothing.
const SHORTEST_OF_NOUN: usize = 5;

/// A word without an ending, where what is left has as many bytes as the shortest stem and can be one.
#[must_use]
pub fn without<'a>(word: &'a str, ending: &str, shortest: usize) -> Option<&'a str> {
    let stem = word.strip_suffix(ending)?;
    (stem.len() >= shortest && stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])).then_some(stem)
}

/// A verb's form without its ending: "planning" and "planned", but not "need".
#[must_use]
pub fn without_form(word: &str) -> Option<&str> {
    let past = || without(word, "ed", SHORTEST_STEM).filter(|_| !word.ends_with("eed"));
    without(word, "ing", SHORTEST_STEM).or_else(past)
}

/// The noun of a verb without its "-ion". "production" is no form of "product": only "-ation" and "-ution" are
/// safe.
#[must_use]
pub fn without_ion(word: &str) -> Option<&str> {
    let stem = without(word, "ion", SHORTEST_OF_NOUN)?;
    (stem.ends_with("at") || stem.ends_with("ut")).then_some(stem)
}

/// "digg" → "dig"; "sell" and "miss" keep theirs.
#[must_use]
pub fn undoubled(stem: &str) -> &str {
    let mut ends = stem.chars().rev();
    match (ends.next(), ends.next()) {
        (Some(last), Some(before)) if last == before && !matches!(last, 'l' | 's' | 'z' | 'e') => {
            stem.strip_suffix(last).unwrap_or(stem)
        }
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_leaves_what_can_be_a_stem() {
        let cases = [
            ("planning", without_form("planning").map(undoubled), Some("plan")),
            ("selling", without_form("selling").map(undoubled), Some("sell")),
            ("string", without_form("string"), None),
            ("exceed", without_form("exceed"), None),
            ("creation", without_ion("creation"), Some("creat")),
            ("station", without_ion("station"), None),
            ("production", without_ion("production"), None),
        ];
        for (word, found, want) in cases {
            assert_eq!(found, want, "{word}");
        }
    }
}

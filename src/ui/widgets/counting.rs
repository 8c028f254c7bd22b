//! Numbers with the words that fit them.

/// A number with the word that fits it.
pub fn count(number: usize, singular: &str, plural: &str) -> String {
    [number.to_string().as_str(), " ", if number == 1 { singular } else { plural }].concat()
}

/// A size in bytes, as people say it.
pub fn size(bytes: u64) -> String {
    let (whole, tenths) = (bytes / 1_000_000, bytes / 100_000 % 10);
    match whole {
        0 => [&bytes.div_ceil(1_000).to_string(), " kB"].concat(),
        1..10 => [&whole.to_string(), ".", &tenths.to_string(), " MB"].concat(),
        _ => [&whole.to_string(), " MB"].concat(),
    }
}

/// A number as it stands behind what it counts.
pub fn count_in_brackets(number: usize) -> String {
    ["(", &number.to_string(), ")"].concat()
}

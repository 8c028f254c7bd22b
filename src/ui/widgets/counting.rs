//! Numbers with the words that fit them.

/// A number with the word that fits it.
pub fn count(number: usize, singular: &str, plural: &str) -> String {
    [number.to_string().as_str(), " ", if number == 1 { singular } else { plural }].concat()
}

/// A number as it stands behind what it counts.
pub fn count_in_brackets(number: usize) -> String {
    ["(", &number.to_string(), ")"].concat()
}

//! Numbers with the words that fit them.

/// A number with the word that fits it.
pub fn count(number: usize, one: &str, many: &str) -> String {
    [number.to_string().as_str(), " ", if number == 1 { one } else { many }].concat()
}

/// A number as it stands behind what it counts.
pub fn count_in_brackets(number: usize) -> String {
    ["(", &number.to_string(), ")"].concat()
}

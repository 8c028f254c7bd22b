//! Texts cut to a length where they read well.

/// A text of at most so many characters: as many clauses or words as fit.
#[must_use]
pub fn shortened(text: &str, longest: usize) -> String {
    let end = text.char_indices().nth(longest).map(|(end, _)| end);
    let Some((start, _)) = end.and_then(|end| text.split_at_checked(end)) else {
        return text.to_owned();
    };
    // A clause reads better than a line that just stops.
    let cut = start.rfind([':', ';', ',']).filter(|&at| at > start.len() / 2);
    let cut = cut.or_else(|| start.rfind(char::is_whitespace)).unwrap_or(start.len());
    [start.get(..cut).unwrap_or(start).trim_end(), " …"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_it_reads_well() {
        let cases = [
            ("Say it once.", 20, "Say it once."),
            ("Say it once, and then again", 20, "Say it once …"),
            ("Say it, and then say it again", 20, "Say it, and then …"),
            ("Donaudampfschifffahrt", 5, "Donau …"),
            ("Größe zählt hier", 6, "Größe …"),
        ];
        for (text, longest, want) in cases {
            assert_eq!(shortened(text, longest), want, "{text:?}");
        }
    }
}

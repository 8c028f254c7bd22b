//! From a place in a text to its line, for messages.

/// The starts of a text's lines.
pub(in crate::note) struct Lines {
    starts: Vec<usize>,
    first: u32,
}

impl Lines {
    /// Finds the lines of a text whose first line has the number `first`.
    pub(in crate::note) fn of(text: &str, first: u32) -> Self {
        let starts = text.match_indices('\n').map(|(newline, _)| newline + 1).collect();
        Self { starts, first }
    }

    /// The line that the byte at `offset` stands on.
    pub(in crate::note) fn at(&self, offset: usize) -> u32 {
        let before = self.starts.partition_point(|&start| start <= offset);
        self.first.saturating_add(u32::try_from(before).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_the_first_line() {
        let lines = Lines::of("ab\n\ncd", 5);
        for (offset, want) in [(0, 5), (2, 5), (3, 6), (4, 7), (5, 7), (99, 7)] {
            assert_eq!(lines.at(offset), want, "offset {offset}");
        }
    }
}

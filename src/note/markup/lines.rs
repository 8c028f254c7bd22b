//! From a place in a text to its line, for messages.

use crate::text::byte_set::FewBytes;

/// What ends a line.
const NEWLINES: FewBytes<1> = FewBytes([b'\n']);

/// The starts of a text's lines.
pub(in crate::note) struct Lines {
    starts: Vec<usize>,
    first: u32,
    /// How many lines started before the place that was asked for last.
    before: usize,
}

impl Lines {
    /// Finds the lines of a text whose first line has the number `first`.
    pub(in crate::note) fn of(text: &str, first: u32) -> Self {
        let starts = NEWLINES.all(text.as_bytes()).map(|newline| newline + 1).collect();
        Self { starts, first, before: 0 }
    }

    /// The line that the byte at `offset` stands on.
    pub(in crate::note) fn at(&mut self, offset: usize) -> u32 {
        let is_here = |before: usize| {
            let (started, next) = self.starts.split_at(before.min(self.starts.len()));
            started.last().is_none_or(|&start| start <= offset)
                && next.first().is_none_or(|&start| start > offset)
        };
        // Most places follow each other.
        let near = (self.before..self.before + 3).find(|&before| is_here(before));
        self.before = near.unwrap_or_else(|| self.starts.partition_point(|&start| start <= offset));
        self.first.saturating_add(u32::try_from(self.before).unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_the_first_line() {
        let mut lines = Lines::of("ab\n\ncd", 5);
        for (offset, want) in [(0, 5), (2, 5), (3, 6), (4, 7), (5, 7), (99, 7), (3, 6), (0, 5)] {
            assert_eq!(lines.at(offset), want, "offset {offset}");
        }
    }
}

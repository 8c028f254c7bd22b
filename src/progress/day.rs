//! A day as the reader's own calendar calls it.

use std::fmt;
use std::str::FromStr;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the calendar, without a time and without a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

/// Text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl Day {
    /// The day of a year (to 9999), a month (1–12) and a day of it (1–31); `None` for other numbers.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_day =
            year <= 9999 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        is_day.then_some(Self { year, month, day })
    }

    /// The day as people say it: `2 March 2026`.
    #[must_use]
    pub fn in_words(self) -> String {
        [&self.day.to_string(), " ", &self.month_in_words(None)].concat()
    }

    /// Its month as people say it on another day: `March` within a year, else `March 2024`.
    #[must_use]
    pub fn month_in_words(self, today: Option<Self>) -> String {
        let month = MONTHS.get(usize::from(self.month) - 1).copied().unwrap_or_default();
        let months = |day: Self| u32::from(day.year) * 12 + u32::from(day.month);
        match today {
            Some(today) if months(today).saturating_sub(months(self)) < 12 => month.to_owned(),
            _ => [month, " ", &self.year.to_string()].concat(),
        }
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// Reads `2026-03-02` (<https://www.rfc-editor.org/rfc/rfc3339#section-5.6>, `full-date`).
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (number(4), number(2), number(2));
        let small = |number: Option<u16>| number.and_then(|number| u8::try_from(number).ok());
        let (Some(year), Some(month), Some(day), None) =
            (year, small(month), small(day), parts.next())
        else {
            return Err(NotADay);
        };
        Self::new(year, month, day).ok_or(NotADay)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a day such as 2026-03-02")
    }
}

impl std::error::Error for NotADay {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written() {
        for text in ["2026-03-02", "2024-02-29", "0001-12-31"] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()).as_deref(), Ok(text));
        }
        for text in [
            "",
            "2026-3-2",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-04-31",
            "+026-01-01",
            "2026-01-01-01",
            "٢٠٢٦-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text:?}");
        }
    }

    #[test]
    fn a_month_is_named_with_its_year_once_it_is_long_ago() {
        let day = |text: &str| text.parse::<Day>().expect(text);
        let today = Some(day("2026-03-02"));
        assert_eq!(day("2025-04-30").month_in_words(today), "April");
        assert_eq!(day("2025-03-30").month_in_words(today), "March 2025");
        assert_eq!(day("2026-03-02").in_words(), "2 March 2026");
    }
}

//! How a workbook's numbers look: times, dates and shares are numbers there.

/// The seconds of a day.
const DAY_SECS: f64 = 86_400.0;

/// How a number looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// As it is.
    #[default]
    Number,
    /// As a share of a hundred.
    Percent,
    /// As a time, with or without seconds.
    Time { seconds: bool, hours: bool },
    /// As a day.
    Date,
}

impl NumberFormat {
    /// The look of a format that every workbook has (ECMA-376, 18.8.30).
    pub(super) fn built_in(id: usize) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=17 | 22 => Self::Date,
            18 | 20 => Self::Time { seconds: false, hours: true },
            19 | 21 | 46 => Self::Time { seconds: true, hours: true },
            45 | 47 => Self::Time { seconds: true, hours: false },
            _ => Self::Number,
        }
    }

    /// The look of a format of the workbook's own.
    pub(super) fn of_code(code: &str) -> Self {
        // What stands in quotation marks or behind a backslash is text.
        let mut bare = String::new();
        let mut is_quoted = false;
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => is_quoted = !is_quoted,
                '\\' | '_' | '*' if !is_quoted => {
                    letters.next();
                }
                _ if !is_quoted => bare.push(letter.to_ascii_lowercase()),
                _ => {}
            }
        }
        let has = |letter: char| bare.contains(letter);
        if has('y') || (has('d') && !bare.contains("red")) {
            Self::Date
        } else if has('h') || (has('m') && has('s')) {
            Self::Time { seconds: has('s'), hours: has('h') }
        } else if has('%') {
            Self::Percent
        } else {
            Self::Number
        }
    }

    /// The number as it looks.
    pub(super) fn show(self, written: &str) -> String {
        let plain = || written.strip_suffix(".0").unwrap_or(written).to_owned();
        let Ok(number) = written.parse::<f64>() else { return plain() };
        let is_whole = |number: f64| (0.0..1e9).contains(&number);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is checked"
        )]
        let whole = |number: f64| number.round() as u64;
        match self {
            Self::Percent if is_whole(number * 100.0) => format!("{} %", whole(number * 100.0)),
            Self::Time { seconds, hours } if is_whole(number * DAY_SECS) => {
                let all = whole(number * DAY_SECS);
                let (hour, minute, second) = (all / 3600, all / 60 % 60, all % 60);
                match (hours, seconds) {
                    (true, true) => format!("{hour}:{minute:02}:{second:02}"),
                    (true, false) => format!("{hour}:{minute:02}"),
                    _ => format!("{}:{second:02}", all / 60),
                }
            }
            Self::Date if is_whole(number) => date(whole(number.floor())),
            _ => plain(),
        }
    }
}

/// The day that is so many days after the end of 1899, counted as spreadsheets do.
fn date(days: u64) -> String {
    // Days since the first of March of the year 0 (<https://howardhinnant.github.io/date_algorithms.html>).
    let days = days + 693_899;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year + era * 400 + u64::from(month <= 2);
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_in_the_sheet() {
        const TIME: NumberFormat = NumberFormat::Time { seconds: false, hours: true };
        let cases = [
            (NumberFormat::Number, "3", "3"),
            (NumberFormat::Number, "3.0", "3"),
            (NumberFormat::Number, "0.5", "0.5"),
            (NumberFormat::Percent, "0.5", "50 %"),
            (TIME, "0.7284722222222223", "17:29"),
            (NumberFormat::Time { seconds: true, hours: true }, "0.030555555555555555", "0:44:00"),
            (NumberFormat::Time { seconds: true, hours: false }, "0.012141203703703704", "17:29"),
            (NumberFormat::Date, "45000", "2023-03-15"),
            (NumberFormat::Date, "1e300", "1e300"),
            (NumberFormat::Date, "x", "x"),
        ];
        for (look, written, want) in cases {
            assert_eq!(look.show(written), want, "{look:?} {written}");
        }
    }

    #[test]
    fn a_format_says_what_a_number_is() {
        let cases = [
            ("0.00", NumberFormat::Number),
            ("[Red]0", NumberFormat::Number),
            ("0%", NumberFormat::Percent),
            ("dd/mm/yyyy", NumberFormat::Date),
            ("[h]:mm", NumberFormat::Time { seconds: false, hours: true }),
            ("mm:ss", NumberFormat::Time { seconds: true, hours: false }),
            ("0 \"days\"", NumberFormat::Number),
        ];
        for (code, want) in cases {
            assert_eq!(NumberFormat::of_code(code), want, "{code}");
        }
    }
}

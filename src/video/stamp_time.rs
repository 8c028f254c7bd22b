//! Reading a moment of a video from the many ways in which notes write it.

use std::fmt;

/// The longest video that YouTube takes, in seconds: twelve hours.
/// Source: <https://support.google.com/youtube/answer/71673>.
const LONGEST_SECONDS: u64 = 12 * 60 * 60;

/// The most fields between colons: hours, minutes, seconds, hundredths.
const MOST_FIELDS: usize = 4;

/// The most digits a field may have, leading zeros included.
const MOST_DIGITS: usize = 8;

/// A moment of a video, and how it had to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StampTime {
    /// Seconds since the video's start.
    pub seconds: u32,
    /// What was mended to read it, if anything.
    pub repair: Option<Repair>,
    /// The reading as minutes, seconds and hundredths, in seconds, where `seconds` is another
    /// ([`super::TwoWays`]).
    pub if_past_end: Option<u32>,
}

/// Something in a written time that was not as it should be but could be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Brackets, quotes or invisible characters stood around the time.
    StrayCharacters,
    /// A fourth field (hundredths) was dropped.
    FourthField,
    /// Three fields that fit no video were read as minutes, seconds and hundredths.
    MinutesSecondsHundredths,
}

/// Text that is not a time of a video.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATime;

impl StampTime {
    /// Reads a written time.
    ///
    /// Taken are `H:MM:SS`, `MM:SS` (minutes may pass 59), `H:MM:SS:hundredths`, plain seconds,
    /// `1h2m3s` and `PT1H2M3S`; a fraction of the last field is cut off.
    ///
    /// # Errors
    /// [`NotATime`] for everything else: empty fields, signs, exponents, digits of other scripts,
    /// minutes or seconds above 59, and more than twelve hours.
    pub fn parse(text: &str) -> Result<Self, NotATime> {
        // Nearly all are fields, most often in brackets.
        let inside = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let fields = inside.unwrap_or(text);
        if fields.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b':')) && fields.contains(':') {
            let repair = inside.map(|_| Repair::StrayCharacters);
            return Self::fields(fields)
                .map(|time| Self { repair: time.repair.or(repair), ..time });
        }
        let invisible = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
        let trimmed = text.trim_matches(invisible);
        let quoted = trimmed.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
        let bare =
            quoted.unwrap_or(trimmed).trim_matches(['[', ']', '(', ')']).trim_matches(invisible);
        let mut time = if bare.contains(':') { Self::fields(bare) } else { Self::units(bare) }?;
        if bare != trimmed && time.repair.is_none() {
            time.repair = Some(Repair::StrayCharacters);
        }
        Ok(time)
    }

    /// Reads fields between colons.
    fn fields(text: &str) -> Result<Self, NotATime> {
        let (whole, fraction) =
            text.split_once(['.', ',']).map_or((text, None), |(w, f)| (w, Some(f)));
        if fraction.is_some_and(|digits| number(digits).is_err()) {
            return Err(NotATime);
        }
        let mut fields = [0; MOST_FIELDS];
        let mut count = 0;
        for field in whole.split(':') {
            *fields.get_mut(count).ok_or(NotATime)? = number(field)?;
            count += 1;
        }
        match fields[..count] {
            [minutes, seconds] if seconds < 60 => Self::new(minutes * 60 + seconds),
            [hours, minutes, seconds] => {
                let short =
                    (hours < 60 && minutes < 60 && seconds < 100).then_some(hours * 60 + minutes);
                if minutes < 60 && seconds < 60 && hours * 3600 < LONGEST_SECONDS {
                    let mut time = Self::new(hours * 3600 + minutes * 60 + seconds)?;
                    time.if_past_end = short.and_then(|s| u32::try_from(s).ok());
                    Ok(time)
                } else {
                    let mut time = Self::new(short.ok_or(NotATime)?)?;
                    time.repair = Some(Repair::MinutesSecondsHundredths);
                    Ok(time)
                }
            }
            [hours, minutes, seconds, hundredths]
                if minutes < 60 && seconds < 60 && hundredths < 100 =>
            {
                let mut time = Self::new(hours * 3600 + minutes * 60 + seconds)?;
                time.repair = Some(Repair::FourthField);
                Ok(time)
            }
            _ => Err(NotATime),
        }
    }

    /// Reads plain seconds, `1h2m3s` and `PT1H2M3S`.
    fn units(text: &str) -> Result<Self, NotATime> {
        if let Some((whole, fraction)) = text.split_once('.') {
            number(fraction)?;
            return Self::new(number(whole)?);
        }
        if let Ok(seconds) = number(text) {
            return Self::new(seconds);
        }
        let lower = text.to_ascii_lowercase();
        let mut rest = lower.strip_prefix("pt").unwrap_or(&lower);
        let mut total = 0;
        for (unit, worth) in [('h', 3600), ('m', 60), ('s', 1)] {
            if let Some((digits, after)) = rest.split_once(unit) {
                total += number(digits)? * worth;
                rest = after.trim_start();
            }
        }
        if rest.is_empty() && lower.ends_with(['h', 'm', 's']) {
            Self::new(total)
        } else {
            Err(NotATime)
        }
    }

    fn new(seconds: u64) -> Result<Self, NotATime> {
        if seconds > LONGEST_SECONDS {
            return Err(NotATime);
        }
        let seconds = u32::try_from(seconds).map_err(|_| NotATime)?;
        Ok(Self { seconds, repair: None, if_past_end: None })
    }
}

/// Writes seconds as `11:47` or, from an hour on, `1:02:03`.
#[must_use]
pub fn clock(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 {
        format!("{minutes}:{rest:02}")
    } else {
        format!("{hours}:{minutes:02}:{rest:02}")
    }
}

/// Reads ASCII digits only: `str::parse` would take a plus sign.
fn number(text: &str) -> Result<u64, NotATime> {
    let fits = (1..=MOST_DIGITS).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits {
        Ok(text.bytes().fold(0, |value, digit| value * 10 + u64::from(digit - b'0')))
    } else {
        Err(NotATime)
    }
}

impl fmt::Display for NotATime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a time of the video such as 00:12:22, at most 12 hours")
    }
}

impl std::error::Error for NotATime {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_shape_of_the_dialect() {
        use Repair::{FourthField, MinutesSecondsHundredths, StrayCharacters};
        let cases = [
            ("00:12:22", Some((742, None))),
            ("41:50", Some((2510, None))),
            ("110:26", Some((6626, None))),
            ("01:00:17:51", Some((3617, Some(FourthField)))),
            ("00:18:58]", Some((1138, Some(StrayCharacters)))),
            ("[5:50]", Some((350, Some(StrayCharacters)))),
            ("\"5:50\"", Some((350, Some(StrayCharacters)))),
            ("5:50\"", None),
            ("\u{200b}00:12:00 ", Some((720, None))),
            ("12:11:00", Some((731, Some(MinutesSecondsHundredths)))),
            ("11:31:94", Some((691, Some(MinutesSecondsHundredths)))),
            ("01:00:010", Some((3610, None))),
            ("2241", Some((2241, None))),
            ("12.5", Some((12, None))),
            ("00:00:12.5", Some((12, None))),
            ("12m22s", Some((742, None))),
            ("1h 2m 3s", Some((3723, None))),
            ("PT1H2M3S", Some((3723, None))),
            ("720:00", Some((43200, None))),
            ("43201", None),
            ("60:00:00", None),
            ("99:99:99", None),
            ("00:60", None),
            ("01:26:", None),
            ("HH:MM:SS", None),
            ("N/A", None),
            ("", None),
            ("-1", None),
            ("+1", None),
            ("1e3", None),
            (".5", None),
            ("1h1h", None),
            ("1m1h", None),
            ("pt", None),
            ("१२:००", None),
            ("00:12:00Z", None),
            ("18446744073709551616", None),
            ("https://youtu.be/7gaPPrAd7nc", None),
        ];
        for (text, want) in cases {
            let got = StampTime::parse(text).ok().map(|time| (time.seconds, time.repair));
            assert_eq!(got, want, "{text:?}");
        }
    }

    #[test]
    fn keeps_the_reading_for_a_video_that_is_too_short() {
        let cases = [("05:4:00", Some(304)), ("04:30:00", Some(270)), ("41:50", None)];
        for (text, want) in cases {
            let got = StampTime::parse(text).ok().and_then(|time| time.if_past_end);
            assert_eq!(got, want, "{text:?}");
        }
    }

    #[test]
    fn writes_times_as_people_read_them() {
        for (seconds, want) in [(0, "0:00"), (707, "11:47"), (3600, "1:00:00"), (43199, "11:59:59")]
        {
            assert_eq!(clock(seconds), want);
        }
    }
}

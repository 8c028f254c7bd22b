//! The accent colour, which the maker of a page or of an embed may choose.

use std::fmt;
use std::str::FromStr;

/// A colour of which the page takes hue and strength; how light it is follows from what is legible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent([u8; 3]);

/// The text is no colour that the address may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoColour;

impl FromStr for Accent {
    type Err = NoColour;

    /// Reads `#3a4fd0`, `3a4fd0` or `#35d`, as in CSS
    /// (<https://www.w3.org/TR/css-color-4/#hex-notation>).
    fn from_str(text: &str) -> Result<Self, NoColour> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let digit = |c: char| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let digits: Option<Vec<u8>> = digits.chars().map(digit).collect();
        match digits.as_deref() {
            Some([r, g, b]) => Ok(Self([r * 17, g * 17, b * 17])),
            Some([r1, r2, g1, g2, b1, b2]) => Ok(Self([r1 * 16 + r2, g1 * 16 + g2, b1 * 16 + b2])),
            _ => Err(NoColour),
        }
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl fmt::Display for NoColour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a colour such as #3a4fd0")
    }
}

impl std::error::Error for NoColour {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_css_writes_it() {
        let cases = [
            ("#3a4fd0", Some("#3a4fd0")),
            ("3A4FD0", Some("#3a4fd0")),
            ("#35d", Some("#3355dd")),
            ("#3a4fd", None),
            ("", None),
            ("#", None),
            ("red", None),
            ("#3a4fd0;}", None),
            ("#+a4fd0", None),
            ("#äöü", None),
        ];
        for (text, want) in cases {
            let read = text.parse::<Accent>().ok().map(|accent| accent.to_string());
            assert_eq!(read.as_deref(), want, "{text:?}");
        }
    }
}

//! Addresses that a note may link to.

use std::fmt;

/// The schemes that a link may have. Others (`javascript:`, `data:` …) could run code.
const ALLOWED_SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// An address that is safe to open: `http`, `https`, `mailto`, or a fragment of this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// Takes an address if it is safe to open, else `None`. Relative addresses are not taken:
    /// a page made from notes has nothing at them.
    ///
    /// Browsers drop tabs and newlines in addresses and white space around them
    /// (<https://url.spec.whatwg.org/#concept-basic-url-parser>), so they are dropped here first.
    #[must_use]
    pub fn parse(url: &str) -> Option<Self> {
        let url: String = url.chars().filter(|c| !c.is_ascii_control()).collect();
        let url = url.trim();
        if url.starts_with('#') {
            return Some(Self(url.to_owned()));
        }
        let (scheme, rest) = url.split_once(':')?;
        let known = ALLOWED_SCHEMES.iter().any(|s| s.eq_ignore_ascii_case(scheme));
        (known && !rest.is_empty()).then(|| Self(url.to_owned()))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it leads out of this page.
    #[must_use]
    pub fn is_external(&self) -> bool {
        !self.0.starts_with('#')
    }
}

impl fmt::Display for SafeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_only_what_cannot_run() {
        let cases = [
            ("https://example.org/a b", Some("https://example.org/a b")),
            (" HTTP://example.org", Some("HTTP://example.org")),
            ("mailto:a@example.org", Some("mailto:a@example.org")),
            ("#part", Some("#part")),
            ("javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("\u{1}javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("vbscript:x", None),
            ("//example.org", None),
            ("note.md", None),
            ("https:", None),
            ("", None),
        ];
        for (url, want) in cases {
            assert_eq!(SafeUrl::parse(url).as_ref().map(SafeUrl::as_str), want, "{url:?}");
        }
    }
}

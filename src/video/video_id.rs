//! The eleven characters by which YouTube names a video.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The number of characters of a video id.
const ID_LENGTH: usize = 11;

/// A YouTube video id: exactly eleven of `A–Z a–z 0–9 _ -`.
///
/// YouTube answers anything else with player error 2, so nothing else can be built.
/// Source: <https://developers.google.com/youtube/iframe_api_reference#onError>.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VideoId([u8; ID_LENGTH]);

/// Text that names no video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAVideoId;

impl VideoId {
    /// Reads a bare id, such as `7gaPPrAd7nc`.
    ///
    /// # Errors
    /// [`NotAVideoId`] unless the text is exactly eleven characters of the id's alphabet.
    pub fn parse(text: &str) -> Result<Self, NotAVideoId> {
        let bytes: [u8; ID_LENGTH] = text.as_bytes().try_into().map_err(|_| NotAVideoId)?;
        let fits = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        if bytes.iter().all(fits) { Ok(Self(bytes)) } else { Err(NotAVideoId) }
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Every byte was checked to be ASCII, so the fallback is never taken.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for VideoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for VideoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VideoId({self})")
    }
}

impl fmt::Display for NotAVideoId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a YouTube video id: 11 characters of A-Z, a-z, 0-9, _ and -")
    }
}

impl std::error::Error for NotAVideoId {}

impl Serialize for VideoId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for VideoId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        Self::parse(text).map_err(|NotAVideoId| D::Error::custom("expected a video's id"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// docs/FAULTS.md, 12: what YouTube would answer with error 2 is never sent.
    #[test]
    fn fault_12_only_ids_and_addresses_name_a_video() {
        let cases = [
            ("7gaPPrAd7nc", Some("7gaPPrAd7nc")),
            (" 7gaPPrAd7nc ", Some("7gaPPrAd7nc")),
            ("-_aPPrAd7n_", Some("-_aPPrAd7n_")),
            ("12345678901", Some("12345678901")),
            ("https://www.youtube.com/watch?v=7gaPPrAd7nc&t=3", Some("7gaPPrAd7nc")),
            ("https://youtu.be/7gaPPrAd7nc", Some("7gaPPrAd7nc")),
            ("7gaPPrAd7n", None),
            ("7gaPPrAd7ncc", None),
            ("7gaPPrAd7n.", None),
            ("7gaPPrAd7nö", None),
            ("", None),
        ];
        for (text, want) in cases {
            let got = VideoId::from_id_or_url(text).ok();
            assert_eq!(got.as_ref().map(VideoId::as_str), want, "{text:?}");
        }
    }
}

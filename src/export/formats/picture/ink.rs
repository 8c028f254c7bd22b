//! What a picture is drawn with: its colours and typefaces.

/// The typefaces of its texts, as CSS lists them.
pub const TYPEFACES: &str = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

/// A colour of the picture, which is a light one wherever it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// What is behind all of it.
    Ground,
    /// Text.
    Text,
    /// What stands back.
    Muted,
    /// Ranks.
    Accent,
    /// Lines.
    Line,
    /// What stands on what is filled.
    OnAccent,
}

impl Ink {
    /// The colour as red, green and blue.
    #[must_use]
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ground => [0xff, 0xff, 0xff],
            Self::Text => [0x1d, 0x20, 0x30],
            Self::Muted => [0x5d, 0x61, 0x72],
            Self::Accent => [0x3a, 0x4f, 0xd0],
            Self::Line => [0xe4, 0xe5, 0xec],
            Self::OnAccent => [0xff, 0xff, 0xff],
        }
    }
}

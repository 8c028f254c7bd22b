//! How good a page is made.

/// How much time is spent for how good a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// For looking and changing: built in seconds, larger and slower.
    Quick,
    /// For handing out: as small as it gets.
    Full,
}

impl Quality {
    /// [`Self::Quick`] if that is wanted.
    pub fn quick_if(quick: bool) -> Self {
        if quick { Self::Quick } else { Self::Full }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
        }
    }

    pub(super) fn purpose(self) -> &'static str {
        match self {
            Self::Quick => {
                "a quick page, for looking and changing; `cargo xtask build` makes the one to hand out"
            }
            Self::Full => "the page to hand out",
        }
    }
}

//! What is wrong in a note: where, how bad, and what to write instead.

use std::fmt;

use serde::Serialize;

/// Something in a note that a reader would trip over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line in the file, from 1.
    pub line: u32,
    /// What kind of problem it is.
    pub code: Code,
    /// What is wrong, what was read instead, and what to do.
    pub message: String,
    /// The text to write in place of what stands there, where that is known.
    pub suggestion: Option<String>,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something of the note cannot be used.
    Error,
    /// Something was repaired or guessed.
    Warning,
    /// Something to know; nothing was changed.
    Info,
}

/// The kinds of problems; each has a fixed name that programs can rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The file is no valid UTF-8; what could not be decoded shows as U+FFFD.
    Encoding,
    /// The file holds no text.
    Empty,
    /// The front matter's block is never closed, so all of it is body.
    FrontMatterUnclosed,
    /// A line of the front matter is not `key: value`.
    FrontMatterLine,
    /// A key stands twice in the front matter.
    FrontMatterDuplicate,
    /// A value of the front matter is none of those its key takes.
    FrontMatterValue,
    /// The note names no title.
    TitleMissing,
    /// The note names no video.
    VideoMissing,
    /// The video was found elsewhere than where notes name it.
    VideoFound,
    /// The text names several videos, and nothing says which is the note's.
    VideoAmbiguous,
    /// What should name the video is no video id.
    VideoInvalid,
    /// A stamp's time was mended.
    StampRepaired,
    /// Times that could be hours were read as minutes, seconds and hundredths.
    StampScale,
    /// A stamp lies past the end of the video.
    StampPastEnd,
    /// Times stay text.
    TimesUnread,
    /// A stamp's time and its text differ; the time was used.
    StampMismatch,
    /// What should be a stamp's time is none; its text was used or stays as text.
    StampInvalid,
    /// A wikilink leads to no note of the vault.
    LinkMissing,
    /// A wikilink fits several notes.
    LinkAmbiguous,
    /// A link's address is of a kind that is not opened; its text stays.
    LinkUnsafe,
    /// Two notes have the same title.
    TitleDuplicate,
    /// What the author hid is left out.
    RemarksHidden,
    /// What would hide a remark is never closed.
    RemarkUnclosed,
    /// More marks stand on one letter than are shown.
    MarksCut,
    /// HTML that is not let through is shown as text.
    HtmlAsText,
    /// Blocks nested too deeply were drawn up to the deepest allowed one.
    TooDeep,
    /// A row of a sheet could not be read as the others are.
    SheetRow,
    /// Spoken lines of a transcript have no time that can be read.
    TranscriptUnread,
    /// A transcript is of no video that a note here is about.
    TranscriptApart,
    /// A sheet holds nothing that the matrix looks for.
    SheetUnread,
    /// A sheet holds what people of a team can do.
    SheetTeam,
    /// Something of a workbook is left out: what is hidden, or damaged.
    SheetHidden,
    /// An author's mark fits no list or names no level.
    MarkUnused,
    /// A line of a note of proofs names no cell of a ladder, or no clip.
    ProofUnused,
}

impl Code {
    /// The problem's fixed name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::Empty => "empty",
            Self::FrontMatterUnclosed => "front-matter-unclosed",
            Self::FrontMatterLine => "front-matter-line",
            Self::FrontMatterDuplicate => "front-matter-duplicate",
            Self::FrontMatterValue => "front-matter-value",
            Self::TitleMissing => "title-missing",
            Self::VideoMissing => "video-missing",
            Self::VideoFound => "video-found",
            Self::VideoAmbiguous => "video-ambiguous",
            Self::VideoInvalid => "video-invalid",
            Self::StampRepaired => "stamp-repaired",
            Self::StampScale => "stamp-scale",
            Self::StampPastEnd => "stamp-past-end",
            Self::TimesUnread => "times-unread",
            Self::StampMismatch => "stamp-mismatch",
            Self::StampInvalid => "stamp-invalid",
            Self::LinkMissing => "link-missing",
            Self::LinkAmbiguous => "link-ambiguous",
            Self::LinkUnsafe => "link-unsafe",
            Self::TitleDuplicate => "title-duplicate",
            Self::RemarksHidden => "remarks-hidden",
            Self::RemarkUnclosed => "remark-unclosed",
            Self::MarksCut => "marks-cut",
            Self::HtmlAsText => "html-as-text",
            Self::TooDeep => "too-deep",
            Self::SheetRow => "sheet-row",
            Self::TranscriptUnread => "transcript-unread",
            Self::TranscriptApart => "transcript-apart",
            Self::SheetUnread => "sheet-unread",
            Self::SheetTeam => "sheet-team",
            Self::SheetHidden => "sheet-hidden",
            Self::MarkUnused => "mark-unused",
            Self::ProofUnused => "proof-unused",
        }
    }

    /// How bad problems of this kind are.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::FrontMatterUnclosed
            | Self::VideoInvalid
            | Self::StampInvalid
            | Self::LinkUnsafe => Severity::Error,
            Self::Encoding
            | Self::Empty
            | Self::FrontMatterLine
            | Self::FrontMatterDuplicate
            | Self::FrontMatterValue
            | Self::VideoMissing
            | Self::VideoAmbiguous
            | Self::StampRepaired
            | Self::StampScale
            | Self::StampPastEnd
            | Self::StampMismatch
            | Self::LinkMissing
            | Self::LinkAmbiguous
            | Self::RemarkUnclosed
            | Self::MarksCut
            | Self::TooDeep
            | Self::SheetRow
            | Self::SheetUnread
            | Self::TranscriptUnread
            | Self::TranscriptApart
            | Self::MarkUnused
            | Self::ProofUnused => Severity::Warning,
            Self::TitleMissing
            | Self::VideoFound
            | Self::TitleDuplicate
            | Self::RemarksHidden
            | Self::TimesUnread
            | Self::SheetTeam
            | Self::SheetHidden
            | Self::HtmlAsText => Severity::Info,
        }
    }
}

impl Problem {
    /// A problem without a suggested text.
    #[must_use]
    pub fn new(line: u32, code: Code, message: impl Into<String>) -> Self {
        Self { line, code, message: message.into(), suggestion: None }
    }

    /// The same problem with the text to write instead.
    #[must_use]
    pub fn suggest(mut self, text: impl Into<String>) -> Self {
        self.suggestion = Some(text.into());
        self
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl Severity {
    /// The severity's fixed name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

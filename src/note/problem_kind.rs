//! What problems of a kind are called together.

use super::Code;

impl Code {
    /// What many of its kind are called: `Links to no note`.
    #[must_use]
    pub fn of_many(self) -> &'static str {
        match self {
            Self::Encoding => "Bytes that are no text",
            Self::Empty => "Notes without a text",
            Self::FrontMatterUnclosed => "Front matter that does not end",
            Self::FrontMatterLine => "Lines of front matter that say nothing",
            Self::FrontMatterDuplicate => "Keys that stand twice",
            Self::FrontMatterValue => "Values that are not understood",
            Self::TitleMissing => "Notes without a title",
            Self::VideoMissing => "Notes without a video",
            Self::VideoFound => "Videos that only the text names",
            Self::VideoAmbiguous => "Notes of several videos",
            Self::VideoInvalid => "Video ids that are none",
            Self::StampRepaired => "Times that were repaired",
            Self::StampScale => "Times that were read another way",
            Self::StampPastEnd => "Times past the end of the video",
            Self::TimesUnread => "Times that stay text",
            Self::StampMismatch => "Times that say two things",
            Self::StampInvalid => "Times that are none",
            Self::LinkMissing => "Links to no note",
            Self::LinkAmbiguous => "Links to several notes",
            Self::LinkUnsafe => "Addresses that are not opened",
            Self::TitleDuplicate => "Titles that two notes have",
            Self::RemarksHidden => "Remarks that are left out",
            Self::RemarkUnclosed => "Remarks that do not end",
            Self::MarksCut => "Letters with too many marks",
            Self::HtmlAsText => "HTML that is shown as text",
            Self::TooDeep => "Lists nested too deeply",
            Self::SheetRow => "Rows that are unlike the others",
            Self::SheetUnread => "Sheets that hold no skills",
            Self::SheetTeam => "Sheets of a team",
            Self::SheetHidden => "Hidden or damaged parts of workbooks",
            Self::TranscriptUnread => "Spoken lines without a time",
            Self::TranscriptApart => "Transcripts of no video here",
            Self::MarkUnused => "Marks that fit nothing",
            Self::ProofUnused => "Proofs that fit nothing",
        }
    }
}

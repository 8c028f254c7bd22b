//! What an embedded page and the page around it say to each other. `docs/EMBEDDING.md` is the contract.

use crate::matrix::LevelId;
use crate::view_state::{LONGEST_QUERY, ViewState};

/// The version of the contract. A message with another one is not understood, and so not heeded.
pub const CONTRACT_VERSION: u32 = 1;

/// The key by which messages of this contract are told from all others; its value is the version.
pub const CONTRACT_KEY: &str = "skillreel";

/// The greatest second that may be asked for: videos are shorter, and a link takes no more digits.
const LAST_SECOND: f64 = 999_999.0;

/// Below this many pixels a change of height is not told: hosts that round would never rest.
const LEAST_CHANGE: u32 = 2;

/// What a member of a message holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// What JSON writes in quotation marks.
    Text(String),
    /// A number of JSON, as a double.
    Number(f64),
    /// Anything else.
    Other,
}

/// What the page around may ask for. There is nothing that loads, leads away or writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmbedCommand {
    /// Show this level; all for `None`.
    Level(Option<LevelId>),
    /// Search for this.
    Query(String),
    /// Go to this second of the video.
    Seek(u32),
    /// Say how high the content is, even if that was said before.
    TellHeight,
}

impl EmbedCommand {
    /// Reads a message. `None` for whatever is not exactly one of the contract's: no member is
    /// missing, of another kind, or more than there should be.
    #[must_use]
    pub fn read(message: &[(String, Field)]) -> Option<Self> {
        let [_, _, _] = message else { return None };
        let get = |key: &str| message.iter().find(|(name, _)| name == key).map(|(_, field)| field);
        if get(CONTRACT_KEY)? != &Field::Number(f64::from(CONTRACT_VERSION)) {
            return None;
        }
        let Field::Text(kind) = get("type")? else { return None };
        match (kind.as_str(), get(kind)?) {
            ("level", Field::Text(level)) if level.is_empty() => Some(Self::Level(None)),
            ("level", Field::Text(level)) => Some(Self::Level(Some(level.parse().ok()?))),
            ("query", Field::Text(query)) => {
                Some(Self::Query(query.chars().take(LONGEST_QUERY).collect()))
            }
            ("seek", Field::Number(seconds)) => seconds_of(*seconds).map(Self::Seek),
            ("ask", Field::Text(what)) if what == "height" => Some(Self::TellHeight),
            _ => None,
        }
    }

    /// The view after the command.
    pub fn apply(&self, state: &mut ViewState) {
        match self {
            Self::Level(level) => state.level = *level,
            Self::Query(query) => state.query.clone_from(query),
            Self::Seek(seconds) => state.seconds = Some(*seconds),
            Self::TellHeight => {}
        }
    }
}

fn seconds_of(seconds: f64) -> Option<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is between 0 and the last second"
    )]
    seconds.is_finite().then(|| seconds.clamp(0.0, LAST_SECOND) as u32)
}

/// Which heights are told to the page around.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heights {
    last_told: Option<u32>,
}

impl Heights {
    /// The height to tell, in CSS pixels, when the content is that high; `None` for next to no
    /// change.
    pub fn next(&mut self, content: f64) -> Option<u32> {
        if !(content.is_finite() && content > 0.0) {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a page is higher than 0 and lower than millions of pixels"
        )]
        let height = content.ceil() as u32;
        let is_news = self.last_told.is_none_or(|last| last.abs_diff(height) >= LEAST_CHANGE);
        is_news.then(|| {
            self.last_told = Some(height);
            height
        })
    }

    /// The height to tell a page around that asks for it, whatever it was told before.
    pub fn again(&mut self, content: f64) -> Option<u32> {
        self.last_told = None;
        self.next(content)
    }

    /// Whether a frame of this height, in CSS pixels, has the one that was told. A host that resets
    /// its frames is told once more.
    #[must_use]
    pub fn are_heeded(&self, frame: f64) -> bool {
        self.last_told.is_some_and(|last| (f64::from(last) - frame).abs() < f64::from(LEAST_CHANGE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(members: &[(&str, Field)]) -> Vec<(String, Field)> {
        members.iter().map(|(name, field)| ((*name).to_owned(), field.clone())).collect()
    }

    fn text(text: &str) -> Field {
        Field::Text(text.to_owned())
    }

    #[test]
    fn commands_are_read_strictly() {
        let version = || ("skillreel", Field::Number(1.0));
        let kind = |kind: &str| ("type", text(kind));
        let seek = |seconds| vec![version(), kind("seek"), ("seek", Field::Number(seconds))];
        let cases = [
            (
                vec![version(), kind("level"), ("level", text("senior"))],
                Some(EmbedCommand::Level(Some(LevelId::SENIOR))),
            ),
            (vec![version(), kind("level"), ("level", text(""))], Some(EmbedCommand::Level(None))),
            (
                vec![("query", text("a b")), kind("query"), version()],
                Some(EmbedCommand::Query("a b".into())),
            ),
            (seek(742.9), Some(EmbedCommand::Seek(742))),
            (seek(-1.0), Some(EmbedCommand::Seek(0))),
            (seek(1e300), Some(EmbedCommand::Seek(999_999))),
            (seek(f64::NAN), None),
            (seek(f64::INFINITY), None),
            (vec![version(), kind("level"), ("level", text("Big boss"))], None),
            (vec![version(), kind("level"), ("level", Field::Number(1.0))], None),
            (vec![version(), kind("level"), ("query", text("senior"))], None),
            (vec![version(), kind("type"), ("level", text("senior"))], None),
            (vec![version(), kind("open"), ("open", text("https://example.org"))], None),
            (vec![kind("level"), ("level", text("senior"))], None),
            (vec![("skillreel", Field::Number(2.0)), kind("level"), ("level", text("new"))], None),
            (vec![("skillreel", text("1")), kind("level"), ("level", text("new"))], None),
            (vec![version(), kind("level"), ("level", text("new")), ("more", Field::Other)], None),
            (vec![version(), kind("query"), ("query", Field::Other)], None),
            (vec![version(), kind("ask"), ("ask", text("height"))], Some(EmbedCommand::TellHeight)),
            (vec![version(), kind("ask"), ("ask", text("notes"))], None),
            (Vec::new(), None),
        ];
        for (members, want) in cases {
            assert_eq!(EmbedCommand::read(&message(&members)), want, "{members:?}");
        }
        let long = message(&[version(), kind("query"), ("query", text(&"ä".repeat(5_000)))]);
        let Some(EmbedCommand::Query(query)) = EmbedCommand::read(&long) else {
            panic!("no query")
        };
        assert_eq!(query.chars().count(), LONGEST_QUERY);
    }

    #[test]
    fn a_command_changes_its_own_part_of_the_view() {
        let mut state = ViewState::from_fragment("level=new&q=a");
        EmbedCommand::Level(None).apply(&mut state);
        EmbedCommand::Query("b".into()).apply(&mut state);
        EmbedCommand::Seek(7).apply(&mut state);
        EmbedCommand::TellHeight.apply(&mut state);
        assert_eq!(state.to_fragment(), "q=b&t=7");
    }

    #[test]
    fn small_changes_of_height_are_not_told() {
        let mut heights = Heights::default();
        let cases = [
            (0.0, None),
            (f64::NAN, None),
            (600.2, Some(601)),
            (601.0, None),
            (602.0, None),
            (603.0, Some(603)),
            (602.0, None),
            (500.0, Some(500)),
        ];
        for (content, want) in cases {
            assert_eq!(heights.next(content), want, "{content}");
        }
    }

    #[test]
    fn a_height_is_told_again_to_whoever_asks() {
        let mut heights = Heights::default();
        assert!(!heights.are_heeded(640.0), "nothing was told yet");
        assert_eq!(heights.next(812.4), Some(813));
        assert_eq!(heights.next(812.4), None);
        assert_eq!(heights.again(812.4), Some(813));
        assert_eq!(heights.again(f64::NAN), None);
        assert_eq!(heights.again(500.0), Some(500));
        for (frame, want) in [(500.0, true), (501.0, true), (502.0, false), (640.0, false)] {
            assert_eq!(heights.are_heeded(frame), want, "{frame}");
        }
    }
}

//! What the page shows, and the same as the fragment of its address.
//!
//! `#level=senior&role=engineer&video=<id>&group=<id>&sort=name&q=trust&skill=communicate&note=<id>`
//! `&section=<slug>&t=742`; `topic` in place of `section` opens that section alone, and
//! `panel=problems` what is wrong in the notes; `queue=907.909-<note>*12-<note>` is what plays one
//! after the other; `compare=new..senior` holds two levels against each other, and `rate=1.<compact>` is what
//! somebody rated ([`crate::progress::read_link`]). The fragment is read leniently: what it does not
//! understand it leaves out, so that an old or mistyped link still opens the page.

mod accent;
mod options;

use std::borrow::Cow;

use form_urlencoded::{Serializer, parse};

use crate::matrix::{Filter, LevelId, RoleFilter, SkillId, Sort};
use crate::note::NoteId;
use crate::progress::{LONGEST_LINK, Sides};
use crate::vault::video::clip::ClipRef;
use crate::vault::video::clip_text;
use crate::video::VideoId;

pub use accent::{Accent, NoColour};
pub use options::{Form, Ground, PageOptions, PlayerPlace, Theme};

/// The longest search that an address may hold, in characters; longer ones are cut.
pub const LONGEST_QUERY: usize = 200;

/// What the page shows. The only thing on the page that changes; all else is derived from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The level of seniority that is chosen; `None` for all.
    pub level: Option<LevelId>,
    /// The role that is chosen; `None` for all.
    pub role: Option<RoleFilter>,
    /// The video that is chosen; `None` for all.
    pub video: Option<VideoId>,
    /// What a ladder sorts the skills under that are shown, by its name in addresses; `None` for all.
    pub group: Option<String>,
    /// The order of the matrix's rows.
    pub sort: Sort,
    /// The search, as typed.
    pub query: String,
    /// The skill that is open.
    pub skill: Option<SkillId>,
    /// The note that is open.
    pub note: Option<NoteId>,
    /// The section of that note that is in sight, by its slug.
    pub section: Option<String>,
    /// The section of that note that is open by itself, by its slug.
    pub topic: Option<String>,
    /// What is open about the notes as a whole.
    pub panel: Option<Panel>,
    /// The second that was chosen, in the video of the open note or skill.
    pub seconds: Option<u32>,
    /// The clips that play one after the other.
    pub queue: Vec<ClipRef>,
    /// What is held against each other.
    pub compare: Option<Sides>,
    /// What somebody rated, as a link for that brings it ([`crate::progress::read_link`]). No other link
    /// takes it along.
    pub rate: Option<String>,
}

impl ViewState {
    /// Reads a fragment, with or without its `#`.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let mut state = Self::default();
        for (key, value) in parse(fragment.as_bytes()) {
            let text = || (!value.is_empty()).then(|| value.to_string());
            match &*key {
                "level" => state.level = value.parse().ok(),
                "role" => state.role = value.parse().ok(),
                "video" => state.video = VideoId::parse(&value).ok(),
                "group" => state.group = text(),
                "sort" => state.sort = value.parse().unwrap_or_default(),
                "q" => state.query = value.chars().take(LONGEST_QUERY).collect(),
                "skill" => state.skill = text().map(|id| SkillId(id.into())),
                "note" => state.note = text().map(|id| NoteId(id.into())),
                "section" => state.section = text(),
                "topic" => state.topic = text(),
                "panel" => state.panel = Panel::from_name(&value),
                "t" => state.seconds = value.parse().ok(),
                "queue" => state.queue = clip_text::read(&value),
                "compare" => state.compare = value.parse().ok(),
                "rate" => state.rate = text().map(|rate| rate.chars().take(LONGEST_LINK).collect()),
                _ => {}
            }
        }
        state
    }

    /// Writes the fragment, without its `#`; empty for the page as it opens.
    #[must_use]
    pub fn to_fragment(&self) -> String {
        let seconds = self.seconds.map(|seconds| seconds.to_string());
        let queue = Some(clip_text::write(&self.queue)).filter(|queue| !queue.is_empty());
        let sort = Some(self.sort).filter(|sort| *sort != Sort::default());
        let compare = self.compare.map(|sides| sides.to_string());
        let parts: [(&str, Option<Cow<'_, str>>); 15] = [
            ("level", self.level.as_ref().map(|level| level.as_str().into())),
            ("role", self.role.map(|role| role.as_str().into())),
            ("video", self.video.as_ref().map(|video| video.as_str().into())),
            ("group", self.group.as_deref().map(Into::into)),
            ("sort", sort.map(Sort::id)),
            (
                "q",
                Some(self.query.as_str().into()).filter(|query: &Cow<'_, str>| !query.is_empty()),
            ),
            ("skill", self.skill.as_ref().map(|id| (&*id.0).into())),
            ("note", self.note.as_ref().map(|id| (&*id.0).into())),
            ("section", self.section.as_deref().map(Into::into)),
            ("topic", self.topic.as_deref().map(Into::into)),
            ("panel", self.panel.map(|panel| panel.as_str().into())),
            ("t", seconds.as_deref().map(Into::into)),
            ("queue", queue.map(Into::into)),
            ("compare", compare.map(Into::into)),
            ("rate", self.rate.as_deref().map(Into::into)),
        ];
        let mut out = Serializer::new(String::new());
        for (key, value) in &parts {
            if let Some(value) = value {
                out.append_pair(key, value);
            }
        }
        out.finish()
    }

    /// Which placements are asked for.
    #[must_use]
    pub fn filter(&self) -> Filter {
        Filter { level: self.level, role: self.role, video: self.video }
    }

    /// Asks for every placement, in the order that is chosen.
    pub fn clear_filters(&mut self) {
        (self.level, self.role, self.video, self.group) = (None, None, None, None);
    }

    /// What a link to a part of the same matrix takes along: the filters and the order. The search
    /// is the reader's own.
    #[must_use]
    pub fn of_the_matrix(&self) -> Self {
        let Self { level, role, video, sort, .. } = *self;
        Self { level, role, video, sort, group: self.group.clone(), ..Self::default() }
    }
}

/// What can be open about the notes as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// What is wrong in the notes.
    Problems,
    /// The cells of a ladder that have no clip.
    WithoutClip,
}

impl Panel {
    /// The panel's name in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Problems => "problems",
            Self::WithoutClip => "without-clip",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Problems, Self::WithoutClip].into_iter().find(|panel| panel.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::Role;

    #[test]
    fn a_fragment_round_trips() {
        let state = ViewState {
            level: Some(LevelId::SENIOR),
            role: Some(RoleFilter::Unnamed),
            video: VideoId::parse("_-7gaPPrAd7").ok(),
            group: Some("craft-people".into()),
            sort: Sort::Videos,
            query: "trust & “élan” 100%#".into(),
            skill: Some(SkillId("think-big".into())),
            note: Some(NoteId("folder/a note?".into())),
            section: Some("the-essence".into()),
            topic: Some("à-propos".into()),
            panel: Some(Panel::Problems),
            seconds: Some(742),
            queue: vec![
                ClipRef { note: NoteId("a*b/c-d".into()), seconds: 12 },
                ClipRef { note: NoteId("a*b/c-d".into()), seconds: 0 },
            ],
            compare: Some(Sides::Levels(LevelId::NEW, LevelId::SENIOR)),
            rate: Some("1.a-b_C9".into()),
        };
        assert_eq!(ViewState::from_fragment(&format!("#{}", state.to_fragment())), state);
        assert_eq!(ViewState::default().to_fragment(), "");
        for role in RoleFilter::all() {
            for sort in Sort::ALL.into_iter().chain([Sort::At(LevelId::SENIOR)]) {
                let state = ViewState { role: Some(role), sort, ..ViewState::default() };
                assert_eq!(ViewState::from_fragment(&state.to_fragment()), state);
            }
        }
    }

    #[test]
    fn a_link_takes_the_filters_along() {
        let fragment = "level=new&role=engineer&video=7gaPPrAd7nc&group=craft&sort=name&q=a&note=b&t=1&compare=new..mid&rate=1.a";
        let mut state = ViewState::from_fragment(fragment).of_the_matrix();
        let filters = "level=new&role=engineer&video=7gaPPrAd7nc&group=craft&sort=name";
        assert_eq!(state.to_fragment(), filters);
        state.clear_filters();
        assert_eq!(state.to_fragment(), "sort=name");
        assert_eq!(state.filter(), Filter::default());
    }

    #[test]
    fn reads_what_it_can() {
        let none = ViewState::default;
        let cases = [
            ("", none()),
            ("#", none()),
            ("level=Big+Boss&t=-1&x=y&&=&%ff", none()),
            ("#level=new", ViewState { level: Some(LevelId::NEW), ..none() }),
            ("q=a+b&q=c", ViewState { query: "c".into(), ..none() }),
            ("t=742&t=99999999999", none()),
            ("note=&skill=&topic=&panel=cockpit", none()),
            ("role=baker&video=7gaPPrAd7n&sort=size", none()),
            ("role=Sales&sort=", none()),
            ("sort=rank", none()),
            ("compare=new&rate=", none()),
            ("compare=new..Senior", none()),
            (
                "compare=new..senior",
                ViewState { compare: Some(Sides::Levels(LevelId::NEW, LevelId::SENIOR)), ..none() },
            ),
            ("sort=notes", ViewState { sort: Sort::Videos, ..none() }),
            ("role=sales", ViewState { role: Some(RoleFilter::Named(Role::Sales)), ..none() }),
        ];
        for (fragment, want) in cases {
            assert_eq!(ViewState::from_fragment(fragment), want, "{fragment:?}");
        }
        let long = format!("q={}", "a".repeat(10_000));
        assert_eq!(ViewState::from_fragment(&long).query.len(), LONGEST_QUERY);
        let long = format!("rate=1.{}", "a".repeat(100_000));
        let rate = ViewState::from_fragment(&long).rate;
        assert_eq!(rate.map(|rate| rate.len()), Some(LONGEST_LINK));
    }

    #[test]
    fn reads_the_pages_options() {
        let cases = [
            ("", Form::Full, Theme::Auto, None),
            ("?embed=1&theme=dark&accent=0a8", Form::Embedded, Theme::Dark, Some("#00aa88")),
            ("?embed=0&theme=pink&accent=pink", Form::Full, Theme::Auto, None),
            ("?accent=%230a8877&embed=yes", Form::Embedded, Theme::Auto, Some("#0a8877")),
        ];
        for (query, form, theme, accent) in cases {
            let accent = accent.and_then(|accent| accent.parse().ok());
            assert_eq!(
                PageOptions::from_query(query),
                PageOptions { form, theme, accent, ..PageOptions::default() },
                "{query:?}"
            );
        }
        for (query, player) in [
            ("player=0", PlayerPlace::Elsewhere),
            ("player=1", PlayerPlace::Inside),
            ("player=maybe", PlayerPlace::Inside),
        ] {
            assert_eq!(PageOptions::from_query(query).player, player, "{query:?}");
        }
        let grounds =
            [("ground=none", Ground::Hosts), ("ground=green", Ground::Own), ("", Ground::Own)];
        for (query, ground) in grounds {
            assert_eq!(PageOptions::from_query(query).ground, ground, "{query:?}");
        }
    }
}

//! What an open inline will become.

use pulldown_cmark::{LinkType, Tag};

use crate::note::{LinkRole, Style};

/// What an open inline will become.
pub(in crate::note) enum InlineKind {
    /// Styled text.
    Styled(Style),
    /// A link or picture, with its address as written.
    Link { url: String, is_image: bool },
    /// A wikilink, with its target as written, and whether an alias follows.
    WikiLink { target: String, has_alias: bool, role: LinkRole },
    /// An element of the allowed list, written as HTML.
    Element { name: String, style: Style },
    /// A stamp's anchor, with its time as written.
    Anchor { time: Option<String> },
}

impl InlineKind {
    /// The inline that a Markdown tag opens; `None` for tags of blocks.
    pub(in crate::note) fn from_tag(tag: Tag<'_>) -> Option<Self> {
        let kind = match tag {
            Tag::Emphasis => Self::Styled(Style::Emphasis),
            Tag::Strong => Self::Styled(Style::Strong),
            Tag::Strikethrough => Self::Styled(Style::Struck),
            Tag::Superscript => Self::Styled(Style::Superscript),
            Tag::Subscript => Self::Styled(Style::Subscript),
            Tag::Link { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
                let target = dest_url.into_string();
                Self::WikiLink { target, has_alias: has_pothole, role: LinkRole::Link }
            }
            Tag::Image { link_type: LinkType::WikiLink { has_pothole }, dest_url, .. } => {
                let target = dest_url.into_string();
                Self::WikiLink { target, has_alias: has_pothole, role: LinkRole::Embed }
            }
            Tag::Link { dest_url, .. } => {
                Self::Link { url: dest_url.into_string(), is_image: false }
            }
            Tag::Image { dest_url, .. } => {
                Self::Link { url: dest_url.into_string(), is_image: true }
            }
            _ => return None,
        };
        Some(kind)
    }

    /// Whether HTML opened it: then Markdown's ends do not wait for its closing tag.
    pub(in crate::note) fn is_html(&self) -> bool {
        matches!(self, Self::Element { .. } | Self::Anchor { .. })
    }

    /// Whether times in its text are part of something else.
    pub(in crate::note) fn holds_times(&self) -> bool {
        matches!(self, Self::Link { .. } | Self::WikiLink { .. } | Self::Anchor { .. })
    }
}

/// The style of an element that is allowed; `None` for any other.
pub(in crate::note) fn style_of(name: &str) -> Option<Style> {
    Some(match name {
        "b" | "strong" => Style::Strong,
        "i" | "em" => Style::Emphasis,
        "sup" => Style::Superscript,
        "sub" => Style::Subscript,
        "mark" => Style::Marked,
        "kbd" => Style::Keyboard,
        _ => return None,
    })
}

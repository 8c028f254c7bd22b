//! Where a card stands beside what it is about.

use crate::browser::page::focus::Bounds;

/// The widest that a card gets, in CSS pixels.
const WIDEST_PX: i32 = 352;

/// The space between a card and what it is about, and the window's edge, in CSS pixels.
const GAP_PX: i32 = 6;

/// Where a card stands in the window: at the start of what it is about, below it, or above it where there is
/// more room.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    left_px: i32,
    top_px: Option<i32>,
    bottom_px: Option<i32>,
}

impl Spot {
    /// The spot for a card beside an element.
    #[must_use]
    pub fn beside(element: Bounds) -> Self {
        let Bounds { left_px, top_px, bottom_px, window_width_px, window_height_px } = element;
        let is_below = bottom_px < window_height_px / 2;
        Self {
            left_px: left_px.min(window_width_px - WIDEST_PX).max(GAP_PX),
            top_px: is_below.then_some(bottom_px + GAP_PX),
            bottom_px: (!is_below).then_some(window_height_px - top_px + GAP_PX),
        }
    }

    /// From the window's left, as a length of CSS.
    #[must_use]
    pub fn left_px(&self) -> String {
        px(self.left_px)
    }

    /// From the window's top, as a length of CSS, where the card stands below.
    #[must_use]
    pub fn top_px(&self) -> Option<String> {
        self.top_px.map(px)
    }

    /// From the window's bottom, as a length of CSS, where the card stands above.
    #[must_use]
    pub fn bottom_px(&self) -> Option<String> {
        self.bottom_px.map(px)
    }
}

fn px(number: i32) -> String {
    [&number.to_string(), "px"].concat()
}

//! What a link to a note would open, shown beside the link while it is pointed at or has the focus.

use gloo::timers::callback::Timeout;
use leptos::ev::{FocusEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use crate::anchor::Anchor;
use crate::browser::page::focus;
use crate::note::NoteId;
use crate::ui::context::provided;
use crate::ui::state::view::View;
use crate::ui::widgets::floating::put_away_by_hand;

use super::spot::Spot;

/// The element of the preview, for those who hear what a link is described by.
pub const CARD_ID: &str = "link-preview";

/// How long a link is pointed at before its preview comes, in milliseconds: not on the way past.
const SHOW_AFTER_MS: u32 = 350;

/// How long a preview stays after that, in milliseconds: time to move onto it.
const HIDE_AFTER_MS: u32 = 220;

/// What a link leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// A note of the page.
    Note(NoteId),
    /// Several notes of this name.
    Several(String),
    /// No note of the page has this name.
    Missing(String),
}

/// A preview that is shown, and where the link stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownPreview {
    pub about: About,
    pub spot: Spot,
}

/// The page's one preview.
#[derive(Clone, Copy)]
pub struct Preview {
    shown: RwSignal<Option<ShownPreview>>,
    /// The change that is to come. A newer one ends it.
    coming: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Preview {
    pub fn new(view: View) -> Self {
        let preview = Self { shown: RwSignal::new(None), coming: StoredValue::new_local(None) };
        let opened = view.opened;
        // What is opened has other links.
        Effect::new(move || {
            opened.track();
            preview.hide();
        });
        let is_shown = Memo::new(move |_| preview.shown.read().is_some());
        put_away_by_hand(Anchor::Preview, is_shown.into(), move |_| preview.hide());
        preview
    }

    /// The card that is up, where one is.
    pub fn shown(self) -> RwSignal<Option<ShownPreview>> {
        self.shown
    }

    /// Takes the preview away at once, and says whether there was one.
    pub fn hide(self) -> bool {
        self.coming.set_value(None);
        let was_shown = self.shown.read_untracked().is_some();
        if was_shown {
            self.shown.set(None);
        }
        was_shown
    }

    /// Leaves the preview where it is.
    pub fn stay(self) {
        self.coming.set_value(None);
    }

    /// Takes the preview away soon.
    pub fn leave(self) {
        let hide = move || {
            self.hide();
        };
        self.coming.set_value(Some(Timeout::new(HIDE_AFTER_MS, hide)));
    }

    fn show_soon(self, about: About, link: Element) {
        let show = move || {
            self.shown.set(Some(ShownPreview { about, spot: Spot::beside(focus::bounds(&link)) }))
        };
        self.coming.set_value(Some(Timeout::new(SHOW_AFTER_MS, show)));
    }
}

/// The preview of the page.
pub fn preview() -> Preview {
    provided()
}

/// A link with its preview.
#[component]
pub fn Previewed(
    /// What the link leads to.
    about: About,
    /// The link.
    children: Children,
) -> impl IntoView {
    let preview = preview();
    let about = StoredValue::new(about);
    let point = move |event: PointerEvent| {
        // A finger does not point without pressing, and then the link itself opens.
        if event.pointer_type() != "touch"
            && let Some(link) = element(event.current_target())
        {
            preview.show_soon(about.get_value(), link);
        }
    };
    let focused = move |event: FocusEvent| {
        if let Some(link) = element(event.target()) {
            let _ = link.set_attribute("aria-describedby", CARD_ID);
            preview.show_soon(about.get_value(), link);
        }
    };
    let blurred = move |event: FocusEvent| {
        if let Some(link) = element(event.target()) {
            let _ = link.remove_attribute("aria-describedby");
        }
        preview.leave();
    };
    view! {
        <span
            class="previewed"
            on:pointerenter=point
            on:pointerleave=move |_| preview.leave()
            on:focusin=focused
            on:focusout=blurred
        >
            {children()}
        </span>
    }
    .into_any()
}

fn element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

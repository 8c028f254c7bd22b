//! How the preview of an embedded page is looked at: as wide as on a phone or in a column of text, light or dark.
//! Nothing of it is pasted.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::view_state::Theme;

/// How wide the preview can be, in pixels: as on a phone, as in a column of text.
pub const PREVIEW_WIDTHS_PX: [u32; 2] = [320, 700];

/// The buttons that say how the preview is looked at.
#[component]
pub fn SeenAs(
    /// How wide it is.
    width: RwSignal<u32>,
    /// The colours that it is seen in, as if they were those of a reader's system.
    theme: RwSignal<Theme>,
    /// Whether the colours are the reader's: else they are chosen already.
    is_open: Signal<bool>,
) -> impl IntoView {
    let widths: Vec<AnyView> = PREVIEW_WIDTHS_PX
        .into_iter()
        .map(|px| {
            let press = move |_| width.set(px);
            pressed(&[&px.to_string(), " px"].concat(), move || width.get() == px, press)
        })
        .collect();
    let looks: Vec<AnyView> = [(Theme::Light, "Light"), (Theme::Dark, "Dark")]
        .into_iter()
        .map(|(look, name)| {
            let press = move |_| {
                theme.update(|now| *now = if *now == look { Theme::Auto } else { look });
            };
            pressed(name, move || theme.get() == look, press)
        })
        .collect();
    view! {
        <div class="embed-seen-as" role="group" aria-label="Preview as">
            {widths}
            <span hidden=move || !is_open.get()>{looks}</span>
        </div>
    }
    .into_any()
}

/// A button of several, of which one is pressed.
fn pressed(
    name: &str,
    is_on: impl Fn() -> bool + Send + 'static,
    press: impl Fn(MouseEvent) + 'static,
) -> AnyView {
    let name = name.to_owned();
    view! {
        <button
            type="button"
            class="button"
            aria-pressed=move || is_on().to_string()
            on:click=press
        >
            {name}
        </button>
    }
    .into_any()
}

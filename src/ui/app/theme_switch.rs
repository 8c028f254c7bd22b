//! The button that changes the colours.

use leptos::prelude::*;

use crate::ui::state::environment::environment;
use crate::ui::widgets::icon::{Icon, icon};
use crate::view_state::Theme;

/// The button that changes the colours: as the system, light, dark.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let environment = environment();
    let label = move || match environment.theme.get() {
        Theme::Auto => "Colours: as your system",
        Theme::Light => "Colours: light",
        Theme::Dark => "Colours: dark",
    };
    let next = move || match environment.theme.get_untracked() {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    };
    let shown = move || match environment.theme.get() {
        Theme::Auto => icon(Icon::ThemeAuto),
        Theme::Light => icon(Icon::ThemeLight),
        Theme::Dark => icon(Icon::ThemeDark),
    };
    view! {
        <button
            type="button"
            class="icon-button"
            title=label
            aria-label=label
            on:click=move |_| environment.choose_theme(next())
        >
            {move || shown()}
        </button>
    }
    .into_any()
}

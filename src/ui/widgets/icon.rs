//! The page's few icons, drawn as paths on a grid of 16.

use leptos::prelude::*;

/// A drawing of 16 by 16 that says nothing aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A loupe.
    Search,
    /// A cross.
    Close,
    /// A question mark.
    Help,
    /// A disc, half dark.
    ThemeAuto,
    /// A sun.
    ThemeLight,
    /// A moon.
    ThemeDark,
    /// A triangle.
    Play,
    /// An arrow out of a box.
    External,
    /// A page with a plus.
    Add,
    /// Three dots.
    More,
    /// An arrow upwards.
    Up,
    /// An arrow out of a tray.
    Share,
    /// An arrow that comes back to where it began.
    Loop,
    /// An angle to the right, which turns downwards when what it opens is open.
    Chevron,
}

/// Draws an icon. It says nothing by itself: what holds it needs a name.
pub fn icon(icon: Icon) -> AnyView {
    let path = match icon {
        Icon::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 13.8 13.8",
        Icon::Chevron => "M6 3.5 10.5 8 6 12.5",
        Icon::Close => "M3.5 3.5l9 9M12.5 3.5l-9 9",
        Icon::Help => {
            "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM6.2 6.3a1.85 1.85 0 1 1 2.6 1.75c\
             -.55.25-.8.6-.8 1.2M8 11.2v.2"
        }
        Icon::ThemeAuto => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 1.8v12.4",
        Icon::ThemeLight => {
            "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.4M8 13.6V15M1 8h1.4M13.6 8H15M3 3l1 1M12 12l1 \
             1M13 3l-1 1M4 12l-1 1"
        }
        Icon::ThemeDark => "M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7Z",
        Icon::Play => {
            "M5 3.2v9.6a.6.6 0 0 0 .92.5l7.4-4.8a.6.6 0 0 0 0-1L5.92 2.7A.6.6 0 0 0 5 3.2Z"
        }
        Icon::Add => {
            "M9 1.8H4.5a1 1 0 0 0-1 1v10.4a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5.3L9 1.8ZM8 6.8v4.4M5.8 9h4.4"
        }
        Icon::Share => "M8 10V2M5 4.6 8 1.8l3 2.8M5 7H3.5v7h9V7H11",
        Icon::More => "M3.5 8h.01M8 8h.01M12.5 8h.01",
        Icon::Loop => {
            "M3 8.5V7a3 3 0 0 1 3-3h7M10.8 1.8 13 4l-2.2 2.2M13 7.5V9a3 3 0 0 1-3 3H3M5.2 14.2 3 12l2.2-2.2"
        }
        Icon::Up => "M8 13V3.5M3.8 7.5 8 3.3l4.2 4.2",
        Icon::External => "M9.5 2.5h4v4M13.2 2.8 7.5 8.5M6.5 3.5h-3v9h9v-3",
    };
    // The half of the disc that is dark.
    let fill =
        (icon == Icon::ThemeAuto).then(|| view! { <path class="fill" d="M8 2a6 6 0 0 0 0 12Z"/> });
    let class = if icon == Icon::Play { "icon solid" } else { "icon" };
    view! {
        <svg class=class viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d=path/>
            {fill}
        </svg>
    }
    .into_any()
}

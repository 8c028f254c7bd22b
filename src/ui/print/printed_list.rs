//! The reader's list on paper, with boxes to tick.

use leptos::prelude::*;

use crate::export::formats::clip_list::Told;
use crate::progress::{ClipList, ListItem};
use crate::ui::state::library::Library;

/// The list, a line each, with the addresses of its clips.
pub fn printed_list(library: &Library, list: &ClipList) -> AnyView {
    let name = if list.name().is_empty() { "My list" } else { list.name() };
    let line = |item: &ListItem| {
        let told = Told::of(&library.vault, &library.matrix, item);
        let tick = if item.done.is_some() { "☑ " } else { "☐ " };
        let time = match told.url.is_empty() {
            true => told.time.into_any(),
            false => view! { <a href=told.url>{told.time}</a> }.into_any(),
        };
        view! { <li>{tick} <b>{told.front}</b> " " {told.said} " " {time}</li> }.into_any()
    };
    let lines: Vec<AnyView> = list.items().iter().map(line).collect();
    view! { <h1>{name.to_owned()}</h1> <ul class="printed-list">{lines}</ul> }.into_any()
}

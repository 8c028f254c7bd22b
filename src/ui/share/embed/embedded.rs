//! The page in another page's frame: its height is told, the host's commands are heeded, and a link
//! leads to all of it.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::embed::parent;
use crate::browser::page::{address, surroundings};
use crate::embedding::EmbedCommand;
use crate::ui::import::note_import::note_import;
use crate::ui::player::playback::playback;
use crate::ui::state::environment::environment;
use crate::ui::state::library::current_library;
use crate::ui::state::view::view;
use crate::ui::widgets::icon::{Icon, icon};
use crate::view_state::Form;

/// What an embedded page has at its foot; nothing in a page of its own.
#[component]
pub fn EmbeddedFoot() -> impl IntoView {
    if environment().form == Form::Full {
        return ().into_any();
    }
    let (view, current_library, playback) = (view(), current_library(), playback());
    // A document that takes no attribute has a background of its own, and works.
    let _ = surroundings::set_embedded(address::options().ground);
    // The listener and the observer end with the page's owner, who drops the stored values.
    let heights = StoredValue::new_local(parent::tell_height().ok().map(Rc::new));
    let named = move || current_library.read_untracked().moment(&view.state().read_untracked());
    StoredValue::new_local(parent::on_command(move |command| {
        view.refine(|state| command.apply(state));
        match command {
            EmbedCommand::Seek(_) => {
                if let Some(moment) = named() {
                    playback.go_on_at(moment);
                }
            }
            EmbedCommand::TellHeight => {
                if let Some(heights) = heights.get_value() {
                    heights.tell();
                }
            }
            EmbedCommand::Level(_) | EmbedCommand::Query(_) => {}
        }
    }));
    // The whole page as it stands, without what the frame asked for.
    let whole = move || [&address::without_query(), view.href(|_| {}).as_str()].concat();
    let href = move || {
        view.state().track();
        whole()
    };
    let title = untrack(|| note_import().title());
    let show_all = move || {
        let is_narrowed = view.level.get().is_some();
        is_narrowed.then(|| {
            let all = current_library.read().matrix.skills.len().to_string();
            view! {
                <button
                    type="button"
                    class="button"
                    on:click=move |_| view.refine(|state| state.level = None)
                    prop:textContent=["Show all ", &all].concat()
                ></button>
            }
            .into_any()
        })
    };
    view! {
        <footer class="embedded-foot">
            {move || show_all()}
            <p>
                <span class="embedded-source">{title} " · "</span>
                <a href=href target="_blank" rel="noopener">
                    "Open the full version" {icon(Icon::External)}
                </a>
            </p>
        </footer>
    }
    .into_any()
}

//! The reader's list on its way elsewhere: as a link, on paper, as Markdown, as cards; and the one before it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::files::download;
use crate::browser::page::{address, surroundings};
use crate::export::formats::clip_list;
use crate::progress::ClipList;
use crate::ui::rating::ratings::ratings;
use crate::ui::state::library::Library;
use crate::ui::widgets::copy_field::CopyField;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::fresh;
use crate::view_state::ViewState;

/// What can be done with the list. The link has its clips alone: no ratings, no name, nothing that is ticked.
#[component]
pub fn ListWays(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let ratings = ratings();
    let list = ratings.list();
    let trouble = RwSignal::new(String::new());
    let hand_out = move |name: &'static str, mime: &'static str, text: String| {
        trouble.set(match download::save(name, mime, text.as_bytes()) {
            Ok(()) => String::new(),
            Err(error) => ["It cannot be saved: ", &error.to_string(), "."].concat(),
        });
    };
    let markdown = {
        let library = Arc::clone(&library);
        move |_| {
            let list = list.get_untracked();
            let text = clip_list::to_markdown(&library.vault, &library.matrix, &list);
            hand_out("list.md", "text/markdown", text);
        }
    };
    let cards = move |_| {
        let list = list.get_untracked();
        hand_out("list.csv", "text/csv", clip_list::to_csv(&library.vault, &library.matrix, &list));
    };
    let print = move |_| {
        ratings.prints_list().set(true);
        surroundings::print();
    };
    let link = fresh(
        move || list.with(link),
        |text| view! { <CopyField label="Link to this list" text/> }.into_any(),
    );
    let from_file = address::origin().is_none().then(|| {
        view! {
            <p class="quiet">"This page is a file. Whoever has the same file puts this behind its address."</p>
        }
        .into_any()
    });
    let aside = move || {
        let aside = list.with(|list| list.put_aside().len());
        (aside > 0).then(|| {
            let label = ["The list before this one: ", &count(aside, "line", "lines")].concat();
            view! {
                <button type="button" class="button" on:click=move |_| ratings.bring_back()>{label}</button>
            }
            .into_any()
        })
    };
    view! {
        <details class="list-ways">
            <summary>"Share, print, take along"</summary>
            {link}
            {from_file}
            <div class="field-row">
                <button type="button" class="button" on:click=print>"Print"</button>
                <button type="button" class="button" on:click=markdown>"Markdown"</button>
                <button type="button" class="button" on:click=cards>"Cards (CSV)"</button>
                {aside}
            </div>
            <p class="quiet" role="status" prop:textContent=move || trouble.get()></p>
        </details>
    }
    .into_any()
}

/// The address of a list. A file's own address leads nowhere elsewhere, and names folders of this machine.
fn link(list: &ClipList) -> String {
    let state = ViewState { queue: list.clips(), ..ViewState::default() };
    let page = address::origin().map_or_else(String::new, |_| address::without_query());
    [&page, "#", &state.to_fragment()].concat()
}

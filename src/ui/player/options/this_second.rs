//! The second at which the player stands, to be taken along: as a link, as a line of a note.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::{address, clipboard};
use crate::ui::state::library::current_library;
use crate::ui::state::view::{open_note, view};
use crate::video::player::pace::note_line;
use crate::video::{watch_url, whole_secs};

use crate::ui::player::playback::playback;

/// How long a button says what became of a click, in milliseconds.
const SAID_FOR_MS: u32 = 2_000;

/// The ways to take the second along at which the player stands; nothing while nothing is up.
#[component]
pub fn ThisSecond() -> impl IntoView {
    let playback = playback();
    let player = playback.player();
    let is_up = Memo::new(move |_| player.read().position_secs().is_some());
    let seconds = move || player.read_untracked().position_secs().map_or(0, whole_secs);
    let (view, current_library, following) = (view(), current_library(), playback.following());
    let link = move || {
        let Some(moment) = player.get_untracked().moment() else { return String::new() };
        // A file's address leads nowhere on another machine.
        if address::origin().is_none() {
            return watch_url(moment.video, seconds());
        }
        let library = current_library.get_untracked();
        let href = view.href(|state| {
            state.seconds = Some(seconds());
            // What is open may be about another video.
            let named = library.moment(state).map(|named| named.video);
            if let (true, Some(note)) = (named != Some(moment.video), following.note_now()) {
                open_note(state, &note, None);
                state.seconds = Some(seconds());
            }
        });
        [&address::without_query(), href.as_str()].concat()
    };
    let line = move || note_line(seconds());
    move || {
        is_up.get().then(|| {
            view! {
                <div class="this-second">
                    {copied("Link to this second", link)}
                    {copied("Copy this second as a note line", line)}
                </div>
            }
            .into_any()
        })
    }
}

/// A button that copies a text that is made when it is pressed.
fn copied(label: &'static str, text: impl Fn() -> String + 'static) -> AnyView {
    let said = RwSignal::new(String::new());
    // A newer timer ends the one before it.
    let timer = StoredValue::new_local(None::<Timeout>);
    let copy = move |_| {
        let text = text();
        spawn_local(async move {
            let outcome = match clipboard::copy(&text).await {
                Ok(()) => ["Copied: ", &text].concat(),
                // It can be selected where it stands.
                Err(_) => text,
            };
            // The button may be gone by now.
            said.try_set(outcome);
            let done = Timeout::new(SAID_FOR_MS, move || said.set(String::new()));
            timer.try_set_value(Some(done));
        });
    };
    view! {
        <button type="button" class="button" on:click=copy>{label}</button>
        <p class="quiet" role="status" translate="no" prop:textContent=move || said.get()></p>
    }
    .into_any()
}

//! A file of the reader's own in place of YouTube's video.

use leptos::html::Input as InputElement;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::browser::files::media_file::{self, Remembered};
use crate::video::VideoId;

use super::playback::playback;

/// Chooses a file to play in place of a video, or YouTube again.
#[component]
pub fn OwnMedia(
    /// The video.
    video: VideoId,
) -> impl IntoView {
    let playback = playback();
    let input = NodeRef::<InputElement>::new();
    let remembered = RwSignal::new_local(None::<Remembered>);
    let warnings = RwSignal::new(None::<&'static str>);
    spawn_local(async move {
        // It may have gone from the page by now.
        remembered.try_set(Remembered::of(video).await);
    });
    let playback = StoredValue::new_local(playback);
    let play = move |file: File| {
        warnings.try_set(None);
        if let Some(playback) = playback.try_get_value() {
            playback.use_file(video, Some(file));
        }
    };
    let open = move |remember: Remembered| {
        spawn_local(async move {
            match remember.open().await {
                Ok(file) => play(file),
                Err(_) => {
                    warnings.try_set(Some("That file cannot be read any more. Choose it anew."));
                }
            }
        });
    };
    let choose = move |_| {
        if media_file::can_ask() {
            spawn_local(async move {
                // Whoever chooses none wants none.
                let Ok(chosen) = media_file::ask().await else { return };
                // What is not remembered is asked for again the next time.
                let _ = chosen.keep(video).await;
                remembered.try_set(Some(chosen.clone()));
                open(chosen);
            });
        } else if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let give_up = move |_| {
        spawn_local(async move {
            // What cannot be forgotten is offered again, and plays only on a click.
            let _ = media_file::forget(video).await;
            remembered.try_set(None);
        });
        playback.get_value().use_file(video, None);
    };
    let name = move || playback.get_value().file_of(video);
    let state = move || match name() {
        Some(name) => view! {
            <p class="quiet" prop:textContent=["Plays ", &name, " from this device."].concat()></p>
            <button type="button" class="button" on:click=give_up>"Use YouTube again"</button>
        }
        .into_any(),
        None => {
            let again = remembered.get().map(|remember| {
                let label = ["Play ", &remember.name()].concat();
                view! {
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| open(remember.clone())
                        prop:textContent=label
                    ></button>
                }
                .into_any()
            });
            view! {
                <p class="quiet">"A video or audio file plays here without YouTube, and without a network."</p>
                {again}
                <button type="button" class="button" on:click=choose>"Choose a file …"</button>
            }
            .into_any()
        }
    };
    view! {
        <div class="own-media">
            {state}
            {move || warnings.get().map(|text| view! { <p role="alert" prop:textContent=text></p> }.into_any())}
            <input
                class="choose-media"
                type="file"
                accept="video/*,audio/*"
                aria-label="A video or audio file"
                hidden
                node_ref=input
                on:change=move |_| {
                    if let Some(file) = input.get_untracked().and_then(|input| media_file::chosen(&input)) {
                        play(file);
                    }
                }
            />
        </div>
    }
    .into_any()
}

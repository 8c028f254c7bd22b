//! A file of the reader's own in place of YouTube's video.

use leptos::html::Input as InputElement;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::browser::files::media_file::{self, Remembered};
use crate::video::VideoId;

use crate::ui::player::playback::{Playback, playback};

/// The choice of a file in place of a video.
#[derive(Clone, Copy)]
struct MediaFileChoice {
    video: VideoId,
    playback: StoredValue<Playback, LocalStorage>,
    input: NodeRef<InputElement>,
    remembered: RwSignal<Option<Remembered>, LocalStorage>,
    trouble: RwSignal<Option<&'static str>>,
}

impl MediaFileChoice {
    fn of(video: VideoId) -> Self {
        let remembered = RwSignal::new_local(None::<Remembered>);
        spawn_local(async move {
            // It may have gone from the page by now.
            remembered.try_set(Remembered::of(video).await);
        });
        let (playback, input) = (StoredValue::new_local(playback()), NodeRef::new());
        Self { video, playback, input, remembered, trouble: RwSignal::new(None) }
    }

    fn play(self, file: File) {
        self.trouble.try_set(None);
        if let Some(playback) = self.playback.try_get_value() {
            playback.use_file(self.video, Some(file));
        }
    }

    fn open(self, remembered: Remembered) {
        spawn_local(async move {
            match remembered.open().await {
                Ok(file) => self.play(file),
                Err(_) => {
                    let text = "That file cannot be read any more. Choose it anew.";
                    self.trouble.try_set(Some(text));
                }
            }
        });
    }

    fn choose(self) {
        if media_file::can_ask() {
            spawn_local(async move {
                // Whoever chooses none wants none.
                let Ok(chosen) = media_file::ask().await else { return };
                // What is not remembered is asked for again the next time.
                let _ = chosen.keep(self.video).await;
                self.remembered.try_set(Some(chosen.clone()));
                self.open(chosen);
            });
        } else if let Some(input) = self.input.get_untracked() {
            input.click();
        }
    }

    /// What went wrong, and the field that browsers without a dialog of their own need.
    fn rest(self) -> AnyView {
        let Self { input, trouble, .. } = self;
        view! {
            {move || trouble.get().map(|text| view! { <p role="alert" prop:textContent=text></p> }.into_any())}
            <input
                class="choose-media"
                type="file"
                accept="video/*,audio/*"
                aria-label="A video or audio file"
                hidden
                node_ref=input
                on:change=move |_| {
                    if let Some(file) = input.get_untracked().and_then(|input| media_file::chosen(&input)) {
                        self.play(file);
                    }
                }
            />
        }
        .into_any()
    }
}

/// A button that plays a file in place of a video: the one of the last visit, or one to be chosen.
#[component]
pub fn PlayItHere(
    /// Whose recording the reader may have.
    video: VideoId,
) -> impl IntoView {
    let choice = MediaFileChoice::of(video);
    let label = move || match choice.remembered.get() {
        Some(remembered) => ["Play ", &remembered.name()].concat(),
        None => "Play it here".to_owned(),
    };
    let press = move |_| match choice.remembered.get_untracked() {
        Some(remembered) if choice.trouble.get_untracked().is_none() => choice.open(remembered),
        _ => choice.choose(),
    };
    view! {
        <span class="play-it-here">
            <button type="button" class="button" on:click=press prop:textContent=label></button>
            {choice.rest()}
        </span>
    }
    .into_any()
}

/// Chooses a file to play in place of a video, or YouTube again.
#[component]
pub fn OwnMedia(
    /// The one in whose place the file plays.
    video: VideoId,
) -> impl IntoView {
    let choice = MediaFileChoice::of(video);
    let MediaFileChoice { playback, remembered, .. } = choice;
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
            let again = remembered.get().map(|remembered| {
                let label = ["Play ", &remembered.name()].concat();
                view! {
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| choice.open(remembered.clone())
                        prop:textContent=label
                    ></button>
                }
                .into_any()
            });
            view! {
                <p class="quiet">"A video or audio file plays here without YouTube, and without a network."</p>
                {again}
                <button type="button" class="button" on:click=move |_| choice.choose()>
                    "Choose a file …"
                </button>
            }
            .into_any()
        }
    };
    view! { <div class="own-media">{state} {choice.rest()}</div> }.into_any()
}

//! What the browser keeps of the reader's ratings, in the reader's hands: out as a file, in again, forgotten.

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::files::download;
use crate::progress::Presence;

use crate::ui::rating::keeping::DID_NOT_COME;
use crate::ui::rating::ratings::ratings;
use crate::ui::widgets::late::in_chunk::NotHere;

/// A closed box of what can be done with the ratings and the list.
#[component]
pub fn DataMenu() -> impl IntoView {
    let ratings = ratings();
    let shown = ratings.shown();
    let (file, said) = (NodeRef::<Input>::new(), RwSignal::new(String::new()));
    let hand_out = move |name: &'static str, mime: &'static str, text: String| {
        if let Err(error) = download::save(name, mime, text.as_bytes()) {
            said.set(["It cannot be saved: ", &error.to_string(), "."].concat());
        }
    };
    let export = move |_| {
        spawn_local(async move {
            match ratings.export().await {
                Ok(text) => hand_out("ratings.json", "application/json", text),
                Err(NotHere) => {
                    said.set(["It cannot be saved: ", DID_NOT_COME, "."].concat());
                }
            }
        });
    };
    let import = move |_| {
        let Some(input) = file.get_untracked() else { return };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let text = JsFuture::from(chosen.text()).await;
            let text = text.ok().and_then(|text| text.as_string()).unwrap_or_default();
            said.set(match ratings.import(&text).await {
                Ok(told) => told,
                Err(error) => [&chosen.name(), ": ", &error, ". Nothing was changed."].concat(),
            });
            input.set_value("");
        });
    };
    let elsewhere = move || {
        let record = ratings.record().get();
        let here = shown.here().get();
        let lines: Vec<String> = here
            .elsewhere
            .iter()
            .filter(|(_, presence)| *presence != Presence::NotAsked)
            .map(|(at, presence)| {
                let name = record.name(&at.skill);
                let became = match presence {
                    Presence::Merged(skill) => ["is part of ", &skill.0].concat(),
                    Presence::Split(_) => "is several skills now; rate those".to_owned(),
                    Presence::LevelGone => {
                        ["its level ", at.level.as_str(), " is not here"].concat()
                    }
                    _ => "is not in these notes".to_owned(),
                };
                [name, ": ", &became].concat()
            })
            .collect();
        match lines.is_empty() {
            true => String::new(),
            false => ["Kept, though not here as you rated it. ", &lines.join(". "), "."].concat(),
        }
    };
    view! {
        <p class="quiet elsewhere" prop:textContent=elsewhere></p>
        <details class="data-menu">
            <summary>"Your ratings stay in this browser"</summary>
            <div class="field-row">
                <button type="button" class="button" on:click=export>"Export"</button>
                <label class="button" for="import-ratings">"Import"</label>
                <input
                    id="import-ratings"
                    class="visually-hidden"
                    type="file"
                    accept=".json,application/json"
                    node_ref=file
                    on:change=import
                />
                <button type="button" class="button" on:click=move |_| ratings.forget()>"Forget everything"</button>
            </div>
            <p class="quiet" role="status" prop:textContent=move || said.get()></p>
        </details>
    }
    .into_any()
}

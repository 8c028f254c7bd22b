//! Keeping the whole page for a time without a network: how much it is, how far it is, and how it ended.

use leptos::prelude::*;

use crate::ui::share::sharing::sharing;
use crate::ui::state::texts_beside;
use crate::ui::widgets::counting::size;

use super::keeping::{KeepStage, KeptSoFar, begin, cancel, stage};

/// Keeping the whole page for a time without a network.
#[component]
pub fn KeepSheet() -> impl IntoView {
    let sharing = sharing();
    let stage = stage();
    let bytes = texts_beside::files().map_or(0, |files| files.bytes);
    let act = {
        let stage = stage.clone();
        move |_| {
            let now = stage.get_untracked();
            match now {
                KeepStage::Asked | KeepStage::Stopped(..) => begin(),
                KeepStage::Working(_) => cancel(),
                KeepStage::Kept => sharing.close(),
            }
        }
    };
    let label = {
        let stage = stage.clone();
        move || match *stage.read() {
            KeepStage::Asked => ["Keep everything · ", &size(bytes)].concat(),
            KeepStage::Working(_) => "Cancel".to_owned(),
            KeepStage::Stopped(..) => "Go on".to_owned(),
            KeepStage::Kept => "Done".to_owned(),
        }
    };
    let bar = {
        let stage = stage.clone();
        Memo::new(move |_| match *stage.read() {
            KeepStage::Working(so_far) => Some(so_far),
            _ => None,
        })
    };
    let ended = {
        let stage = stage.clone();
        move || match &*stage.read() {
            KeepStage::Asked | KeepStage::Working(_) => String::new(),
            KeepStage::Kept => {
                "All of it is kept: this page opens and searches without a network.".to_owned()
            }
            KeepStage::Stopped(so_far, why) => {
                let because = why.as_ref().map(|why| ["It stopped: ", why, "."].concat());
                let so_far = (so_far.done > 0).then(|| [&kept(*so_far), " and stay."].concat());
                because.into_iter().chain(so_far).collect::<Vec<_>>().join(" ")
            }
        }
    };
    let is_working = move || bar.read().is_some();
    view! {
        <p>
            "What you look at here is kept by itself. Keep everything, and all notes and the whole search are there without a \
             network, in this browser."
        </p>
        <div class="keep-bar" hidden=move || !is_working()>
            <progress
                aria-label="Files that are kept"
                max=move || bar.read().filter(|so_far| so_far.all > 0).map(|so_far| so_far.all.to_string())
                value=move || bar.read().filter(|so_far| so_far.all > 0).map(|so_far| so_far.done.to_string())
            ></progress>
            <p class="quiet" prop:textContent=move || bar.read().map_or_else(String::new, kept)></p>
        </div>
        <div class="field-row">
            <button
                type="button" class="button primary" data-anchor="keep"
                on:click=act prop:textContent=label
            ></button>
            <p class="quiet" role="status" prop:textContent=ended></p>
        </div>
    }
    .into_any()
}

fn kept(so_far: KeptSoFar) -> String {
    [&so_far.done.to_string(), " of ", &so_far.all.to_string(), " files are kept"].concat()
}

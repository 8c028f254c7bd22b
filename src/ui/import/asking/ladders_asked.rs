//! The question whether files are ladders, asked once for all of them, with what they would be.

use leptos::prelude::*;

use crate::ui::widgets::counting::count;
use crate::vault::Mode;

use super::skills_table::skills_table;
use crate::ui::import::note_import::{PossibleLadder, note_import};

/// The most files of which is shown what they would be.
const MOST_SHOWN: usize = 5;

/// The question, with its answers.
pub fn drawn(ladders: &[PossibleLadder], mode: Mode) -> AnyView {
    let note_import = note_import();
    let (title, yes, no) = match ladders {
        [only] => {
            let title = ["Is ", &only.path, " a ladder?"].concat();
            (title, "Read as a ladder", "Leave it as it is")
        }
        all => {
            let title = ["Are these ", &count(all.len(), "file", "files"), " ladders?"].concat();
            (title, "Read as ladders", "Leave them as they are")
        }
    };
    let shown: Vec<AnyView> = ladders
        .iter()
        .take(MOST_SHOWN)
        .map(|ladder| {
            let path = (ladders.len() > 1).then(|| {
                view! { <h3><bdi translate="no">{ladder.path.clone()}</bdi></h3> }.into_any()
            });
            let caption = ["What ", &ladder.path, " would be"].concat();
            let table = skills_table(&ladder.skills, caption);
            view! { {path} <p>{["As a ladder: ", &ladder.text].concat()}</p> {table} }.into_any()
        })
        .collect();
    let more = ladders.len().saturating_sub(MOST_SHOWN);
    let more = (more > 0).then(|| {
        view! { <p class="quiet">{["and ", &count(more, "more file", "more files")].concat()}</p> }
            .into_any()
    });
    view! {
        <h2 id="ask-title" tabindex="-1">{title}</h2>
        <p class="quiet">
            "No two columns or rows are named by levels that are known, so nothing of it is in the matrix. Only you can say."
        </p>
        {shown}
        {more}
        <div class="answers">
            <button
                type="button"
                class="button primary"
                autofocus
                on:click=move |_| note_import.answer(mode, true)
            >
                {yes}
            </button>
            <button type="button" class="button" on:click=move |_| note_import.answer(mode, false)>
                {no}
            </button>
            <button type="button" class="button" on:click=move |_| note_import.cancel()>"Cancel"</button>
        </div>
    }
    .into_any()
}

//! What is wrong in a note, kept quiet until asked for.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::NoteId;
use crate::ui::state::library::Library;
use crate::ui::widgets::counting::count;

use super::original_file::OriginalFile;
use super::problem_item::problem_item;

/// The most that is listed of a note.
const MOST_PROBLEMS: usize = 200;

/// What is wrong in a note, drawn when somebody asks.
#[component]
pub fn ProblemList(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Whose problems are listed.
    note: NoteId,
) -> impl IntoView {
    let Some(note) = library.vault.note(&note) else { return ().into_any() };
    let problems = crate::corpus::problems(&library.vault, &library.matrix, note);
    if problems.is_empty() {
        return ().into_any();
    }
    let title = count(problems.len(), "thing to mend in this file", "things to mend in this file");
    let more = problems.len().saturating_sub(MOST_PROBLEMS);
    let more = move || {
        (more > 0).then(|| {
            let text = ["and ", &more.to_string(), " more, which “skillreel check” lists"].concat();
            view! { <li>{text}</li> }.into_any()
        })
    };
    let path = note.path.clone();
    let wanted = RwSignal::new(false);
    let list = move || {
        wanted.get().then(|| {
            let item = |problem| problem_item(problem, ().into_any(), None, None);
            let items: Vec<AnyView> = problems.iter().take(MOST_PROBLEMS).map(item).collect();
            view! {
                <ul class="problems" role="list">{items}{more()}</ul>
                <OriginalFile path=path.clone()/>
            }
            .into_any()
        })
    };
    view! {
        <details class="note-problems" data-anchor="note-problems" on:toggle=move |_| wanted.set(true)>
            <summary>{title}</summary>
            {list}
        </details>
    }
    .into_any()
}

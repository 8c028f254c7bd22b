//! The problems of one kind, wherever they are; drawn when somebody opens them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::{Code, NoteId, Problem};
use crate::text::shortened;
use crate::ui::import::note_import::note_import;
use crate::ui::links::note_link::NoteLink;
use crate::ui::widgets::lists::long_list::long_list;

use super::original_file::OriginalFile;
use super::problem_item::problem_item;

/// How many are listed at first, and how many more each time the reader asks.
const PLACES_AT_A_TIME: usize = 25;

/// The most of a line that is shown, in characters.
const LONGEST_LINE: usize = 160;

/// Problems of one kind.
#[derive(Debug, PartialEq)]
pub struct KindProblems {
    pub code: Code,
    pub places: Vec<ProblemPlace>,
}

/// A problem, and whose it is.
#[derive(Debug, PartialEq)]
pub struct ProblemPlace {
    pub note: NoteId,
    pub path: String,
    pub problem: Problem,
}

/// The problems of one kind.
#[component]
pub fn ProblemKind(
    /// Them, and where they are.
    kind: Arc<KindProblems>,
    /// Whether they are listed from the start.
    open: bool,
) -> impl IntoView {
    let code = kind.code;
    let number = kind.places.len().to_string();
    let wanted = RwSignal::new(open);
    let list = move || {
        wanted.get().then(|| {
            let (total, kind) = (kind.places.len(), Arc::clone(&kind));
            let draw = Arc::new(move |at: usize| match kind.places.get(at) {
                Some(place) => item(place),
                None => ().into_any(),
            });
            let (items, more) = long_list(total, PLACES_AT_A_TIME, ("more", "more"), draw);
            view! { <ul class="problems" role="list">{items}</ul> {more} }.into_any()
        })
    };
    let severity = code.severity().as_str();
    view! {
        <li data-severity=severity>
            <details class="problem-kind" open=open on:toggle=move |_| wanted.set(true)>
                <summary>
                    {code.of_many()} " " <span class="count">{number}</span>
                    " " <span class="problem-severity">{severity}</span>
                </summary>
                {list}
            </details>
        </li>
    }
    .into_any()
}

/// A problem with its file, and the line as it was written.
fn item(place: &ProblemPlace) -> AnyView {
    let ProblemPlace { note, path, problem } = place;
    let (shown, id) = (path.clone(), note.clone());
    let file = view! {
        <span class="problem-path" dir="auto" translate="no">
            <NoteLink note=id class="origin-link">{shown}</NoteLink>
        </span>
        " "
    };
    let written = note_import().line(path, problem.line);
    let written = written.map(|line| shortened(line.trim(), LONGEST_LINE));
    // What could not be read as text is given back.
    let original = (problem.code == Code::Encoding)
        .then(|| view! { <OriginalFile path=path.clone()/> }.into_any());
    problem_item(problem, file.into_any(), written, original)
}

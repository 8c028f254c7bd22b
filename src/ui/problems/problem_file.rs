//! What is wrong in one file, drawn when it is opened.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::{NoteId, Problem, Severity};
use crate::ui::links::note_link::NoteLink;
use crate::ui::widgets::copy_button::CopyButton;

use super::original_file::OriginalFile;

/// What is wrong in one file.
#[derive(Debug, PartialEq)]
pub struct FileProblems {
    pub note: NoteId,
    pub path: String,
    pub problems: Vec<Problem>,
}

/// What is wrong in one file.
#[component]
pub fn ProblemFile(
    /// The file and its problems.
    file: Arc<FileProblems>,
    /// The severity that is shown; `None` for all.
    severity: Option<Severity>,
    /// Whether it is open from the start.
    open: bool,
) -> impl IntoView {
    let fits =
        move |problem: &&Problem| severity.is_none_or(|severity| problem.severity() == severity);
    let number = file.problems.iter().filter(fits).count().to_string();
    let path = file.path.clone();
    let wanted = RwSignal::new(open);
    let list = move || {
        wanted.get().then(|| {
            let items: Vec<AnyView> = file.problems.iter().filter(fits).map(problem_item).collect();
            let note = file.note.clone();
            view! {
                <ul class="problems" role="list">{items}</ul>
                <OriginalFile path=file.path.clone()/>
                <p class="origin">
                    <NoteLink note class="origin-link">"Read the note"</NoteLink>
                </p>
            }
            .into_any()
        })
    };
    view! {
        <li>
            <details class="problem-file" open=open on:toggle=move |_| wanted.set(true)>
                <summary>
                    <span class="problem-path" dir="auto" translate="no">{path}</span>
                    " " <span class="count">{number}</span>
                </summary>
                {list}
            </details>
        </li>
    }
    .into_any()
}

/// One problem: its line, what is wrong, and what to write instead.
pub fn problem_item(problem: &Problem) -> AnyView {
    let severity = problem.severity().as_str();
    let line = ["Line ", &problem.line.to_string()].concat();
    let suggestion = problem.suggestion.clone().map(|text| {
        let label = ["Copy what to write in line ", &problem.line.to_string()].concat();
        view! {
            <span class="suggestion">
                <code>{text.clone()}</code> <CopyButton text label/>
            </span>
        }
        .into_any()
    });
    view! {
        <li data-severity=severity>
            <span class="problem-line">{line}</span>
            " " <span class="problem-severity">{severity}</span>
            " " {problem.message.clone()}
            {suggestion}
        </li>
    }
    .into_any()
}

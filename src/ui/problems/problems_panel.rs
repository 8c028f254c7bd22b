//! What is wrong in the notes, file by file: for their author.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::scheduler::{self, Slices};
use crate::corpus;
use crate::note::{Problem, Severity};
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::lists::long_list::long_list;

use super::nearly_counted::NearlyCounted;
use super::problem_file::{FileProblems, ProblemFile};

/// How many files are listed at first, and how many more each time the reader asks.
const FILES_AT_A_TIME: usize = 25;

/// The severities, the worst first, as people call many of them.
const SEVERITIES: [(Severity, &str); 3] =
    [(Severity::Error, "Errors"), (Severity::Warning, "Warnings"), (Severity::Info, "Notices")];

/// What is wrong in the notes.
#[component]
pub fn ProblemsPanel(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let view = view();
    let gathered = RwSignal::new(Vec::<Arc<FileProblems>>::new());
    let is_done = RwSignal::new(false);
    spawn_local(gather(Arc::clone(&library), gathered, is_done));

    let chosen = RwSignal::new(None::<Severity>);
    let counts = Memo::new(move |_| {
        let mut counts = [0; SEVERITIES.len()];
        for problem in gathered.read().iter().flat_map(|file| &file.problems) {
            let at = SEVERITIES.iter().position(|(known, _)| *known == problem.severity());
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        counts
    });
    let summary = move || {
        let all: usize = counts.read().iter().sum();
        let files = gathered.read().len();
        match (is_done.get(), all) {
            (false, _) => "Checking the notes …".to_owned(),
            (true, 0) => "Nothing is wrong in these notes.".to_owned(),
            (true, all) => [
                &count(all, "thing to mend", "things to mend"),
                " in ",
                &count(files, "file", "files"),
            ]
            .concat(),
        }
    };
    let fits = move |file: &Arc<FileProblems>| {
        let of_severity =
            |problem: &Problem| chosen.get().is_none_or(|severity| problem.severity() == severity);
        file.problems.iter().any(of_severity)
    };
    // A choice draws its files anew, and more of them are drawn below those that are there.
    let fitting = Memo::new(move |_| {
        let files: Vec<_> = gathered.read().iter().filter(|file| fits(file)).cloned().collect();
        (chosen.get(), Arc::new(files))
    });
    let list = fresh(
        move || fitting.get(),
        |(severity, files)| {
            // A few files are all of the list; many are looked through by their names.
            let (total, open) = (files.len(), files.len() <= 3);
            let draw = Arc::new(move |place: usize| match files.get(place) {
                Some(file) => {
                    view! { <ProblemFile file=Arc::clone(file) severity open/> }.into_any()
                }
                None => ().into_any(),
            });
            let (items, more) =
                long_list(total, FILES_AT_A_TIME, ("more file", "more files"), draw);
            view! { <ul class="problem-files" role="list">{items}</ul> {more} }.into_any()
        },
    );
    let choice = move |(severity, label): (Option<Severity>, &'static str)| {
        let number = move || {
            let number = match severity {
                None => counts.read().iter().sum::<usize>(),
                Some(severity) => {
                    let at = SEVERITIES.iter().position(|(known, _)| *known == severity);
                    at.and_then(|at| counts.read().get(at).copied()).unwrap_or_default()
                }
            };
            number.to_string()
        };
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="severity"
                    value=severity.map_or("all", Severity::as_str)
                    prop:checked=move || chosen.get() == severity
                    on:change=move |_| chosen.set(severity)
                />
                <span class="segment-label">
                    {label} " " <span class="count" prop:textContent=number></span>
                </span>
            </label>
        }
        .into_any()
    };
    let severities = SEVERITIES.into_iter().map(|(severity, label)| (Some(severity), label));
    let choices: Vec<AnyView> =
        std::iter::once((None, "All")).chain(severities).map(choice).collect();
    view! {
        <header class="detail-head">
            <div>
                <p class="eyebrow">"For the notes’ author"</p>
                <h2>"Problems"</h2>
                <p class="quiet" role="status" prop:textContent=summary></p>
            </div>
            <CloseButton label="Close" class="detail-close" on_close=move || view.close()/>
        </header>
        <div class="levels" role="radiogroup" aria-labelledby="severity-title">
            <span class="levels-title" id="severity-title">"Severity"</span>
            <div class="segments">{choices}</div>
        </div>
        {list}
        <NearlyCounted library/>
    }
    .into_any()
}

/// Looks through the notes in slices: links are looked up anew for each.
async fn gather(
    library: Arc<Library>,
    gathered: RwSignal<Vec<Arc<FileProblems>>>,
    is_done: RwSignal<bool>,
) {
    // The panel is drawn first.
    scheduler::next_task().await;
    let mut slices = Slices::start();
    let mut found = Vec::new();
    for note in library.vault.notes().iter().chain(library.vault.transcripts()) {
        let problems = corpus::problems(&library.vault, &library.matrix, note);
        if !problems.is_empty() {
            let (note, path) = (note.id.clone(), note.path.clone());
            found.push(Arc::new(FileProblems { note, path, problems }));
        }
        slices.breathe().await;
    }
    // The panel may be closed by now.
    gathered.try_set(found);
    is_done.try_set(true);
}

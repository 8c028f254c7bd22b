//! What is wrong in the notes, kind by kind: for their author.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashSet;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::scheduler::{self, Slices};
use crate::corpus;
use crate::note::Severity;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside;
use crate::ui::state::view::view;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::fresh;

use super::nearly_counted::NearlyCounted;
use super::problem_kind::{KindProblems, ProblemKind, ProblemPlace};

/// No more kinds than this are open from the start.
const FEW_KINDS: usize = 3;

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
    let gathered = RwSignal::new(Vec::<Arc<KindProblems>>::new());
    let is_done = RwSignal::new(false);
    spawn_local(gather(Arc::clone(&library), gathered, is_done));

    let chosen = RwSignal::new(None::<Severity>);
    let counts = Memo::new(move |_| {
        let mut counts = [0; SEVERITIES.len()];
        for kind in gathered.read().iter() {
            let at = SEVERITIES.iter().position(|(known, _)| *known == kind.code.severity());
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += kind.places.len();
            }
        }
        counts
    });
    let summary = move || {
        let all: usize = counts.read().iter().sum();
        let gathered = gathered.read();
        let places = gathered.iter().flat_map(|kind| &kind.places);
        let files = places.map(|place| &place.path).collect::<FxHashSet<_>>().len();
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
    let fitting = Memo::new(move |_| {
        let gathered = gathered.read();
        let fits = |kind: &&Arc<KindProblems>| {
            chosen.get().is_none_or(|severity| kind.code.severity() == severity)
        };
        gathered.iter().filter(fits).cloned().collect::<Vec<_>>()
    });
    let list = fresh(
        move || fitting.get(),
        |kinds: Vec<Arc<KindProblems>>| {
            let open = kinds.len() <= FEW_KINDS;
            let kind = |kind| view! { <ProblemKind kind open/> }.into_any();
            let kinds: Vec<AnyView> = kinds.into_iter().map(kind).collect();
            view! { <ul class="problem-kinds" role="list">{kinds}</ul> }.into_any()
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
    gathered: RwSignal<Vec<Arc<KindProblems>>>,
    is_done: RwSignal<bool>,
) {
    // The panel is drawn first.
    scheduler::next_task().await;
    // What does not come is told where the notes are, and has no problems that are known.
    let _ = texts_beside::all().await;
    let mut slices = Slices::start();
    let mut kinds: Vec<KindProblems> = Vec::new();
    for note in library.vault.all() {
        for problem in corpus::problems(&library.vault, &library.matrix, note) {
            let (code, note, path) = (problem.code, note.id.clone(), note.path.clone());
            let place = ProblemPlace { note, path, problem };
            match kinds.iter_mut().find(|kind| kind.code == code) {
                Some(kind) => kind.places.push(place),
                None => kinds.push(KindProblems { code, places: vec![place] }),
            }
        }
        slices.breathe().await;
    }
    // The worst first, and of those what is found most often.
    let weight = |kind: &KindProblems| {
        let severity = SEVERITIES.iter().position(|(known, _)| *known == kind.code.severity());
        (severity, usize::MAX - kind.places.len())
    };
    let mut sorted: Vec<Arc<KindProblems>> = Vec::with_capacity(kinds.len());
    for kind in kinds {
        let at = sorted.partition_point(|other| weight(other) <= weight(&kind));
        sorted.insert(at, Arc::new(kind));
    }
    // The panel may be closed by now.
    gathered.try_set(sorted);
    is_done.try_set(true);
}

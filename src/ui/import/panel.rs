//! How far the adding of notes is, and what came of it.

use leptos::prelude::*;

use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::dialog::keep_focus;
use crate::ui::widgets::fresh::fresh;
use crate::vault::files::skipped::named;

use super::intake::{Phase, Told, intake};
use super::words;

/// What the panel shows.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Nothing,
    Progress,
    Told(Told),
}

/// How far the adding of notes is, and what came of it: at the foot of the page, which can be used
/// meanwhile.
#[component]
pub fn IntakePanel() -> impl IntoView {
    let intake = intake();
    // While numbers run, the elements around them stay.
    let shown = Memo::new(move |_| match &*intake.phase.read() {
        Phase::Told(told) => Shown::Told(told.clone()),
        phase if words::progress(phase).is_some() => Shown::Progress,
        _ => Shown::Nothing,
    });
    let content = fresh(
        move || shown.get(),
        |shown| match shown {
            Shown::Nothing => ().into_any(),
            Shown::Progress => progress(),
            Shown::Told(told) => told_view(&told),
        },
    );
    // Screen readers are told what came of it, and not every number on the way.
    let told = move || match &*shown.read() {
        Shown::Told(told) => words::with_skipped(&told.text, &told.skipped),
        Shown::Progress => "Reading notes".to_owned(),
        Shown::Nothing => String::new(),
    };
    view! {
        <p class="visually-hidden" aria-live="polite" prop:textContent=told></p>
        {content}
    }
    .into_any()
}

fn progress() -> AnyView {
    let intake = intake();
    let now = Memo::new(move |_| words::progress(&intake.phase.read()).unwrap_or_default());
    let part = move |end: bool| {
        let (done, total) = now.read().1?;
        Some(if end { total } else { done }.to_string())
    };
    view! {
        <section class="intake working" aria-label="Adding notes">
            <p prop:textContent=move || now.read().0.clone()></p>
            <progress aria-label="Adding notes" max=move || part(true) value=move || part(false)></progress>
            <button type="button" class="button" on:click=move |_| intake.cancel()>"Cancel"</button>
        </section>
    }
    .into_any()
}

fn told_view(told: &Told) -> AnyView {
    let intake = intake();
    let text = words::with_skipped(&told.text, &told.skipped);
    let undo = move |_| {
        intake.undo();
        keep_focus();
    };
    let undo = told.can_undo.then(|| {
        view! {
            <button type="button" class="button" on:click=undo>"Undo"</button>
        }
        .into_any()
    });
    let (files, more) = named(&told.skipped);
    let is_said = matches!(files.as_slice(), [only] if text.contains(&only.path));
    let details = (!files.is_empty() && !is_said).then(|| {
        let items: Vec<AnyView> = files
            .into_iter()
            .map(|file| {
                let why = file.reason.to_string();
                view! { <li><bdi translate="no">{file.path.clone()}</bdi> " " {why}</li> }
                    .into_any()
            })
            .collect();
        let more = (more > 0)
            .then(|| view! { <li>{["and ", &more.to_string(), " more"].concat()}</li> }.into_any());
        view! {
            <details class="skipped">
                <summary>"What was skipped"</summary>
                <ul role="list">{items}{more}</ul>
            </details>
        }
        .into_any()
    });
    view! {
        <section class="intake" aria-label="Added notes">
            <p>{text}</p>
            <div class="intake-actions">
                {undo}
                <CloseButton label="Put this away" class="" on_close=move || intake.phase.set(Phase::Quiet)/>
            </div>
            {details}
        </section>
    }
    .into_any()
}

//! How far the adding of notes is, and what came of it, once something was added.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::ui::links::view_link::ViewLink;
use crate::ui::state::view::open_taken;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::dialog::keep_focus;
use crate::ui::widgets::fresh::fresh;
use crate::vault::files::skipped::named;
use crate::view_state::{Panel, ViewState};

use super::import_messages;
use super::note_import::{ImportOutcome, ImportPhase, note_import};

/// After how many milliseconds what was told goes by itself.
const GOES_AFTER_MS: u32 = 15_000;

/// What the panel shows.
#[derive(Clone, Debug, PartialEq)]
enum PanelContent {
    Nothing,
    Progress,
    Told(ImportOutcome),
}

/// How far the adding of notes is, and what came of it. `spoken` becomes what screen readers are told.
pub fn drawn(spoken: RwSignal<String>) -> AnyView {
    let note_import = note_import();
    // While numbers run, the elements around them stay.
    let shown = Memo::new(move |_| match &*note_import.phase.read() {
        ImportPhase::Told(told) => PanelContent::Told(told.clone()),
        phase if import_messages::progress(phase).is_some() => PanelContent::Progress,
        _ => PanelContent::Nothing,
    });
    // Screen readers are told what came of it, and not every number on the way.
    Effect::new(move || {
        let text = match &*shown.read() {
            PanelContent::Told(told) => {
                let text = import_messages::with_skipped(&told.text, &told.skipped);
                let report = told.report.map(|report| [" ", &report.in_words()].concat());
                text + &report.unwrap_or_default()
            }
            PanelContent::Progress => "Reading notes".to_owned(),
            PanelContent::Nothing => String::new(),
        };
        spoken.set(text);
    });
    fresh(
        move || shown.get(),
        |shown| match shown {
            PanelContent::Nothing => ().into_any(),
            PanelContent::Progress => progress(),
            PanelContent::Told(told) => told_view(&told),
        },
    )
}

fn progress() -> AnyView {
    let note_import = note_import();
    let now = Memo::new(move |_| {
        import_messages::progress(&note_import.phase.read()).unwrap_or_default()
    });
    let part = move |end: bool| {
        let (done, total) = now.read().1?;
        Some(if end { total } else { done }.to_string())
    };
    view! {
        <section class="import-panel working" aria-label="Adding notes">
            <p prop:textContent=move || now.read().0.clone()></p>
            <progress aria-label="Adding notes" max=move || part(true) value=move || part(false)></progress>
            <button type="button" class="button" on:click=move |_| note_import.cancel()>"Cancel"</button>
        </section>
    }
    .into_any()
}

fn told_view(told: &ImportOutcome) -> AnyView {
    let note_import = note_import();
    let text = import_messages::with_skipped(&told.text, &told.skipped);
    let undo = move |_| {
        note_import.undo();
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
            <details class="skipped" data-anchor="skipped">
                <summary>"What was skipped"</summary>
                <ul role="list">{items}{more}</ul>
            </details>
        }
        .into_any()
    });
    let report = told.report.map(|report| {
        // What is wrong, or only lacks a word, stands where it can be mended.
        let asked = told.asked.clone();
        let is_asked = report.errors > 0 || report.nearly > 0 || asked.is_some();
        let look = is_asked.then(|| {
            let words = if report.errors + report.nearly > 0 { "Look" } else { "Why?" };
            let edit = Box::new(move |state: &mut ViewState| match &asked {
                Some(note) if report.errors == 0 => open_taken(state, note),
                _ => state.panel = Some(Panel::Problems),
            });
            view! { " " <ViewLink edit class="origin-link">{words}</ViewLink> }.into_any()
        });
        view! { " " <span class="quiet">{report.in_words()} {look}</span> }.into_any()
    });
    // It lies over what it tells of, so it goes, unless somebody is at it or has to read what was skipped.
    let timer = StoredValue::new_local(None::<Timeout>);
    let stays = details.is_some();
    let stay = move || timer.set_value(None);
    let go = move || {
        let put_away = move || note_import.phase.set(ImportPhase::Quiet);
        timer.set_value((!stays).then(|| Timeout::new(GOES_AFTER_MS, put_away)));
    };
    go();
    view! {
        <section
            class="import-panel"
            aria-label="Added notes"
            on:mouseenter=move |_| stay()
            on:mouseleave=move |_| go()
            on:focusin=move |_| stay()
            on:focusout=move |_| go()
        >
            <p>{text} {report}</p>
            <div class="import-actions">
                {undo}
                <CloseButton label="Put this away" class="" on_close=move || note_import.phase.set(ImportPhase::Quiet)/>
            </div>
            {details}
        </section>
    }
    .into_any()
}

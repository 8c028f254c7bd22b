//! The mark that makes a part of a note skills: copied with a press, and in notes of the reader's own written at once.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::clipboard;
use crate::matrix::{LevelId, MarkToWrite, mark_fits};
use crate::ui::import::note_import::note_import;
use crate::ui::state::view::{TAKEN_SECTION, view};
use crate::ui::widgets::fresh::fresh;

/// The mark that makes a part of a note skills.
#[component]
pub fn MarkWay(
    /// The note's path.
    path: String,
    /// What is written, and where.
    mark: MarkToWrite,
    /// The levels at which the skills stand by what is written over them.
    levels: Vec<LevelId>,
) -> impl IntoView {
    let (view, note_import) = (view(), note_import());
    let (level, said) = (RwSignal::new(None::<LevelId>), RwSignal::new(String::new()));
    let copy = move |_| {
        let mark = mark.at(level.get_untracked());
        spawn_local(async move {
            let text = match clipboard::copy(&mark.text()).await {
                Ok(()) => ["Copied ", &mark.text(), ": it goes ", &mark.place(), "."].concat(),
                // It stands there and can be selected.
                Err(_) => "The browser does not allow it here: select it and copy it.".to_owned(),
            };
            // The part may be gone by now.
            said.try_set(text);
        });
    };
    let code = fresh(
        move || level.get(),
        move |level| view! { <code translate="no">{mark.at(level).text()}</code> }.into_any(),
    );
    let choice = mark.takes_level().then(|| level_choice(levels, level));
    let file = note_import.added_file(&path);
    let way = file.map(|file| {
        let fits = match file.loss {
            Some(_) => Err("its text could not be read in full".to_owned()),
            None => mark_fits(&path, &file.text.read(), mark).map_err(|why| why.to_string()),
        };
        match fits {
            Err(why) => {
                let text = ["It is not written for you here: ", &why, "."].concat();
                view! { <p class="quiet">{text}</p> }.into_any()
            }
            Ok(()) => {
                let label = match mark {
                    MarkToWrite::Skills { .. } => "Count it as skills",
                    MarkToWrite::Ladder | MarkToWrite::LadderRow { .. } => "Read it as a ladder",
                };
                let write = move |_| {
                    // What is told here is told again of the note as it is then.
                    view.refine(|state| state.section = Some(TAKEN_SECTION.to_owned()));
                    note_import.mark(path.clone(), mark.at(level.get_untracked()));
                };
                view! {
                    <button type="button" class="button" data-anchor="count-as-skills" on:click=write>
                        {label}
                    </button>
                }
                .into_any()
            }
        }
    });
    let question = match mark {
        MarkToWrite::Skills { .. } => "If it names skills, write ",
        MarkToWrite::Ladder | MarkToWrite::LadderRow { .. } => "If it is a career ladder, write ",
    };
    let place = [" ", &mark.place(), "."].concat();
    view! {
        <div class="mark-way">
            <p>{question} {code} {place}</p>
            <div class="mark-tools">
                {choice}
                <button type="button" class="button" data-anchor="copy-mark" on:click=copy>
                    "Copy the mark"
                </button>
                {way}
            </div>
            <p class="quiet" role="status" prop:textContent=move || said.get()></p>
        </div>
    }
    .into_any()
}

/// The choice of the level that a mark names.
fn level_choice(levels: Vec<LevelId>, level: RwSignal<Option<LevelId>>) -> AnyView {
    let labels: Vec<&str> = levels.iter().map(|level| level.known_label()).collect();
    let first = match labels.as_slice() {
        [] => "None".to_owned(),
        labels => ["As said over it: ", &labels.join(", ")].concat(),
    };
    let options: Vec<AnyView> = LevelId::KNOWN
        .into_iter()
        .map(|level| {
            view! { <option value=level.to_string()>{level.known_label()}</option> }.into_any()
        })
        .collect();
    let choose = move |event| {
        let value = event_target_value(&event);
        level.set(LevelId::KNOWN.into_iter().find(|level| level.to_string() == value));
    };
    view! {
        <label class="select mark-level">
            <span>"Level"</span>
            <span class="select-box">
                <select on:change=choose>
                    <option value="">{first}</option>
                    {options}
                </select>
            </span>
        </label>
    }
    .into_any()
}

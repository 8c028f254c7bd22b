//! The number of results, told once typing pauses.

use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::search::Group;
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;

use super::found::{SearchResults, search};

/// How long typing has to pause before the number is told, in milliseconds: screen readers would
/// else speak at every letter.
const PAUSE_MS: u32 = 300;

/// The number of results.
#[component]
pub fn Status() -> impl IntoView {
    let (found, query) = (search().found, view().query);
    let told = RwSignal::new(String::new());
    // A newer timer ends the one before it.
    let timer = StoredValue::new_local(None::<Timeout>);
    // What was told last: letters that find nothing new have nothing to tell.
    let last = StoredValue::new(None::<Arc<SearchResults>>);
    Effect::new(move || {
        query.track();
        let found = found.get();
        let text = told_of(&found);
        let pause_ms = if text.is_empty() { 0 } else { PAUSE_MS };
        let tell = move || {
            let before = last.try_update_value(|last| last.replace(Arc::clone(&found))).flatten();
            if before.is_none_or(|before| !Arc::ptr_eq(&before, &found)) {
                told.set(text);
            }
        };
        timer.set_value(Some(Timeout::new(pause_ms, tell)));
    });
    view! { <p class="status" role="status" prop:textContent=move || told.get()></p> }.into_any()
}

fn told_of(found: &SearchResults) -> String {
    if !found.is_search() {
        return String::new();
    }
    let parts = [
        (found.searched.answer.total(Group::Skills), "skill", "skills"),
        (found.searched.answer.total(Group::Moments), "moment", "moments"),
        (found.searched.answer.total(Group::Topics), "topic", "topics"),
        (found.searched.answer.total(Group::Notes), "note", "notes"),
        (found.searched.answer.total(Group::Lines), "spoken line", "spoken lines"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, singular, plural)| count(number, singular, plural))
        .collect();
    let told = match parts.as_slice() {
        [] => "No results".to_owned(),
        [only] => only.clone(),
        _ => [&count(found.count(), "result", "results"), ": ", &parts.join(", ")].concat(),
    };
    let told = match found.here_and_elsewhere().filter(|_| found.count() > 0) {
        Some((level, here, elsewhere)) => {
            let (here, elsewhere) = (here.to_string(), elsewhere.to_string());
            [&told, "; in ", level, " ", &here, " · elsewhere ", &elsewhere].concat()
        }
        None => told,
    };
    let so_far = match (found.so_far, found.unsearched.is_empty()) {
        (_, false) => " in what could be searched",
        (Some(_), true) => " so far",
        (None, true) => "",
    };
    told + so_far
}

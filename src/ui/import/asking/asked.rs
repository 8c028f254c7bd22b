//! What the dialog holds that asks what is to become of the notes that were chosen.

use leptos::html::Input;
use leptos::prelude::*;

use crate::vault::Mode;

use super::ladders_asked;
use super::skills_table::skills_table;
use crate::ui::import::import_messages;
use crate::ui::import::note_import::{ImportQuestion, PastedTable, note_import};
use crate::ui::widgets::counting::size;

/// The question, with its answers.
pub fn drawn(question: &ImportQuestion) -> AnyView {
    if let Some(asked) = &question.ladders {
        return ladders_asked::drawn(&asked.0, asked.1);
    }
    let (note_import, with_large) = (note_import(), NodeRef::<Input>::new());
    let answer = move |mode| {
        let with_large = with_large.get_untracked().is_some_and(|input| input.checked());
        note_import.answer(mode, with_large);
    };
    let (notes, here) = (import_messages::notes(question.notes), question.here);
    let add = match here {
        0 => ["Read ", &notes].concat(),
        _ => ["Add ", &notes, " to the ", &here.to_string(), " here"].concat(),
    };
    let replace = (here > 0).then(|| {
        let text = ["Replace the ", &import_messages::notes(here), " here"].concat();
        view! {
            <button type="button" class="button" on:click=move |_| answer(Mode::Replace)>{text}</button>
        }
        .into_any()
    });
    let large = (!question.large.is_empty()).then(|| {
        let items: Vec<AnyView> = question
            .large
            .iter()
            .map(|(path, bytes)| {
                view! { <li><bdi>{path.clone()}</bdi> ", " {size(*bytes)}</li> }.into_any()
            })
            .collect();
        view! {
            <div class="large">
                <p>"Over 20 MB, which takes a while to read and to show:"</p>
                <ul role="list">{items}</ul>
                <label><input type="checkbox" node_ref=with_large/> "Read them, too"</label>
            </div>
        }
        .into_any()
    });
    let pasted = question.pasted.as_ref().map(|table| pasted_table(table, with_large));
    view! {
        <h2 id="ask-title" tabindex="-1">{import_messages::question(question)}</h2>
        {pasted}
        {import_messages::here(question).map(|here| view! { <p class="quiet">{here}</p> }.into_any())}
        {large}
        <div class="answers">
            <button type="button" class="button primary" autofocus on:click=move |_| answer(Mode::Add)>
                {add}
            </button>
            {replace}
            <button type="button" class="button" on:click=move |_| note_import.cancel()>"Cancel"</button>
        </div>
    }
    .into_any()
}

/// What a pasted table would be; and whether it is to be read as a ladder, where only its reader can say.
fn pasted_table(table: &PastedTable, is_ladder: NodeRef<Input>) -> AnyView {
    let rows = skills_table(&table.skills, "What was pasted".to_owned());
    let choice = table.as_ladder.clone().map(|text| {
        view! {
            <label>
                <input type="checkbox" node_ref=is_ladder/>
                {["It is a ladder: ", &text].concat()}
            </label>
        }
        .into_any()
    });
    view! { <p>{table.text.clone()}</p> {rows} {choice} }.into_any()
}

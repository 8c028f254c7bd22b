//! What the page has to say about itself: quietly, in place, and so that it can be put away.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::import::own_notes_notice::OwnNotesNotice;
use crate::ui::rating::ratings::{RecordLack, ratings};
use crate::ui::state::library::{Library, Warning};
use crate::ui::state::texts_beside;
use crate::ui::state::view::view;
use crate::ui::widgets::fresh::fresh;

/// What the page has to say about itself.
#[component]
pub fn Notices(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let view = view();
    let levels = library.matrix.levels.clone();
    let unknown = move || view.level.get().filter(|id| !levels.iter().any(|level| level.id == *id));
    let level = fresh(unknown, move |level| {
        level
            .map(|level| {
                let text = ["No note here names a skill for the level ", level.known_label(), "."]
                    .concat();
                view! {
                    <div class="notice" data-anchor="notice">
                        <p>{text}</p>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| view.change(|state| state.level = None)
                        >
                            "Show all levels"
                        </button>
                    </div>
                }
                .into_any()
            })
            .into_any()
    });
    let warnings: Vec<AnyView> = library.warnings.iter().map(drawn).collect();
    // Where all texts are wanted at once, the notes tell of it already.
    let is_told = library.warnings.iter().any(|warning| matches!(warning, Warning::NotFetched(_)));
    let failure = fresh(
        move || texts_beside::failure().filter(|_| !is_told),
        |why| why.map(|why| drawn(&Warning::NotFetched(why))).into_any(),
    );
    let ratings = ratings();
    let lack = fresh(
        move || ratings.lack(),
        move |lack| {
            let again = move || ratings.try_again();
            lack.map(|lack| alert(said_of(lack).to_owned(), Some(again))).into_any()
        },
    );
    view! {
        {warnings}
        {failure}
        {lack}
        <OwnNotesNotice/>
        {level}
    }
    .into_any()
}

fn drawn(warning: &Warning) -> AnyView {
    let text = match warning {
        Warning::Unreadable(why) => {
            ["The notes in this page cannot be read: ", why, ". Get a fresh copy of it."].concat()
        }
        Warning::NotKept(why) => [
            "The notes you added earlier cannot be read: ",
            why,
            ". The page’s own notes are shown; add yours again.",
        ]
        .concat(),
        Warning::LeftOut(path) => [
            path,
            " stopped the program and was left out; the other notes are here. It is read \
             again in a new tab.",
        ]
        .concat(),
        Warning::NotFetched(why) => {
            ["Some of what the notes say did not come: ", why, "."].concat()
        }
    };
    match warning {
        Warning::NotFetched(_) => alert(text, Some(texts_beside::try_again)),
        _ => alert(text, None::<fn()>),
    }
}

/// What there is to say of ratings and list.
fn said_of(lack: RecordLack) -> &'static str {
    match lack {
        RecordLack::Unread => {
            "What you rated and listed before is not here: a part of the page did not arrive. Nothing of it is lost, and what you rate now is kept with it once it is here. Check the connection, and try again."
        }
        RecordLack::Unkept => {
            "What you rated or listed now is not kept yet: a part of the page did not arrive. Check the connection, and try again."
        }
    }
}

fn alert(text: String, again: Option<impl Fn() + 'static>) -> AnyView {
    let again = again.map(|again| {
        view! {
            <button type="button" class="button" on:click=move |_| again()>
                "Try again"
            </button>
        }
        .into_any()
    });
    view! {
        <div class="notice warning" data-anchor="notice" role="alert">
            <p>{text}</p>
            {again}
        </div>
    }
    .into_any()
}

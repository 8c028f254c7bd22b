//! The form in which a page is saved: title, accent colour, first view.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::export::page::look::PageLook;
use crate::progress::{Sides, write_link};
use crate::ui::import::note_import::note_import;
use crate::ui::rating::ratings::ratings;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside;
use crate::ui::state::view::view;
use crate::ui::widgets::check::Check;
use crate::ui::widgets::counting::size;
use crate::view_state::{Accent, ViewState};

use super::saving::{Saved, save};

/// The program's own accent colour, as style/tokens.css has it in light.
pub const OWN_ACCENT: &str = "#3a4fd0";

/// How far the saving is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum SavingStage {
    #[default]
    Asked,
    /// So many of so many files have come from beside the page.
    Fetching(usize, usize),
    Working,
    /// The page was handed to the browser.
    Saved(Saved),
    /// Why it was not.
    Failed(String),
}

/// The form in which a page is saved.
#[component]
pub fn SaveSheet(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let (note_import, view) = (note_import(), view());
    let look = note_import.page_look();
    let title = RwSignal::new(untrack(|| note_import.title()));
    let accent = RwSignal::new(look.accent.map_or(OWN_ACCENT.to_owned(), |own| own.to_string()));
    let (first_view, rated_view) = {
        let mut state = view.state().get_untracked().of_the_matrix();
        state.query = view.query.get_untracked();
        state.compare = view.state().get_untracked().compare;
        (state.to_fragment(), rated_view(state))
    };
    let (has_ratings, with_ratings) = (rated_view.is_some(), RwSignal::new(false));
    let with_view = RwSignal::new(true);
    let stage = RwSignal::new(SavingStage::default());
    let has_view = !first_view.is_empty();
    let own_title = library.vault.title().to_owned();
    let chosen = move || PageLook {
        title: Some(title.get_untracked().trim().to_owned())
            .filter(|title| !title.is_empty() && *title != own_title),
        accent: accent
            .read_untracked()
            .parse()
            .ok()
            .filter(|accent: &Accent| accent.to_string() != OWN_ACCENT),
        view: match (with_ratings.get_untracked(), with_view.get_untracked()) {
            (true, _) => rated_view.clone().unwrap_or_default(),
            (false, true) => first_view.clone(),
            (false, false) => String::new(),
        },
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if matches!(stage.get_untracked(), SavingStage::Working | SavingStage::Fetching(..)) {
            return;
        }
        stage.set(SavingStage::Working);
        let (look, collection) = (chosen(), note_import.collection());
        let library = library.clone();
        spawn_local(async move {
            // The sheet may be closed by now.
            let fetched = |came, all| {
                let is_last = came == all;
                let now =
                    if is_last { SavingStage::Working } else { SavingStage::Fetching(came, all) };
                stage.try_set(now);
            };
            let outcome = match save(&collection, &library, &look, fetched).await {
                Ok(saved) => SavingStage::Saved(saved),
                Err(why) => SavingStage::Failed(why),
            };
            stage.try_set(outcome);
        });
    };
    let said = move || match stage.get() {
        SavingStage::Asked => String::new(),
        SavingStage::Fetching(came, all) => {
            ["Fetching the notes: ", &came.to_string(), " of ", &all.to_string(), " files"].concat()
        }
        SavingStage::Working => "Putting the page together".to_owned(),
        SavingStage::Saved(Saved { name, remarks, sheets }) => {
            let hidden = match remarks {
                0 => String::new(),
                1 => " 1 hidden remark was left out.".to_owned(),
                many => [" ", &many.to_string(), " hidden remarks were left out."].concat(),
            };
            let kept = match sheets {
                0 => "",
                1 => " 1 sheet without skills was left out: it may name people.",
                _ => " Sheets without skills were left out: they may name people.",
            };
            ["Saved as “", &name, "”.", &hidden, kept].concat()
        }
        SavingStage::Failed(why) => ["The page was not saved: ", &why, "."].concat(),
    };
    let view_choice = has_view.then(|| {
        let on_change = Callback::new(move |is_wanted| with_view.set(is_wanted));
        view! { <Check label="Open with what is chosen now" checked=with_view on_change/> }
            .into_any()
    });
    let ratings_choice = has_ratings.then(|| {
        let label = "With my ratings and my plan, for whoever opens it";
        let on_change = Callback::new(move |is_wanted| with_ratings.set(is_wanted));
        view! { <Check label checked=with_ratings on_change/> }.into_any()
    });
    let fetches = texts_beside::files().map(|files| {
        let text = [
            "Its notes lie beside this page, and are fetched for it: at most ",
            &size(files.bytes),
            ".",
        ];
        view! { <p class="quiet">{text.concat()}</p> }.into_any()
    });
    view! {
        <form class="fields" on:submit=submit>
            <div class="field">
                <label for="save-title">"Title"</label>
                <input
                    id="save-title"
                    type="text"
                    maxlength="200"
                    prop:value=move || title.get()
                    on:input=move |event| title.set(event_target_value(&event))
                />
            </div>
            <div class="field across">
                <label for="save-accent">"Accent colour"</label>
                <input
                    id="save-accent"
                    type="color"
                    prop:value=move || accent.get()
                    on:input=move |event| accent.set(event_target_value(&event))
                />
            </div>
            {view_choice}
            {ratings_choice}
            <div class="field-row">
                <button type="submit" class="button primary">"Save the page"</button>
                <p class="quiet" role="status" prop:textContent=said></p>
            </div>
        </form>
        {fetches}
        <p class="quiet">
            "One file with the notes and the program. Nothing is sent anywhere; from that file the page can be saved again."
        </p>
    }
    .into_any()
}

/// The first view with what the reader rated at the level that is compared; none where nothing is.
fn rated_view(state: ViewState) -> Option<String> {
    let Some(Sides::Levels(_, target)) = state.compare else { return None };
    let record = ratings().record().get_untracked();
    let is_rated = record.rated().any(|(at, _)| at.level == target);
    let rate = Some(write_link(&record, target, true));
    is_rated.then(|| ViewState { rate, ..state }.to_fragment())
}

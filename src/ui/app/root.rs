//! The page as a whole.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::import::add::add_dialog::AddDialog;
use crate::ui::import::asking::ask_dialog::AskDialog;
use crate::ui::import::drop_overlay::DropOverlay;
use crate::ui::import::import_panel::ImportPanel;
use crate::ui::import::note_import::ImportState;
use crate::ui::player::player_panel::PlayerPanel;
use crate::ui::preview::preview_card::PreviewCard;
use crate::ui::print::print_on_demand::print_on_demand;
use crate::ui::queue::queue_panel::QueuePanel;
use crate::ui::share::embed::embedded::EmbeddedFoot;
use crate::ui::share::share_dialog::SharingDialog;
use crate::ui::state::keyed_on_library::keyed_on_library;
use crate::ui::state::library::Library;
use crate::ui::state::search_index::SearchIndex;
use crate::ui::state::view::Opened;
use crate::ui::widgets::late::in_turn::in_turn;
use crate::ui::widgets::late::late_dialog::DialogHandle;
use crate::view_state::{Form, PlayerPlace};

use super::board::Board;
use super::detail::Detail;
use super::header::Header;
use super::help::help_dialog::HelpDialog;
use super::page::Page;
use super::page_keys;

/// The page.
#[component]
pub fn App(
    /// What the notes hold.
    current_library: ArcRwSignal<Arc<Library>>,
    /// The search's index, as it grows.
    index: SearchIndex,
    /// The notes, and where those that the reader adds are kept.
    import_state: ImportState,
) -> impl IntoView {
    let page = Page::new(RwSignal::from(current_library), index, import_state);
    page.provide();
    print_on_demand();
    if page.environment.form == Form::Full {
        page.view.begin_at(page.environment.reader.get_untracked().level);
    }
    let Page { environment, view, note_import, .. } = page;
    let (help, add) = (DialogHandle::new(), DialogHandle::new());
    page_keys::listen(help);

    // On a narrow page what is opened covers the rest, which then must not be reached.
    let covered =
        Memo::new(move |_| !environment.is_wide.get() && *view.opened.read() != Opened::Nothing);
    let has_player = environment.player == PlayerPlace::Inside;
    let form = match environment.form {
        Form::Full => "full",
        Form::Embedded => "embedded",
    };
    // What is shared has taken its time when the first of it is drawn.
    in_turn(move || {
        view! {
            <div class="page" data-form=form data-sheet=move || covered.get().then_some("open")>
                {in_turn(move || view! { <Header help add covered/> }.into_any())}
                <main class="layout" tabindex="-1">
                    // Apart from the title one sees, for that is covered by a sheet.
                    <h1 class="visually-hidden" prop:textContent=move || note_import.title()></h1>
                    <div class="board" inert=move || covered.get()>
                        {keyed_on_library(|library| in_turn(|| view! { <Board library/> }.into_any()))}
                    </div>
                    <div class="side">
                        {has_player.then(|| in_turn(|| view! { <PlayerPanel/> }.into_any()))}
                        {in_turn(move || {
                            view! {
                                {keyed_on_library(|library| view! { <QueuePanel library/> }.into_any())}
                                {keyed_on_library(move |library| {
                                    view! { <Detail library covered/> }.into_any()
                                })}
                            }
                            .into_any()
                        })}
                    </div>
                    <PreviewCard/>
                </main>
                <EmbeddedFoot/>
                {in_turn(move || {
                    view! {
                        <HelpDialog dialog=help/>
                        <AddDialog dialog=add/>
                        <AskDialog/>
                        <ImportPanel/>
                        <DropOverlay/>
                        <SharingDialog/>
                    }
                    .into_any()
                })}
            </div>
        }
        .into_any()
    })
}

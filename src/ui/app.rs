//! The page as a whole.

use std::sync::Arc;

use leptos::prelude::*;

use crate::view_state::{Form, PlayerPlace};

use super::board::Board;
use super::detail::Detail;
use super::found::{Search, SearchIndex};
use super::header::Header;
use super::help_dialog::HelpDialog;
use super::intake::{AddDialog, AskDialog, DropOverlay, Held, Intake, IntakePanel};
use super::keys;
use super::per_shelf::per_shelf;
use super::playback::Playback;
use super::player_panel::PlayerPanel;
use super::preview::Preview;
use super::preview_card::PreviewCard;
use super::recent::Recent;
use super::share::{EmbeddedFoot, Sharing, SharingDialog, print_on_demand};
use super::shelf::{Shelf, Shelves};
use super::view::{Opened, View};
use super::watch::{Queue, QueuePanel, read_by_length};
use super::world::World;

/// The page.
#[component]
pub(super) fn App(
    /// What the notes hold.
    shelves: ArcRwSignal<Arc<Shelf>>,
    /// The search's index, as it grows.
    index: SearchIndex,
    /// The notes, and where those that the reader adds are kept.
    held: Held,
) -> impl IntoView {
    let shelves = RwSignal::from(shelves);
    provide_context(Shelves(shelves));
    let view = View::from_address();
    provide_context(view);
    let world = World::look();
    provide_context(world);
    provide_context(Search::over(index.clone()));
    provide_context(index);
    provide_context(Recent::of(world));
    provide_context(Playback::new());
    provide_context(Queue::new());
    read_by_length();
    provide_context(Preview::new());
    let intake = Intake::new(held, shelves);
    provide_context(intake);
    intake.take_drops();
    provide_context(Sharing::new());
    print_on_demand();
    let (help, add) = (NodeRef::new(), NodeRef::new());
    keys::listen(help);

    // On a narrow page what is opened covers the rest, which then must not be reached.
    let covered =
        Memo::new(move |_| !world.is_wide.get() && *view.opened.read() != Opened::Nothing);
    let has_player = world.player == PlayerPlace::Inside;
    let form = match world.form {
        Form::Full => "full",
        Form::Embedded => "embedded",
    };
    view! {
        <div class="page" data-form=form data-sheet=move || covered.get().then_some("open")>
            <Header help add covered/>
            <main class="layout" tabindex="-1">
                // Apart from the title one sees, for that is covered by a sheet.
                <h1 class="visually-hidden" prop:textContent=move || intake.title()></h1>
                <div class="board" inert=move || covered.get()>
                    {per_shelf(|| view! { <Board/> }.into_any())}
                </div>
                <div class="side">
                    {has_player.then(|| {
                        view! { <PlayerPanel/> {per_shelf(|| view! { <QueuePanel/> }.into_any())} }
                            .into_any()
                    })}
                    {per_shelf(move || view! { <Detail covered/> }.into_any())}
                </div>
                <PreviewCard/>
            </main>
            <EmbeddedFoot/>
            <HelpDialog dialog=help/>
            <AddDialog dialog=add/>
            <AskDialog/>
            <IntakePanel/>
            <DropOverlay/>
            <SharingDialog/>
        </div>
    }
    .into_any()
}

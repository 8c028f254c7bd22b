//! The page as a whole.

use std::sync::Arc;

use leptos::prelude::*;

use crate::view_state::Form;

use super::board::Board;
use super::detail::Detail;
use super::dialog::HelpDialog;
use super::found::{Search, SearchIndex};
use super::header::Header;
use super::keys;
use super::playback::Playback;
use super::player_panel::PlayerPanel;
use super::preview::Preview;
use super::preview_card::PreviewCard;
use super::shelf::{SharedShelf, Shelf};
use super::view::{Opened, View};
use super::world::World;

/// The page.
#[component]
pub(super) fn App(
    /// What the notes hold.
    shelf: Arc<Shelf>,
    /// The search's index, once it is built.
    index: SearchIndex,
) -> impl IntoView {
    let title = shelf.vault.title();
    provide_context(SharedShelf(shelf));
    let view = View::from_address();
    provide_context(view);
    let world = World::look();
    provide_context(world);
    provide_context(Search::over(index));
    provide_context(Playback::new());
    provide_context(Preview::new());
    let help = NodeRef::new();
    keys::listen(help);

    // On a narrow page what is opened covers the rest, which then must not be reached.
    let covered =
        Memo::new(move |_| !world.is_wide.get() && *view.opened.read() != Opened::Nothing);
    let form = match world.form {
        Form::Full => "full",
        Form::Embedded => "embedded",
    };
    view! {
        <div class="page" data-form=form data-sheet=move || covered.get().then_some("open")>
            <Header help covered/>
            <main class="layout">
                // Apart from the title one sees, for that is covered by a sheet.
                <h1 class="visually-hidden">{title}</h1>
                <div class="board" inert=move || covered.get()>
                    <Board/>
                </div>
                <div class="side">
                    <PlayerPanel/>
                    <Detail covered/>
                </div>
            </main>
            <HelpDialog dialog=help/>
            <PreviewCard/>
        </div>
    }
    .into_any()
}

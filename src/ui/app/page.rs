//! What the parts of the page share, each built once from those that it needs.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::import::note_import::{ImportState, NoteImport};
use crate::ui::player::follow::video_length::read_by_length;
use crate::ui::player::playback::Playback;
use crate::ui::player::player_chunk::player;
use crate::ui::preview::pointed_at::Preview;
use crate::ui::queue::queue_state::Queue;
use crate::ui::rating::ratings::Ratings;
use crate::ui::search::found::Search;
use crate::ui::search::recent::Recent;
use crate::ui::share::sharing::Sharing;
use crate::ui::state::environment::Environment;
use crate::ui::state::library::{CurrentLibrary, Library};
use crate::ui::state::search_index::SearchIndex;
use crate::ui::state::view::View;

/// What the parts of the page share. A part fetches what it needs by the function of the same name in
/// its file (`view()`, `playback()`), which stops the program, loudly, where there is no page.
#[derive(Clone)]
pub struct Page {
    pub current_library: RwSignal<Arc<Library>>,
    pub view: View,
    pub environment: Environment,
    pub search_index: SearchIndex,
    pub search: Search,
    pub recent: Recent,
    pub playback: Playback,
    pub queue: Queue,
    pub ratings: Ratings,
    pub preview: Preview,
    pub note_import: NoteImport,
    pub sharing: Sharing,
}

impl Page {
    /// A page of these notes, which follows the address from now on.
    pub fn new(
        current_library: RwSignal<Arc<Library>>,
        search_index: SearchIndex,
        import_state: ImportState,
    ) -> Self {
        let environment = Environment::look();
        let view = View::from_address(current_library);
        let search = Search::over(current_library, view, search_index.clone());
        let playback =
            Playback::new(current_library, view, environment, || Box::pin(player::have_player()));
        let ratings = Ratings::new(current_library, view, environment.form);
        let queue = Queue::new(current_library, view, environment, playback.clone(), ratings);
        read_by_length(current_library, view, playback.following());
        let note_import = NoteImport::new(import_state, current_library);
        note_import.take_drops(environment);
        note_import.take_launches(environment, view);
        Self {
            current_library,
            view,
            environment,
            search_index,
            search,
            recent: Recent::of(environment),
            playback,
            queue,
            ratings,
            preview: Preview::new(view),
            note_import,
            sharing: Sharing::new(),
        }
    }

    /// Hands its parts to whatever is drawn below.
    pub fn provide(&self) {
        let page = self.clone();
        provide_context(CurrentLibrary(page.current_library));
        provide_context(page.view);
        provide_context(page.environment);
        provide_context(page.search_index);
        provide_context(page.search);
        provide_context(page.recent);
        provide_context(page.playback);
        provide_context(page.queue);
        provide_context(page.ratings);
        provide_context(page.preview);
        provide_context(page.note_import);
        provide_context(page.sharing);
    }
}

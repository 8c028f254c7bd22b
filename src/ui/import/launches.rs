//! What the system hands to the page where it is installed: files, and videos that are shared.

use leptos::prelude::*;

use crate::browser::files::launched;
use crate::browser::page::address;
use crate::ui::state::environment::Environment;
use crate::ui::state::view::{View, open_note};
use crate::vault::SharedVideo;
use crate::view_state::Form;

use super::note_import::NoteImport;

impl NoteImport {
    /// Takes files that the page is opened with, and a video that was shared, through the door of those that
    /// are dropped.
    pub fn take_launches(self, environment: Environment, view: View) {
        if environment.form == Form::Embedded {
            return;
        }
        // What hears of them ends with the page's owner, who drops the stored value.
        StoredValue::new_local(launched::on_files(move |items| self.take_items(items)));
        if let Some(query) = address::take_shared() {
            self.take_shared(query, view);
        }
    }

    /// Opens the note of a video that was shared, or offers to start one.
    pub(super) fn open_shared(self, query: &str, view: View) {
        let Some(shared) = SharedVideo::from_query(query) else { return };
        let library = self.current_library.get_untracked();
        let mut notes = library.vault.notes().iter();
        if let Some(note) = notes.find(|note| note.video == Some(shared.video)) {
            let id = note.id.clone();
            view.change(|state| {
                open_note(state, &id, None);
                state.seconds = shared.seconds;
            });
        } else if let Some(file) = launched::file_of(&shared.file_name(), &shared.note()) {
            self.take_items(vec![file]);
        }
    }
}

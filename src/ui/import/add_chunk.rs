//! What adds notes: a chunk that comes when somebody is at one of the doors.

use leptos::prelude::*;

use crate::browser::files::pick::PickedItem;
use crate::browser::page::paste::ClipboardContent;
use crate::matrix::MarkToWrite;
use crate::ui::state::view::View;
use crate::ui::widgets::late::in_chunk::{Work, in_chunk};
use crate::vault::Mode;

use super::add::add_sheet::AddSheet;
use super::asking::asked;
use super::import_told;
use super::note_import::{ImportQuestion, NoteImport};
use super::proofs::ProofClip;

in_chunk! {
    /// What adds notes.
    add {
        /// Looks through what was chosen or dropped.
        fn look_through(note_import: NoteImport, items: Vec<PickedItem>, run: u32) -> Work<()> {
            Box::pin(note_import.look(items, run))
        }

        /// Takes what was pasted.
        fn take_pasted(note_import: NoteImport, clip: ClipboardContent) -> bool {
            note_import.paste(&clip)
        }

        /// Opens the note of a video that was shared, or offers to start one.
        fn open_shared(note_import: NoteImport, query: String, view: View) -> () {
            note_import.open_shared(&query, view);
        }

        /// Adds the example.
        fn add_example(note_import: NoteImport) -> () {
            note_import.add_example();
        }

        /// Lets a clip stand as proof.
        fn choose_proof(note_import: NoteImport, clip: ProofClip) -> () {
            note_import.write_proof(&clip);
        }

        /// Takes such a choice back.
        fn take_proof_back(note_import: NoteImport, clip: ProofClip) -> () {
            note_import.erase_proof(&clip);
        }

        /// Writes a mark into a note that the reader added.
        fn mark(note_import: NoteImport, path: String, mark: MarkToWrite) -> () {
            note_import.write_mark(&path, mark);
        }

        /// What was chosen is read, as its reader said.
        fn answer(note_import: NoteImport, mode: Mode, is_ticked: bool) -> () {
            note_import.go_on(mode, is_ticked);
        }

        /// The notes before the last change.
        fn undo(note_import: NoteImport) -> () {
            note_import.go_back();
        }

        /// The notes that the page came with.
        fn put_away(note_import: NoteImport) -> () {
            note_import.go_bare();
        }

        /// What the dialog holds in which notes are added.
        fn add_sheet(close: Callback<()>) -> AnyView {
            view! { <AddSheet close/> }.into_any()
        }

        /// The question what is to become of the notes that were chosen.
        fn question(question: ImportQuestion) -> AnyView {
            asked::drawn(&question)
        }

        /// How far the adding of notes is, and what came of it.
        fn import_told(spoken: RwSignal<String>) -> AnyView {
            import_told::drawn(spoken)
        }
    }
}

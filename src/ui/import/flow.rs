//! The way from what was chosen to notes on the page, and back.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashSet;
use wasm_bindgen_futures::spawn_local;

use crate::browser::files::pick::{PickedItem, Selection};
use crate::browser::page::scheduler::{self, Slices};
use crate::browser::page::{focus, panic};
use crate::browser::storage::note_store::new_id;
use crate::corpus::Report;
use crate::matrix::why_in_pieces;
use crate::note::{Note, NoteId};
use crate::ui::state::joined;
use crate::ui::state::library::Library;
use crate::ui::state::loading::{self, LoadedNotes};
use crate::ui::state::search_index::Gathered;
use crate::ui::state::searchable::Searchable;
use crate::vault::files::skipped::{MOST_BYTES, SkipReason, Skipped};
use crate::vault::{Collection, Layer, Mode, NoteFile};

use super::asking::possible_ladders::possible_ladders;
use super::import_messages;
use super::note_import::{ImportOutcome, ImportPhase, ImportQuestion, NoteImport, PendingImport};

impl NoteImport {
    /// Looks through what was chosen, and asks where there is a choice.
    pub async fn look(self, items: Vec<PickedItem>, run: u32) {
        let go_on = |seen| self.tell(run, ImportPhase::Looking(seen));
        let Some(selection) = Selection::gather(items, &go_on).await else { return };
        if selection.notes.is_empty() {
            self.tell(run, nothing(selection.skipped));
            return;
        }
        let question = ImportQuestion {
            notes: selection.notes.len(),
            here: self.current_library.with_untracked(|library| library.vault.notes().len()),
            large: selection.large().map(|note| (note.path.clone(), note.size_bytes)).collect(),
            pasted: None,
            ladders: None,
        };
        if question.here == 0 && question.large.is_empty() {
            self.read(selection, Mode::Add, run).await;
        } else if self.tell(run, ImportPhase::Asking(question)) {
            self.state.update_value(|state| state.pending = Some(PendingImport::Chosen(selection)));
        }
    }

    /// The reader's answer: what is to become of what was chosen, and whether large files are read, or a table
    /// that was pasted is a ladder.
    pub fn go_on(self, mode: Mode, is_ticked: bool) {
        let pending = self.state.try_update_value(|state| state.pending.take()).flatten();
        match pending {
            Some(PendingImport::Chosen(mut selection)) => {
                if !is_ticked {
                    selection.leave_out_large();
                }
                let run = self.begin();
                spawn_local(self.read(selection, mode, run));
            }
            Some(PendingImport::Pasted(file, as_ladder)) => {
                let file = as_ladder.filter(|_| is_ticked).unwrap_or(file);
                self.add_one(file, mode);
            }
            Some(PendingImport::Read(mut notes, ladders, skipped)) => {
                for (place, ladder) in ladders.into_iter().filter(|_| is_ticked) {
                    if let Some(note) = notes.get_mut(place) {
                        *note = ladder;
                    }
                }
                let run = self.begin();
                spawn_local(self.add(notes, skipped, mode, run));
            }
            None => {}
        }
    }

    /// Adds a note that is at hand.
    pub(super) fn add_one(self, file: NoteFile, mode: Mode) {
        let run = self.begin();
        spawn_local(self.add(vec![file], Vec::new(), mode, run));
    }

    /// Reads the files one by one. What cannot be read is named, the rest is kept.
    async fn read(self, selection: Selection, mode: Mode, run: u32) {
        let Selection { notes: picked, mut skipped } = selection;
        let mut notes = Vec::with_capacity(picked.len());
        let former = self.state.with_value(|state| state.collection.clone());
        let mut total_bytes = match mode {
            // What lies beside the page takes no room here.
            Mode::Add => former
                .files()
                .iter()
                .filter(|file| file.text.is_here())
                .map(|file| file.text.about_bytes())
                .sum(),
            Mode::Replace => 0,
        };
        let mut slices = Slices::start();
        for (done, file) in picked.iter().enumerate() {
            match file.read().await {
                Ok(note) if total_bytes + note.text.about_bytes() > most_bytes() => {
                    skipped.push(Skipped { path: note.path, reason: SkipReason::TooMuch });
                }
                Ok(note) => {
                    total_bytes += note.text.about_bytes();
                    notes.push(note);
                }
                Err(reason) => skipped.push(Skipped { path: file.path.clone(), reason }),
            }
            if slices.breathe().await && !self.tell(run, ImportPhase::Files(done, picked.len())) {
                return;
            }
        }
        drop(picked);
        self.ask_of_ladders(notes, skipped, mode, run).await;
    }

    /// Asks, once for all of them, whether files are ladders that only their reader can know to be; else adds them.
    async fn ask_of_ladders(
        self,
        notes: Vec<NoteFile>,
        skipped: Vec<Skipped>,
        mode: Mode,
        run: u32,
    ) {
        let found = possible_ladders(&notes).await;
        if found.is_empty() {
            return self.add(notes, skipped, mode, run).await;
        }
        let mut ladders = Vec::new();
        let mut asked = Vec::new();
        for (place, file, ladder) in found {
            ladders.push((place, file));
            asked.push(ladder);
        }
        let question = ImportQuestion {
            notes: notes.len(),
            here: 0,
            large: Vec::new(),
            pasted: None,
            ladders: Some((asked, mode)),
        };
        if self.tell(run, ImportPhase::Asking(question)) {
            let pending = PendingImport::Read(notes, ladders, skipped);
            self.state.update_value(|state| state.pending = Some(pending));
        }
    }

    /// Adds notes to those that are here, or puts them in their place.
    async fn add(self, notes: Vec<NoteFile>, skipped: Vec<Skipped>, mode: Mode, run: u32) {
        let former = self.state.with_value(|state| state.collection.clone());
        if notes.is_empty() {
            self.tell(run, nothing(skipped));
            return;
        }
        let text = {
            let here: FxHashSet<&str> =
                former.files().iter().map(|old| old.path.as_str()).collect();
            let same = notes.iter().filter(|new| here.contains(new.path.as_str())).count();
            import_messages::added(mode, notes.len(), here.len(), same)
        };
        panic::give_another_chance(|path| notes.iter().any(|note| note.path == path));
        let layer = Arc::new(Layer { id: new_id(), mode, notes });
        let next = former.with(Arc::clone(&layer));
        let outcome =
            ImportOutcome { skipped: skipped.into(), can_undo: true, ..ImportOutcome::of(text) };
        self.change(next, Some(&layer), outcome, run).await;
    }

    /// Goes back to the notes before the last change.
    pub fn go_back(self) {
        let former = self.state.try_update_value(|state| state.former.take()).flatten();
        let Some(former) = former else { return };
        let run = self.begin();
        let text = "The notes are as they were before.".to_owned();
        spawn_local(self.change(former, None, told(text, false), run));
    }

    /// Goes back to the notes that the page came with.
    pub fn go_bare(self) {
        let (bare, run) = (self.state.with_value(|state| state.collection.bare()), self.begin());
        let text = if bare.page_has_notes() {
            "The page’s own notes are shown again; yours were put away."
        } else {
            "Your notes were put away."
        };
        spawn_local(self.change(bare, None, told(text.to_owned(), true), run));
    }

    /// Keeps other notes, reads and shows them; of those that were added it tells what they have brought. They are
    /// kept first: should one of them stop the program, it is left out when the page comes back, and the others
    /// are there.
    pub(super) async fn change(
        self,
        next: Collection,
        added: Option<&Layer>,
        mut told: ImportOutcome,
        run: u32,
    ) {
        let (former, warnings) =
            self.state.with_value(|state| (state.collection.clone(), state.warnings.clone()));
        let total = next.files().len();
        if !self.tell(run, ImportPhase::Notes(loading::LoadingStep::Notes, 0, total)) {
            return;
        }
        let origin = self.keep(&next, &former).await;
        let progress = |step, done| self.tell(run, ImportPhase::Notes(step, done, total));
        let loaded = joined::library(&next, warnings, &progress).await;
        let Some(LoadedNotes { library, packed }) =
            loaded.filter(|_| self.last_run.get_value() == run)
        else {
            self.keep(&former, &former).await;
            return;
        };
        let library = Arc::new(library);
        let (report, asked) = match added {
            Some(layer) => reported(&library, layer).await,
            None => (None, None),
        };
        if self.last_run.get_value() != run {
            self.keep(&former, &former).await;
            return;
        }
        let index = self.state.try_update_value(|state| {
            state.former = told.can_undo.then_some(former);
            state.collection = next;
            state.index.clone()
        });
        let Some(index) = index else { return };
        index.gathered.set(Gathered::default());
        self.origin.set(origin);
        self.current_library.set(Arc::clone(&library));
        (told.report, told.asked) = (report, asked);
        self.phase.set(ImportPhase::Told(told));
        scheduler::painted().await;
        // What had the focus may be gone with the notes before.
        focus::keep();
        // From here on there is no way back but to undo it. The page may be gone before all words are gathered.
        let current = self.current_library;
        let of = Arc::clone(&library);
        let is_current: Rc<dyn Fn() -> bool> =
            Rc::new(move || current.try_read_untracked().is_some_and(|now| now.has_notes_of(&of)));
        Searchable { library, packed, index, is_current }.make_in_time().await;
    }
}

/// What the notes of a layer have brought; and the note that can say why it is not more, where that is one.
async fn reported(library: &Library, layer: &Layer) -> (Option<Report>, Option<NoteId>) {
    let paths: FxHashSet<&str> = layer.notes.iter().map(|note| note.path.as_str()).collect();
    let is_added = |note: &Note| paths.contains(note.path.as_str());
    let mut report = Report::of(&library.vault, &library.matrix, is_added);
    let mut slices = Slices::start();
    let (mut added, mut near) = (Vec::new(), Vec::new());
    for note in library.vault.notes().iter().filter(|note| is_added(note)) {
        let pause = async || {
            slices.breathe().await;
        };
        let whys = why_in_pieces(note, pause).await;
        let nearly = whys.iter().filter(|why| why.nearly_counted()).count();
        report.nearly += nearly;
        added.push(&note.id);
        if nearly > 0 {
            near.push(&note.id);
        }
    }
    let asked = match (near.as_slice(), added.as_slice()) {
        ([only], _) => Some(*only),
        ([], [only]) if report.skills == 0 => Some(*only),
        _ => None,
    };
    (Some(report), asked.cloned())
}

/// The most bytes of text that a page holds.
fn most_bytes() -> usize {
    usize::try_from(MOST_BYTES).unwrap_or(usize::MAX)
}

/// Nothing of what was chosen is a note.
fn nothing(skipped: Vec<Skipped>) -> ImportPhase {
    let text = import_messages::nothing(&skipped);
    ImportPhase::Told(ImportOutcome { skipped: skipped.into(), ..ImportOutcome::of(text) })
}

fn told(text: String, can_undo: bool) -> ImportOutcome {
    ImportOutcome { can_undo, ..ImportOutcome::of(text) }
}

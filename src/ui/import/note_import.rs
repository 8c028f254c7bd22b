//! Notes that the reader adds: looked through, asked about, read, shown, kept, and undone.
//!
//! Nothing leaves the machine. One thing happens at a time: what begins gets a number, and goes on
//! only as long as that is the last one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::files::drag::{self, Drag};
use crate::browser::files::pick::Selection;
use crate::browser::page::paste;
use crate::browser::storage::note_store::NoteStore;
use crate::corpus::Report;
use crate::export::page::look::PageLook;
use crate::note::NoteId;
use crate::ui::context::provided;
use crate::ui::state::environment::Environment;
use crate::ui::state::library::{Library, Warning};
use crate::ui::state::loading::LoadingStep;
use crate::ui::state::search_index::SearchIndex;
use crate::vault::files::skipped::Skipped;
use crate::vault::{Collection, Mode, NoteFile};
use crate::view_state::Form;

/// How far the adding of notes is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ImportPhase {
    /// Nothing is going on.
    #[default]
    Quiet,
    /// What was chosen is looked through: so many files were seen.
    Looking(usize),
    /// The reader is asked what is to become of it.
    Asking(ImportQuestion),
    /// Files are read: so many of so many.
    Files(usize, usize),
    /// Notes are put together: so many of so many.
    Notes(LoadingStep, usize, usize),
    /// It is done, or came to nothing.
    Told(ImportOutcome),
}

/// What the reader is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportQuestion {
    /// How many notes were chosen, large ones too.
    pub(super) notes: usize,
    /// How many are there already.
    pub(super) here: usize,
    /// Those that take seconds to read: path and size in bytes.
    pub(super) large: Vec<(String, u64)>,
    /// What was pasted, where it was.
    pub(super) pasted: Option<PastedTable>,
    /// The files that may be ladders, and what is to become of the notes that are here; where that is what is asked.
    pub(super) ladders: Option<(Vec<PossibleLadder>, Mode)>,
}

/// A file that would be a ladder if its reader said so.
#[derive(Clone, Debug, PartialEq)]
pub struct PossibleLadder {
    pub(super) path: String,
    /// What it would be, in words.
    pub(super) text: String,
    /// Its skills, each with its group and the levels at which it stands; the first ones.
    pub(super) skills: Vec<(String, String)>,
}

/// What the reader is told in the end.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportOutcome {
    pub(super) text: String,
    /// What the added notes have brought, once they are read; nothing where none were added.
    pub(super) report: Option<Report>,
    /// The note that can say why they have not brought more, where that is one.
    pub(super) asked: Option<NoteId>,
    pub(super) skipped: Arc<[Skipped]>,
    pub(super) can_undo: bool,
}

impl ImportOutcome {
    /// What is told, and no more.
    pub(super) fn of(text: String) -> Self {
        Self { text, report: None, asked: None, skipped: Arc::default(), can_undo: false }
    }
}

/// Whose notes the page shows, and how long they last.
#[derive(Clone, Debug, PartialEq)]
pub enum NotesOrigin {
    /// Its own.
    Page,
    /// The reader's, kept in this browser.
    Kept,
    /// The reader's, for this tab only: why, where there is a reason to tell.
    Tab(Option<String>),
}

/// What was handed to the page and is asked about.
pub enum PendingImport {
    /// Files that were chosen or dropped.
    Chosen(Selection),
    /// A table that was pasted; and the same, said to be a ladder, where it may be one.
    Pasted(NoteFile, Option<NoteFile>),
    /// Files that were read, some of which may be ladders: the places of these, and each as a ladder.
    Read(Vec<NoteFile>, Vec<(usize, NoteFile)>, Vec<Skipped>),
}

/// What a pasted table is, before it is added.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedTable {
    /// What it is, in words.
    pub(super) text: String,
    /// Its skills, each with its group and the levels at which it stands; the first ones.
    pub(super) skills: Vec<(String, String)>,
    /// What it would be if its reader said that it is a ladder, where nothing else says so.
    pub(super) as_ladder: Option<String>,
}

/// What is held besides what is shown.
pub struct ImportState {
    pub(super) collection: Collection,
    /// The notes before the last change.
    pub(super) former: Option<Collection>,
    pub(super) note_store: Option<NoteStore>,
    /// What was chosen and is asked about.
    pub(super) pending: Option<PendingImport>,
    /// What is wrong with the page's own notes.
    pub(super) warnings: Vec<Warning>,
    pub(super) index: SearchIndex,
    /// What the maker of the page chose.
    pub(super) look: PageLook,
}

/// The adding of notes.
#[derive(Clone, Copy)]
pub struct NoteImport {
    pub phase: RwSignal<ImportPhase>,
    pub origin: RwSignal<NotesOrigin>,
    /// Whether files are dragged over the page.
    pub(super) is_over: RwSignal<bool>,
    pub(super) state: StoredValue<ImportState, LocalStorage>,
    /// The number of what began last.
    pub(super) last_run: StoredValue<u32>,
    pub(super) current_library: RwSignal<Arc<Library>>,
}

impl ImportState {
    pub fn of(
        collection: Collection,
        note_store: Option<NoteStore>,
        mut warnings: Vec<Warning>,
        index: SearchIndex,
        look: PageLook,
    ) -> Self {
        warnings.retain(|warning| matches!(warning, Warning::Unreadable(_)));
        Self { collection, former: None, note_store, pending: None, warnings, index, look }
    }
}

impl NoteImport {
    pub fn new(state: ImportState, current_library: RwSignal<Arc<Library>>) -> Self {
        let is_own = !state.collection.layers().is_empty();
        Self {
            phase: RwSignal::default(),
            origin: RwSignal::new(if is_own { NotesOrigin::Kept } else { NotesOrigin::Page }),
            is_over: RwSignal::new(false),
            state: StoredValue::new_local(state),
            last_run: StoredValue::new(0),
            current_library,
        }
    }

    /// Takes files that are dropped anywhere on the page, as long as the page is there.
    pub fn take_drops(self, environment: Environment) {
        if environment.form == Form::Embedded {
            return;
        }
        let call = move |drag| match drag {
            Drag::Over => {
                if !self.is_over.get_untracked() {
                    self.is_over.set(true);
                }
            }
            Drag::Left => self.is_over.set(false),
            Drag::Dropped(items) => {
                self.is_over.set(false);
                self.take_items(items);
            }
        };
        // The listeners end with the page's owner, who drops the stored value.
        StoredValue::new_local(drag::on_files(move || !self.is_busy(), call));
        StoredValue::new_local(paste::on_paste(move |clip| {
            self.take_pasted(clip);
            // Outside of a field a browser does nothing with it.
            false
        }));
    }

    /// The notes that are shown.
    pub fn collection(self) -> Collection {
        self.state.with_value(|state| state.collection.clone())
    }

    /// The bytes of the file at a path, where its text cannot give them back.
    pub fn original(self, path: &str) -> Option<Arc<[u8]>> {
        self.state.with_value(|state| {
            let files = state.collection.files();
            files.into_iter().find(|file| file.path == path)?.original().cloned()
        })
    }

    /// A line of the file at a path, from 1, as it is written there.
    pub fn line(self, path: &str, line: u32) -> Option<String> {
        self.state.with_value(|state| {
            let files = state.collection.files();
            let text = files.into_iter().find(|file| file.path == path)?.text.read();
            let at = usize::try_from(line).ok()?.checked_sub(1)?;
            text.lines().nth(at).map(str::to_owned)
        })
    }

    /// The file at a path, where the reader added it.
    pub fn added_file(self, path: &str) -> Option<NoteFile> {
        self.state.with_value(|state| {
            let layers = state.collection.layers().iter().rev();
            layers.flat_map(|layer| &layer.notes).find(|file| file.path == path).cloned()
        })
    }

    /// What the maker of the page chose.
    pub fn page_look(self) -> PageLook {
        self.state.with_value(|state| state.look.clone())
    }

    /// What the notes are called: as the page's maker said, as long as these are the page's notes,
    /// else as the notes themselves say.
    pub fn title(self) -> String {
        let library = self.current_library.read();
        let given = self
            .state
            .with_value(|state| state.look.title.clone().filter(|_| state.collection.shows_page()));
        given.unwrap_or_else(|| library.vault.title().to_owned())
    }

    /// Whether something is going on that a drop would disturb.
    pub(super) fn is_busy(self) -> bool {
        !matches!(*self.phase.read_untracked(), ImportPhase::Quiet | ImportPhase::Told(_))
    }

    /// Ends what is going on, as if it had not begun.
    pub(super) fn cancel(self) {
        self.begin();
        self.phase.set(ImportPhase::Quiet);
        let _ = self.state.try_update_value(|state| state.pending = None);
    }

    /// Begins something; what began before is at its end.
    pub(super) fn begin(self) -> u32 {
        let run = self.last_run.get_value().wrapping_add(1);
        self.last_run.set_value(run);
        run
    }

    /// Tells how far something is; whether it is to go on.
    pub(super) fn tell(self, run: u32, phase: ImportPhase) -> bool {
        let goes_on = self.last_run.get_value() == run;
        if goes_on {
            self.phase.set(phase);
        }
        goes_on
    }
}

/// The adding of notes to the page.
pub fn note_import() -> NoteImport {
    provided()
}

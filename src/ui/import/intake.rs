//! Notes that the reader adds: looked through, asked about, read, shown, kept, and undone.
//!
//! Nothing leaves the machine. One thing happens at a time: what begins gets a number, and goes on
//! only as long as that is the last one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::files::drag::{self, Drag};
use crate::browser::files::pick::Selection;
use crate::browser::storage::note_store::Kept;
use crate::export::page::look::Look;
use crate::ui::search::found::SearchIndex;
use crate::ui::state::environment::world;
use crate::ui::state::library::{Shelf, Trouble, shelves};
use crate::ui::state::loading::Step;
use crate::vault::Collection;
use crate::vault::files::skipped::Skipped;
use crate::view_state::Form;

/// How far the adding of notes is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nothing is going on.
    #[default]
    Quiet,
    /// What was chosen is looked through: so many files were seen.
    Looking(usize),
    /// The reader is asked what is to become of it.
    Asking(Question),
    /// Files are read: so many of so many.
    Files(usize, usize),
    /// Notes are put together: so many of so many.
    Notes(Step, usize, usize),
    /// It is done, or came to nothing.
    Told(Told),
}

/// What the reader is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// How many notes were chosen, large ones too.
    pub(super) notes: usize,
    /// How many are there already.
    pub(super) here: usize,
    /// Those that take seconds to read: path and size in bytes.
    pub(super) large: Vec<(String, u64)>,
}

/// What the reader is told in the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub(super) text: String,
    pub(super) skipped: Arc<[Skipped]>,
    pub(super) can_undo: bool,
}

/// Whose notes the page shows, and how long they last.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Its own.
    Page,
    /// The reader's, kept in this browser.
    Kept,
    /// The reader's, for this tab only: why, where there is a reason to tell.
    Tab(Option<String>),
}

/// What is held besides what is shown.
pub struct Held {
    pub(super) collection: Collection,
    /// The notes before the last change.
    pub(super) former: Option<Collection>,
    pub(super) kept: Option<Kept>,
    /// What was chosen and is asked about.
    pub(super) pending: Option<Selection>,
    /// What is wrong with the page's own notes.
    pub(super) trouble: Vec<Trouble>,
    pub(super) index: SearchIndex,
    /// What the maker of the page chose.
    pub(super) look: Look,
}

/// The adding of notes.
#[derive(Clone, Copy)]
pub struct Intake {
    pub phase: RwSignal<Phase>,
    pub standing: RwSignal<Standing>,
    /// Whether files are dragged over the page.
    pub(super) is_over: RwSignal<bool>,
    pub(super) held: StoredValue<Held, LocalStorage>,
    /// The number of what began last.
    pub(super) last_run: StoredValue<u32>,
    pub(super) shelves: RwSignal<Arc<Shelf>>,
}

impl Held {
    pub fn of(
        collection: Collection,
        kept: Option<Kept>,
        mut trouble: Vec<Trouble>,
        index: SearchIndex,
        look: Look,
    ) -> Self {
        trouble.retain(|trouble| matches!(trouble, Trouble::Unreadable(_)));
        Self { collection, former: None, kept, pending: None, trouble, index, look }
    }
}

impl Intake {
    pub fn new(held: Held, shelves: RwSignal<Arc<Shelf>>) -> Self {
        let is_own = !held.collection.layers().is_empty();
        Self {
            phase: RwSignal::default(),
            standing: RwSignal::new(if is_own { Standing::Kept } else { Standing::Page }),
            is_over: RwSignal::new(false),
            held: StoredValue::new_local(held),
            last_run: StoredValue::new(0),
            shelves,
        }
    }

    /// Takes files that are dropped anywhere on the page, as long as the page is there.
    pub fn take_drops(self) {
        if world().form == Form::Embedded {
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
    }

    /// The notes that are shown.
    pub fn collection(self) -> Collection {
        self.held.with_value(|held| held.collection.clone())
    }

    /// The bytes of the file at a path, where its text cannot give them back.
    pub fn original(self, path: &str) -> Option<Arc<[u8]>> {
        self.held.with_value(|held| {
            let files = held.collection.files();
            files.into_iter().find(|file| file.path == path)?.original().cloned()
        })
    }

    /// What the maker of the page chose.
    pub fn page_look(self) -> Look {
        self.held.with_value(|held| held.look.clone())
    }

    /// What the notes are called: as the page's maker said, as long as these are the page's notes,
    /// else as the notes themselves say.
    pub fn title(self) -> String {
        let shelf = self.shelves.read();
        let given = self
            .held
            .with_value(|held| held.look.title.clone().filter(|_| held.collection.shows_page()));
        given.unwrap_or_else(|| shelf.vault.title().to_owned())
    }

    /// Whether something is going on that a drop would disturb.
    pub(super) fn is_busy(self) -> bool {
        !matches!(*self.phase.read_untracked(), Phase::Quiet | Phase::Told(_))
    }

    /// Ends what is going on, as if it had not begun.
    pub(super) fn cancel(self) {
        self.begin();
        self.phase.set(Phase::Quiet);
        let _ = self.held.try_update_value(|held| held.pending = None);
    }

    /// Begins something; what began before is at its end.
    pub(super) fn begin(self) -> u32 {
        let run = self.last_run.get_value().wrapping_add(1);
        self.last_run.set_value(run);
        run
    }

    /// Tells how far something is; whether it is to go on.
    pub(super) fn tell(self, run: u32, phase: Phase) -> bool {
        let goes_on = self.last_run.get_value() == run;
        if goes_on {
            self.phase.set(phase);
        }
        goes_on
    }
}

/// The adding of notes to the page.
pub fn intake() -> Intake {
    use_context().unwrap_or_else(|| {
        let index = SearchIndex::default();
        Intake::new(
            Held::of(Collection::default(), None, Vec::new(), index, Look::default()),
            shelves(),
        )
    })
}

//! Texts of notes that lie beside the page: what shows something of a note makes its text come, and is drawn anew once
//! it has.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;

use crate::browser::BrowserError;
use crate::browser::page::{address, scheduler};
use crate::export::page::beside::{BesideFiles, BesideTexts};
use crate::note::Note;
use crate::ui::widgets::late::in_chunk::{NotHere, Work};

/// How many packs are on their way at a time where all are fetched.
const AT_A_TIME: usize = 8;

/// What brings packs of texts, and what reads them.
pub type Bring = fn(BesideTexts, Vec<usize>) -> Work<Result<Bringing, NotHere>>;

/// Packs on their way.
pub type Bringing = Work<Result<(), BrowserError>>;

/// Told that texts have come, or why some have not.
pub type Arrived = Rc<dyn Fn(Result<(), BrowserError>)>;

struct TextsBeside {
    texts: BesideTexts,
    bring: Bring,
    /// Nobody, before something is drawn.
    arrived: RefCell<Option<Arrived>>,
    /// Whether it is being tried again: a second press changes nothing.
    is_trying: Cell<bool>,
}

thread_local! {
    static TEXTS: RefCell<Option<Rc<TextsBeside>>> = const { RefCell::new(None) };
}

/// From now on texts come when somebody asks for them ([`of`], [`all`]).
pub fn watch(texts: BesideTexts, bring: Bring) {
    let watched = Rc::new(TextsBeside {
        texts,
        bring,
        arrived: RefCell::default(),
        is_trying: Cell::default(),
    });
    TEXTS.with(|texts| texts.replace(Some(watched)));
}

/// From now on texts come when something of them is drawn, and `arrived` is told of those that were drawn without.
pub fn follow(arrived: Arrived) {
    let Some(watched) = current() else { return };
    watched.arrived.replace(Some(arrived));
    watched.texts.packs.on_wanted(Box::new(|| spawn_local(come())));
    spawn_local(come());
}

/// Whether the notes' texts lie beside the page.
pub fn are_beside() -> bool {
    current().is_some()
}

/// The files beside the page, where notes lie there.
pub fn files() -> Option<Arc<BesideFiles>> {
    current().map(|watched| Arc::clone(&watched.texts.files))
}

/// Asks again for what did not come.
pub fn try_again() {
    let Some(texts) = current().filter(|texts| !texts.is_trying.get()) else { return };
    let lacking = texts.texts.packs.take_given_up();
    if lacking.is_empty() {
        // It was wanted by what reads all notes, which begins anew.
        return address::reload();
    }
    texts.is_trying.set(true);
    spawn_local(async move {
        texts.bring_and_tell(lacking).await;
        texts.is_trying.set(false);
    });
}

/// Waits until the texts of some notes are here. At once where they do not lie beside the page.
///
/// # Errors
/// [`BrowserError`] when one did not come: which file, and what was wrong.
pub async fn of<'n>(notes: impl Iterator<Item = &'n Note>) -> Result<(), BrowserError> {
    let Some(texts) = current() else { return Ok(()) };
    notes.filter(|note| !note.is_read()).for_each(Note::want);
    let wanted = texts.texts.packs.take_wanted();
    texts.bring(&wanted).await
}

/// Waits until all texts are here. At once where they do not lie beside the page.
///
/// # Errors
/// [`BrowserError`] when one did not come: which file, and what was wrong.
pub async fn all() -> Result<(), BrowserError> {
    all_with(|_, _| ()).await
}

/// As [`all`]; `told` how many of how many files have come.
///
/// # Errors
/// As for [`all`].
pub async fn all_with(told: impl Fn(usize, usize)) -> Result<(), BrowserError> {
    let Some(texts) = current() else { return Ok(()) };
    let missing: Vec<usize> = texts.texts.packs.missing().collect();
    let mut came = 0;
    for some in missing.chunks(AT_A_TIME) {
        texts.bring(some).await?;
        came += some.len();
        told(came, missing.len());
    }
    Ok(())
}

fn current() -> Option<Rc<TextsBeside>> {
    TEXTS.with(|texts| texts.borrow().clone())
}

/// Brings what was wanted meanwhile.
async fn come() {
    // All that is being drawn says first what it wants.
    scheduler::next_task().await;
    let Some(texts) = current() else { return };
    let wanted = texts.texts.packs.take_wanted();
    if !wanted.is_empty() {
        texts.bring_and_tell(wanted).await;
    }
}

impl TextsBeside {
    async fn bring_and_tell(&self, packs: Vec<usize>) {
        let brought = self.bring(&packs).await;
        if brought.is_err() {
            let missing: Vec<usize> = self.texts.packs.missing().collect();
            self.texts.packs.give_up(packs.into_iter().filter(|pack| missing.contains(pack)));
        }
        let arrived = self.arrived.borrow().clone();
        if let Some(arrived) = arrived {
            arrived(brought);
        }
    }

    async fn bring(&self, packs: &[usize]) -> Result<(), BrowserError> {
        match (self.bring)(self.texts.clone(), packs.to_vec()).await {
            Ok(bringing) => bringing.await,
            Err(NotHere) => Err(BrowserError::Missing("part of the program that reads notes")),
        }
    }
}

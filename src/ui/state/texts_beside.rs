//! Texts of notes that lie beside the page: what shows something of a note makes its text come, and is drawn anew once
//! it has. Nothing else is, so that what the reader does meanwhile goes on.
//!
//! What works out something by a signal follows by itself. What a component draws once goes through
//! [`once_texts_came`], at the smallest part that shows the text.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use leptos::reactive::graph::Observer;
use wasm_bindgen_futures::spawn_local;

use crate::browser::BrowserError;
use crate::browser::page::{address, scheduler};
use crate::export::page::beside::{BesideFiles, BesideTexts};
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::in_chunk::{NotHere, Work};

/// How many packs are on their way at a time where all are fetched.
const AT_A_TIME: usize = 8;

/// What brings packs of texts, and what reads them.
pub type Bring = fn(BesideTexts, Vec<usize>) -> Work<Result<Bringing, NotHere>>;

/// Packs on their way.
pub type Bringing = Work<Result<(), BrowserError>>;

struct TextsBeside {
    texts: BesideTexts,
    bring: Bring,
    /// Tells how often some have come.
    came: ArcRwSignal<usize>,
    /// Why some have not.
    failure: ArcRwSignal<Option<String>>,
    /// How often somebody lacked a text.
    lacked: Cell<usize>,
    /// Whether those that are wanted are about to be brought.
    is_coming: Cell<bool>,
    /// Whether it is being tried again: a second press changes nothing.
    is_trying: Cell<bool>,
}

thread_local! {
    static TEXTS: RefCell<Option<Rc<TextsBeside>>> = const { RefCell::new(None) };
}

/// From now on texts come when somebody asks for them ([`once_here`], [`all`]).
pub fn watch(texts: BesideTexts, bring: Bring) {
    let watched = Rc::new(TextsBeside {
        texts,
        bring,
        came: ArcRwSignal::default(),
        failure: ArcRwSignal::default(),
        lacked: Cell::default(),
        is_coming: Cell::default(),
        is_trying: Cell::default(),
    });
    watched.texts.packs.on_wanted(Box::new(lack));
    TEXTS.with(|texts| texts.replace(Some(watched)));
}

/// Somebody lacks a text.
fn lack() {
    let Some(texts) = current() else { return };
    // What works out something with it is told once it has come.
    if Observer::get().is_some() {
        texts.came.track();
    }
    texts.lacked.set(texts.lacked.get().wrapping_add(1));
    if !texts.is_coming.replace(true) {
        spawn_local(come());
    }
}

/// What `draw` draws; anew once texts have come that it lacked. What it draws in turn with a value that changes, or
/// item by item, looks after itself.
pub fn once_texts_came(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let Some(texts) = current() else { return draw() };
    // Most of what is drawn lacks nothing, and then there is nothing to wait for.
    match lacked_by(&draw) {
        (view, false) => view,
        (view, true) => drawn_anew(&texts, view, Arc::new(draw)),
    }
}

/// What was drawn without some texts first. Once for all that draws something.
fn drawn_anew(
    texts: &TextsBeside,
    first: AnyView,
    draw: Arc<dyn Fn() -> AnyView + Send + Sync>,
) -> AnyView {
    let (is_lacking, came) = (Arc::new(AtomicBool::new(true)), texts.came.clone());
    let first = Mutex::new(Some(first));
    let lacks = Arc::clone(&is_lacking);
    let drawn = Memo::new(move |before: Option<&usize>| {
        came.track();
        match before {
            Some(before) => before + usize::from(lacks.load(Ordering::Relaxed)),
            None => 0,
        }
    });
    // From now on it follows what comes, also before it is shown.
    let at_first = drawn.get_untracked();
    fresh(
        move || drawn.get(),
        move |number| {
            let first = first.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(first) = first.filter(|_| number == at_first) {
                return first;
            }
            let (view, lacking) = lacked_by(|| draw());
            is_lacking.store(lacking, Ordering::Relaxed);
            view
        },
    )
}

/// What `draw` gives, and whether it lacked texts, which come then.
pub fn lacked_by<T>(draw: impl Fn() -> T) -> (T, bool) {
    let lacked = || current().map(|texts| texts.lacked.get());
    let before = lacked();
    let drawn = untrack(draw);
    (drawn, lacked() != before)
}

/// What `work` gives once all texts are here that it reads, or it is told that some did not come. At once where texts
/// do not lie beside the page.
pub async fn once_here<T>(work: impl Fn() -> T) -> T {
    loop {
        let (given, is_lacking) = lacked_by(&work);
        let Some(texts) = current().filter(|_| is_lacking) else { return given };
        // Nothing is wanted any more that was given up.
        let wanted = texts.texts.packs.take_wanted();
        if wanted.is_empty() {
            return given;
        }
        texts.bring_and_tell(wanted).await;
    }
}

/// Follows that texts come, whichever they are.
pub fn track_arrivals() {
    if let Some(texts) = current() {
        texts.came.track();
    }
}

/// Why some texts did not come, as that changes; `None` where all did that were asked for.
pub fn failure() -> Option<String> {
    current()?.failure.get()
}

/// Whether the notes' texts lie beside the page.
pub fn are_beside() -> bool {
    current().is_some()
}

/// The files beside the page, where notes lie there.
pub fn files() -> Option<Arc<BesideFiles>> {
    current().map(|watched| Arc::clone(&watched.texts.files))
}

/// How many bytes of texts stay from one search to the next: what lists show of their notes is known by then.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Somebody searches for something else: lets texts go that came long ago. At no other time, for who waits for several
/// of them would wait for ever.
pub fn let_go() {
    if let Some(texts) = current() {
        texts.texts.packs.let_go(MOST_BYTES);
    }
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
    texts.texts.packs.stay();
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
    // To ask for files takes time, too.
    scheduler::once_key_is_painted().await;
    let Some(texts) = current() else { return };
    texts.is_coming.set(false);
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
        scheduler::once_key_is_painted().await;
        let failure = match brought {
            Err(error) => Some(error.to_string()),
            // What came says nothing of what was given up before.
            Ok(()) => self.failure.get_untracked().filter(|_| self.texts.packs.lack_given_up()),
        };
        if self.failure.get_untracked() != failure {
            self.failure.set(failure);
        }
        self.came.update(|came| *came += 1);
    }

    async fn bring(&self, packs: &[usize]) -> Result<(), BrowserError> {
        match (self.bring)(self.texts.clone(), packs.to_vec()).await {
            Ok(bringing) => bringing.await,
            Err(NotHere) => Err(BrowserError::Missing("part of the program that reads notes")),
        }
    }
}

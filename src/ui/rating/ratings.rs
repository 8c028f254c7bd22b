//! What the reader rated, and the reader's list: kept by the browser, changed by dots and buttons.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page::calendar;
use crate::browser::storage::progress_store::{ProgressStore, StoredRecordWarning};
use crate::progress::{At, ClipList, Day, Record, Step};
use crate::ui::context::provided;
use crate::ui::state::library::Library;
use crate::ui::state::view::View;
use crate::ui::widgets::late::at_rest::is_at_rest;
use crate::view_state::Form;

use super::record_chunk::keeper;
use super::shown_ratings::ShownPlace;

/// What is not done yet with what the browser keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordLack {
    /// What an earlier visit kept is not read.
    Unread,
    /// What was rated in this visit is not kept.
    Unkept,
}

/// What the reader rated.
#[derive(Clone, Copy)]
pub struct Ratings {
    pub(super) record: RwSignal<Record>,
    /// What was not done, because what does it did not come.
    pub(super) lack: RwSignal<Option<RecordLack>>,
    /// Why it is not kept, or not in whole; empty where it is.
    pub(super) warning: RwSignal<String>,
    /// The link that brought what another person rated.
    pub(super) link: RwSignal<Option<String>>,
    pub(super) current_library: RwSignal<Arc<Library>>,
    /// Where that is which is shown of them.
    pub(super) place: StoredValue<ShownPlace>,
    /// The list before it was emptied, or others took its place, in this tab.
    pub(super) former: RwSignal<Option<ClipList>>,
    /// Whether the list goes on paper next, and not the page.
    pub(super) prints_list: RwSignal<bool>,
    pub(super) list: Memo<ClipList>,
    pub(super) store: StoredValue<Rc<ProgressStore>, LocalStorage>,
}

impl Ratings {
    /// What the browser keeps for this page, and what the address brings.
    pub fn new(current_library: RwSignal<Arc<Library>>, view: View, form: Form) -> Self {
        let store = ProgressStore::open(form);
        // What reads it has been fetched before, where there is something to read.
        let (record, warning) = keeper().map(|keeper| (keeper.load)(&store)).unwrap_or_default();
        let lack = (keeper().is_none() && store.holds()).then_some(RecordLack::Unread);
        let record = RwSignal::new(record);
        let told = match warning {
            None if store.lasts() => String::new(),
            None => NOT_LASTING.to_owned(),
            Some(warning) => in_words(&warning),
        };
        let ratings = Self {
            record,
            lack: RwSignal::new(lack),
            warning: RwSignal::new(told),
            link: RwSignal::new(store.received()),
            current_library,
            place: StoredValue::new(ShownPlace::here()),
            former: RwSignal::new(None),
            prints_list: RwSignal::new(false),
            list: Memo::new(move |_| record.with(|record| record.list.clone())),
            store: StoredValue::new_local(Rc::new(store)),
        };
        ratings.follow_tabs();
        ratings.follow_address(view);
        // What did not come before the page may be there once it is at rest.
        Effect::new(move || {
            if is_at_rest() && keeper().is_some() && ratings.lack.get_untracked().is_some() {
                ratings.try_again();
            }
        });
        ratings
    }

    /// Other tabs of the same page rate, too.
    fn follow_tabs(self) {
        let store = self.store.get_value();
        let listener = store.on_change(move |is_forgotten| {
            if is_forgotten {
                self.record.set(Record::default());
            } else {
                self.take_over();
            }
        });
        // The listener ends with the page's owner, who drops the stored value.
        StoredValue::new_local(listener);
    }

    /// A link brings what another person rated. It is taken out of the address at once, so that it goes into
    /// no link that is made for something else.
    fn follow_address(self, view: View) {
        Effect::new(move || {
            let Some(link) = view.state().get().rate else { return };
            self.store.get_value().keep_received(Some(&link));
            self.link.set(Some(link));
            view.refine(|state| state.rate = None);
        });
    }

    /// With what other tabs of the page have rated since.
    pub fn record(self) -> RwSignal<Record> {
        self.record
    }

    /// Why something is not kept; empty where all is.
    pub fn warning(self) -> String {
        self.warning.get()
    }

    /// Rates a skill, or takes its rating back.
    pub fn rate(self, at: &At, name: &str, step: Option<Step>) {
        let Some(today) = calendar::today() else {
            return self
                .warning
                .set("The clock of this device shows no day, so nothing can be rated.".into());
        };
        let (at, name) = (at.clone(), name.to_owned());
        self.change(Box::new(move |record| record.rate(at, &name, step, today)));
    }

    /// Takes what another person sent away.
    pub fn put_received_away(self) {
        self.store.get_value().keep_received(None);
        self.link.set(None);
    }

    /// Forgets all that was rated and listed.
    pub fn forget(self) {
        self.store.get_value().forget();
        self.former.set(None);
        self.lack.set(None);
        self.record.set(Record::default());
    }
}

const NOT_LASTING: &str = "Your ratings last for this tab only: the browser keeps nothing for this page. Export them to keep them.";

pub(super) fn in_words(warning: &StoredRecordWarning) -> String {
    match warning {
        StoredRecordWarning::Unreadable(why) => {
            ["The ratings kept here cannot be read (", why, "). They are put aside, and you begin anew."].concat()
        }
        StoredRecordWarning::Newer => {
            "A newer version of this page keeps the ratings. They are shown as far as they are understood, and not \
             written over."
                .to_owned()
        }
        StoredRecordWarning::Unread(1) => {
            "1 part of your ratings cannot be read. It is kept as it is.".to_owned()
        }
        StoredRecordWarning::Unread(count) => {
            [&count.to_string(), " parts of your ratings cannot be read. They are kept as they are."].concat()
        }
    }
}

/// Today, for what is told by days.
pub fn today() -> Option<Day> {
    calendar::today()
}

/// What the reader rated.
pub fn ratings() -> Ratings {
    provided()
}

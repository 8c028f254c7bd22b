//! The view: what the page shows, as a signal that the address follows and leads.

use std::mem;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page::address::{self, HistoryStep};
use crate::matrix::{Filter, LevelId, SkillId, Sort};
use crate::note::NoteId;
use crate::ui::context::provided;
use crate::view_state::{Panel, ViewState};

use super::library::Library;

/// What the page shows. Components read its parts, so that one is drawn anew only when its own
/// part has changed.
#[derive(Clone, Copy)]
pub struct View {
    /// What the address names, but for the search: that changes with every letter, and all that follows from the
    /// rest would have to be asked each time whether it is still the same.
    named: RwSignal<ViewState>,
    /// What is searched for.
    searched: RwSignal<String>,
    /// What of both there is here; links follow from this.
    state: Memo<ViewState>,
    pub level: Memo<Option<LevelId>>,
    /// Which placements are shown: the level, and the other filters.
    pub filter: Memo<Filter>,
    /// The group whose skills are shown.
    pub group: Memo<Option<String>>,
    pub sort: Memo<Sort>,
    pub query: ReadSignal<String>,
    pub opened: Memo<Opened>,
}

/// What is open beside the matrix. A note covers the skill from which it was opened, and what is
/// wrong in the notes covers both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opened {
    /// The panel says how to open something.
    #[default]
    Nothing,
    /// A skill.
    Skill(SkillId),
    /// A note.
    Note(NoteId),
    /// A section of a note, by its slug.
    Topic(NoteId, String),
    /// What is wrong in the notes.
    Problems,
    /// The cells of a ladder that have no clip.
    WithoutClip,
}

impl View {
    /// The view that the address names, and that follows it from now on.
    pub fn from_address(current_library: RwSignal<Arc<Library>>) -> Self {
        let view = Self::of(address::view(), current_library);
        // The listener ends with the page's owner, who drops the stored value.
        StoredValue::new_local(address::on_change(move |state| view.set(state)));
        view
    }

    /// A view of a library, as far as what is named is there.
    fn of(mut named: ViewState, current_library: RwSignal<Arc<Library>>) -> Self {
        let searched = RwSignal::new(mem::take(&mut named.query));
        let named = RwSignal::new(named);
        let place = Memo::new(move |_| {
            let mut state = named.get();
            // An address may name what is a level elsewhere, or nowhere.
            state.level =
                state.level.filter(|level| current_library.read().matrix.has_level(*level));
            let is_here = |group: &String| {
                let library = current_library.read();
                library.matrix.groups().iter().any(|(id, _)| id == group)
            };
            state.group = state.group.filter(is_here);
            state
        });
        let state = Memo::new(move |_| ViewState { query: searched.get(), ..place.get() });
        Self {
            named,
            searched,
            state,
            level: Memo::new(move |_| place.read().level),
            filter: Memo::new(move |_| place.read().filter()),
            group: Memo::new(move |_| place.read().group.clone()),
            sort: Memo::new(move |_| place.read().sort),
            query: searched.read_only(),
            opened: Memo::new(move |_| {
                let state = place.read();
                match state.panel {
                    Some(Panel::Problems) => return Opened::Problems,
                    Some(Panel::WithoutClip) => return Opened::WithoutClip,
                    None => {}
                }
                match (&state.note, &state.topic, &state.skill) {
                    (Some(note), Some(topic), _) => Opened::Topic(note.clone(), topic.clone()),
                    (Some(note), None, _) => Opened::Note(note.clone()),
                    (None, _, Some(skill)) => Opened::Skill(skill.clone()),
                    (None, _, None) => Opened::Nothing,
                }
            }),
        }
    }

    /// Begins at a reader's level, where the address asks for nothing. It does not go into the address: a link
    /// that is copied asks for nothing either.
    pub fn begin_at(self, level: Option<LevelId>) {
        let asks_for_nothing = self.searched.read_untracked().is_empty()
            && *self.named.read_untracked() == ViewState::default();
        if level.is_some() && asks_for_nothing {
            self.named.update(|state| state.level = level);
        }
    }

    /// All of it.
    pub fn state(self) -> Memo<ViewState> {
        self.state
    }

    /// The address of the view as it would be after a change, for links.
    pub fn href(self, edit: impl FnOnce(&mut ViewState)) -> String {
        let mut state = self.state.get_untracked();
        edit(&mut state);
        ["#", &state.to_fragment()].concat()
    }

    /// Changes the view in a step that "back" undoes.
    pub fn change(self, edit: impl FnOnce(&mut ViewState)) {
        let mut next = self.state.get_untracked();
        edit(&mut next);
        self.go(next, HistoryStep::New);
    }

    /// Changes the view without a step of its own.
    pub fn refine(self, edit: impl FnOnce(&mut ViewState)) {
        let mut next = self.state.get_untracked();
        edit(&mut next);
        self.go(next, HistoryStep::Same);
    }

    /// As [`View::refine`], with every letter that is typed.
    pub fn type_in(self, edit: impl FnOnce(&mut ViewState)) {
        let mut next = self.state.get_untracked();
        edit(&mut next);
        self.go(next, HistoryStep::Typed);
    }

    /// Closes what is open, and shows what it covered.
    pub fn close(self) {
        self.change(|state| {
            if state.panel.take().is_some() {
                return;
            }
            (state.section, state.topic) = (None, None);
            if state.note.take().is_none() {
                state.skill = None;
                state.seconds = None;
            }
        });
    }

    fn go(self, next: ViewState, step: HistoryStep) {
        if *self.state.read_untracked() == next {
            return;
        }
        // Where the browser refuses, the page is right all the same, and the address with the
        // next change.
        let _ = address::write(&next, step);
        self.set(next);
    }

    fn set(self, mut next: ViewState) {
        let query = mem::take(&mut next.query);
        if *self.searched.read_untracked() != query {
            self.searched.set(query);
        }
        if *self.named.read_untracked() != next {
            self.named.set(next);
        }
    }
}

/// The view of the page.
pub fn view() -> View {
    provided()
}

/// A change of the view: a skill is opened.
pub fn open_skill(state: &mut ViewState, skill: &SkillId) {
    if state.skill.as_ref() != Some(skill) || state.note.is_some() {
        state.seconds = None;
    }
    state.skill = Some(skill.clone());
    (state.note, state.section, state.topic, state.panel) = (None, None, None, None);
}

/// A change of the view: a note is opened, at a section where one is named.
pub fn open_note(state: &mut ViewState, note: &NoteId, section: Option<&str>) {
    state.note = Some(note.clone());
    state.section = section.map(str::to_owned);
    (state.topic, state.panel, state.seconds) = (None, None, None);
}

/// What stands in an address in the place of a section for what the matrix took from a note: no section is called so.
pub const TAKEN_SECTION: &str = "*taken";

/// A change of the view: a note is opened where it says what the matrix took from it.
pub fn open_taken(state: &mut ViewState, note: &NoteId) {
    open_note(state, note, Some(TAKEN_SECTION));
}

/// A change of the view: a section of a note is opened by itself.
pub fn open_topic(state: &mut ViewState, note: &NoteId, topic: &str) {
    open_note(state, note, None);
    state.topic = Some(topic.to_owned());
}

//! One result of the search.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::listen::is_for_browser;
use crate::corpus::title_and_text;
use crate::matrix::{Agreement, Level, SkillId};
use crate::note::{Section, Stamp};
use crate::search::{Marker, Target};
use crate::ui::player::playback::playback;
use crate::ui::player::stamp_link::{Opens, StampLink, follow};
use crate::ui::rating::add_to_list::{AddClaim, AddToList};
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::{open_note, open_skill, open_topic, view};
use crate::ui::widgets::fresh::numbered_list;

use super::highlighted::highlighted;
use super::recent::recent;
use super::result_rows::{ResultRow, label};

/// One result: a link that opens or plays it, and for a moment its time.
#[component]
pub fn ResultItem(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What it shows.
    row: ResultRow,
    /// Finds in its text what was matched.
    marker: ArcRwSignal<Arc<Marker>>,
) -> impl IntoView {
    let ResultRow { target, group, head, .. } = row;
    let (view, environment, playback) = (view(), environment(), playback());
    let stamp = stamp_of(&library, &target);
    let context = context_of(&library, &target);
    let (_, whole) = title_and_text(&library.vault, &library.matrix, &target);
    let text = marked(whole, marker);
    let kept = matches!(target, Target::Skill(_)).then_some("no");
    let head = head.map(|head| view! { <span class="hit-kind">{head}</span> }.into_any());
    let opens = match &target {
        Target::Skill(_) => Opens::Nothing,
        Target::Claim { note, .. }
        | Target::Line { note, .. }
        | Target::Topic { note, .. }
        | Target::Note(note) => Opens::Note(note.clone()),
    };
    let time = stamp.clone().map(|stamp| {
        let opens = opens.clone();
        view! { <StampLink stamp opens/> }.into_any()
    });
    let add = match &target {
        Target::Skill(id) => {
            let (skill, level) = (SkillId(id.clone()), view.level.get_untracked());
            let level = level.filter(|level| {
                library
                    .matrix
                    .skill(&skill)
                    .is_some_and(|skill| skill.at(Some(*level)).next().is_some())
            });
            let name = whole.to_owned();
            view! { <AddToList library=Arc::clone(&library) skill name level/> }.into_any()
        }
        Target::Claim { note, claim, .. } | Target::Line { note, claim, .. } => {
            view! { <AddClaim note=note.clone() claim=*claim/> }.into_any()
        }
        Target::Topic { .. } | Target::Note(_) => ().into_any(),
    };
    let moment = stamp.as_ref().and_then(Stamp::moment);
    let first_second = stamp.as_ref().map(|stamp| stamp.seconds);
    let target = StoredValue::new(target);
    let section = StoredValue::new(target.with_value(|target| section_of(&library, target)));
    let open = move |state: &mut _| {
        target.with_value(|target| match target {
            Target::Skill(id) => open_skill(state, &SkillId(id.clone())),
            Target::Claim { note, seconds, .. } | Target::Line { note, seconds, .. } => {
                let section = section.get_value().filter(|_| seconds.is_none());
                open_note(state, note, section.as_deref());
                // The search knows the second as it was read first.
                state.seconds = first_second.or(*seconds);
            }
            Target::Topic { note, .. } => {
                open_topic(state, note, &section.get_value().unwrap_or_default());
            }
            Target::Note(note) => open_note(state, note, None),
        });
    };
    let recent = recent();
    let on_click = move |click: MouseEvent| {
        recent.remember(&view.query.get_untracked());
        if let Some(moment) = moment
            && playback.take_click(&click, moment)
        {
            return follow(view, moment.seconds, &opens, environment.is_wide.get_untracked());
        }
        if !is_for_browser(&click) {
            click.prevent_default();
            view.change(open);
        }
    };
    // The note at the moment, where Enter alone plays it. Some browsers make a click of these keys
    // that asks for a new tab, and some make none.
    let on_key = move |key: KeyboardEvent| {
        if key.key() == "Enter" && (key.ctrl_key() || key.meta_key()) {
            key.prevent_default();
            recent.remember(&view.query.get_untracked());
            view.change(open);
        }
    };
    let href = view.href(|state| {
        *state = Default::default();
        open(state);
    });
    view! {
        <li class="result" data-anchor="result" data-kind=label(group)>
            {head}
            <a class="hit" data-anchor=Anchor::Hit.name() href=href on:click=on_click on:keydown=on_key>
                <span class="hit-text" translate=kept>{text}</span>
                {context.map(|context| view! { <span class="hit-context">{context}</span> }.into_any())}
            </a>
            {time}
            {add}
        </li>
    }
    .into_any()
}

/// A text in which what is marked changes while the row stays.
fn marked(text: &str, marker: ArcRwSignal<Arc<Marker>>) -> AnyView {
    let text: Arc<str> = text.into();
    let drawn = AtomicUsize::new(0);
    let tracked = marker.clone();
    let number = move || {
        tracked.track();
        vec![drawn.fetch_add(1, Ordering::Relaxed)]
    };
    let draw = move |_| highlighted(&text, &marker.get_untracked()).into_any();
    numbered_list(Arc::new(number), Arc::new(draw))
}

/// The first stamp of a claim, of those that its video has where there is one.
fn stamp_of(library: &Library, target: &Target) -> Option<Stamp> {
    let (Target::Claim { note, claim, .. } | Target::Line { note, claim, .. }) = target else {
        return None;
    };
    let (_, claim) = library.claim(note, *claim)?;
    let in_video = claim.stamps.iter().find(|stamp| !stamp.is_past_end);
    in_video.or_else(|| claim.stamps.first()).cloned()
}

/// The name in addresses of a topic, or of the section that a claim stands in.
fn section_of(library: &Library, target: &Target) -> Option<String> {
    let (note, section) = match target {
        Target::Claim { note, claim, .. } | Target::Line { note, claim, .. } => {
            let (note, claim) = library.claim(note, *claim)?;
            (note, claim.section)
        }
        Target::Topic { note, section } => (library.vault.note(note)?, *section),
        Target::Skill(_) | Target::Note(_) => return None,
    };
    note.headings().get(section).map(|section| section.slug.clone())
}

/// Where a result stands: a skill's levels, or a claim's section and, among many notes, its note.
fn context_of(library: &Library, target: &Target) -> Option<String> {
    match target {
        Target::Skill(id) => {
            let skill = library.matrix.skill(&SkillId(id.clone()))?;
            let ranked = |level: &Level| {
                let said = Agreement::of(skill.at(Some(level.id)));
                let ranks: Vec<String> =
                    said.verdicts.iter().filter_map(|said| Some(said.rank?.to_string())).collect();
                (!ranks.is_empty()).then(|| [&level.label, " ", &ranks.join(" or ")].concat())
            };
            let ranks: Vec<String> = library.matrix.levels.iter().filter_map(ranked).collect();
            Some(if ranks.is_empty() { "named, not ranked".to_owned() } else { ranks.join(" · ") })
        }
        Target::Claim { note, claim, .. } => {
            let (note, claim) = library.claim(note, *claim)?;
            let section = note.headings().get(claim.section).map(Section::shown_title);
            let section = section.as_deref().unwrap_or("");
            let many = library.vault.notes().len() > 1;
            let parts: Vec<&str> = [if many { note.title.as_str() } else { "" }, section]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
        Target::Line { note, .. } => {
            let title =
                library.vault.note(note).map(|note| note.title.as_str()).unwrap_or_default();
            Some(["Transcript · ", title].concat())
        }
        Target::Topic { note, .. } => {
            let many = library.vault.notes().len() > 1;
            many.then(|| library.vault.note(note).map(|note| note.title.clone())).flatten()
        }
        Target::Note(_) => None,
    }
}

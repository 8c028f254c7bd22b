//! A part of the matrix: its heading, which may open and close it, and its rows.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::Heading;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::icon::{Icon, icon};
use crate::ui::widgets::late::in_turn::steps_in_turn;

use super::columns::Columns;
use super::drawn_parts::{DrawnPart, DrawnParts};
use super::row::SkillRow;
use crate::ui::matrix::shown_rows::Folding;

/// How many rows are drawn in one task while the page is drawn in several.
const ROWS_IN_TURN: usize = 12;

/// A part of the matrix.
#[component]
pub fn RowGroupView(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Its name in the document.
    id: String,
    /// What is drawn.
    drawn: DrawnParts,
    /// The matrix's columns.
    columns: Memo<Columns>,
) -> impl IntoView {
    let view = view();
    let own = {
        let id = id.clone();
        Memo::new(move |_| drawn.parts.read().iter().find(|part| part.shown.id == id).cloned())
    };
    let head = {
        let id = id.clone();
        let drawn_as = move || {
            let part = own.get()?;
            let width = columns.read().len() + 1;
            Some((part.shown.heading?, part.shown.folding, part.is_open, width))
        };
        fresh(drawn_as, move |head| {
            let id = id.clone();
            head.map(|head| heading(head, move || drawn.toggle(&id))).into_any()
        })
    };
    let at_first = own.with_untracked(|part| part.as_ref().map_or(0, |part| part.skills.len()));
    let steps = steps_in_turn(at_first.saturating_sub(1) / ROWS_IN_TURN);
    // A row is drawn anew when what it shows depends on changes.
    let rows = move || -> Vec<_> {
        let Some(DrawnPart { mut skills, shown, .. }) = own.get() else { return Vec::new() };
        skills.truncate(steps().map_or(usize::MAX, |steps| (steps + 1) * ROWS_IN_TURN));
        let (filter, columns) = (view.filter.get(), columns.get());
        let row = |skill| (skill, filter, Arc::clone(&columns), shown.list.clone());
        skills.into_iter().map(row).collect()
    };
    let is_inner = own.get_untracked().is_some_and(|part| part.shown.within.is_some());
    view! {
        <tbody role="rowgroup" data-group=id data-within=is_inner.then_some("true")>
            {head}
            <For
                each=rows
                key=|(skill, filter, columns, list)| {
                    let notes = list.as_ref().map(|list| list.notes.clone());
                    (skill.clone(), *filter, Arc::clone(columns), notes)
                }
                children=move |(skill, filter, columns, list)| {
                    view! { <SkillRow library=Arc::clone(&library) skill filter columns list/> }.into_any()
                }
            />
        </tbody>
    }
    .into_any()
}

/// The row that stands over a part.
fn heading(
    (heading, folding, is_open, width): (Heading, Folding, bool, usize),
    toggle: impl Fn() + 'static,
) -> AnyView {
    let Heading { before, level, after, note } = heading;
    let name = view! {
        <span class="group-name">
            {before} {level.map(|level| view! { <span translate="no">{level}</span> }.into_any())} {after}
        </span>
        <span class="group-note">{note}</span>
    };
    let content = if folding == Folding::Never {
        view! { <span class="group-title">{name}</span> }.into_any()
    } else {
        view! {
            <button
                type="button"
                class="group-title"
                aria-expanded=if is_open { "true" } else { "false" }
                on:click=move |_| toggle()
            >
                {icon(Icon::Chevron)} {name}
            </button>
        }
        .into_any()
    };
    view! {
        <tr role="row" class="group-head">
            <th role="rowheader" scope="rowgroup" colspan=width.to_string()>{content}</th>
        </tr>
    }
    .into_any()
}

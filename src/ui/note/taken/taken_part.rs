//! A list, a table or a group of headings of a note: whether it names skills, and why.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{ExplainedPart, Why};
use crate::note::{NoteId, Section};
use crate::ui::links::note_link::NoteLink;
use crate::ui::state::library::Library;
use crate::ui::widgets::counting::count;

use super::mark_way::MarkWay;

/// A part of a note: whether it names skills, and why.
#[component]
pub fn TakenPart(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The note that it is a part of.
    note: NoteId,
    /// What became of it.
    why: Why,
) -> impl IntoView {
    let Some(found) = library.vault.note(&note) else { return ().into_any() };
    let path = found.path.clone();
    let section = found.sections().get(why.section);
    let slug = section.map(|section| section.slug.clone()).unwrap_or_default();
    let title = section.map(Section::shown_title).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| match why.kind {
        ExplainedPart::Sheet | ExplainedPart::TeamSheet => found.title.clone(),
        _ => "Before the first heading".to_owned(),
    });
    let kind = match why.kind {
        ExplainedPart::List { .. } => "list",
        ExplainedPart::Table => "table",
        ExplainedPart::Sheet | ExplainedPart::TeamSheet => "sheet",
        ExplainedPart::Headings => "heading",
        ExplainedPart::Proof => "proof",
    };
    let place = [" · ", kind, ", line ", &why.line.to_string()].concat();
    let nearly = why.nearly_counted();
    let (verdict, reason) = match (why.made, nearly) {
        (true, _) => (count(why.names, "skill", "skills"), [why.rule.says(), "."].concat()),
        (false, true) => ("Nearly counted".to_owned(), why.lack()),
        (false, false) if why.kind == ExplainedPart::Proof => ("No skill".to_owned(), why.lack()),
        (false, false) => ("No skills".to_owned(), why.lack()),
    };
    let stop = if why.made { ": " } else { ". " };
    let mark = why.mark.map(|mark| view! { <MarkWay path mark levels=why.levels/> }.into_any());
    let state = match (why.made, nearly) {
        (true, _) => "made",
        (false, true) => "nearly",
        (false, false) => "none",
    };
    view! {
        <li class="taken-part" data-state=state>
            <p>
                <NoteLink note section=slug class="taken-heading">{title}</NoteLink>
                <span class="quiet">{place}</span>
            </p>
            <p><b>{verdict}</b> {stop} {reason}</p>
            {mark}
        </li>
    }
    .into_any()
}

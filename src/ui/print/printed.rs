//! What goes on paper: an opened note, topic or skill, else the rows of the matrix that are shown and what was said;
//! always with the addresses of the moments.

use leptos::prelude::*;
use rustc_hash::FxHashSet;

use crate::export::formats::picture::map::MatrixMap;
use crate::export::formats::table;
use crate::matrix::{FOLDED_FROM, Matrix, Placement, RowGroup, Skill, SkillId, overview};
use crate::text::shown;
use crate::ui::import::note_import::NoteImport;
use crate::ui::matrix::drawn_map::picture;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside;
use crate::ui::state::view::Opened;
use crate::view_state::ViewState;

use super::print_on_demand::{OnPaper, Printer};
use super::printed_list::printed_list;
use super::printed_matrix::{is_wide, printed_matrix};
use super::printed_note::{printed_note, printed_topic, times};

/// How wide the map of many skills is, in CSS pixels of paper.
const MAP_WIDTH: f32 = 680.0;

/// What draws the page on paper.
pub static PAPER_PRINTER: PaperPrinter = PaperPrinter;

/// Draws what is read, with the addresses of the moments.
#[derive(Debug)]
pub struct PaperPrinter;

impl Printer for PaperPrinter {
    fn draw_on_paper(&self, page: OnPaper) -> AnyView {
        drawn(page)
    }
}

fn drawn(page: OnPaper) -> AnyView {
    let (content, is_lacking) = texts_beside::lacked_by(|| on_paper(page));
    let Some(content) = content else { return ().into_any() };
    let is_found = page.search.found.read_untracked().is_search();
    let is_searching = !page.view.query.read_untracked().trim().is_empty() && !is_found;
    // A browser that prints waits for nothing. What is lacking is on its way by now.
    let lacking = (is_lacking || is_searching)
        .then(|| view! { <p data-anchor="printed-in-part">{IN_PART}</p> }.into_any());
    view! { <div class="printed static" data-anchor="printed">{lacking} {content}</div> }.into_any()
}

/// What is printed where something lies beside the page and has not come.
const IN_PART: &str =
    "This was printed too soon: something of it had not come yet. Print once more in a moment.";

/// What is drawn for paper; `None` where the page is printed as it stands.
fn on_paper(page: OnPaper) -> Option<AnyView> {
    let OnPaper { note_import, current_library, view, search, ratings } = page;
    let library = current_library.get_untracked();
    let state = view.state().get_untracked();
    if ratings.prints_list().get_untracked() {
        return Some(printed_list(&library, &ratings.list().get_untracked()));
    }
    let content = match view.opened.get_untracked() {
        Opened::Note(note) => library.vault.note(&note).map(|note| printed_note(&library, note)),
        Opened::Topic(note, topic) => {
            library.vault.note(&note).and_then(|note| printed_topic(note, &topic))
        }
        Opened::Skill(skill) => {
            let skill = library.matrix.skill(&skill);
            skill.map(|skill| matrix(note_import, &library, &state, &[skill]))
        }
        // What is read then is printed as it stands.
        Opened::Problems | Opened::WithoutClip => return None,
        // So is what is compared: the table there is the answer already.
        Opened::Nothing if state.compare.is_some() => return None,
        Opened::Nothing => None,
    };
    Some(content.unwrap_or_else(|| {
        let found = search.found.get_untracked();
        let (all, filter) = (&library.matrix, view.filter.get_untracked());
        let group = state.group.as_ref().map(|group| all.in_group(group));
        let is_shown =
            |id: &SkillId| found.shows(id) && group.as_ref().is_none_or(|group| group.contains(id));
        let skills = RowGroup::asked_for(all, &filter, state.sort, None, is_shown);
        matrix(note_import, &library, &state, &skills)
    }))
}

fn matrix(
    note_import: NoteImport,
    library: &Library,
    state: &ViewState,
    skills: &[&Skill],
) -> AnyView {
    let said: Vec<AnyView> =
        skills.iter().filter_map(|skill| said(library, skill, state)).collect();
    let said = (!said.is_empty()).then(|| view! { <h2>"What was said"</h2> {said} }.into_any());
    let map = (skills.len() > FOLDED_FROM && !library.matrix.levels.is_empty()).then(|| {
        let shown: FxHashSet<&SkillId> = skills.iter().map(|skill| &skill.id).collect();
        let bands = overview(&library.matrix, &state.filter(), |skill| shown.contains(skill));
        picture(&MatrixMap::of(&bands, MAP_WIDTH, None).picture, Vec::new())
    });
    let wide = is_wide(library, skills).then_some("true");
    view! {
        <div class="printed-matrix" data-wide=wide>
            <h1>{untrack(|| note_import.title())}</h1>
            {chosen(&library.matrix, state).map(|text| view! { <p>{text}</p> }.into_any())}
            {map}
            {printed_matrix(library, skills)}
        </div>
        {said}
    }
    .into_any()
}

/// What narrows the matrix, in words.
fn chosen(matrix: &Matrix, state: &ViewState) -> Option<String> {
    let level = state.level.map(|_| ["Seniority: ", matrix.level_label(state.level)].concat());
    let role = state.role.map(|role| ["Role: ", role.as_str()].concat());
    let query = state.query.trim();
    let query = (!query.is_empty()).then(|| ["Search: “", query, "”"].concat());
    let parts: Vec<String> = [level, role, query].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What was said of a skill; nothing where a ladder's table has it all.
fn said(library: &Library, skill: &Skill, state: &ViewState) -> Option<AnyView> {
    let filter = state.filter();
    let is_asked_for = |placement: &&Placement| {
        filter.lets_through(placement)
            && (state.level.is_none() || state.skill.is_some() || placement.level == state.level)
    };
    let placements = skill.placements.iter().filter(is_asked_for);
    let is_more = |placement: &&Placement| placement.text.is_none() || placement.has_clip();
    let placements = placements.filter(is_more);
    let items: Vec<AnyView> = placements.flat_map(|placement| claims(library, placement)).collect();
    (!items.is_empty()).then(|| {
        view! { <section><h3>{skill.name.clone()}</h3><ul>{items}</ul></section> }.into_any()
    })
}

fn claims(library: &Library, placement: &Placement) -> Vec<AnyView> {
    let Some(note) = library.vault.note(&placement.note) else { return Vec::new() };
    let label = library.matrix.level_label(placement.level);
    let level = match (placement.level, placement.rank) {
        (Some(_), _) if placement.is_chosen() => [label, ", ", table::CHOSEN, ": "].concat(),
        (None, _) if placement.is_chosen() => [table::CHOSEN, ": "].concat(),
        (Some(_), Some(rank)) => [label, " ", &rank.to_string(), ": "].concat(),
        (Some(_), None) => [label, ": "].concat(),
        (None, _) => String::new(),
    };
    if let (true, Some(text)) = (placement.claims.is_empty(), &placement.text) {
        return vec![view! { <li>{level} {text.clone()}</li> }.into_any()];
    }
    let claims = placement.claims.iter().filter_map(|&id| note.claim(id));
    claims
        .map(|claim| {
            let text = shown(placement.without_label(&claim.text)).into_owned();
            view! { <li>{level.clone()} {text} " " {times(&claim.stamps)}</li> }.into_any()
        })
        .collect()
}

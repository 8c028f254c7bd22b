//! The rows that the matrix shows, in their parts: worked out once for the table and for what counts or plays them.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashSet;

use crate::matrix::{
    FOLDED_FROM, Family, Filter, GroupedBy, Heading, RankedList, Role, RoleFilter, RowGroup, Skill,
    SkillId, Sort, families,
};
use crate::sorting;
use crate::text;
use crate::ui::search::found::{SearchResults, search};
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;

/// With no more rows than this, those of other levels than the chosen one are open from the start.
const FEW_ROWS: usize = 20;

/// The part of the rows of no level, which may be folded.
const UNPLACED_GROUP: &str = "no-level";

/// A part of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownPart {
    /// Its name in the document: `data-group`.
    pub id: String,
    /// What stands over it; `None` where nothing does.
    pub heading: Option<Heading>,
    /// Its rows; none where other parts stand in it.
    pub skills: Vec<SkillId>,
    /// The list that ranks them, where one does.
    pub list: Option<RankedList>,
    /// Whether it answers what was asked. The rest is for who looks further, and is not counted.
    pub is_asked_for: bool,
    pub folding: Folding,
    /// The part in which it stands: it is there only while that one is open.
    pub within: Option<&'static str>,
}

/// Whether a part can be closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folding {
    /// It is always open.
    Never,
    /// It is open at first.
    Open,
    /// It is closed at first.
    Closed,
}

/// The rows that the matrix shows.
#[derive(Clone, Copy)]
pub struct ShownRows {
    pub parts: Memo<Arc<Vec<ShownPart>>>,
}

impl ShownRows {
    /// The rows of the library that is drawn, for the view and what the search has found.
    pub fn of_view(library: Arc<Library>) -> Self {
        let (view, search, reader) = (view(), search(), environment().reader);
        let parts = Memo::new(move |_| {
            let (filter, sort) = (view.filter.get(), view.sort.get());
            let found = search.painted.get();
            // A role that is asked for is the reader's for now.
            let own = filter.role.map_or(reader.get().role, RoleFilter::named);
            let group = view.group.get().map(|group| library.matrix.in_group(&group));
            Arc::new(shown_parts(&library, &filter, sort, own, &found, group.as_ref()))
        });
        Self { parts }
    }

    /// The skills that answer what was asked, in their order, none twice.
    pub fn asked_for(self) -> Vec<SkillId> {
        let parts = self.parts.read();
        let mut known = FxHashSet::default();
        let skills = parts.iter().filter(|part| part.is_asked_for).flat_map(|part| &part.skills);
        skills.filter(|skill| known.insert(*skill)).cloned().collect()
    }
}

fn shown_parts(
    library: &Library,
    filter: &Filter,
    sort: Sort,
    own: Option<Role>,
    found: &SearchResults,
    group: Option<&FxHashSet<SkillId>>,
) -> Vec<ShownPart> {
    let matrix = &library.matrix;
    let is_shown =
        |skill: &SkillId| found.shows(skill) && group.is_none_or(|group| group.contains(skill));
    let groups = RowGroup::all(matrix, filter, sort, own, is_shown);
    let number: usize = groups.iter().map(|group| group.skills.len()).sum();
    let mut shown = Vec::new();
    for (place, RowGroup { part, skills }) in groups.into_iter().enumerate() {
        let is_asked_for = part.is_asked_for(filter.level);
        let is_folded =
            part == GroupedBy::Unplaced && skills.len() > FOLDED_FROM && !found.is_search();
        let folding = match &part {
            // Whoever searches wants to see what was found.
            _ if found.is_search() || is_asked_for && !is_folded => Folding::Never,
            GroupedBy::OfLevel(_) if number <= FEW_ROWS => Folding::Open,
            GroupedBy::Unplaced if filter.level.is_none() => Folding::Open,
            _ => Folding::Closed,
        };
        let head = ShownPart {
            id: part.id(place).into_owned(),
            heading: part.heading(matrix, filter.level, place, skills.len()),
            skills: Vec::new(),
            list: None,
            is_asked_for,
            folding,
            within: None,
        };
        let families = if is_folded { families_within(&skills, filter, &head) } else { Vec::new() };
        if families.is_empty() {
            let list = if let GroupedBy::Ranked(list) = part { Some(list) } else { None };
            shown.push(ShownPart { skills: ids(&skills), list, ..head });
        } else {
            shown.push(head);
            shown.extend(families);
        }
    }
    shown
}

/// Many skills of no level as families, and all of them by name; nothing where their names share no words.
fn families_within(skills: &[&Skill], filter: &Filter, head: &ShownPart) -> Vec<ShownPart> {
    let (families, _) = families(skills, filter);
    if families.is_empty() {
        return Vec::new();
    }
    let part = |id: String, name: String, note: String, skills: Vec<SkillId>| ShownPart {
        id,
        heading: Some(Heading { before: name, note, ..Heading::default() }),
        skills,
        folding: Folding::Closed,
        within: Some(UNPLACED_GROUP),
        ..head.clone()
    };
    let family = |Family { name, skills, videos }: Family<'_>| {
        let note =
            [&count(skills.len(), "skill", "skills"), " · ", &count(videos, "video", "videos")];
        part(["family-", &text::slug(&name)].concat(), name, note.concat(), ids(&skills))
    };
    let mut parts: Vec<ShownPart> = families.into_iter().map(family).collect();
    let mut by_name = skills.to_vec();
    sorting::sort_by_key(&mut by_name, |skill| text::fold(&skill.name));
    let all = ["All ", &skills.len().to_string(), ", A to Z"].concat();
    parts.push(part("all-no-level".to_owned(), all, String::new(), ids(&by_name)));
    parts
}

fn ids(skills: &[&Skill]) -> Vec<SkillId> {
    skills.iter().map(|skill| skill.id.clone()).collect()
}

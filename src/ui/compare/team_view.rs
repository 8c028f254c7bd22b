//! A team held against the level that is aimed at, where a sheet of one is among the notes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{LevelId, Skill, TeamRating, team};
use crate::note::is_sheet;
use crate::progress::{PeopleNames, Person, Team, TeamSkill};
use crate::ui::rating::add_to_list::AddToList;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::check::Check;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::fresh;

/// The team, closed until one opens it. People are called by their names only where one asks for it: what is
/// shown is soon on a wall or in a picture.
#[component]
pub fn TeamView(
    /// The notes that are shown.
    library: Arc<Library>,
    /// The level that is aimed at.
    target: LevelId,
) -> impl IntoView {
    // Other notes are not read for it: there may be thousands.
    let sheets = library.vault.notes().iter().filter(|note| note.is_read() || is_sheet(&note.path));
    let ratings: Vec<TeamRating> = sheets.flat_map(team).collect();
    if ratings.is_empty() {
        return ().into_any();
    }
    let view = view();
    let names = RwSignal::new(false);
    let content = fresh(
        move || names.get(),
        move |with_names| {
            let names = if with_names { PeopleNames::Shown } else { PeopleNames::Hidden };
            let filter = view.filter.get_untracked();
            let team = Team::at(target, &library.matrix, &filter, &ratings, names);
            drawn(&library, &team, target)
        },
    );
    view! {
        <details class="team" data-anchor="team">
            <summary>"Your team"</summary>
            <Check
                label="With names"
                checked=names
                on_change=Callback::new(move |is_wanted| names.set(is_wanted))
            />
            <p class="quiet">"What is shown is what is printed. It stays in this browser."</p>
            {content}
        </details>
    }
    .into_any()
}

fn drawn(library: &Arc<Library>, team: &Team<'_>, target: LevelId) -> AnyView {
    let level = library.matrix.level_label(Some(target));
    // What many lack is learned by many: each skill with its clips.
    let list = |title: &'static str, skills: Vec<(String, Option<&Skill>)>| {
        let item = |(name, skill): (String, Option<&Skill>)| {
            let add = skill.map(|skill| {
                let (skill, name) = (skill.id.clone(), name.clone());
                let level = library
                    .matrix
                    .skill(&skill)
                    .is_some_and(|skill| skill.at(Some(target)).next().is_some());
                let level = level.then_some(target);
                view! { <AddToList library=Arc::clone(library) skill name level/> }.into_any()
            });
            view! { <li><span translate="no">{name}</span> {add}</li> }.into_any()
        };
        let items: Vec<AnyView> = skills.into_iter().map(item).collect();
        (!items.is_empty()).then(|| {
            view! {
                <h3>{title}</h3>
                <ul class="team-skills" role="list">{items}</ul>
            }
            .into_any()
        })
    };
    fn of<'a>(skills: impl Iterator<Item = &'a TeamSkill<'a>>) -> Vec<(String, Option<&'a Skill>)> {
        skills.map(|skill| (skill.name.clone(), skill.skill)).collect()
    }
    let missing =
        team.not_in_sheet.iter().map(|skill| (skill.name.clone(), Some(*skill))).collect();
    let meets = team.people.iter().filter(|person| person.meets()).count();
    let meets =
        [&meets.to_string(), " of ", &count(team.people.len(), "person", "people")].concat();
    let person = |Person { label, solid, asked, open }: &Person| {
        let said = [" ", &solid.to_string(), " of ", &asked.to_string()].concat();
        let open = (!open.is_empty()).then(|| {
            view! { <span class="quiet">" · not yet: " <span translate="no">{open.join(", ")}</span></span> }
                .into_any()
        });
        view! { <li><b translate="no">{label.clone()}</b> {said} {open}</li> }.into_any()
    };
    let people: Vec<AnyView> = team.people.iter().map(person).collect();
    view! {
        <p>{[&meets, " meet ", level, " in all that the sheet speaks of."].concat()}</p>
        <ul class="team-people" role="list">{people}</ul>
        {list("Only one person can do it", of(team.of_one()))}
        {list("Nobody can do it", of(team.of_nobody()))}
        {list("Asked, and in no sheet", missing)}
        {map(team)}
    }
    .into_any()
}

/// People × skills × steps. What is solid is marked by more than its colour.
fn map(team: &Team<'_>) -> AnyView {
    let head = |person: &Person| {
        view! { <th scope="col" translate="no">{person.label.clone()}</th> }.into_any()
    };
    let heads: Vec<AnyView> = team.people.iter().map(head).collect();
    let row = |skill: &TeamSkill<'_>| {
        let solid: Vec<usize> = skill.solid().collect();
        let cell = |(place, step): (usize, &Option<(u32, u32)>)| {
            let said = step.map_or("–".to_owned(), |(step, of)| {
                [&step.saturating_add(1).to_string(), "/", &of.to_string()].concat()
            });
            let is_solid = solid.contains(&place);
            let said = if is_solid { [&said, " ✓"].concat() } else { said };
            view! { <td data-solid=is_solid.then_some("true")>{said}</td> }.into_any()
        };
        let cells: Vec<AnyView> = skill.steps.iter().enumerate().map(cell).collect();
        view! { <tr><th scope="row" translate="no">{skill.name.clone()}</th>{cells}</tr> }
            .into_any()
    };
    let rows: Vec<AnyView> = team.skills.iter().map(row).collect();
    view! {
        <div class="team-map" role="region" aria-label="People and skills" tabindex="0">
            <table>
                <caption class="quiet">"Step of so many; ✓ is solid: as “alone”, or above"</caption>
                <thead><tr><th scope="col">"Skill"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

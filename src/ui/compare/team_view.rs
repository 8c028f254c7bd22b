//! A team held against the level that is aimed at, where a sheet of one is among the notes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{LevelId, Rating, team};
use crate::note::is_sheet;
use crate::progress::{Names, Person, Team, TeamSkill};
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
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
    let ratings: Vec<Rating> = sheets.flat_map(team).collect();
    if ratings.is_empty() {
        return ().into_any();
    }
    let view = view();
    let names = RwSignal::new(false);
    let told = move || names.get();
    let content = fresh(told, move |with_names| {
        let names = if with_names { Names::Shown } else { Names::Hidden };
        let filter = view.filter.get_untracked();
        let team = Team::at(target, &library.matrix, &filter, &ratings, names);
        drawn(&team, library.matrix.level_label(Some(target)))
    });
    view! {
        <details class="team">
            <summary>"Your team"</summary>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=told
                    on:change=move |event| names.set(event_target_checked(&event))
                />
                "With names"
            </label>
            {content}
        </details>
    }
    .into_any()
}

fn drawn(team: &Team<'_>, level: &str) -> AnyView {
    let list = |title: &'static str, skills: Vec<&TeamSkill<'_>>| {
        let names: Vec<&str> = skills.iter().map(|skill| &*skill.name).collect();
        (!names.is_empty()).then(|| {
            view! { <p><b>{title}</b> " " <span translate="no">{names.join(", ")}</span></p> }
                .into_any()
        })
    };
    let heads: Vec<AnyView> = team
        .people
        .iter()
        .map(|person| {
            view! { <th scope="col" translate="no">{person.label.clone()}</th> }.into_any()
        })
        .collect();
    let row = |skill: &TeamSkill<'_>| {
        let solid: Vec<usize> = skill.solid().collect();
        let cell = |(place, step): (usize, &Option<(u32, u32)>)| {
            let said = step.map_or("–".to_owned(), |(step, of)| {
                [&step.saturating_add(1).to_string(), " of ", &of.to_string()].concat()
            });
            let is_solid = solid.contains(&place).then_some("true");
            view! { <td data-solid=is_solid>{said}</td> }.into_any()
        };
        let cells: Vec<AnyView> = skill.steps.iter().enumerate().map(cell).collect();
        view! { <tr><th scope="row" translate="no">{skill.name.clone()}</th>{cells}</tr> }
            .into_any()
    };
    let rows: Vec<AnyView> = team.skills.iter().map(row).collect();
    let missing: Vec<&str> = team.not_in_sheet.iter().map(|skill| &*skill.name).collect();
    let missing = (!missing.is_empty()).then(|| {
        view! { <p><b>"Asked, and in no sheet:"</b> " " <span translate="no">{missing.join(", ")}</span></p> }.into_any()
    });
    let meets = team.people.iter().filter(|person| person.meets()).count();
    let meets =
        [&meets.to_string(), " of ", &count(team.people.len(), "person", "people")].concat();
    let solid: Vec<AnyView> = team
        .people
        .iter()
        .map(|Person { label, solid, asked }| {
            let said = [" ", &solid.to_string(), " of ", &asked.to_string()].concat();
            view! { <li><span translate="no">{label.clone()}</span> {said}</li> }.into_any()
        })
        .collect();
    view! {
        <p>{[&meets, " meet ", level, " in all that the sheet speaks of."].concat()}</p>
        <ul class="team-people" role="list">{solid}</ul>
        {list("Only one person:", team.of_one().collect())}
        {list("Nobody:", team.of_nobody().collect())}
        {missing}
        <div class="team-map" role="region" aria-label="People and skills" tabindex="0">
            <table>
                <thead><tr><th scope="col">"Skill"</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

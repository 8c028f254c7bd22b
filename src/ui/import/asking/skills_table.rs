//! The first skills of what would be added, each with its levels.

use leptos::prelude::*;

/// A table of skills, each with the levels at which it stands; nothing where there are none.
pub fn skills_table(skills: &[(String, String)], caption: String) -> Option<AnyView> {
    let rows: Vec<AnyView> = skills
        .iter()
        .map(|(skill, levels)| {
            view! {
                <tr>
                    <th scope="row" translate="no">{skill.clone()}</th>
                    <td translate="no">{levels.clone()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="pasted" data-anchor="pasted">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Skill"</th>
                        <th scope="col">"Levels"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}

//! Two levels, or two roles, side by side, with how one is at each skill.

use std::sync::Arc;

use leptos::prelude::*;

use crate::matrix::{Matrix, RoleFilter};
use crate::progress::{ComparedSkill, Comparison, Side, Sides, span_at};
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside::once_texts_came;
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::fresh::fresh;

use super::compare_row::CompareRow;
use super::gap_bar::GapBar;
use super::play_changes::PlayChanges;
use super::second_view::SecondView;
use super::side_picker::{PickerChoice, SidePicker};
use super::team_view::TeamView;

/// What is compared, where the address says so.
#[component]
pub fn CompareView(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let view = view();
    let asked = Memo::new(move |_| (view.state().read().compare, view.filter.get()));
    fresh(
        move || asked.get(),
        move |(sides, filter)| {
            let Some(sides) = sides else { return ().into_any() };
            let comparison = Comparison::of(&library.matrix, sides, &filter);
            drawn(&library, sides, &comparison)
        },
    )
}

/// The name of a side as people read it.
pub fn side_label(matrix: &Matrix, side: Side) -> String {
    match side {
        Side::Level(level) if matrix.has_level(level) => matrix.level_label(Some(level)).to_owned(),
        Side::Level(level) => level.to_string(),
        Side::Role(role) => role.label().to_owned(),
    }
}

fn drawn(library: &Arc<Library>, sides: Sides, comparison: &Comparison<'_>) -> AnyView {
    let view = view();
    let [from, to] = sides.both().map(|side| side_label(&library.matrix, side));
    let group =
        |id: &'static str, title: &'static str, about: String, skills: &[ComparedSkill<'_>]| {
            if skills.is_empty() {
                return ().into_any();
            }
            let rows: Vec<AnyView> =
                skills.iter().map(|skill| row(library, sides, skill)).collect();
            view! {
                <tbody data-group=id>
                    <tr class="compare-group">
                        <th scope="rowgroup" colspan="4">
                            <h2>{title}</h2> " " <span class="quiet">{about}</span>
                        </th>
                    </tr>
                    {rows}
                </tbody>
            }
            .into_any()
        };
    let Comparison { comes_in, stays, taken_for_granted } = comparison;
    let of = |list: &[ComparedSkill<'_>]| count(list.len(), "skill", "skills");
    let groups = [
        group("comes-in", "Comes in", [&of(comes_in), " not asked at ", &from].concat(), comes_in),
        group("stays", "Stays, and changes", of(stays), stays),
        group(
            "granted",
            "Taken for granted",
            [&of(taken_for_granted), " not named again"].concat(),
            taken_for_granted,
        ),
    ];
    let is_empty = comparison.skills().next().is_none();
    let caption = ["What changes from ", &from, " to ", &to].concat();
    let label = caption.clone();
    let rates = matches!(sides, Sides::Levels(..));
    let rate_head = if rates { "How are you at it?" } else { "" };
    let target = match sides {
        Sides::Levels(_, to) => Some(to),
        Sides::Roles(..) => None,
    };
    // A ladder may have lost a level since the link was made.
    let unknown = match sides {
        Sides::Levels(from, to) => {
            [from, to].into_iter().find(|side| !library.matrix.shows_level(*side))
        }
        Sides::Roles(..) => None,
    };
    let unknown = unknown.map(|level| {
        let text = ["No note here has a level “", level.as_str(), "”: choose another one above."];
        view! { <p class="quiet">{text.concat()}</p> }.into_any()
    });
    let own = target.map(|target| {
        let of_team = Arc::clone(library);
        let team = once_texts_came(move || {
            view! { <TeamView library=Arc::clone(&of_team) target/> }.into_any()
        });
        view! { <GapBar library=Arc::clone(library) target/> {team} }.into_any()
    });
    view! {
        <section class="compare" aria-label=label data-anchor="compare">
            <div class="compare-bar">
                {pickers(&library.matrix, sides)}
                <div class="compare-tools">
                    <PlayChanges library=Arc::clone(library) clips=comparison.changing()/>
                    {other_kind(&library.matrix, sides)}
                    <a class="quiet-link" href=move || {
                        view.state().track();
                        view.href(|state| state.compare = None)
                    }>"Back to the matrix"</a>
                </div>
            </div>
            {target.map(|target| view! { <SecondView library=Arc::clone(library) target/> }.into_any())}
            {unknown}
            {is_empty.then(|| {
                view! { <p class="quiet">"No note here says what either of them asks for."</p> }.into_any()
            })}
            <table class="compare-table">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Skill"</th>
                        <th scope="col">"What is asked: " <span translate="no">{from}</span></th>
                        <th scope="col">"What is asked: " <span translate="no">{to}</span></th>
                        <th scope="col">{rate_head}</th>
                    </tr>
                </thead>
                {groups.into_iter().collect::<Vec<_>>()}
            </table>
            {own}
        </section>
    }
    .into_any()
}

fn row(library: &Arc<Library>, sides: Sides, compared: &ComparedSkill<'_>) -> AnyView {
    // What is asked no longer was asked at the first level, and is rated there.
    let level = match sides {
        Sides::Levels(from, _) if compared.to.is_empty() => Some(from),
        Sides::Levels(_, to) => Some(to),
        Sides::Roles(..) => None,
    };
    let own = |placements: &[&crate::matrix::Placement]| {
        placements.iter().map(|&placement| placement.clone()).collect()
    };
    let (from, to): (Vec<_>, Vec<_>) = (own(&compared.from), own(&compared.to));
    // What a ladder says over several levels is said of all of them.
    let over = |side: Side| {
        let Side::Level(level) = side else { return None };
        let span = span_at(&library.matrix, compared.skill, level)?;
        let [from, to] = [span.from, span.to].map(|level| library.matrix.level_label(Some(level)));
        Some([from, " to ", to].concat())
    };
    let over = sides.both().map(over);
    view! {
        <CompareRow
            library=Arc::clone(library)
            skill=compared.skill.clone()
            from
            to
            wording=compared.wording()
            over
            ranks=(compared.rank_before(), compared.rank())
            level
        />
    }
    .into_any()
}

fn pickers(matrix: &Matrix, sides: Sides) -> AnyView {
    let view = view();
    match sides {
        Sides::Levels(from, to) => {
            let choices = || -> Vec<PickerChoice> {
                let levels = matrix.levels.iter();
                levels
                    .map(|level| PickerChoice {
                        id: level.id.to_string(),
                        label: level.label.clone(),
                    })
                    .collect()
            };
            let choose = move |is_first: bool| {
                Callback::new(move |id: String| {
                    let Ok(level) = id.parse() else { return };
                    let next = if is_first {
                        Sides::Levels(level, to)
                    } else {
                        Sides::Levels(from, level)
                    };
                    view.change(|state| state.compare = Some(next));
                })
            };
            view! {
                <SidePicker title="From" name="from" choices=choices() chosen=from.to_string() on_choose=choose(true)/>
                <SidePicker title="to" name="to" choices=choices() chosen=to.to_string() on_choose=choose(false)/>
            }
            .into_any()
        }
        Sides::Roles(from, to) => {
            let roles = roles(matrix);
            let choices = || -> Vec<PickerChoice> {
                let choice = |role: &RoleFilter| PickerChoice {
                    id: role.as_str().to_owned(),
                    label: role.label().to_owned(),
                };
                roles.iter().map(choice).collect()
            };
            let choose = move |is_first: bool| {
                Callback::new(move |id: String| {
                    let Ok(role) = id.parse() else { return };
                    let next =
                        if is_first { Sides::Roles(role, to) } else { Sides::Roles(from, role) };
                    view.change(|state| state.compare = Some(next));
                })
            };
            view! {
                <SidePicker title="From" name="from" choices=choices() chosen=from.as_str().to_owned() on_choose=choose(true)/>
                <SidePicker title="to" name="to" choices=choices() chosen=to.as_str().to_owned() on_choose=choose(false)/>
            }
            .into_any()
        }
    }
}

/// The way from levels to roles, where notes name several, and back.
fn other_kind(matrix: &Matrix, sides: Sides) -> Option<AnyView> {
    let view = view();
    let (label, other_sides) = match sides {
        Sides::Levels(..) => {
            let mut roles = roles(matrix).into_iter();
            ("Compare roles", Sides::Roles(roles.next()?, roles.next()?))
        }
        Sides::Roles(..) => {
            let mut levels = matrix.levels.iter().map(|level| level.id);
            ("Compare levels", Sides::Levels(levels.next()?, levels.next()?))
        }
    };
    let href = move || {
        view.state().track();
        view.href(|state| state.compare = Some(other_sides))
    };
    Some(view! { <a class="quiet-link" href=href>{label}</a> }.into_any())
}

/// The roles that notes name, and none if some name none.
fn roles(matrix: &Matrix) -> Vec<RoleFilter> {
    let named = |role: &RoleFilter| {
        let mut placements = matrix.skills.iter().flat_map(|skill| &skill.placements);
        placements.any(|placement| RoleFilter::of(placement.role) == *role)
    };
    RoleFilter::all().filter(named).collect()
}

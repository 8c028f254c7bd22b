//! A cell of the matrix: what notes say of a skill at a level.

use leptos::prelude::*;

use crate::matrix::{Agreement, LevelId, SkillId, Verdict};
use crate::note::Stamp;
use crate::text::shown;
use crate::ui::player::playback::playback;
use crate::ui::player::stamp_link::{Opens, StampLink};
use crate::ui::widgets::counting::count;

use crate::ui::matrix::rank_badge::rank_ring;

/// The most ranks that one cell shows, where notes disagree.
const MOST_RANKS: usize = 3;

/// A cell of the matrix. Truly empty where no note says anything.
#[component]
pub fn MatrixCell(
    /// The row's skill.
    skill: SkillId,
    /// The skill's name, for what is read aloud.
    name: String,
    /// The column's level; `None` for the one of no named level.
    level: Option<LevelId>,
    /// That level's name; `No level said` for none.
    label: String,
    /// What notes say there.
    said: Agreement,
    /// What a ladder expects there, line by line.
    expected: Vec<String>,
    /// What notes say in one line, where it stands here.
    line: Option<String>,
    /// The other levels at which the skill is said to matter, with its rank there, where they stand here.
    elsewhere: Vec<(String, Option<u32>)>,
    /// That no clip backs what a ladder expects there, where it is to be said.
    no_clip: Option<NoClip>,
    /// Whether the column is the chosen level's.
    is_chosen: bool,
    /// Whether it stands for the row where there is room for one cell.
    is_first: bool,
) -> impl IntoView {
    let id = skill.to_string();
    let column = level.map_or_else(|| "any".to_owned(), |level| level.to_string());
    if is_blank_cell(&said, &expected) {
        return view! { <td role="cell" data-skill=id data-level=column></td> }.into_any();
    }
    let about = [&name, ", ", &label].concat();
    let no_clip = no_clip.map(|no_clip| no_clip_line(no_clip, &name, &label, &skill));
    let rank = said.best_rank().map(|rank| rank.to_string());
    let is_of_several = said.is_of_several();
    let hidden = said.verdicts.len().saturating_sub(MOST_RANKS);
    let chosen = {
        let clips = said.chosen.into_iter().take(MOST_RANKS);
        let clip = |stamp| chosen_clip(stamp, &about, &skill);
        clips.map(clip).collect::<Vec<_>>()
    };
    let entries: Vec<AnyView> = said
        .verdicts
        .into_iter()
        .take(MOST_RANKS)
        .map(|verdict| {
            let evidence = is_of_several.then(|| evidence(&verdict));
            let (about, opens) = (about.clone(), Opens::Skill(skill.clone()));
            let stamp =
                verdict.stamp.map(|stamp| view! { <StampLink stamp about opens/> }.into_any());
            view! { <div class="placed">{rank_ring(verdict.rank)} {stamp} {evidence}</div> }
                .into_any()
        })
        .collect();
    let more = (hidden > 0).then(|| {
        let text = ["and ", &count(hidden, "other rank", "other ranks")].concat();
        view! { <p class="evidence" data-anchor="evidence">{text}</p> }.into_any()
    });
    let following = playback().following();
    let current = move || following.is_said_of(&skill, level).then_some("true");
    let expects = (!expected.is_empty()).then_some("true");
    let expected = expects.map(|_| {
        let text = shown(&expected.join(" · ")).into_owned();
        view! { <p class="expected">{text}</p> }.into_any()
    });
    let line = line.map(|line| view! { <p class="said">{line}</p> }.into_any());
    let elsewhere: Vec<AnyView> = elsewhere.into_iter().map(also_at).collect();
    view! {
        <td
            role="cell"
            data-skill=id
            data-level=column
            data-rank=rank
            data-chosen=is_chosen.then_some("true")
            data-first=is_first.then_some("true")
            data-expects=expects
            aria-current=current
        >
            // The column's head, for cards, where there is none.
            <span class="cell-level" aria-hidden="true" translate=level.map(|_| "no")>{label}</span>
            <div class="cell">
                {expected} {line} {elsewhere} {no_clip} <div class="placements">{entries} {more} {chosen}</div>
            </div>
        </td>
    }
    .into_any()
}

/// Whether a cell shows nothing.
pub fn is_blank_cell(said: &Agreement, expected: &[String]) -> bool {
    said.verdicts.is_empty() && said.chosen.is_empty() && expected.is_empty()
}

/// That no clip backs what a ladder expects; the level at which there is one, and its moment.
#[derive(Clone, Debug, PartialEq)]
pub struct NoClip(pub Option<(String, Stamp)>);

fn no_clip_line(NoClip(elsewhere): NoClip, name: &str, label: &str, skill: &SkillId) -> AnyView {
    let text = match &elsewhere {
        Some(_) => {
            view! { "no clip for " <span translate="no">{label.to_owned()}</span> }.into_any()
        }
        None => "no clip yet".into_any(),
    };
    let other = elsewhere.map(|(level, stamp)| {
        let about = [name, ", ", &level].concat();
        let opens = Opens::Skill(skill.clone());
        view! { " · " <span translate="no">{level}</span> " " <StampLink stamp about opens/> }
            .into_any()
    });
    view! { <p class="no-clip" data-anchor="no-clip">{text} {other}</p> }.into_any()
}

/// A moment that whoever keeps the notes chose as proof.
fn chosen_clip(stamp: Stamp, about: &str, skill: &SkillId) -> AnyView {
    let (about, opens) = (about.to_owned(), Opens::Skill(skill.clone()));
    view! {
        <div class="placed" data-anchor="chosen-clip">
            <StampLink stamp about opens/>
            <span class="chosen" title="chosen as proof by whoever keeps this page">"chosen"</span>
        </div>
    }
    .into_any()
}

/// Another level at which the skill is said to matter.
fn also_at((label, rank): (String, Option<u32>)) -> AnyView {
    view! {
        <span class="also-at" data-anchor="also-at">
            <span class="visually-hidden">"also "</span>
            <span translate="no">{label}</span>
            {rank.map(|rank| rank_ring(Some(rank)))}
        </span>
    }
    .into_any()
}

/// How many notes say so; for those who hear or point at it, also in how many videos.
fn evidence(verdict: &Verdict) -> AnyView {
    let notes = count(verdict.notes, "note", "notes");
    let all = verdict.evidence_in_words();
    let videos = all.strip_prefix(notes.as_str()).unwrap_or_default().to_owned();
    view! {
        <span class="evidence" data-anchor="evidence" title=all>{notes}<span class="visually-hidden">{videos}</span></span>
    }
    .into_any()
}

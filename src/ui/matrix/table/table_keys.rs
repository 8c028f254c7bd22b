//! The matrix by keyboard: up and down through its rows, right and left through a row's times, Enter into what is
//! open beside it and back again, + into the list.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::anchor::Anchor;
use crate::browser::page::{focus, listen, scheduler};
use crate::matrix::SkillId;

/// What up and down lead to: the names of skills, and what opens a part.
const ARROW_KEY_STOPS: &str = "[data-anchor=skill-head] a, th[scope=rowgroup] button";

/// What right and left lead to, in a row.
const IN_ROW: &str = "th a, td .stamp";

/// Takes a key that moves through the matrix.
pub fn press(key: &KeyboardEvent) {
    if listen::is_chord(key) || listen::is_typing(key) {
        return;
    }
    let Some(here) = focus::current() else { return };
    let row = here.closest("tr").ok().flatten().and_then(|row| row.dyn_into::<HtmlElement>().ok());
    let Some(row) = row else { return };
    let next = match key.key().as_str() {
        "ArrowDown" => neighbour(
            &focus::all_that_fit(ARROW_KEY_STOPS),
            |stop| row.contains(Some(stop)),
            Direction::Next,
        ),
        "ArrowUp" => neighbour(
            &focus::all_that_fit(ARROW_KEY_STOPS),
            |stop| row.contains(Some(stop)),
            Direction::Back,
        ),
        "ArrowRight" => {
            neighbour(&focus::within(&row, IN_ROW), |stop| *stop == here, Direction::Next)
        }
        "ArrowLeft" => {
            neighbour(&focus::within(&row, IN_ROW), |stop| *stop == here, Direction::Back)
        }
        "+" => {
            // The row's own button: Tab stops at the table once.
            if let Some(button) = focus::within(&row, "[data-anchor=add-to-list]").first() {
                button.click();
            }
            return;
        }
        "Enter" if here.matches("th a").unwrap_or(false) => {
            // The browser opens the skill first, as a click does.
            spawn_local(async {
                scheduler::next_task().await;
                let detail = focus::first(Anchor::Detail);
                let open = detail.filter(|detail| detail.has_attribute("data-open"));
                let headings = open.map(|open| focus::within(&open, "h2, h3"));
                if let Some(heading) = headings.iter().flatten().next() {
                    focus::give_by_program(heading);
                }
            });
            return;
        }
        _ => return,
    };
    if let Some(next) = next {
        key.prevent_default();
        focus::give(&next);
    }
}

/// Gives the focus back to the row of a skill, once what was open is gone.
pub fn come_back_to(skill: SkillId) {
    spawn_local(async move {
        scheduler::next_task().await;
        let heads = focus::all(Anchor::SkillHead);
        let is_of_skill =
            |head: &&HtmlElement| head.get_attribute("data-skill").as_deref() == Some(&*skill.0);
        match heads.iter().find(is_of_skill) {
            Some(head) => focus::give_first(head, "a"),
            None => focus::keep(),
        }
    });
}

/// Which way a key leads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Next,
    Back,
}

fn neighbour(
    stops: &[HtmlElement],
    is_here: impl Fn(&HtmlElement) -> bool,
    step: Direction,
) -> Option<HtmlElement> {
    let here = stops.iter().position(is_here)?;
    let place = if step == Direction::Next { Some(here + 1) } else { here.checked_sub(1) };
    stops.get(place?).cloned()
}

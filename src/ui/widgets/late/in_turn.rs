//! The first drawing of the page in several tasks: a browser that is busy for long answers nobody meanwhile.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use leptos::prelude::*;

use crate::browser::page::scheduler;
use crate::ui::widgets::fresh::fresh;

thread_local! {
    /// The parts that are drawn in their turn; `None` where parts are drawn at once.
    static WAITING: RefCell<Option<VecDeque<RwSignal<bool>>>> = const { RefCell::new(None) };
}

/// Has parts wait for [`draw_waiting`].
pub fn begin() {
    WAITING.set(Some(VecDeque::new()));
}

/// Draws what waits, each part in a task of its own, and what waits within it; then parts are drawn at once again.
pub async fn draw_waiting() {
    while are_drawn_in_turn() {
        scheduler::next_task().await;
        let next = WAITING.with_borrow_mut(|waiting| waiting.as_mut()?.pop_front());
        match next {
            // What held the part may be gone by now.
            Some(turn) => drop(turn.try_set(true)),
            None => WAITING.set(None),
        }
    }
}

/// Waits until the page is drawn and seen: before, nothing in it has a place or a size.
pub async fn all_drawn() {
    // What ends the drawing shows the page in the same task.
    while are_drawn_in_turn() {
        scheduler::next_task().await;
    }
}

fn are_drawn_in_turn() -> bool {
    WAITING.with_borrow(Option::is_some)
}

/// A part of the page that may be drawn a little later than what is around it, but not without it.
pub fn in_turn(draw: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    in_turn_of(Box::new(draw))
}

/// For what comes in steps, each of them in a turn: how many have come, of `steps` in all; `None` once there is none left
/// to wait for.
pub fn steps_in_turn(steps: usize) -> impl Fn() -> Option<usize> + Clone + Send + Sync {
    let turns: Vec<RwSignal<bool>> = (0..steps).map_while(|_| turn()).collect();
    move || {
        let left = turns.iter().filter(|turn| !turn.get()).count();
        (left > 0).then(|| turns.len() - left)
    }
}

/// Says when it is its turn; `None` where parts are drawn at once.
fn turn() -> Option<RwSignal<bool>> {
    WAITING.with_borrow_mut(|waiting| {
        let waiting = waiting.as_mut()?;
        let turn = RwSignal::new(false);
        waiting.push_back(turn);
        Some(turn)
    })
}

/// [`in_turn`], once for all of them.
fn in_turn_of(draw: Box<dyn FnOnce() -> AnyView + Send>) -> AnyView {
    let Some(turn) = turn() else { return draw() };
    let draw = Mutex::new(Some(draw));
    fresh(
        move || turn.get(),
        move |is_its_turn| {
            let taken =
                draw.lock().unwrap_or_else(PoisonError::into_inner).take_if(|_| is_its_turn);
            taken.map(|draw| draw()).into_any()
        },
    )
}

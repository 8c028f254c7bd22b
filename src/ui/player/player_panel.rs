//! The player's place: a still front until something is asked for, then YouTube's frame.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page::surroundings::Reach;
use crate::browser::storage::settings::Loading;
use crate::ui::state::environment::world;
use crate::ui::state::library::shelves;
use crate::ui::state::view::view;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::icon::{Icon, icon};
use crate::video::player::{Input, Moment, Phase};
use crate::video::{clock, watch_url};

use super::failure::FailureNote;
use super::follow::spoken::Spoken;
use super::playback::playback;
use super::player_options::PlayerOptions;
use super::poster::Facade;
use super::timeline::Timeline;

/// What the player's place shows. It changes rarely, while the player's time changes all along.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Scene {
    phase: Shown,
    moment: Option<Moment>,
    is_away: bool,
    past_end: bool,
}

/// How far the player is, without its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Idle,
    Loading,
    Ready,
    Failed,
}

/// The player's place.
#[component]
pub fn PlayerPanel() -> impl IntoView {
    let (playback, shelves, state) = (playback(), shelves(), view().state());
    let player = playback.player();
    let scene = Memo::new(move |_| {
        let player = player.read();
        let phase = match player.phase() {
            Phase::Idle => Shown::Idle,
            Phase::Loading(_) => Shown::Loading,
            Phase::Ready(_) => Shown::Ready,
            Phase::Failed(_) => Shown::Failed,
        };
        let past_end = player.is_past_end();
        Scene { phase, moment: player.moment(), is_away: player.is_away(), past_end }
    });
    // What the address names, ready to be played, and nothing loaded for it.
    let named = Memo::new(move |_| shelves.read().moment(&state.read()));
    // Among several videos none is the one to begin with.
    let first = move || {
        let video = shelves.read().only_video()?;
        Some(Moment { video, seconds: 0, two_ways: None })
    };
    let no_choice = move || {
        let shelf = shelves.read();
        let notes = shelf.vault.notes();
        match notes.iter().any(|note| note.video.is_some()) {
            true => "Choose a time, and it plays here.",
            false if notes.is_empty() => "Videos play here.",
            false => "No note here names a video, so there is nothing to play.",
        }
    };

    let slot = NodeRef::<Div>::new();
    let placed = playback.clone();
    Effect::new(move || {
        if let Some(slot) = slot.get() {
            placed.place(slot.into());
        }
    });

    // Only where the reader has said that it may be loaded without a click.
    let (world, cued) = (world(), playback.clone());
    Effect::new(move || {
        let is_wanted =
            world.loading.get() == Loading::Always && world.reach.get() == Reach::Inside;
        if let (Some(_), true, Some(moment)) = (slot.get(), is_wanted, named.get().or_else(first)) {
            cued.tell(Input::Cued(moment));
        }
    });

    let front = move || match scene.get().phase {
        Shown::Idle => Some(match named.get().or_else(first) {
            Some(moment) => view! { <Facade moment/> }.into_any(),
            None => view! { <p class="no-choice" prop:textContent=no_choice></p> }.into_any(),
        }),
        Shown::Loading => Some(view! { <p class="loading">"Loading the video …"</p> }.into_any()),
        Shown::Failed => Some(view! { <FailureNote/> }.into_any()),
        Shown::Ready => None,
    };
    let named_file = playback.clone();
    let caption = move || {
        let Scene { moment, past_end, phase, .. } = scene.get();
        // Before anything is loaded the front says all that.
        let Some(moment) = moment.filter(|_| phase != Shown::Idle) else {
            return view! { <div class="now"><span></span> <PlayerOptions/></div> }.into_any();
        };
        let title = shelves.read().title_of(moment.video).unwrap_or("Video").to_owned();
        let time = clock(moment.seconds);
        let note = past_end.then(|| {
            let text = match named_file.file_of(moment.video) {
                Some(file) => [&file, " ends before ", &time, ", so nothing plays."].concat(),
                None => ["The video ends before ", &time, "."].concat(),
            };
            view! { <p class="past-end" role="status" prop:textContent=text></p> }.into_any()
        });
        view! {
            <div class="now">
                <p class="now-title" prop:textContent=title></p>
                <a
                    class="now-link"
                    href=watch_url(moment.video, moment.seconds)
                    target="_blank"
                    rel="noopener"
                >
                    <span prop:textContent=["YouTube at ", &time].concat()></span> {icon(Icon::External)}
                </a>
                <PlayerOptions/>
            </div>
            {note}
        }
        .into_any()
    };
    let state_name = move || match scene.get() {
        Scene { is_away: true, .. } => "away",
        Scene { phase: Shown::Idle, .. } if named.get().is_none() => "idle",
        Scene { phase: Shown::Idle, .. } => "named",
        _ => "up",
    };
    let put_away = playback.clone();
    view! {
        <section class="player" aria-label="Player" data-state=state_name>
            <div class="screen">
                <div class="slot" node_ref=slot></div>
                {front}
            </div>
            {caption}
            <Timeline/>
            <Spoken/>
            <CloseButton label="Put the player away" class="put-away" on_close=move || put_away.put_away()/>
        </section>
    }
    .into_any()
}

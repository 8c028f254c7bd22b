//! The player's place: a still front until something is asked for, then YouTube's frame.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page::surroundings::PlayerAvailability;
use crate::browser::storage::settings::Loading;
use crate::ui::state::environment::environment;
use crate::ui::state::library::current_library;
use crate::ui::state::view::view;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::icon::{Icon, icon};
use crate::video::player::{Input, Moment, Phase};
use crate::video::{clock, watch_url};

use super::failure::FailureNote;
use super::follow::spoken::Spoken;
use super::follow::transcript_line::TranscriptLine;
use super::playback::playback;
use super::player_options::PlayerOptions;
use super::poster::Poster;
use super::timeline::Timeline;

/// What the player's place shows. It changes rarely, while the player's time changes all along.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Scene {
    phase: PanelContent,
    moment: Option<Moment>,
    is_away: bool,
    past_end: bool,
}

/// How far the player is, without its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PanelContent {
    Idle,
    Loading,
    Ready,
    Failed,
}

/// The player's place.
#[component]
pub fn PlayerPanel() -> impl IntoView {
    let (playback, current_library, state) = (playback(), current_library(), view().state());
    let player = playback.player();
    let scene = Memo::new(move |_| {
        let player = player.read();
        let phase = match player.phase() {
            Phase::Idle => PanelContent::Idle,
            Phase::Loading(_) => PanelContent::Loading,
            Phase::Ready(_) => PanelContent::Ready,
            Phase::Failed(_) => PanelContent::Failed,
        };
        let past_end = player.is_past_end();
        Scene { phase, moment: player.moment(), is_away: player.is_away(), past_end }
    });
    // What the address names, ready to be played, and nothing loaded for it.
    let named = Memo::new(move |_| current_library.read().moment(&state.read()));
    // Among several videos none is the one to begin with.
    let first = move || {
        let video = current_library.read().only_video()?;
        Some(Moment { video, seconds: 0, two_ways: None })
    };
    let no_choice = move || {
        let library = current_library.read();
        let notes = library.vault.notes();
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
    let (environment, cued) = (environment(), playback.clone());
    Effect::new(move || {
        let is_wanted = environment.loading.get() == Loading::Always
            && environment.availability.get() == PlayerAvailability::Inside;
        if let (Some(_), true, Some(moment)) = (slot.get(), is_wanted, named.get().or_else(first)) {
            cued.tell(Input::Cued(moment));
        }
    });

    let front = move || match scene.get().phase {
        PanelContent::Idle => Some(match named.get().or_else(first) {
            Some(moment) => view! { <Poster moment/> }.into_any(),
            None => view! { <p class="no-choice" prop:textContent=no_choice></p> }.into_any(),
        }),
        PanelContent::Loading => {
            Some(view! { <p class="loading">"Loading the video …"</p> }.into_any())
        }
        PanelContent::Failed => Some(view! { <FailureNote/> }.into_any()),
        PanelContent::Ready => None,
    };
    let named_file = playback.clone();
    let caption = move || {
        let Scene { moment, past_end, phase, .. } = scene.get();
        // Before anything is loaded the front says all that.
        let Some(moment) = moment.filter(|_| phase != PanelContent::Idle) else {
            return view! { <div class="now"><span></span> <PlayerOptions/></div> }.into_any();
        };
        let title = current_library.read().title_of(moment.video).unwrap_or("Video").to_owned();
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
        Scene { phase: PanelContent::Idle, .. } if named.get().is_none() => "idle",
        Scene { phase: PanelContent::Idle, .. } => "named",
        _ => "up",
    };
    let put_away = playback.clone();
    view! {
        <section class="player" aria-label="Player" data-state=state_name>
            <div class="screen">
                <div class="slot" node_ref=slot></div>
                {front}
            </div>
            <TranscriptLine/>
            {caption}
            <Timeline/>
            <Spoken/>
            <CloseButton label="Put the player away" class="put-away" on_close=move || put_away.put_away()/>
        </section>
    }
    .into_any()
}

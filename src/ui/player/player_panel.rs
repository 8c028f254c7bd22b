//! The player's place: a still front until something is asked for, then YouTube's frame.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page::surroundings::PlayerAvailability;
use crate::browser::storage::settings::Loading;
use crate::note::Note;
use crate::ui::state::environment::environment;
use crate::ui::state::library::current_library;
use crate::ui::state::view::{Opened, view};
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::late_view::late;
use crate::video::player::{Input, Moment, Phase};

use super::late_parts::{TimelinePlace, while_up};
use super::no_player::NoPlayer;
use super::options::player_options::PlayerOptions;
use super::playback::playback;
use super::player_chunk;
use super::poster::Poster;

/// What the player's place shows. It changes rarely, while the player's time changes all along.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Scene {
    phase: PlayerPanelContent,
    moment: Option<Moment>,
    is_away: bool,
}

/// How far the player is, without its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PlayerPanelContent {
    Idle,
    Loading,
    Ready,
    Failed,
}

/// The player's place.
#[component]
pub fn PlayerPanel() -> impl IntoView {
    let (playback, current_library, view) = (playback(), current_library(), view());
    let player = playback.player();
    let scene = Memo::new(move |_| {
        let player = player.read();
        let phase = match player.phase() {
            Phase::Idle => PlayerPanelContent::Idle,
            Phase::Loading(_) => PlayerPanelContent::Loading,
            Phase::Ready(_) => PlayerPanelContent::Ready,
            Phase::Failed(_) => PlayerPanelContent::Failed,
        };
        Scene { phase, moment: player.moment(), is_away: player.is_away() }
    });
    let following = playback.following();
    let cue = following.cue();
    // No note of all has a video: there is nothing to play.
    let has_video = Memo::new(move |_| {
        let library = current_library.read();
        let has = |note: &Note| note.video.is_some() || !note.other_videos.is_empty();
        library.vault.notes().iter().any(has)
    });

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
        let moment = cue.get().map(|cued| cued.cue.moment);
        if let (Some(_), true, Some(moment)) = (slot.get(), is_wanted, moment) {
            cued.tell(Input::Cued(moment));
        }
    });

    let is_outside = {
        let playback = playback.clone();
        Memo::new(move |_| {
            let plays = |video| playback.plays_inside(video);
            scene.get().phase == PlayerPanelContent::Idle
                && !following.video().get().map_or_else(|| playback.plays_anything(), plays)
        })
    };
    let front = move || match scene.get().phase {
        PlayerPanelContent::Idle if is_outside.get() => {
            let video = following.video().get();
            Some(view! { <NoPlayer video/> }.into_any())
        }
        PlayerPanelContent::Idle => Some(match cue.get() {
            Some(cued) => view! { <Poster cued/> }.into_any(),
            None => {
                view! { <p class="no-choice">"Choose a time, and it plays here."</p> }.into_any()
            }
        }),
        PlayerPanelContent::Loading => {
            Some(view! { <p class="loading">"Loading the video …"</p> }.into_any())
        }
        PlayerPanelContent::Failed => Some(late(|| Box::pin(player_chunk::player::failure()))),
        PlayerPanelContent::Ready => None,
    };
    // The title of the note whose claim plays: of one video there may be many.
    let title = Memo::new(move |_| {
        let library = current_library.read();
        let video = scene.read().moment.map(|moment| moment.video);
        following.second().track();
        let says = following.note_now().and_then(|id| library.vault.note(&id));
        let title = says.map(|note| note.title.as_str());
        title.or_else(|| library.title_of(video?)).unwrap_or("Video").to_owned()
    });
    // Before anything is loaded the front says all that.
    let is_named = move || {
        let Scene { moment, phase, .. } = scene.get();
        moment.is_some() && phase != PlayerPanelContent::Idle
    };
    let now = move || {
        view! {
            <p class="now-title" data-anchor="now-title" prop:textContent=move || title.get()></p>
            {while_up(|| Box::pin(player_chunk::player::controls()))}
        }
        .into_any()
    };
    let now = fresh(is_named, move |is_named| is_named.then(now).into_any());
    let state_name = move || {
        let Scene { is_away, phase, .. } = scene.get();
        let is_idle = phase == PlayerPanelContent::Idle;
        let is_named = || view.state().read().seconds.is_some();
        match () {
            () if is_idle && !has_video.get() => "none",
            () if is_idle && *view.opened.read() == Opened::Problems => "none",
            () if is_idle && is_outside.get() => "outside",
            () if is_away => "away",
            () if is_idle && is_named() && cue.read().is_some() => "named",
            () if is_idle => "idle",
            () => "up",
        }
    };
    let put_away = playback.clone();
    view! {
        <section class="player" data-anchor="player" aria-label="Player" data-state=state_name>
            <div class="screen">
                <div class="slot" data-anchor="slot" node_ref=slot></div>
                {move || front()}
            </div>
            {while_up(|| Box::pin(player_chunk::player::spoken()))}
            // The options stay as they are, open or not, whatever begins to play.
            <div class="now">
                {now}
                <PlayerOptions/>
            </div>
            <TimelinePlace/>
            <CloseButton label="Put the player away" class="put-away" on_close=move || put_away.put_away()/>
        </section>
    }
    .into_any()
}

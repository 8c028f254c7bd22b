//! How far videos were watched, kept for the next visit.

use leptos::prelude::*;

use crate::browser::page::listen;
use crate::ui::state::environment::Environment;
use crate::video::player::{Activity, Phase, Player};
use crate::video::positions::Positions;
use crate::video::{VideoId, whole_secs};

/// What is watched to so many seconds before its end is watched to its end.
const END_SECS: f64 = 15.0;

/// How often it is kept while a video plays, in its seconds: a phone ends pages without a word.
const PERIOD_SECS: f64 = 10.0;

/// How far videos were watched.
#[derive(Clone, Copy)]
pub struct LastSeen(RwSignal<Positions>);

impl LastSeen {
    /// Notes down how far a player is every few seconds, whenever it stops or goes to another video,
    /// and when the page is left or hidden, which may be the last that it hears.
    pub fn of(player: RwSignal<Player>, environment: Environment) -> Self {
        let positions = RwSignal::new(environment.positions());
        let note_down = move |player: &Player| {
            let Some((video, seconds)) = reached(player) else { return };
            if positions.read_untracked().of(video) != seconds {
                positions.update(|positions| positions.set(video, seconds));
                environment.keep_positions(&positions.get_untracked());
            }
        };
        // The listeners end with the page's owner, who drops the stored value.
        StoredValue::new_local(listen::on_hidden(move || note_down(&player.get_untracked())));
        Effect::new(move |before: Option<Player>| {
            let now = player.get();
            let last = before.unwrap_or_default();
            // A video that gives way to another has not stopped, and its time is gone by then.
            if video(&last) != video(&now) {
                note_down(&last);
            }
            if doing(&last) != doing(&now) {
                note_down(&now);
            }
            now
        });
        Self(positions)
    }

    /// The video that was watched last of those that `is_here` lets through, and to which second.
    pub fn latest(self, is_here: impl Fn(VideoId) -> bool) -> Option<(VideoId, u32)> {
        self.0.read().latest(is_here)
    }
}

fn video(player: &Player) -> Option<VideoId> {
    player.moment().map(|moment| moment.video)
}

/// What a player does, and in which period of its video.
fn doing(player: &Player) -> (Activity, Option<VideoId>, Option<u32>) {
    let period = player.position_secs().map(|secs| whole_secs(secs / PERIOD_SECS));
    (player.activity(), video(player), period)
}

/// How far a player is in its video: `None` inside where that is over, outside where it has not
/// begun.
fn reached(player: &Player) -> Option<(VideoId, Option<u32>)> {
    let (Phase::Ready(standing), Some(moment)) = (player.phase(), player.moment()) else {
        return None;
    };
    if standing.activity == Activity::Waiting {
        return None;
    }
    let position_secs = player.position_secs()?;
    let is_over = standing.activity == Activity::Ended
        || standing.duration_secs.is_some_and(|length| position_secs > length - END_SECS);
    Some((moment.video, (!is_over).then(|| whole_secs(position_secs))))
}

//! The timeline under the player: what notes say in the video, as ticks.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;
use leptos::svg::Svg;

use crate::anchor::Anchor;
use crate::browser::page::focus;
use crate::text::shortened;
use crate::ui::state::library::{Library, current_library};
use crate::ui::state::view::view;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::lists::growth::grow;
use crate::vault::Point;
use crate::video::player::Moment;
use crate::video::timeline::{self, Strength, Tick};
use crate::video::{clock, watch_url};

use super::playback::playback;
use super::stamp_link::{Opens, follow};

/// The longest text beside a time, in characters.
const LONGEST_SAID: usize = 120;

/// What the three heights of ticks mean.
const LEGEND: &str = "Tall: a skill, ranked · middle: a skill · short: something else";

/// A tick with what is said there.
#[derive(Clone, Debug, PartialEq)]
struct LabelledTick {
    tick: Tick,
    moment: Moment,
    said: String,
}

/// The timeline of the video that is up, or that would be. Nothing where notes say nothing in it.
#[component]
pub fn Timeline() -> impl IntoView {
    let (playback, current_library, view) = (playback(), current_library(), view());
    let (following, player) = (playback.following(), playback.player());
    let last = Memo::new(move |_| {
        let track = following.track().read();
        track.points().last().map_or(0, |point| point.moment.seconds)
    });
    // A file of the reader's own may be a part of the video: its length is none of the line's then.
    let duration = Memo::new(move |_| {
        player.read().duration_secs().filter(|length| f64::from(last.get()) < *length)
    });
    let length =
        Memo::new(move |_| duration.get().unwrap_or_else(|| timeline::length_from(last.get())));
    let ticks: Memo<Arc<Vec<LabelledTick>>> = Memo::new(move |_| {
        Arc::new(drawn(&current_library.read(), following.track().read().points(), length.get()))
    });
    // The tick that the reader looks at, by pointer or keys, and the one that has the focus.
    let (looked_at, focused) = (RwSignal::new(None::<usize>), RwSignal::new(None::<usize>));
    let current = Memo::new(move |_| {
        let (_, seconds) = following.current().get()?;
        let ticks = ticks.read();
        ticks.partition_point(|drawn| drawn.moment.seconds <= seconds).checked_sub(1)
    });
    let entry = move || focused.get().or(current.get()).unwrap_or_default();
    // A tick may stand for several moments, of which it names the first; one that plays is named
    // itself.
    let line = Memo::new(move |_| {
        if let Some(index) = looked_at.get() {
            let ticks = ticks.read();
            return ticks.get(index).map(|drawn| (drawn.moment.seconds, drawn.said.clone()));
        }
        let (_, seconds) = following.current().get()?;
        let track = following.track().read();
        let points = track.said_at(f64::from(seconds));
        let point = points.first()?;
        Some((point.moment.seconds, said(&current_library.read(), point, points.len())?))
    });
    let shown = move || match line.get() {
        Some((seconds, said)) => {
            let time = clock(seconds);
            view! {
                <b translate="no" prop:textContent=time></b> " " <span prop:textContent=said></span>
            }
            .into_any()
        }
        None => view! { <span class="timeline-legend">{LEGEND}</span> }.into_any(),
    };
    // Where the length is not known, the line ends somewhere after what is noted last.
    let end = move || match duration.get() {
        Some(secs) => clock(crate::video::whole_secs(secs)),
        None => clock(last.get()),
    };
    let end_title = move || match duration.get() {
        Some(_) => "The video’s end",
        None => "The last second that is noted",
    };

    let element = NodeRef::<Svg>::new();
    let under = move |event: &MouseEvent| {
        let rect = element.get_untracked()?.get_bounding_client_rect();
        let x = f64::from(event.client_x()) - rect.left();
        timeline::nearest(&tick_places(&ticks.read_untracked()), timeline::place(x, rect.width()))
    };
    let on_click = move |click: MouseEvent| {
        let on_tick = focus::index_of(Anchor::Tick, click.target());
        let Some(index) = on_tick.or_else(|| under(&click)) else { return };
        let Some(moment) = ticks.read_untracked().get(index).map(|drawn| drawn.moment) else {
            return;
        };
        focused.set(Some(index));
        if playback.take_click(&click, moment) {
            // From here on the line follows what plays.
            looked_at.set(None);
            follow(view, moment.seconds, &Opens::Nothing, false);
        } else if on_tick.is_none() {
            // Beside a tick the browser sees no link to follow.
            focus::click_nth(Anchor::Tick, index);
        }
    };
    let on_key = move |key: KeyboardEvent| {
        let last = ticks.read_untracked().len().saturating_sub(1);
        let at = untrack(entry);
        let to = match key.key().as_str() {
            "ArrowRight" | "ArrowDown" => (at + 1).min(last),
            "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        key.prevent_default();
        focus::give_nth(Anchor::Tick, to);
        focused.set(Some(to));
        looked_at.set(Some(to));
    };
    let label = move || {
        let moments = following.track().read().points().len();
        let length = clock(crate::video::whole_secs(length.get()));
        match duration.get() {
            Some(_) => {
                ["Timeline: ", &count(moments, "moment", "moments"), " in ", &length].concat()
            }
            None => ["Timeline: ", &count(moments, "moment", "moments")].concat(),
        }
    };
    let tick = move |(index, drawn): (usize, LabelledTick)| {
        let LabelledTick { tick, moment, said } = drawn;
        let strength = match tick.strength {
            Strength::Said => "said",
            Strength::Skill => "skill",
            Strength::Ranked => "ranked",
        };
        let height = tick.strength.height();
        let (x, tall) = (percent(tick.at), percent(height * 100));
        let (y, name) = (percent((100 - height) * 100), clock(moment.seconds));
        let name = [&name, ": ", &said].concat();
        let is_current = move || (current.get() == Some(index)).then_some("true");
        let tabindex = move || if entry() == index { "0" } else { "-1" };
        view! {
            <g>
                <a
                    class="tick"
                    data-anchor=Anchor::Tick.name()
                    href=watch_url(moment.video, moment.seconds)
                    target="_blank"
                    rel="noopener"
                    tabindex=tabindex
                    data-seconds=moment.seconds.to_string()
                    data-strength=strength
                    aria-label=name
                    aria-current=is_current
                >
                    <rect class="tick-place" x=x.clone() y="0" width="9" height="100%"/>
                    <rect class="tick-mark" x=x y=y width="3" height=tall/>
                </a>
            </g>
        }
        .into_any()
    };
    // The timeline comes when the page is at rest: that may be the moment in which somebody begins to use it.
    let count = ticks.with_untracked(|ticks| ticks.len());
    let come = grow(1, count);
    let each = move || -> Vec<(usize, LabelledTick)> {
        let come = come.get();
        let most = if come < count { come } else { usize::MAX };
        ticks.read().iter().take(most).cloned().enumerate().collect()
    };
    let head = move || {
        let place = timeline::place(player.read().position_secs()?, length.get());
        let x = percent(place);
        Some(view! { <rect class="playhead" x=x y="0" width="1" height="100%"/> }.into_any())
    };
    let is_empty = Memo::new(move |_| ticks.read().is_empty());
    move || {
        if is_empty.get() {
            return None;
        }
        let on_click = on_click.clone();
        Some(
            view! {
                <div class="timeline" data-anchor="timeline">
                    <span class="timeline-end" translate="no" aria-hidden="true">"0:00"</span>
                    <svg
                        class="timeline-line"
                        role="group"
                        aria-label=label
                        width="100%"
                        height="28"
                        node_ref=element
                        on:click=on_click
                        on:keydown=on_key
                        on:focusin=move |event| {
                            let index = focus::index_of(Anchor::Tick, event.target());
                            focused.set(index);
                            looked_at.set(index);
                        }
                        on:focusout=move |_| {
                            focused.set(None);
                            looked_at.set(None);
                        }
                        on:pointermove=move |event: PointerEvent| looked_at.set(under(&event))
                        on:pointerleave=move |_| looked_at.set(None)
                    >
                        <rect class="timeline-ground" x="0" y="0" width="100%" height="100%"/>
                        <For
                            each=each
                            key=|(index, drawn)| (*index, drawn.moment, drawn.tick.at, drawn.tick.strength)
                            children=tick
                        />
                        {head}
                    </svg>
                    <span
                        class="timeline-end"
                        translate="no"
                        aria-hidden="true"
                        title=end_title
                        prop:textContent=end
                    ></span>
                    // The ticks say it themselves to those who hear them.
                    <p class="timeline-said" data-anchor="timeline-said" aria-hidden="true">{shown}</p>
                </div>
            }
            .into_any(),
        )
    }
}

fn drawn(library: &Library, points: &[Point], length_secs: f64) -> Vec<LabelledTick> {
    let strengths: Vec<(u32, Strength)> =
        points.iter().map(|point| (point.moment.seconds, strength(library, point))).collect();
    timeline::ticks(&strengths, length_secs)
        .into_iter()
        .filter_map(|tick| {
            let point = points.get(tick.first)?;
            Some(LabelledTick {
                tick,
                moment: point.moment,
                said: said(library, point, tick.count)?,
            })
        })
        .collect()
}

/// What a claim says, and how many more are said with it.
fn said(library: &Library, point: &Point, count: usize) -> Option<String> {
    let (_, claim) = library.claim(&point.note, point.claim)?;
    let said = shortened(&claim.text, LONGEST_SAID);
    Some(match count {
        0 | 1 => said,
        several => [&said, " (and ", &(several - 1).to_string(), " more)"].concat(),
    })
}

fn strength(library: &Library, point: &Point) -> Strength {
    let skills = library.skills_of(&point.note, point.claim);
    let backs = |placement: &crate::matrix::Placement| {
        placement.rank.is_some()
            && placement.note == point.note
            && placement.claims.contains(&point.claim)
    };
    let is_ranked = skills
        .iter()
        .filter_map(|id| library.matrix.skill(id))
        .any(|skill| skill.placements.iter().any(backs));
    match (skills.is_empty(), is_ranked) {
        (true, _) => Strength::Said,
        (false, false) => Strength::Skill,
        (false, true) => Strength::Ranked,
    }
}

fn tick_places(drawn: &[LabelledTick]) -> Vec<Tick> {
    drawn.iter().map(|drawn| drawn.tick).collect()
}

/// Hundredths of a percent, as SVG has lengths.
fn percent(hundredths: u32) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let zero = if rest < 10 { "0" } else { "" };
    [&whole.to_string(), ".", zero, &rest.to_string(), "%"].concat()
}

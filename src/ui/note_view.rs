//! A note, to be read: all of it, with its outline, live stamps and links.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::focus::{self, Place};
use crate::browser::turn;
use crate::note::{ClaimId, Note, NoteId, plain_text};
use crate::video::{VideoId, watch_url};

use super::backlinks::Backlinks;
use super::close_button::CloseButton;
use super::icon::{Icon, icon};
use super::outline::Outline;
use super::pieces::Pieces;
use super::problem_list::ProblemList;
use super::render::Renderer;
use super::reveal::reveal;
use super::shelf::shelf;
use super::view::view;

/// An opened note.
#[component]
pub(super) fn NoteView(
    /// The note.
    note: NoteId,
) -> impl IntoView {
    let (view, shelf) = (view(), shelf());
    let close = move || {
        view! {
            <CloseButton label="Close" class="detail-close" on_close=move || view.close()/>
        }
    };
    let Some(found) = shelf.vault.note(&note) else {
        let text = ["There is no note “", &note.0, "” in this page. The rest of the page works."];
        return view! {
            <header class="detail-head">
                <div><p class="eyebrow">"Note"</p><h2>"Not here"</h2></div>
                {close()}
            </header>
            <p>{text.concat()}</p>
        }
        .into_any();
    };
    let title = found.title.clone();
    let source = found.source().map(|link| ["From ", &plain_text(&link.content)].concat());
    let video = found.video.map(video_link);
    let no_video = found.video.is_none().then(|| {
        view! { <span>"It names no video, so its times cannot be played."</span> }.into_any()
    });

    // The claim that is said at the chosen second, or else the section that was asked for.
    let current = {
        let (shelf, note) = (shelf.clone(), note.clone());
        Memo::new(move |_| {
            let seconds = view.state().read().seconds?;
            claim_at(shelf.vault.note(&note)?, seconds)
        })
    };
    let section = Memo::new(move |_| view.state().read().section.clone());
    Effect::new(move || match (current.get(), section.get()) {
        (Some(_), _) => {
            reveal(|| focus::all(".claim[aria-current]").into_iter().next(), Place::InSight);
        }
        (None, Some(slug)) => reveal(
            move || {
                let mut headings = focus::all(".note-body [data-section]").into_iter();
                headings
                    .find(|heading| heading.get_attribute("data-section").as_ref() == Some(&slug))
            },
            Place::Top,
        ),
        (None, None) => {}
    });

    let pieces = Pieces::of(found);
    let body = if pieces.count() == 0 {
        view! { <p class="quiet">"This note holds no text."</p> }.into_any()
    } else {
        let wanted = {
            let (shelf, note, pieces) = (shelf.clone(), note.clone(), pieces.clone());
            Memo::new(move |_| {
                let note = shelf.vault.note(&note)?;
                match (current.get(), &*section.read()) {
                    (Some(claim), _) => pieces.of_claim(note, claim),
                    (None, Some(slug)) => pieces.of_section(note, slug),
                    (None, None) => None,
                }
            })
        };
        let shown = drawn_on(wanted, pieces.count());
        let draw = {
            let (shelf, note) = (shelf.clone(), note.clone());
            move |piece| match shelf.vault.note(&note) {
                Some(note) => Renderer::new(note).units(pieces.units(piece)),
                None => Vec::new(),
            }
        };
        view! { <For each=move || 0..shown.get() key=|piece| *piece children=draw/> }.into_any()
    };
    view! {
        <header class="detail-head">
            <div>
                <p class="eyebrow">"Note"</p>
                <h2>{title}</h2>
                <p class="meta">
                    {source.map(|source| view! { <span>{source}</span> }.into_any())}
                    {video}
                    {no_video}
                </p>
            </div>
            {close()}
        </header>
        <ProblemList note=note.clone()/>
        <Outline note=note.clone()/>
        <article class="note-body" dir="auto">{body}</article>
        <Backlinks note/>
    }
    .into_any()
}

/// How long drawing some pieces may take for more to be drawn the next time, in milliseconds.
const QUICK_MS: f64 = 24.0;

/// How many pieces of a note are drawn: at first those up to the one that is wanted, so that the
/// first screen is there at once, then more whenever the browser had its turn.
fn drawn_on(wanted: Memo<Option<usize>>, count: usize) -> RwSignal<usize> {
    let up_to = |piece: Option<usize>| piece.map_or(1, |piece| piece + 1);
    let shown = RwSignal::new(up_to(wanted.get_untracked()));
    Effect::new(move || {
        let least = up_to(wanted.get());
        if *shown.read_untracked() < least {
            shown.set(least);
        }
    });
    spawn_local(async move {
        let mut step = 1;
        loop {
            let before_ms = turn::now_ms();
            turn::next_task().await;
            // As many at a time as the browser draws without a hitch.
            let is_quick = turn::now_ms() - before_ms < QUICK_MS;
            step = if is_quick { step + 1 } else { 1.max(step / 2) };
            // The note may be closed by now, and its signals gone.
            let is_more = shown.try_update(|shown| {
                *shown = count.min(*shown + step);
                *shown < count
            });
            if is_more != Some(true) {
                return;
            }
        }
    });
    shown
}

fn video_link(video: VideoId) -> AnyView {
    view! {
        <a class="now-link" href=watch_url(video, 0) target="_blank" rel="noopener">
            "Video on YouTube" {icon(Icon::External)}
        </a>
    }
    .into_any()
}

/// The first claim that a note says at a second.
fn claim_at(note: &Note, seconds: u32) -> Option<ClaimId> {
    let says =
        |claim: &crate::note::Claim| claim.stamps.iter().any(|stamp| stamp.seconds == seconds);
    let index = note.claims().iter().position(says)?;
    u32::try_from(index).ok().map(ClaimId)
}

//! A note, to be read: all of it, with its outline, live stamps and links.

use std::sync::Arc;

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::browser::page::focus::{self, ScrollTarget};
use crate::note::{ClaimId, Note, NoteId, plain_text};
use crate::ui::problems::problem_list::ProblemList;
use crate::ui::state::library::Library;
use crate::ui::state::view::{TAKEN_SECTION, view};
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::icon::{Icon, icon};
use crate::ui::widgets::lists::growth::grow;
use crate::ui::widgets::reveal::reveal;
use crate::video::{VideoId, watch_url};

use super::backlinks::Backlinks;
use super::outline::Outline;
use super::taken::Taken;
use super::text::drawn_pieces::NotePieces;
use super::text::render::Renderer;

/// The most pieces that are drawn before the browser has its turn, on the way to what is wanted.
const MOST_AT_ONCE: usize = 4;

/// An opened note.
#[component]
pub fn NoteView(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What is opened.
    note: NoteId,
) -> impl IntoView {
    let view = view();
    let close = move || {
        view! {
            <CloseButton label="Close" class="detail-close" on_close=move || view.close()/>
        }
    };
    let Some(found) = library.vault.note(&note) else {
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
    let is_lacking = found.is_lacking();
    if is_lacking {
        // What is known of it at first is not its text.
        found.want();
    }
    let title = found.title.clone();
    let source = found.source().map(|link| ["From ", &plain_text(&link.content)].concat());
    let video = found.video.map(video_link);
    let no_video = found.video.is_none().then(|| {
        view! { <span>"It names no video, so its times cannot be played."</span> }.into_any()
    });

    // The claim that is said at the chosen second, or else the section that was asked for.
    let current = {
        let (library, note) = (library.clone(), note.clone());
        Memo::new(move |_| {
            let seconds = view.state().read().seconds?;
            claim_at(library.vault.note(&note)?, seconds)
        })
    };
    let section = Memo::new(move |_| view.state().read().section.clone());
    let pieces = Arc::new(NotePieces::of(found));
    let wanted = {
        let (library, note, pieces) = (library.clone(), note.clone(), Arc::clone(&pieces));
        Memo::new(move |_| {
            let note = library.vault.note(&note)?;
            match (current.get(), &*section.read()) {
                (Some(claim), _) => pieces.of_claim(note, claim),
                // What stands below the text is where it stays once all of that is drawn.
                (None, Some(slug)) if slug == TAKEN_SECTION => pieces.count().checked_sub(1),
                (None, Some(slug)) => pieces.of_section(note, slug),
                (None, None) => None,
            }
        })
    };
    let first = wanted.get_untracked().map_or(1, |piece| piece + 1).min(MOST_AT_ONCE);
    let shown = grow(first, pieces.count());
    // What is wanted far below is there once it is drawn.
    let is_there = Memo::new(move |_| wanted.get().is_none_or(|piece| piece < shown.get()));
    Effect::new(move || match (current.get(), section.get()) {
        _ if !is_there.get() => {}
        (Some(_), _) => {
            reveal(Anchor::Detail, || focus::first_current(Anchor::Claim), ScrollTarget::InSight);
        }
        (None, Some(slug)) if slug == TAKEN_SECTION => {
            reveal(Anchor::Detail, || focus::first(Anchor::Taken), ScrollTarget::Top);
        }
        (None, Some(slug)) => reveal(
            Anchor::Detail,
            move || {
                focus::first(Anchor::NoteText)
                    .and_then(|text| focus::with_attribute(&text, "data-section", &slug))
            },
            ScrollTarget::Top,
        ),
        (None, None) => {}
    });
    let body = if pieces.count() == 0 {
        let text = match is_lacking {
            true => "Its text has not come yet.",
            false => "This note holds no text.",
        };
        view! { <p class="quiet">{text}</p> }.into_any()
    } else {
        let (library, note) = (library.clone(), note.clone());
        let draw = move |piece| match library.vault.note(&note) {
            Some(note) => Renderer::in_pieces(&library, note, shown).units(pieces.units(piece)),
            None => Vec::new(),
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
        <ProblemList library=Arc::clone(&library) note=note.clone()/>
        <Outline library=Arc::clone(&library) note=note.clone()/>
        <article class="note-body" data-anchor=Anchor::NoteText.name() dir="auto">{body}</article>
        <Taken library=Arc::clone(&library) note=note.clone()/>
        <Backlinks library note/>
    }
    .into_any()
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

//! A note on paper, or one of its topics.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::{Note, Stamp, plain_text};
use crate::text::shown;
use crate::ui::note::text::drawn_pieces::NotePieces;
use crate::ui::note::text::render::Renderer;
use crate::ui::state::library::Library;
use crate::video::{clock, watch_url};

/// A note, all of it: on paper nothing can be unfolded or scrolled to.
pub fn printed_note(library: &Arc<Library>, note: &Note) -> AnyView {
    let body = Renderer::whole(library, note).units(NotePieces::of(note).all());
    view! {
        <h1>{note.title.clone()}</h1>
        {origin(note)}
        <article class="note-body" dir="auto">{body}</article>
    }
    .into_any()
}

/// What one section of a note says, with those below it; `None` where the note has none of that name.
pub fn printed_topic(note: &Note, topic: &str) -> Option<AnyView> {
    let (index, section) = note.topic(topic)?;
    let mut last = index;
    let mut items: Vec<AnyView> = Vec::new();
    for (_, claim) in note.claims_under(index) {
        let heading = note.headings().get(claim.section).filter(|_| claim.section != last);
        last = claim.section;
        items.extend(heading.map(|section| view! { <h2>{section.shown_title()}</h2> }.into_any()));
        let text = shown(&claim.text).into_owned();
        items.push(
            view! { <p class="printed-claim">{text} " " {times(&claim.stamps)}</p> }.into_any(),
        );
    }
    Some(
        view! {
            <h1>{section.shown_title()}</h1>
            <p>{["In the note: ", &note.title].concat()}</p>
            {origin(note)}
            {items}
        }
        .into_any(),
    )
}

/// Moments as links, for their addresses are printed.
pub fn times(stamps: &[Stamp]) -> Vec<AnyView> {
    let time = |stamp: &Stamp| match stamp.video {
        Some(video) => {
            let url = watch_url(video, stamp.seconds);
            view! { <a href=url>{clock(stamp.seconds)}</a> " " }.into_any()
        }
        None => clock(stamp.seconds).into_any(),
    };
    stamps.iter().map(time).collect()
}

/// Where a note comes from, and the address of its video.
fn origin(note: &Note) -> AnyView {
    let source = note.source().map(|link| ["From ", &plain_text(&link.content)].concat());
    let source = source.map(|source| view! { <p>{source}</p> }.into_any());
    let video = note.video.map(|video| {
        let (url, shown) = (watch_url(video, 0), watch_url(video, 0));
        view! { <p><a href=url>{shown}</a></p> }.into_any()
    });
    view! { {source} {video} }.into_any()
}

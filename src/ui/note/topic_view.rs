//! A topic: what one section of a note says, claim by claim.

use std::sync::Arc;

use leptos::prelude::*;

use crate::note::{ClaimId, Note, NoteId};
use crate::ui::links::note_link::NoteLink;
use crate::ui::links::topic_link::TopicLink;
use crate::ui::state::library::Library;
use crate::ui::state::view::view;
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::counting::count;
use crate::ui::widgets::lists::growth::grow;

use super::claim_item::ClaimItem;

/// How many claims are drawn at once: each has a button and its moments.
const CLAIMS_AT_A_TIME: usize = 24;

/// An opened topic.
#[component]
pub fn TopicView(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Where the library has none of this id, the panel says so.
    note: NoteId,
    /// The section's name in addresses.
    topic: String,
) -> impl IntoView {
    let view = view();
    let close = view! {
        <CloseButton label="Close" class="detail-close" on_close=move || view.close()/>
    };
    let named = library.vault.note(&note);
    let found = named.and_then(|note| note.topic(&topic).map(|(at, section)| (note, at, section)));
    let Some((note, index, section)) = found else {
        let (heading, text) = match named.filter(|note| note.is_lacking()) {
            Some(note) => (note.title.clone(), "Its text has not come yet.".to_owned()),
            None => {
                let text =
                    ["There is no topic “", &topic, "” in this page. The rest of the page works."];
                ("Not here".to_owned(), text.concat())
            }
        };
        return view! {
            <header class="detail-head">
                <div><p class="eyebrow">"Topic"</p><h2>{heading}</h2></div>
                {close}
            </header>
            <p>{text}</p>
        }
        .into_any();
    };
    let about = ["Topic · ", &count(note.moments_under(index), "moment", "moments")].concat();
    let pieces = pieces(note, index);
    let empty = pieces
        .is_empty()
        .then(|| view! { <p class="quiet">"Nothing stands under this heading."</p> }.into_any());
    let shown = grow(1, pieces.len());
    let draw = {
        let (library, id) = (Arc::clone(&library), note.id.clone());
        move |at: usize| match (library.vault.note(&id), pieces.get(at)) {
            (Some(note), Some(piece)) => drawn(note, index, piece),
            _ => ().into_any(),
        }
    };
    let said = view! { <For each=move || 0..shown.get() key=|at| *at children=draw/> };
    let (id, slug) = (note.id.clone(), section.slug.clone());
    let place = ["In the note: ", &note.title].concat();
    view! {
        <header class="detail-head">
            <div>
                <p class="eyebrow">{about}</p>
                <h2>{section.shown_title()}</h2>
                <p class="meta">
                    <NoteLink note=id section=slug class="origin-link">
                        {place}
                    </NoteLink>
                </p>
            </div>
            {close}
        </header>
        {said}
        {empty}
        {neighbours(note, index)}
    }
    .into_any()
}

/// Claims of one section that are drawn at once.
#[derive(Clone)]
struct ClaimBatch {
    section: usize,
    /// Whether they are the first of their section, so that its heading stands above them.
    is_first: bool,
    claims: Vec<ClaimId>,
}

/// The claims of the section and of those below it.
fn pieces(note: &Note, index: usize) -> Vec<ClaimBatch> {
    let mut pieces: Vec<ClaimBatch> = Vec::new();
    for (id, claim) in note.claims_under(index) {
        let section = claim.section;
        let is_first = pieces.last().is_none_or(|piece| piece.section != section);
        match pieces.last_mut().filter(|piece| !is_first && piece.claims.len() < CLAIMS_AT_A_TIME) {
            Some(piece) => piece.claims.push(id),
            None => pieces.push(ClaimBatch { section, is_first, claims: vec![id] }),
        }
    }
    pieces
}

fn drawn(note: &Note, index: usize, piece: &ClaimBatch) -> AnyView {
    let heading = note
        .headings()
        .get(piece.section)
        .filter(|_| piece.is_first && piece.section != index)
        .map(|section| view! { <h3>{section.shown_title()}</h3> }.into_any());
    let item = |&id: &ClaimId| {
        let (claim, note) = (note.claim(id)?.clone(), note.id.clone());
        Some(view! { <ClaimItem note id claim/> }.into_any())
    };
    let items: Vec<AnyView> = piece.claims.iter().filter_map(item).collect();
    view! {
        <section class="placement" data-goes-on=(!piece.is_first).then_some("true")>
            {heading}
            <ul class="claims" role="list">{items}</ul>
        </section>
    }
    .into_any()
}

/// The ways to the topics before and after it in the note.
fn neighbours(note: &Note, index: usize) -> AnyView {
    let before = note.topics().take_while(|(at, _)| *at < index).last();
    let after = note.topics().find(|(at, _)| *at > index);
    let link = |sign: &'static str,
                way: &'static str,
                at: Option<(usize, &crate::note::Section)>| {
        at.map(|(_, section)| {
            let (id, topic, title) = (note.id.clone(), section.slug.clone(), section.shown_title());
            view! {
                <TopicLink note=id topic class=way>
                    <span aria-hidden="true">{sign}</span> {title}
                </TopicLink>
            }
            .into_any()
        })
    };
    view! {
        <nav class="neighbours" data-anchor="neighbours" aria-label="Topics before and after">
            {link("← ", "previous", before)} {link("→ ", "next", after)}
        </nav>
    }
    .into_any()
}

//! A topic: what one section of a note says, claim by claim.

use leptos::prelude::*;

use crate::note::{Note, NoteId};

use super::claim_item::ClaimItem;
use super::close_button::CloseButton;
use super::note_link::NoteLink;
use super::shelf::shelf;
use super::topic_link::TopicLink;
use super::view::view;
use super::words::count;

/// An opened topic.
#[component]
pub(super) fn TopicView(
    /// The note.
    note: NoteId,
    /// The section's name in addresses.
    topic: String,
) -> impl IntoView {
    let (view, shelf) = (view(), shelf());
    let close = view! {
        <CloseButton label="Close" class="detail-close" on_close=move || view.close()/>
    };
    let found = shelf.vault.note(&note);
    let found = found.and_then(|note| note.topic(&topic).map(|(at, section)| (note, at, section)));
    let Some((note, index, section)) = found else {
        let text = ["There is no topic “", &topic, "” in this page. The rest of the page works."];
        return view! {
            <header class="detail-head">
                <div><p class="eyebrow">"Topic"</p><h2>"Not here"</h2></div>
                {close}
            </header>
            <p>{text.concat()}</p>
        }
        .into_any();
    };
    let said = note.claims_under(index).filter(|(_, claim)| !claim.stamps.is_empty());
    let moments = said.count();
    let about = ["Topic · ", &count(moments, "moment", "moments")].concat();
    let groups = groups(note, index);
    let is_empty = groups.is_empty();
    let empty = is_empty
        .then(|| view! { <p class="quiet">"Nothing stands under this heading."</p> }.into_any());
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
        {groups}
        {empty}
        {neighbours(note, index)}
    }
    .into_any()
}

/// The claims of the section and of those below it, each under its heading.
fn groups(note: &Note, index: usize) -> Vec<AnyView> {
    let mut groups: Vec<(usize, Vec<AnyView>)> = Vec::new();
    for (id, claim) in note.claims_under(index) {
        if groups.last().is_none_or(|(section, _)| *section != claim.section) {
            groups.push((claim.section, Vec::new()));
        }
        if let Some((_, items)) = groups.last_mut() {
            let (note, claim) = (note.id.clone(), claim.clone());
            items.push(view! { <ClaimItem note id claim/> }.into_any());
        }
    }
    let drawn = |(section, items): (usize, Vec<AnyView>)| {
        let heading = note
            .sections()
            .get(section)
            .filter(|_| section != index)
            .map(|section| view! { <h3>{section.shown_title()}</h3> }.into_any());
        view! {
            <section class="placement">
                {heading}
                <ul class="claims" role="list">{items}</ul>
            </section>
        }
        .into_any()
    };
    groups.into_iter().map(drawn).collect()
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
        <nav class="neighbours" aria-label="Topics before and after">
            {link("← ", "previous", before)} {link("→ ", "next", after)}
        </nav>
    }
    .into_any()
}

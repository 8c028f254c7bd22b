//! A note's tree as elements of the page, by the allowed list. No text of a note is ever HTML.

use std::sync::Arc;

use leptos::prelude::*;

use crate::anchor::Anchor;
use crate::note::{Block, ClaimId, Inline, Item, Link, Note, Stamp, Table, WikiLink};
use crate::text::shown;
use crate::ui::links::missing_link::MissingLink;
use crate::ui::links::note_link::NoteLink;
use crate::ui::player::playback::{Playback, playback};
use crate::ui::player::stamp_link::StampLink;
use crate::ui::preview::pointed_at::{About, Previewed};
use crate::ui::rating::add_to_list::AddClaim;
use crate::ui::state::library::Library;
use crate::vault::Destination;

use super::drawn_pieces::{DrawnInPieces, PIECE_ELEMENTS, TextUnit, by_piece};
use super::marked::{AlignedRow, align, heading, styled};

/// Draws one note.
pub struct Renderer<'a> {
    library: &'a Arc<Library>,
    note: &'a Note,
    playback: Playback,
    /// How many of the note's pieces are drawn; `None` where all are, as on paper.
    shown: Option<RwSignal<usize>>,
}

/// About how many elements of the note come before something that may have to be drawn in pieces;
/// `None` for what is drawn as a whole.
type ElementsBefore = Option<usize>;

impl<'a> Renderer<'a> {
    /// Draws a note in pieces, of which so many are shown.
    pub fn in_pieces(library: &'a Arc<Library>, note: &'a Note, shown: RwSignal<usize>) -> Self {
        Self { library, note, playback: playback(), shown: Some(shown) }
    }

    /// Draws a note as a whole, with all that is folded unfolded: for paper.
    pub fn whole(library: &'a Arc<Library>, note: &'a Note) -> Self {
        Self { library, note, playback: playback(), shown: None }
    }

    /// Some of the note.
    pub fn units(&self, units: &[(usize, TextUnit)]) -> Vec<AnyView> {
        units.iter().filter_map(|&(place, unit)| self.unit(unit, Some(place))).collect()
    }

    /// The parts of a block; where they are more than a piece, each once its piece is shown.
    fn parts<T: DrawnInPieces>(
        &self,
        place: ElementsBefore,
        parts: &[T],
        draw: fn(&Renderer<'_>, &T, ElementsBefore) -> AnyView,
    ) -> Vec<AnyView> {
        let is_large = || parts.iter().map(DrawnInPieces::elements).sum::<usize>() > PIECE_ELEMENTS;
        let Some((place, shown)) = place.zip(self.shown).filter(|_| is_large()) else {
            return parts.iter().map(|part| draw(self, part, None)).collect();
        };
        let groups = Arc::new(by_piece(place, parts));
        let (library, note) = (Arc::clone(self.library), self.note.id.clone());
        let each = {
            let groups = Arc::clone(&groups);
            move || 0..groups.partition_point(|(piece, ..)| *piece < shown.get())
        };
        let group = move |index: usize| -> Vec<AnyView> {
            let (Some(note), Some((_, start, parts))) =
                (library.vault.note(&note), groups.get(index))
            else {
                return Vec::new();
            };
            let (renderer, mut place) = (Renderer::in_pieces(&library, note, shown), *start);
            let drawn = parts.iter().map(|part| {
                let drawn = draw(&renderer, part, Some(place));
                place += part.elements();
                drawn
            });
            drawn.collect()
        };
        vec![view! { <For each=each key=|index| *index children=group/> }.into_any()]
    }

    fn unit(&self, unit: TextUnit, place: ElementsBefore) -> Option<AnyView> {
        match unit {
            TextUnit::Heading(section, rank) => {
                let section = self.note.sections().get(section)?;
                let content = self.inlines(&section.heading, place);
                Some(heading(rank, content, Some(section.slug.clone())))
            }
            TextUnit::Block(section, block) => {
                Some(self.block(self.note.sections().get(section)?.blocks.get(block)?, place))
            }
        }
    }

    fn blocks(&self, blocks: &[Block], place: ElementsBefore) -> Vec<AnyView> {
        self.parts(place, blocks, |renderer, block, place| renderer.block(block, place))
    }

    fn block(&self, block: &Block, place: ElementsBefore) -> AnyView {
        match block {
            Block::Paragraph(content) => view! { <p>{self.inlines(content, place)}</p> }.into_any(),
            Block::Heading(_, content) => {
                view! { <p class="inner-heading">{self.inlines(content, place)}</p> }.into_any()
            }
            Block::List(None, items) => view! { <ul>{self.items(items, place)}</ul> }.into_any(),
            Block::List(Some(first), items) => {
                let start = first.to_string();
                view! { <ol start=start>{self.items(items, place)}</ol> }.into_any()
            }
            Block::Quote(blocks) => {
                view! { <blockquote>{self.blocks(blocks, place)}</blockquote> }.into_any()
            }
            Block::Code(code) => {
                view! { <pre tabindex="0"><code>{shown(code).into_owned()}</code></pre> }.into_any()
            }
            Block::Table(table) => self.table(table, place),
            Block::Details(summary, blocks) => view! {
                <details open=self.shown.is_none()>
                    <summary>{self.inlines(summary, None)}</summary>
                    {self.blocks(blocks, place)}
                </details>
            }
            .into_any(),
            Block::Footnote(label, blocks) => view! {
                <div class="footnote">
                    <sup>{label.clone()}</sup>
                    <div>{self.blocks(blocks, place)}</div>
                </div>
            }
            .into_any(),
            Block::Property(key, value) => {
                let key = key.clone();
                let value = self.inlines(value, place);
                view! { <p class="property"><b>{key}</b>" "{value}</p> }.into_any()
            }
            Block::Rule => view! { <hr/> }.into_any(),
            Block::Mark(..) => ().into_any(),
        }
    }

    fn items(&self, items: &[Item], place: ElementsBefore) -> Vec<AnyView> {
        self.parts(place, items, |renderer, item, place| renderer.item(item, place))
    }

    fn item(&self, item: &Item, place: ElementsBefore) -> AnyView {
        let sign = item.done.map(|done| {
            let (sign, name) = if done { ("☑ ", "done") } else { ("☐ ", "to do") };
            view! { <span role="img" aria-label=name>{sign}</span> }.into_any()
        });
        // A single paragraph is the item itself; one in an element of its own would stand apart.
        let content = match item.blocks.as_slice() {
            [Block::Paragraph(content), rest @ ..]
                if !rest.iter().any(|block| matches!(block, Block::Paragraph(_))) =>
            {
                let mut drawn = self.inlines(content, place);
                drawn.extend(self.blocks(rest, place));
                drawn
            }
            blocks => self.blocks(blocks, place),
        };
        view! { <li>{sign}{content}</li> }.into_any()
    }

    fn table(&self, table: &Table, place: ElementsBefore) -> AnyView {
        let align = |column: usize| align(table.alignments.get(column));
        let head: Vec<AnyView> = table
            .head
            .iter()
            .enumerate()
            .map(|(column, cell)| {
                view! { <th scope="col" data-align=align(column)>{self.inlines(cell, None)}</th> }
                    .into_any()
            })
            .collect();
        let rows: Vec<AlignedRow> = table
            .rows
            .iter()
            .map(|cells| {
                let cells = cells.iter().enumerate();
                AlignedRow(cells.map(|(column, cell)| (align(column), cell.clone())).collect())
            })
            .collect();
        let rows = self.parts(place, &rows, |renderer, AlignedRow(cells), _| {
            let cells: Vec<AnyView> = cells
                .iter()
                .map(|(align, cell)| {
                    view! { <td data-align=*align>{renderer.inlines(cell, None)}</td> }.into_any()
                })
                .collect();
            view! { <tr>{cells}</tr> }.into_any()
        });
        view! {
            <div class="note-table" tabindex="0" role="region" aria-label="Table">
                <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        }
        .into_any()
    }

    fn inlines(&self, inlines: &[Inline], place: ElementsBefore) -> Vec<AnyView> {
        self.parts(place, inlines, |renderer, inline, place| renderer.inline(inline, place))
    }

    fn inline(&self, inline: &Inline, place: ElementsBefore) -> AnyView {
        match inline {
            Inline::Text(text) => shown(text).into_owned().into_any(),
            Inline::Code(code) => view! { <code>{shown(code).into_owned()}</code> }.into_any(),
            Inline::Break => view! { <br/> }.into_any(),
            Inline::Styled(style, content) => styled(*style, self.inlines(content, place)),
            Inline::Link(link) => self.link(link),
            Inline::WikiLink(link) => self.wiki_link(link),
            Inline::Stamp(stamp) => view! { <StampLink stamp=stamp.clone()/> }.into_any(),
            Inline::FootnoteRef(label) => view! { <sup>{label.clone()}</sup> }.into_any(),
            Inline::Claim(id, content) => self.claim(*id, content, place),
        }
    }

    fn claim(&self, id: ClaimId, content: &[Inline], place: ElementsBefore) -> AnyView {
        let number = id.0.to_string();
        let stamps = self.note.claim(id).map(|claim| claim.stamps.as_slice()).unwrap_or_default();
        let moments: Vec<_> = stamps.iter().filter_map(Stamp::moment).collect();
        let playback = self.playback.clone();
        let current =
            move || moments.iter().any(|&moment| playback.is_chosen(moment)).then_some("true");
        // Hundreds of claims stand in a note: ＋ is drawn once one comes near its claim, and then stays, so that
        // the focus can go on to it.
        let is_near = RwSignal::new(false);
        let note = self.note.id.clone();
        let add = move || {
            is_near.get().then(|| view! { <AddClaim note=note.clone() claim=id/> }.into_any())
        };
        view! {
            <span
                class="claim"
                data-anchor=Anchor::Claim.name()
                data-claim=number
                aria-current=current
                on:pointerenter=move |_| is_near.set(true)
                on:focusin=move |_| is_near.set(true)
            >
                {self.inlines(content, place)}
                {add}
            </span>
        }
        .into_any()
    }

    fn link(&self, link: &Link) -> AnyView {
        let content = self.inlines(&link.content, None);
        let url = link.url.as_str();
        if let Some(heading) = url.strip_prefix('#') {
            // The page's own fragment holds the view, so a heading of the note is a part of that.
            let (note, section) = (self.note.id.clone(), crate::text::slug(heading));
            return view! { <NoteLink note section class="wikilink">{content}</NoteLink> }
                .into_any();
        }
        view! {
            <a class="external" href=url.to_owned() target="_blank" rel="noopener noreferrer">
                {content}
            </a>
        }
        .into_any()
    }

    fn wiki_link(&self, link: &WikiLink) -> AnyView {
        let content = self.inlines(&link.content, None);
        let section = link.heading.as_deref().map(crate::text::slug);
        let missing = |content: Vec<AnyView>| {
            let target = link.target.clone();
            view! { <MissingLink target>{content}</MissingLink> }.into_any()
        };
        let (about, drawn) = match self.library.vault.resolve(self.note, link) {
            Destination::Note(note) => {
                let (note, section) = (note.id.clone(), section.unwrap_or_default());
                let about = About::Note(note.clone());
                let drawn = view! { <NoteLink note section class="wikilink">{content}</NoteLink> };
                (about, drawn.into_any())
            }
            Destination::Several(_) => (About::Several(link.target.clone()), missing(content)),
            Destination::Missing => (About::Missing(link.target.clone()), missing(content)),
        };
        view! { <Previewed about>{drawn}</Previewed> }.into_any()
    }
}

//! A note's tree as elements of the page, by the allowed list. No text of a note is ever HTML.

use leptos::prelude::*;

use crate::note::{
    Alignment, Block, ClaimId, Inline, Item, Link, Note, Stamp, Style, Table, WikiLink,
};
use crate::text::shown;
use crate::vault::Destination;

use super::missing_link::MissingLink;
use super::note_link::NoteLink;
use super::pieces::Unit;
use super::playback::{Playback, playback};
use super::preview::{About, Previewed};
use super::shelf::shelf;
use super::stamp_link::StampLink;

/// Draws one note.
pub(super) struct Renderer<'a> {
    note: &'a Note,
    playback: Playback,
}

impl<'a> Renderer<'a> {
    pub(super) fn new(note: &'a Note) -> Self {
        Self { note, playback: playback() }
    }

    /// Some of the note.
    pub(super) fn units(&self, units: &[Unit]) -> Vec<AnyView> {
        units.iter().filter_map(|unit| self.unit(*unit)).collect()
    }

    fn unit(&self, unit: Unit) -> Option<AnyView> {
        match unit {
            Unit::Heading(section, rank) => {
                let section = self.note.sections().get(section)?;
                let content = self.inlines(&section.heading);
                Some(heading(rank, content, Some(section.slug.clone())))
            }
            Unit::Block(section, block) => {
                Some(self.block(self.note.sections().get(section)?.blocks.get(block)?))
            }
        }
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<AnyView> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> AnyView {
        match block {
            Block::Paragraph(content) => view! { <p>{self.inlines(content)}</p> }.into_any(),
            Block::Heading(_, content) => {
                view! { <p class="inner-heading">{self.inlines(content)}</p> }.into_any()
            }
            Block::List(None, items) => view! { <ul>{self.items(items)}</ul> }.into_any(),
            Block::List(Some(first), items) => {
                let start = first.to_string();
                view! { <ol start=start>{self.items(items)}</ol> }.into_any()
            }
            Block::Quote(blocks) => {
                view! { <blockquote>{self.blocks(blocks)}</blockquote> }.into_any()
            }
            Block::Code(code) => {
                view! { <pre tabindex="0"><code>{shown(code).into_owned()}</code></pre> }.into_any()
            }
            Block::Table(table) => self.table(table),
            Block::Details(summary, blocks) => view! {
                <details>
                    <summary>{self.inlines(summary)}</summary>
                    {self.blocks(blocks)}
                </details>
            }
            .into_any(),
            Block::Footnote(label, blocks) => view! {
                <div class="footnote"><sup>{label.clone()}</sup><div>{self.blocks(blocks)}</div></div>
            }
            .into_any(),
            Block::Rule => view! { <hr/> }.into_any(),
            Block::Mark(..) => ().into_any(),
        }
    }

    fn items(&self, items: &[Item]) -> Vec<AnyView> {
        items.iter().map(|item| self.item(item)).collect()
    }

    fn item(&self, item: &Item) -> AnyView {
        let sign = item.done.map(|done| {
            let (sign, name) = if done { ("☑ ", "done") } else { ("☐ ", "to do") };
            view! { <span role="img" aria-label=name>{sign}</span> }.into_any()
        });
        // A single paragraph is the item itself; one in an element of its own would stand apart.
        let content = match item.blocks.as_slice() {
            [Block::Paragraph(content), rest @ ..]
                if !rest.iter().any(|block| matches!(block, Block::Paragraph(_))) =>
            {
                let mut drawn = self.inlines(content);
                drawn.extend(self.blocks(rest));
                drawn
            }
            blocks => self.blocks(blocks),
        };
        view! { <li>{sign}{content}</li> }.into_any()
    }

    fn table(&self, table: &Table) -> AnyView {
        let align = |column: usize| match table.alignments.get(column) {
            Some(Alignment::Center) => "center",
            Some(Alignment::Right) => "right",
            Some(Alignment::Left) => "left",
            Some(Alignment::Natural) | None => "natural",
        };
        let head: Vec<AnyView> = table
            .head
            .iter()
            .enumerate()
            .map(|(column, cell)| {
                view! { <th scope="col" data-align=align(column)>{self.inlines(cell)}</th> }
                    .into_any()
            })
            .collect();
        let row = |row: &Vec<Vec<Inline>>| {
            let cells: Vec<AnyView> = row
                .iter()
                .enumerate()
                .map(|(column, cell)| {
                    view! { <td data-align=align(column)>{self.inlines(cell)}</td> }.into_any()
                })
                .collect();
            view! { <tr>{cells}</tr> }.into_any()
        };
        let rows: Vec<AnyView> = table.rows.iter().map(row).collect();
        view! {
            <div class="note-table" tabindex="0" role="region" aria-label="Table">
                <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        }
        .into_any()
    }

    fn inlines(&self, inlines: &[Inline]) -> Vec<AnyView> {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &Inline) -> AnyView {
        match inline {
            Inline::Text(text) => shown(text).into_owned().into_any(),
            Inline::Code(code) => view! { <code>{shown(code).into_owned()}</code> }.into_any(),
            Inline::Break => view! { <br/> }.into_any(),
            Inline::Styled(style, content) => styled(*style, self.inlines(content)),
            Inline::Link(link) => self.link(link),
            Inline::WikiLink(link) => self.wiki_link(link),
            Inline::Stamp(stamp) => view! { <StampLink stamp=stamp.clone()/> }.into_any(),
            Inline::FootnoteRef(label) => view! { <sup>{label.clone()}</sup> }.into_any(),
            Inline::Claim(id, content) => self.claim(*id, content),
        }
    }

    fn claim(&self, id: ClaimId, content: &[Inline]) -> AnyView {
        let number = id.0.to_string();
        let stamps = self.note.claim(id).map(|claim| claim.stamps.as_slice()).unwrap_or_default();
        let moments: Vec<_> = stamps.iter().filter_map(Stamp::moment).collect();
        let playback = self.playback.clone();
        let current =
            move || moments.iter().any(|&moment| playback.is_chosen(moment)).then_some("true");
        view! {
            <span class="claim" data-claim=number aria-current=current>
                {self.inlines(content)}
            </span>
        }
        .into_any()
    }

    fn link(&self, link: &Link) -> AnyView {
        let content = self.inlines(&link.content);
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
        let content = self.inlines(&link.content);
        let section = link.heading.as_deref().map(crate::text::slug);
        let missing = |content: Vec<AnyView>| {
            let target = link.target.clone();
            view! { <MissingLink target>{content}</MissingLink> }.into_any()
        };
        let (about, drawn) = match shelf().vault.resolve(self.note, link) {
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

fn styled(style: Style, content: Vec<AnyView>) -> AnyView {
    match style {
        Style::Emphasis => view! { <em>{content}</em> }.into_any(),
        Style::Strong => view! { <strong>{content}</strong> }.into_any(),
        Style::Struck => view! { <s>{content}</s> }.into_any(),
        Style::Superscript => view! { <sup>{content}</sup> }.into_any(),
        Style::Subscript => view! { <sub>{content}</sub> }.into_any(),
        Style::Marked => view! { <mark>{content}</mark> }.into_any(),
        Style::Keyboard => view! { <kbd>{content}</kbd> }.into_any(),
    }
}

fn heading(level: u8, content: Vec<AnyView>, section: Option<String>) -> AnyView {
    match level {
        0..=3 => view! { <h3 data-section=section>{content}</h3> }.into_any(),
        4 => view! { <h4 data-section=section>{content}</h4> }.into_any(),
        5 => view! { <h5 data-section=section>{content}</h5> }.into_any(),
        _ => view! { <h6 data-section=section>{content}</h6> }.into_any(),
    }
}

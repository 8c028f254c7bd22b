//! The elements of a note's marked text: headings, styles, and the rows of its tables.

use leptos::prelude::*;

use crate::note::{Alignment, Inline, Style};

use super::drawn_pieces::DrawnInPieces;
use super::element_count::of_inlines;

/// A row of a table, each cell with how it is aligned.
#[derive(Clone)]
pub struct AlignedRow(pub Vec<(&'static str, Vec<Inline>)>);

impl DrawnInPieces for AlignedRow {
    fn elements(&self) -> usize {
        1 + self.0.iter().map(|(_, cell)| 1 + of_inlines(cell)).sum::<usize>()
    }
}

/// How a column is aligned, as style/note/note_view.css names it.
pub fn align(alignment: Option<&Alignment>) -> &'static str {
    match alignment {
        Some(Alignment::Center) => "center",
        Some(Alignment::Right) => "right",
        Some(Alignment::Left) => "left",
        Some(Alignment::Natural) | None => "natural",
    }
}

/// Text in a style.
pub fn styled(style: Style, content: Vec<AnyView>) -> AnyView {
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

/// A heading of a note, which its name in addresses leads to.
pub fn heading(level: u8, content: Vec<AnyView>, section: Option<String>) -> AnyView {
    match level {
        0..=3 => view! { <h3 data-section=section>{content}</h3> }.into_any(),
        4 => view! { <h4 data-section=section>{content}</h4> }.into_any(),
        5 => view! { <h5 data-section=section>{content}</h5> }.into_any(),
        _ => view! { <h6 data-section=section>{content}</h6> }.into_any(),
    }
}

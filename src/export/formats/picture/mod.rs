//! The matrix as a picture: what stands where on it. Whoever has something to draw on draws it.

mod ink;
pub mod ladder;
pub mod map;
#[cfg(test)]
mod map_tests;
pub mod svg;

use crate::matrix::{Filter, LevelId, Matrix, RowGroup, Skill, Sort};
use crate::vault::Vault;

use crate::export::formats::table;

pub use ink::{Ink, TYPEFACES};

/// The size of pictures that are shown beside links, in pixels.
pub const LINK_SIZE: (f32, f32) = (1200.0, 630.0);

/// The most rows of one picture: browsers limit the size of what they draw on.
const MOST_ROWS: usize = 150;

/// A picture, in CSS pixels from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// What is drawn on its ground, in order.
    pub shapes: Vec<PictureShape>,
}

/// Something on a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureShape {
    /// A line from side to side.
    Line {
        /// Its left end.
        x: f32,
        /// Its upper edge.
        y: f32,
        /// Its length. It is one pixel high.
        width: f32,
    },
    /// A disc, or only its edge.
    Disc {
        /// The middle of it.
        x: f32,
        /// The middle of it.
        y: f32,
        /// From its middle to its edge.
        radius: f32,
        /// Whether it is filled.
        is_filled: bool,
    },
    /// A text on one line.
    Text {
        /// Its left end.
        x: f32,
        /// The middle of its line.
        y: f32,
        /// The text.
        text: String,
        /// The size of its letters.
        size: f32,
        /// How strong they are.
        weight: FontWeight,
        /// Their colour.
        ink: Ink,
        /// How wide it may be; what is wider is cut.
        widest: f32,
    },
}

/// How strong letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontWeight {
    /// As text is.
    Normal,
    /// As what stands out.
    Strong,
}

/// The measures of a picture.
struct Measures {
    margin: f32,
    row: f32,
    name: f32,
    column: f32,
    title: f32,
    head: f32,
    text: f32,
}

const PAGE_MEASURES: Measures = Measures {
    margin: 32.0,
    row: 36.0,
    name: 320.0,
    column: 150.0,
    title: 20.0,
    head: 13.0,
    text: 15.0,
};

/// Seen at half its size and less, beside a link.
const LINK_MEASURES: Measures = Measures {
    margin: 56.0,
    row: 58.0,
    name: 480.0,
    column: 200.0,
    title: 42.0,
    head: 22.0,
    text: 27.0,
};

impl Picture {
    /// The matrix, row by row as it stands there, as large as it is.
    #[must_use]
    pub fn of_matrix(vault: &Vault, matrix: &Matrix, title: &str) -> Self {
        let columns = table::columns(matrix);
        let skills: Vec<&Skill> = matrix.skills.iter().take(MOST_ROWS).collect();
        let m = &PAGE_MEASURES;
        let width = m.margin * 2.0 + m.name + m.column * count(columns.len());
        let height = m.margin * 2.0 + m.row * (count(skills.len()) + 2.5);
        let mut picture = Self { width, height, shapes: Vec::new() };
        picture.draw(m, vault, matrix, title, &columns, &skills);
        picture
    }

    /// As much of the matrix as a picture beside a link has room for: the first rows and levels.
    #[must_use]
    pub fn for_links(vault: &Vault, matrix: &Matrix, title: &str) -> Self {
        let m = &LINK_MEASURES;
        let (width, height) = LINK_SIZE;
        let groups = RowGroup::all(matrix, &Filter::default(), Sort::Rank, None, |_| true);
        let all: Vec<&Skill> = groups.into_iter().flat_map(|group| group.skills).collect();
        let room = ((height - m.margin * 2.0) / m.row - 2.5).floor();
        let fits = |index: &usize| count(*index) < room;
        let skills: Vec<&Skill> = all
            .iter()
            .enumerate()
            .filter(|(index, _)| fits(index))
            .map(|(_, skill)| *skill)
            .collect();
        let room = ((width - m.margin * 2.0 - m.name) / m.column).floor();
        // What is ranked goes before what is said of no level.
        let levels = matrix.levels.iter().map(|level| Some(level.id));
        let shown = |column: &Option<LevelId>| {
            skills.iter().any(|skill| skill.at(*column).next().is_some())
        };
        let columns: Vec<Option<LevelId>> = levels
            .chain([None])
            .filter(shown)
            .enumerate()
            .filter(|(index, _)| count(*index) < room)
            .map(|(_, column)| column)
            .collect();
        let mut picture = Self { width, height, shapes: Vec::new() };
        let bottom = picture.draw(m, vault, matrix, title, &columns, &skills);
        let more = all.len().saturating_sub(skills.len());
        if more > 0 {
            let text = ["and ", &more.to_string(), " more"].concat();
            let y = bottom + m.row;
            picture.write(m.margin, y, text, m.head, FontWeight::Normal, Ink::Muted, m.name);
        }
        picture
    }

    /// Draws title, heads and rows, and says where the last one stands.
    fn draw(
        &mut self,
        m: &Measures,
        vault: &Vault,
        matrix: &Matrix,
        title: &str,
        columns: &[Option<LevelId>],
        skills: &[&Skill],
    ) -> f32 {
        let inner = self.width - m.margin * 2.0;
        let mut top = m.margin + m.row / 2.0;
        self.write(m.margin, top, title.to_owned(), m.title, FontWeight::Strong, Ink::Text, inner);
        top += m.row * 1.25;
        let left = |column: usize| m.margin + m.name + m.column * count(column);
        for (index, &column) in columns.iter().enumerate() {
            let name = table::column_name(matrix, column).to_owned();
            let widest = m.column - m.text;
            self.write(left(index), top, name, m.head, FontWeight::Normal, Ink::Muted, widest);
        }
        for skill in skills {
            self.shapes.push(PictureShape::Line {
                x: m.margin,
                y: top + m.row / 2.0,
                width: inner,
            });
            top += m.row;
            let (name, widest) = (skill.name.clone(), m.name - m.text);
            self.write(m.margin, top, name, m.text, FontWeight::Strong, Ink::Text, widest);
            for (index, &column) in columns.iter().enumerate() {
                let Some(cell) = table::cell(vault, skill, column) else { continue };
                let ranks: Vec<String> = cell.ranks.iter().map(u32::to_string).collect();
                let rank = if ranks.is_empty() { "○".to_owned() } else { ranks.join(" or ") };
                let step = m.text * 3.2;
                let (x, widest) = (left(index), step - 4.0);
                self.write(x, top, rank, m.text, FontWeight::Strong, Ink::Accent, widest);
                if let Some(moment) = cell.moments.first() {
                    let widest = m.column - step - 4.0;
                    let (x, size) = (left(index) + step, m.text - 1.0);
                    self.write(x, top, moment.time(), size, FontWeight::Normal, Ink::Text, widest);
                }
            }
        }
        top
    }

    #[expect(clippy::too_many_arguments, reason = "they are the members of a text")]
    fn write(
        &mut self,
        x: f32,
        y: f32,
        text: String,
        size: f32,
        weight: FontWeight,
        ink: Ink,
        widest: f32,
    ) {
        self.shapes.push(PictureShape::Text { x, y, text, size, weight, ink, widest });
    }
}

fn count(number: usize) -> f32 {
    u16::try_from(number).map_or(f32::from(u16::MAX), f32::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;

    fn texts(picture: &Picture) -> Vec<&str> {
        picture
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                PictureShape::Text { text, .. } => Some(text.as_str()),
                PictureShape::Line { .. } | PictureShape::Disc { .. } => None,
            })
            .collect()
    }

    fn read(items: usize) -> (Vault, Matrix) {
        let mut note = "---\nvideoId: aaaaaaaaaaa\n---\n## Skills for new engineers\n\n".to_owned();
        for number in 1..=items {
            note += &format!("{number}. **Craft {number}** is needed [{number}:00]\n");
        }
        note += "\n## Skills for bakers\n\n- **Wait** a while [1:00:00]\n";
        let vault = Vault::of(vec![Note::read("a.md", &note)]);
        let matrix = Matrix::of(&vault);
        (vault, matrix)
    }

    #[test]
    fn a_picture_has_the_rows_of_the_matrix_with_ranks_and_times() {
        let (vault, matrix) = read(2);
        let picture = Picture::of_matrix(&vault, &matrix, "On bread");
        let texts = texts(&picture);
        assert_eq!(texts[0], "On bread");
        for text in ["New", "Craft 1", "1", "1:00", "Wait", "○", "1:00:00"] {
            assert!(texts.contains(&text), "{text} in {texts:?}");
        }
    }

    #[test]
    fn a_picture_beside_a_link_is_never_larger_than_its_place() {
        for items in [1, 3, 40, 700] {
            let (vault, matrix) = read(items);
            let picture = Picture::for_links(&vault, &matrix, "On bread");
            assert_eq!((picture.width, picture.height), LINK_SIZE);
            for shape in &picture.shapes {
                let (right, bottom) = match shape {
                    PictureShape::Line { x, y, width } => (x + width, y + 1.0),
                    PictureShape::Disc { x, y, radius, .. } => (x + radius, y + radius),
                    PictureShape::Text { x, y, size, widest, .. } => (x + widest, y + size / 2.0),
                };
                assert!(right <= picture.width && bottom <= picture.height, "{shape:?}");
            }
            let texts = texts(&picture);
            let rows = texts.iter().filter(|text| text.starts_with("Craft")).count();
            // One skill is named, without a level.
            let left = matrix.skills.len() - rows - usize::from(texts.contains(&"Wait"));
            let more = format!("and {left} more");
            assert_eq!(texts.contains(&more.as_str()), left > 0, "{texts:?}");
        }
    }
}

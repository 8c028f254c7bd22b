//! A ladder as a picture: what is expected, level beside level, and the times that back it.

use crate::export::formats::table::{self, ExportCell};
use crate::matrix::{LevelId, Matrix, Skill};
use crate::text::shown;
use crate::vault::Vault;

use super::svg::{cut, width_of};
use super::{FontWeight, Ink, Picture, PictureShape};

/// Browsers draw on no more than 16,384 dots, two to a pixel, in either direction.
const LONGEST: f32 = 8000.0;

const MARGIN: f32 = 32.0;
const NAME_WIDTH: f32 = 190.0;
/// What all columns of levels share, and the narrowest and the widest that one is.
const COLUMNS_WIDTH: f32 = 1180.0;
const NARROWEST: f32 = 150.0;
/// A column of times alone.
const TIMES_WIDTH: f32 = 120.0;
const WIDEST: f32 = 300.0;
/// Between a column's texts and the next column.
const GAP: f32 = 20.0;

const TITLE: f32 = 20.0;
const TEXT: f32 = 13.0;
const LINE: f32 = 18.0;
const PADDING: f32 = 10.0;

/// The most lines of what is expected in a cell, of a skill's name and of a level's.
const MOST_LINES: usize = 4;
const MOST_OF_NAME: usize = 3;
const MOST_OF_LEVEL: usize = 2;

/// The most times of a cell.
const MOST_TIMES: usize = 2;

/// How much wider strong letters are.
const STRONG: f32 = 1.13;

/// A cell with its lines, or a name.
struct CellLines {
    texts: Vec<String>,
    /// The ranks and times below them.
    times: Option<(String, String)>,
}

impl CellLines {
    fn of_name(name: &str, width: f32, most: usize) -> Self {
        Self { texts: wrapped(name, TEXT * STRONG, width, most), times: None }
    }

    fn of_cell(cell: &ExportCell<'_>, width: f32) -> Self {
        let lines: Vec<&str> = cell.texts.iter().flat_map(|text| text.lines()).collect();
        let texts = wrapped(&shown(&lines.join(" · ")), TEXT, width, MOST_LINES);
        let ranks: Vec<String> = cell.ranks.iter().map(u32::to_string).collect();
        let time = |moment: &table::CellMoment<'_>| match moment.is_chosen {
            true => [&moment.time(), " chosen"].concat(),
            false => moment.time(),
        };
        let mut times: Vec<String> = cell.moments.iter().map(time).collect();
        times.dedup();
        times.truncate(MOST_TIMES);
        let is_named = texts.is_empty() && ranks.is_empty();
        let rank = if is_named { "○".to_owned() } else { ranks.join(" or ") };
        let has_times = !rank.is_empty() || !times.is_empty();
        Self { texts, times: has_times.then(|| (rank, times.join("  "))) }
    }

    fn count(&self) -> usize {
        self.texts.len() + usize::from(self.times.is_some())
    }
}

/// A level with its place.
struct Column {
    level: Option<LevelId>,
    left: f32,
    width: f32,
}

/// A ladder in the making.
struct LadderPicture<'a> {
    vault: &'a Vault,
    columns: Vec<Column>,
    picture: Picture,
    /// How far down it is drawn.
    bottom: f32,
}

/// The matrix as a picture: as a ladder's where one says in words what it expects.
#[must_use]
pub fn picture_of(vault: &Vault, matrix: &Matrix, title: &str) -> Picture {
    match matrix.skills.iter().any(Skill::expects_in_words) {
        true => of_ladder(vault, matrix, title),
        false => Picture::of_matrix(vault, matrix, title),
    }
}

/// The rows of a matrix in which a ladder says what it expects, in their groups. What has no room is counted.
fn of_ladder(vault: &Vault, matrix: &Matrix, title: &str) -> Picture {
    let levels = table::columns(matrix);
    let has_text = |level: Option<LevelId>| {
        let mut skills = matrix.skills.iter();
        skills.any(|skill| skill.at(level).any(|placement| placement.text.is_some()))
    };
    let worded: Vec<bool> = levels.iter().map(|&level| has_text(level)).collect();
    let number = worded.iter().filter(|worded| **worded).count().max(1);
    let worded_width = (COLUMNS_WIDTH / count(number)).clamp(NARROWEST, WIDEST);
    let mut left = MARGIN + NAME_WIDTH;
    let mut columns: Vec<Column> = Vec::new();
    for (&level, worded) in levels.iter().zip(worded) {
        let width = if worded { worded_width } else { TIMES_WIDTH };
        if left + width > LONGEST - MARGIN {
            break;
        }
        columns.push(Column { level, left, width });
        left += width;
    }
    let width = left + MARGIN;
    let picture = Picture { width, height: 0.0, shapes: Vec::new() };
    let mut ladder = LadderPicture { vault, columns, picture, bottom: MARGIN };
    ladder.head(matrix, title);
    let mut group: Option<&str> = None;
    let mut drawn = 0;
    for skill in &matrix.skills {
        if ladder.bottom > LONGEST - MARGIN - LINE * 12.0 {
            break;
        }
        if skill.group.as_deref() != group {
            group = skill.group.as_deref();
            ladder.group(group.unwrap_or(table::NO_GROUP));
        }
        ladder.row(skill);
        drawn += 1;
    }
    ladder.left_out(matrix.skills.len() - drawn, "skills");
    ladder.left_out(levels.len() - ladder.columns.len(), "levels");
    ladder.picture.height = ladder.bottom + MARGIN;
    ladder.picture
}

impl LadderPicture<'_> {
    fn inner(&self) -> f32 {
        self.picture.width - MARGIN * 2.0
    }

    fn head(&mut self, matrix: &Matrix, title: &str) {
        let (y, inner) = (self.bottom + TITLE / 2.0, self.inner());
        let title = cut(title, TITLE * STRONG, inner);
        self.picture.write(MARGIN, y, title, TITLE, FontWeight::Strong, Ink::Text, inner);
        self.bottom += TITLE + PADDING * 2.0;
        let labels: Vec<Vec<String>> = self
            .columns
            .iter()
            .map(|column| {
                let name = table::column_name(matrix, column.level);
                wrapped(name, TEXT - 1.0, column.width - GAP, MOST_OF_LEVEL)
            })
            .collect();
        for (at, label) in labels.iter().enumerate() {
            self.texts(self.columns[at].left, label, TEXT - 1.0, Ink::Muted);
        }
        let lines = labels.iter().map(Vec::len).max().unwrap_or(0);
        self.bottom += LINE * count(lines) + PADDING;
    }

    /// CellLines from where the next row begins, downward.
    fn texts(&mut self, x: f32, lines: &[String], size: f32, ink: Ink) {
        // They are cut to their column already, by the letters of one typeface.
        let widest = WIDEST;
        for (at, line) in lines.iter().enumerate() {
            let y = self.bottom + LINE * (count(at) + 0.5);
            self.picture.write(x, y, line.clone(), size, FontWeight::Normal, ink, widest);
        }
    }

    fn line(&mut self) {
        let (y, width) = (self.bottom, self.inner());
        self.picture.shapes.push(PictureShape::Line { x: MARGIN, y, width });
    }

    fn group(&mut self, name: &str) {
        self.bottom += PADDING;
        let (y, inner) = (self.bottom + LINE / 2.0, self.inner());
        let (size, name) = (TEXT + 2.0, cut(name, (TEXT + 2.0) * STRONG, inner));
        self.picture.write(MARGIN, y, name, size, FontWeight::Strong, Ink::Text, inner);
        self.bottom += LINE + PADDING;
    }

    fn row(&mut self, skill: &Skill) {
        self.line();
        self.bottom += PADDING;
        let name = CellLines::of_name(&skill.name, NAME_WIDTH - GAP, MOST_OF_NAME);
        let cells: Vec<Option<CellLines>> = self
            .columns
            .iter()
            .map(|column| {
                let cell = table::cell(self.vault, skill, column.level)?;
                Some(CellLines::of_cell(&cell, column.width - GAP))
            })
            .collect();
        for (at, text) in name.texts.iter().enumerate() {
            let y = self.bottom + LINE * (count(at) + 0.5);
            let (text, widest) = (text.clone(), NAME_WIDTH - PADDING);
            self.picture.write(MARGIN, y, text, TEXT, FontWeight::Strong, Ink::Text, widest);
        }
        for (index, cell) in cells.iter().enumerate() {
            let Some(cell) = cell else { continue };
            let Column { left: x, width, .. } = self.columns[index];
            self.texts(x, &cell.texts, TEXT, Ink::Text);
            if let Some((rank, times)) = &cell.times {
                let y = self.bottom + LINE * (count(cell.texts.len()) + 0.5);
                let room = width - GAP;
                let step = if rank.is_empty() { 0.0 } else { width_of(rank, TEXT) + 10.0 };
                let (strong, normal) = (FontWeight::Strong, FontWeight::Normal);
                if !rank.is_empty() {
                    self.picture.write(x, y, rank.clone(), TEXT, strong, Ink::Accent, room);
                }
                if !times.is_empty() && step < room {
                    let times = cut(times, TEXT, room - step);
                    self.picture.write(x + step, y, times, TEXT, normal, Ink::Accent, room - step);
                }
            }
        }
        let lines = cells.iter().flatten().chain([&name]).map(CellLines::count).max().unwrap_or(1);
        self.bottom += LINE * count(lines) + PADDING;
    }

    /// Says how much has no room.
    fn left_out(&mut self, number: usize, what: &str) {
        if number > 0 {
            self.bottom += PADDING;
            let text = ["and ", &number.to_string(), " more ", what].concat();
            self.texts(MARGIN, &[text], TEXT, Ink::Muted);
            self.bottom += LINE;
        }
    }
}

/// A text in lines of a width; what does not fit into the last of them is cut.
fn wrapped(text: &str, size: f32, width: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let longer = if line.is_empty() { word.to_owned() } else { [&line, " ", word].concat() };
        if width_of(&longer, size) <= width {
            line = longer;
            continue;
        }
        if lines.len() + 1 == most {
            // The last line takes a little more than fits, so that it is cut with a sign.
            line = longer;
            if let Some(next) = words.peek() {
                line = [&line, " ", *next].concat();
            }
            break;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        // A word that is wider than the column goes on below.
        line = broken(word, size, width, most.saturating_sub(lines.len() + 1), &mut lines);
    }
    if !line.is_empty() {
        lines.push(cut(&line, size, width));
    }
    lines
}

/// Puts the beginnings of a word that is too wide on lines of their own, as many as there may be; what is left of it.
fn broken(word: &str, size: f32, width: f32, most: usize, lines: &mut Vec<String>) -> String {
    let mut rest = String::new();
    let mut begun = 0;
    for letter in word.chars() {
        rest.push(letter);
        if begun < most && width_of(&rest, size) > width && rest.chars().count() > 1 {
            rest.pop();
            lines.push(std::mem::replace(&mut rest, letter.to_string()));
            begun += 1;
        }
    }
    rest
}

fn count(number: usize) -> f32 {
    super::count(number)
}

#[cfg(test)]
#[path = "ladder_tests.rs"]
mod tests;

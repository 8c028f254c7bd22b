//! The matrix at a glance as a picture: level by level a mark for each skill, larger where more videos say so.

use crate::matrix::{LevelId, OverviewBand, OverviewMark, SkillId};

use super::svg::{cut, width_of};
use super::{FontWeight, Ink, Picture, PictureShape};

/// From this width on a level's name stands beside its skills, else over them.
const WIDE: f32 = 560.0;

/// How wide the names of levels are there.
const LABEL_WIDTH: f32 = 132.0;

/// In a level of no more skills than this all of them are named; else those that are ranked, or of several videos.
const NAMED_WHOLE: usize = 20;

const TEXT_SIZE: f32 = 13.0;
const ROW_HEIGHT: f32 = 30.0;
/// Between what is named, and between marks alone.
const GAP: f32 = 14.0;
const SMALL_GAP: f32 = 5.0;
/// A mark of one video, and the largest there is.
const RADIUS: f32 = 5.0;
const LARGEST_RADIUS: f32 = 14.0;
/// A mark with a number in it.
const RANKED_RADIUS: f32 = 9.0;

/// The picture, and what is pressed on it.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixMap {
    /// What is seen.
    pub picture: Picture,
    /// What can be pressed, in the order of reading.
    pub targets: Vec<MapTarget>,
}

/// A part of the picture that can be pressed.
#[derive(Clone, Debug, PartialEq)]
pub struct MapTarget {
    /// Its left end.
    pub x: f32,
    /// Its upper edge.
    pub y: f32,
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// What is chosen by it.
    pub chooses: MapChoice,
    /// What it is, in words: `Listening, Senior: rank 2, 3 videos`.
    pub says: String,
}

/// What is chosen by pressing a part of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MapChoice {
    /// A level.
    Level(LevelId),
    /// A skill.
    Skill(SkillId),
}

impl MatrixMap {
    /// The bands in a picture of a width, with a margin and a title where it stands by itself.
    #[must_use]
    pub fn of(bands: &[OverviewBand], width: f32, title: Option<&str>) -> Self {
        let margin = if title.is_some() { 24.0 } else { 2.0 };
        let picture = Picture { width, height: 0.0, shapes: Vec::new() };
        let mut map = Self { picture, targets: Vec::new() };
        let mut top = margin;
        if let Some(title) = title {
            map.write(
                margin,
                top + 14.0,
                title,
                18.0,
                FontWeight::Strong,
                Ink::Text,
                width - margin * 2.0,
            );
            top += 40.0;
        }
        for band in bands {
            top = map.band(band, margin, top);
        }
        map.legend(margin, top + ROW_HEIGHT / 2.0);
        map.picture.height = top + ROW_HEIGHT + margin;
        map
    }

    /// Draws a level from an upper edge on, and says where the next one begins.
    fn band(&mut self, band: &OverviewBand, margin: f32, top: f32) -> f32 {
        let width = self.picture.width;
        self.picture.shapes.push(PictureShape::Line {
            x: margin,
            y: top,
            width: width - margin * 2.0,
        });
        let about = about(band);
        let (left, first) = if width >= WIDE {
            let widest = LABEL_WIDTH - 4.0;
            let middle = top + ROW_HEIGHT / 2.0 + 4.0;
            self.write(
                margin,
                middle,
                &band.label,
                TEXT_SIZE,
                FontWeight::Strong,
                Ink::Text,
                widest,
            );
            self.write(margin, middle + 18.0, &about, 12.0, FontWeight::Normal, Ink::Muted, widest);
            self.press(margin, top, LABEL_WIDTH, ROW_HEIGHT * 1.5, band);
            (margin + LABEL_WIDTH, top + 4.0)
        } else {
            let middle = top + ROW_HEIGHT / 2.0;
            let name = width_of(&band.label, TEXT_SIZE) + GAP;
            self.write(margin, middle, &band.label, TEXT_SIZE, FontWeight::Strong, Ink::Text, name);
            let rest = width - margin * 2.0 - name;
            self.write(margin + name, middle, &about, 12.0, FontWeight::Normal, Ink::Muted, rest);
            self.press(margin, top, width - margin * 2.0, ROW_HEIGHT, band);
            (margin, top + ROW_HEIGHT)
        };
        let right = width - margin;
        let (mut x, mut row) = (left, first);
        let are_all_named = band.marks.len() <= NAMED_WHOLE;
        for mark in &band.marks {
            let is_named = are_all_named || mark.rank.is_some() || mark.videos > 1;
            let radius = radius(mark);
            let room = right - left - radius * 2.0 - 6.0;
            let name = if is_named { cut(&mark.name, TEXT_SIZE, room) } else { String::new() };
            let letters = if is_named { width_of(&name, TEXT_SIZE) + 6.0 } else { 0.0 };
            let wide = radius * 2.0 + letters;
            if x > left && x + wide > right {
                (x, row) = (left, row + ROW_HEIGHT);
            }
            self.mark(mark, &band.label, (x, row + ROW_HEIGHT / 2.0), radius, &name, letters);
            x += wide + if is_named { GAP } else { SMALL_GAP };
        }
        let label_end = if width >= WIDE { top + ROW_HEIGHT * 1.5 + 8.0 } else { top };
        (row + ROW_HEIGHT + 4.0).max(label_end)
    }

    fn mark(
        &mut self,
        mark: &OverviewMark,
        level: &str,
        (x, y): (f32, f32),
        radius: f32,
        name: &str,
        letters: f32,
    ) {
        let is_filled = mark.rank.is_some();
        self.picture.shapes.push(PictureShape::Disc { x: x + radius, y, radius, is_filled });
        if let Some(rank) = mark.rank {
            let rank = rank.to_string();
            let (size, width) = (11.0, width_of(&rank, 11.0));
            let left = x + radius - width / 2.0;
            self.write(left, y, &rank, size, FontWeight::Strong, Ink::OnAccent, width + 2.0);
        }
        if !name.is_empty() {
            let left = x + radius * 2.0 + 6.0;
            self.write(left, y, name, TEXT_SIZE, FontWeight::Normal, Ink::Text, letters + 4.0);
        }
        let rank = mark.rank.map_or_else(String::new, |rank| format!("rank {rank}, "));
        let videos =
            if mark.videos == 1 { "1 video".to_owned() } else { format!("{} videos", mark.videos) };
        self.targets.push(MapTarget {
            x,
            y: y - ROW_HEIGHT / 2.0,
            width: radius * 2.0 + letters,
            height: ROW_HEIGHT,
            chooses: MapChoice::Skill(mark.skill.clone()),
            says: format!("{}, {level}: {rank}{videos}", mark.name),
        });
    }

    fn press(&mut self, x: f32, y: f32, width: f32, height: f32, band: &OverviewBand) {
        // What is said of no level is no level that one can choose.
        let Some(level) = band.level else { return };
        let chooses = MapChoice::Level(level);
        let says = [&band.label, ": ", &about(band)].concat();
        self.targets.push(MapTarget { x, y, width, height, chooses, says });
    }

    /// What filled, hollow and large mean.
    fn legend(&mut self, margin: f32, y: f32) {
        let mut x = margin;
        for (is_filled, text) in [(true, "ranked"), (false, "named, no order")] {
            self.picture.shapes.push(PictureShape::Disc {
                x: x + RADIUS,
                y,
                radius: RADIUS,
                is_filled,
            });
            x += RADIUS * 2.0 + 6.0;
            let wide = width_of(text, 12.0);
            self.write(x, y, text, 12.0, FontWeight::Normal, Ink::Muted, wide);
            x += wide + GAP;
        }
        let text = "larger: more videos";
        self.write(x, y, text, 12.0, FontWeight::Normal, Ink::Muted, width_of(text, 12.0));
    }

    #[expect(clippy::too_many_arguments, reason = "they are the members of a text")]
    fn write(
        &mut self,
        x: f32,
        y: f32,
        text: &str,
        size: f32,
        weight: FontWeight,
        ink: Ink,
        widest: f32,
    ) {
        let text = text.to_owned();
        self.picture.shapes.push(PictureShape::Text { x, y, text, size, weight, ink, widest });
    }
}

/// How many skills a level has, and how many of them are ranked.
fn about(band: &OverviewBand) -> String {
    let all = match band.marks.len() {
        1 => "1 skill".to_owned(),
        several => format!("{several} skills"),
    };
    match band.ranked() {
        0 => all,
        ranked if ranked == band.marks.len() => format!("{all}, ranked"),
        ranked => format!("{all}, {ranked} ranked"),
    }
}

/// Its area grows as its videos do.
fn radius(mark: &OverviewMark) -> f32 {
    let videos = u16::try_from(mark.videos).map_or(f32::from(u16::MAX), f32::from);
    let least = if mark.rank.is_some() { RANKED_RADIUS } else { RADIUS };
    (RADIUS * videos.sqrt()).clamp(least, LARGEST_RADIUS)
}
